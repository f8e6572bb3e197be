// A year of the demo group, replayed with the clock: what each role does for it in a week, by the keystroke-level model. bench/README.md says
// what is assumed. node bench/year.ts [--weeks 52] [--out FOLDER]; year.json and year.svg in the folder, a table on stdout; ends with 1 if
// a figure misses its aim. Also says what the year takes on the disk.
import './year/tsx.ts'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { startEmbedded } from '../src/lib/db/embedded.ts'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { prepareTemplate } from '../test/template.ts'

const { values } = parseArgs({
  options: { weeks: { type: 'string', default: '52' }, out: { type: 'string', default: join(tmpdir(), 'rapport-year') } },
})
execFileSync(process.execPath, [join(import.meta.dirname, '../bin/browser.mjs')])
const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-year-'))
const server = await startEmbedded({
  dataFolder: folder,
  log: { info: () => {}, warn: console.warn, error: console.error },
  fast: true,
  sharedBuffers: '128MB',
})
try {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database year')
  await client.end()
  const url = withDatabase(server.url, 'year')
  await prepareTemplate(url)
  // Pages are loaded after the hook that reads them.
  const [{ beginYear, replay }, { figuresOf, reached, tableOf }, { plotOf }, { domains }, { mailroomLetters }] = await Promise.all([
    import('./year/run.ts'),
    import('./year/figures.ts'),
    import('./year/plot.ts'),
    import('../src/domains.ts'),
    import('../src/edges/mailroom/rules.ts'),
  ])
  const subjects = Object.assign({}, mailroomLetters, ...domains.map(({ letters }) => letters ?? {}))
  mkdirSync(values.out, { recursive: true })
  const began = performance.now()
  const world = await beginYear(url)
  const bytes = await bytesOf(url)
  const measured = await replay(world, Number(values.weeks), (text, soFar) => {
    console.error(`${String(Math.round((performance.now() - began) / 1_000)).padStart(5)} s  ${text}`)
    writeFileSync(join(values.out, 'year.json'), JSON.stringify(figuresOf(soFar, subjects), null, 1))
  })
  await world.leave()
  const figures = figuresOf(measured, subjects)
  writeFileSync(join(values.out, 'year.json'), JSON.stringify(figures, null, 1))
  writeFileSync(join(values.out, 'year.svg'), plotOf(figures))
  console.log(tableOf(figures))
  console.log(`The database grew from ${mb(bytes)} MB by ${mb((await bytesOf(url)) - bytes)} MB in ${values.weeks} weeks.`)
  for (const [what, holds] of reached(figures)) console.log(`${holds ? 'holds' : 'MISSED'}  ${what}`)
  process.exitCode = reached(figures).every(([, holds]) => holds) ? 0 : 1
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** What a database takes on the disk, without what is free in it. */
async function bytesOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum full')
  const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size')
  await client.end()
  return Number(rows[0]?.size)
}

function mb(count: number): string {
  return (count / 1e6).toFixed(1)
}
