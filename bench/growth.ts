// Whether pages and searches cost the same in a large archive as in a small one: serves two folders that `bench/import.ts --keep` made side
// by side, and asks them in alternating rounds, each page once (always under another address). JSON: for each kind of page and each search
// milliseconds and processor time (program and database) in both, and the ratio of their p95; for a phrase, the first time too.
// node bench/growth.ts --small FOLDER --large FOLDER [--rounds 4]
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { startEmbedded } from '../src/lib/db/embedded.ts'
import { readPostmaster } from '../src/lib/db/embedded-postmaster.ts'
import { messagePath, threadPath } from '../src/lib/ui/paths.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { openBenchGround, percentile, reachable } from './ground.ts'
import { loadPages } from './load.ts'

const { values } = parseArgs({
  options: { small: { type: 'string' }, large: { type: 'string' }, rounds: { type: 'string', default: '4' } },
})
if (!values.small || !values.large) throw new Error('Say which folders: --small FOLDER --large FOLDER')
const list = 'lectio-l'
const searches = [
  ...['library', 'lucia', 'holdings -record', 'from:maria', 'from:keller lucia', 'from:a', 'subject:holdings', 'Leseliste Ausleihe'],
  ...['bibliothèque lecture', 'report after:2020 before:2021', 'lecture before:2008', 'has:attachment report', 'zzyzxqqx', 'leselste'],
  ...['"library record"', '"reading list"'],
]

/** Nanoseconds on a processor of a process and its threads, or of the server processes below one. */
const timeOf = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'latin1').split(' ')[0]))
      .reduce((sum, one) => sum + one, 0)
  } catch {
    return 0
  }
}
const below = (pid: number): number =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1')
    .split(' ')
    .filter((id) => id && isBackend(id))
    .reduce((sum, id) => sum + timeOf(Number(id)), 0)

const isBackend = (pid: string): boolean => {
  try {
    return /: rapport rapport |parallel worker/.test(readFileSync(`/proc/${pid}/cmdline`, 'latin1'))
  } catch {
    // It went meanwhile.
    return false
  }
}

/** What is asked of a folder, by what it is called. */
async function pathsOf(pool: Pool): Promise<[string, string][]> {
  const read = async <T extends object>(text: string) => (await pool.query<T>(text)).rows
  const messages = await read<{ id: string }>('select message_id as id from message where id % 2503 = 7 order by id limit 30')
  const threads = await read<{ root: string }>(
    'select root from thread where messages between 3 and 8 and id % 509 = 5 order by id limit 30',
  )
  const oldest = await read<{ at: Date; id: number }>('select last_at as at, id from thread order by last_at, id limit 300')
  const months = (year: number) =>
    Array.from({ length: 8 }, (_, at): [string, string] => [
      `month of ${year}`,
      `/lists/${list}/threads?month=${year}-${String(at + 1).padStart(2, '0')}`,
    ])
  return [
    ...messages.map(({ id }): [string, string] => ['message', messagePath(list, id)]),
    ...threads.map(({ root }): [string, string] => ['thread', threadPath(list, root)]),
    ...Array.from({ length: 10 }, (): [string, string] => ['newest threads', `/lists/${list}/threads`]),
    ...oldest
      .filter((_, at) => at % 30 === 29)
      .map(({ at, id }): [string, string] => ['oldest threads', `/lists/${list}/threads?after=${at.getTime()}.${id}`]),
    ...months(2006),
    ...months(2026),
    ...Array.from({ length: 4 }, (): [string, string] => ['first page', '/']),
    ...Array.from({ length: 4 }, (): [string, string] => ['lists', '/lists']),
    ...searches.map((q): [string, string] => [q, `/search?${new URLSearchParams({ q })}`]),
  ]
}

/** Serves a folder, brought up to this version. */
async function serve(folder: string) {
  const { ground } = await openBenchGround(folder)
  await ground.close()
  const server = await startEmbedded({ dataFolder: folder, log: { info: () => {}, warn: () => {}, error: console.error } })
  const pool = new Pool({ connectionString: server.url })
  const paths = await pathsOf(pool)
  await pool.end()
  const port = await freePort()
  const dns = join(tmpdir(), 'rapport-bench-dns.json')
  await writeFile(dns, '{}')
  const child = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web'], {
    env: {
      ...process.env,
      RAPPORT_DATA: folder,
      RAPPORT_DATABASE_URL: server.url,
      RAPPORT_SECRET: 'a secret for benches, long enough',
      RAPPORT_HTTP: `127.0.0.1:${port}`,
      RAPPORT_LOG: 'error',
      RAPPORT_DNS: `file:${dns}`,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.on('exit', () => child.kill())
  await reachable(port)
  const postmaster = readPostmaster(join(folder, 'postgres'))?.pid ?? 0
  const time = () => (timeOf(child.pid as number) + below(postmaster)) / 1e6
  return {
    port,
    child,
    server,
    paths,
    time,
    measured: new Map<string, { ms: number[]; cpu: number[] }>(),
    first: new Map<string, number>(),
  }
}
type Site = Awaited<ReturnType<typeof serve>>

let asked = 0
/** Asks for each of its pages once. */
async function round({ port, paths, time, measured }: Site): Promise<void> {
  for (const [kind, path] of paths) {
    const address = path.startsWith('/search') ? path : `${path}${path.includes('?') ? '&' : '?'}once=${asked++}`
    const before = time()
    const { times } = await loadPages(port, { connections: 1, pages: 1, next: () => address })
    const all = measured.get(kind) ?? { ms: [], cpu: [] }
    measured.set(kind, { ms: [...all.ms, times[0] ?? 0], cpu: [...all.cpu, time() - before] })
  }
}

/** The first round tells what is asked first; after some more, what is asked again and again is prepared. */
async function begin(site: Site): Promise<void> {
  await round(site)
  for (const [kind, { cpu }] of site.measured) site.first.set(kind, cpu[0] ?? 0)
  for (let turn = 0; turn < 6; turn++) await round(site)
  site.measured.clear()
}

async function close({ child, server }: Site): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  await server.stop()
}

ensureBuilt()
const sites: Site[] = []
try {
  for (const folder of [values.small, values.large]) sites.push(await serve(folder))
  for (const site of sites) await begin(site)
  for (let turn = 0; turn < Number(values.rounds); turn++) for (const site of turn % 2 ? sites.toReversed() : sites) await round(site)
  const rounded = (value: number) => Number(value.toFixed(1))
  const result = [...(sites[0] as Site).measured.keys()].map((kind) => {
    const each = sites.map((site) => {
      const { ms, cpu } = site.measured.get(kind) ?? { ms: [], cpu: [] }
      const [p50, p95] = [percentile(cpu, 0.5), percentile(cpu, 0.95)]
      return { ms: rounded(percentile(ms, 0.5)), cpu: [rounded(p50), rounded(p95)], firstCpu: rounded(site.first.get(kind) ?? 0), p95 }
    })
    const [small, large] = each
    return {
      kind,
      small: { ...small, p95: undefined },
      large: { ...large, p95: undefined },
      ratioOfP95: Number(((large?.p95 ?? 0) / (small?.p95 ?? 1)).toFixed(2)),
    }
  })
  console.log(JSON.stringify({ bench: 'growth', rounds: Number(values.rounds), result }, null, 1))
} finally {
  for (const site of sites) await close(site)
}
process.exit(0)
