// How many pages of a public archive of 100,000 messages a reader without a session gets, over 16 connections, from one process.
// `first`: no page is asked for twice, as a crawler does; `again`: five hundred pages, as readers do. JSON; medians of the runs.
// node bench/pages.ts [--folder FOLDER] [--messages 100000] [--seconds 6] [--runs 3]; a folder that `bench/import.ts --keep` made is used as it is.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { messagePath, threadPath } from '../src/lib/ui/paths.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { fillBenchGround, percentile, reachable, spread } from './ground.ts'
import { loadPages } from './load.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'rapport-bench-archive') },
    messages: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '6' },
    runs: { type: 'string', default: '3' },
  },
})
const runs = Number(values.runs)
const seconds = Number(values.seconds)

ensureBuilt()
const ground = await fillBenchGround(values.folder, Number(values.messages), { orMore: true })
const { pool } = ground.database
const list = 'lectio-l'
const shuffled = <T>(rows: T[]): T[] => {
  // The same order in every run: a step that shares no factor with the number of rows visits each of them.
  const step = Math.floor(rows.length * 0.618) | 1
  return rows.map((_, i) => rows[(i * step) % rows.length] as T)
}
const messages = await pool.query<{ id: string }>('select message_id as id from message order by id')
const threads = await pool.query<{ root: string }>('select root from thread where messages between 3 and 8 order by id')
const newest = await pool.query<{ at: Date; id: number }>('select last_at as at, id from thread order by last_at desc, id desc')
const kinds = {
  message: shuffled([...new Set(messages.rows.map(({ id }) => messagePath(list, id)))]),
  thread: shuffled(threads.rows.map(({ root }) => threadPath(list, root))),
  list: shuffled(newest.rows.map(({ at, id }) => `/lists/${list}/threads?after=${at.getTime()}.${id}`)),
  // Few, and kept from the first time on: what most readers without a session ask for.
  site: ['/', '/embed/roster', '/embed/next-meeting', '/embed/latest-news', '/feed.atom'],
}
await ground.close()

const port = await freePort()
const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web'], {
  env: { ...process.env, RAPPORT_DATA: values.folder, RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_LOG: 'warn' },
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.on('exit', () => rapport.kill())
await reachable(port)
const result: Record<string, unknown> = {}
for (const [kind, all] of Object.entries(kinds)) {
  let at = 0
  const fresh = () => all[at++ % all.length] as string
  await loadPages(port, { connections: 16, milliseconds: 2_000, next: fresh })
  const first: Awaited<ReturnType<typeof loadPages>>[] = []
  for (let run = 0; run < runs; run++) first.push(await loadPages(port, { connections: 16, milliseconds: seconds * 1_000, next: fresh }))
  const popular = all.slice(0, 500)
  let turn = 0
  const known = () => popular[turn++ % popular.length] as string
  await loadPages(port, { connections: 16, milliseconds: 1_500, next: known })
  const again: typeof first = []
  for (let run = 0; run < runs; run++) again.push(await loadPages(port, { connections: 16, milliseconds: seconds * 1_000, next: known }))
  result[kind] = { bytes: first[0]?.bytesPerPage, first: told(first), again: told(again) }
}
rapport.kill('SIGTERM')
await once(rapport, 'exit')

function told(loads: Awaited<ReturnType<typeof loadPages>>[]) {
  return {
    pagesPerSecond: spread(loads.map((load) => load.perSecond)),
    p50Ms: spread(
      loads.map((load) => percentile(load.times, 0.5)),
      1,
    ).median,
    p95Ms: spread(
      loads.map((load) => percentile(load.times, 0.95)),
      1,
    ).median,
  }
}

console.log(JSON.stringify({ bench: 'pages', connections: 16, messages: Number(values.messages), ...result }))
process.exit(0)
