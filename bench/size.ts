import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { startEmbedded } from '../src/lib/db/embedded.ts'
import { Feeder } from '../test/crash/feeder.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { mail } from '../test/mail.ts'
import { freePort } from '../test/ports.ts'
import { startSink } from '../test/sink.ts'
import { found, settle } from './community.ts'
import { percentile, reachable } from './ground.ts'
import { loadPages } from './load.ts'
import { makeMemoryGroup } from './memory-group.ts'

// How large a machine must be: a site with so many groups (three lists each, 5,000 people, 600 institutions), each role a process of its
// own on one PostgreSQL. This is the embedded one, or an empty database of another server on this machine (--url with the URL of an
// administrator). Reports the memory of each at rest and at most under load, and what a mail takes on the disk and in the log.
// node bench/size.ts [--groups 1] [--seconds 30] [--rest 60] [--url postgres://…]; JSON on stdout. Memory is the proportional set size: what
// is shared counts once. With --limit MB it is one process of all roles with its own database, and both have so much memory together.

const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '30' },
    rest: { type: 'string', default: '60' },
    url: { type: 'string' },
    limit: { type: 'string' },
  },
})
const [groups, seconds, rest] = [Number(values.groups), Number(values.seconds), Number(values.rest)]
const size = { communities: Math.min(2, groups), groups, lists: groups * 3, vendors: Math.min(3, groups), products: Math.min(6, groups) }
const secret = 'a secret for benches, long enough'
const paragraph = 'We see the same in lists that were rolled over from last year only, and wonder how others found out. '
const quiet = { info: () => {}, warn: () => {}, error: (text: string) => process.stderr.write(`${text}\n`) }
const memory = values.limit === undefined ? undefined : makeMemoryGroup(Number(values.limit))
if (values.limit !== undefined && !memory) throw new Error('no memory cgroup can be made here')
if (memory && values.url !== undefined) throw new Error('with --limit the database is the program’s own')

ensureBuilt()
const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-size-'))
const server = values.url === undefined ? await startEmbedded({ dataFolder: folder, log: quiet }) : undefined
const sink = await startSink()
await writeFile(join(folder, 'dns.json'), '{}')
const [web, smtp] = [await freePort(), await freePort()]
const env = {
  RAPPORT_DATA: folder,
  RAPPORT_HTTP: `127.0.0.1:${web}`,
  RAPPORT_SMTP: `127.0.0.1:${smtp}`,
  RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
  RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
  RAPPORT_SECRET: secret,
  RAPPORT_LOG: 'error',
}
const beside = { ...env, RAPPORT_DATABASE_URL: values.url ?? (server?.url as string) }

let ground = await openGround(readConfig(beside))
await ground.database.write(async (tx) => settle(tx, await found(tx, size), size))
// A list of a hundred subscribers, whatever the size of the site.
await ground.database.pool.query(`update list set name = 'lectio-l', archive = 'public' where name = 'list0';
  delete from subscription where list_id = (select id from list where name = 'lectio-l');
  insert into subscription (list_id, person_id, address_id, since)
    select l.id, a.person_id, a.id, now() from list l, address a where l.name = 'lectio-l' and a.person_id <= 100`)
await ground.database.pool.query('vacuum analyze')
const empty = await bytesOfDatabase()
const { rows: shown } = await ground.database.pool.query<{ version: string; folder: string }>(
  "select current_setting('server_version') as version, current_setting('data_directory') as folder",
)
const cluster = statSync(server ? join(folder, 'postgres') : (shown[0]?.folder as string))

const running: Record<string, ChildProcess> = {}
if (memory) {
  await ground.close()
  await server?.stop()
  running.program = start('web,smtp,worker', env)
} else for (const role of ['web', 'smtp', 'worker']) running[role] = start(role, beside)
await Promise.all([reachable(web), reachable(smtp)])
if (memory) ground = await openGround(readConfig(env), { share: true })
await sleep(rest * 1_000)
const atRest = measure()

const most = { ...atRest }
const watching = setInterval(() => {
  for (const [name, megabytes] of Object.entries(measure())) most[name] = Math.max(megabytes, most[name] ?? 0)
}, 500)
const logBefore = await position()
const feeder = new Feeder(smtp, (number) => ({
  from: `person${(number % 40) + 1}@place.example`,
  data: mail({
    ...{ from: `person${(number % 40) + 1}@place.example`, to: 'lectio-l@lists.localhost', subject: `Post ${number}` },
    ...{ id: `${number}@size.example`, text: `Number ${number}. ${paragraph.repeat(1 + (number % 40))}` },
  }),
}))
const paths = ['/', '/lists', '/lists/lectio-l', '/lists/lectio-l/threads', '/news', '/events']
let at = 0
const pages = await loadPages(web, { connections: 8, milliseconds: seconds * 1_000, next: () => paths[at++ % paths.length] as string })
await feeder.stop()
const began = performance.now()
while ((await waiting()) > 0) await sleep(250)
const caughtUp = (performance.now() - began) / 1_000
clearInterval(watching)
await ground.database.pool.query('vacuum analyze')
const [{ count, raw }] = (
  await ground.database.pool.query<{ count: number; raw: number }>(
    'select count(*) as count, coalesce(sum(size), 0)::bigint as raw from message',
  )
).rows as [{ count: number; raw: number }]
const grown = (await bytesOfDatabase()) - empty
const logged = (await position()) - logBefore
const bounded = memory && { limitMb: Number(values.limit), peakMb: memory.peak(), killed: memory.killed() }

process.stdout.write(
  `${JSON.stringify(
    {
      ...{ bench: 'size', groups, lists: size.lists, seconds, postgresql: shown[0]?.version, ...bounded },
      memoryMb: { atRest, most },
      pages: { perSecond: Math.round(pages.perSecond), p95Ms: Math.round(percentile(pages.times, 0.95)) },
      mails: {
        ...{ archived: count, perSecond: Math.round(count / seconds), averageBytes: Math.round(raw / Math.max(1, count)) },
        ...{ repeated: feeder.repeats, caughtUpAfterSeconds: Math.round(caughtUp) },
      },
      diskMb: {
        site: mb(empty),
        per100000Mails: mb((grown / Math.max(1, count)) * 100_000),
        logPer100000Mails: mb((logged / Math.max(1, count)) * 100_000),
      },
    },
    null,
    2,
  )}\n`,
)
if (memory) await ground.close()
for (const child of Object.values(running)) {
  child.kill('SIGTERM')
  await once(child, 'exit')
}
if (!memory) await ground.close()
await server?.stop()
await sink.close()
memory?.remove()
await rm(folder, { recursive: true, force: true })
process.exit(0)

function start(roles: string, settings: Record<string, string>): ChildProcess {
  const enter = memory ? `${memory.enter}; ` : ''
  const child = spawn('sh', ['-c', `${enter}exec "$0" serve --roles ${roles}`, join(import.meta.dirname, '../bin/rapport')], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.on('exit', () => child.kill())
  child.on('exit', (code, signal) => code !== 0 && process.stderr.write(`${roles} ended: ${code ?? signal}\n`))
  return child
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e6)
}

/** What a process takes for itself, and its part of what it shares. */
function memoryOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}

/** The processes that work in the folder of the database. */
function memoryOfServer(): number {
  const mine = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const cwd = statSync(`/proc/${name}/cwd`)
      return cwd.dev === cluster.dev && cwd.ino === cluster.ino
    } catch {
      return false
    }
  })
  return mine.reduce((sum, pid) => sum + memoryOf(Number(pid)), 0)
}

/** Of each process and of the database; of all together what cannot be given back, where that is bounded. */
function measure(): Record<string, number> {
  const each = Object.entries(running).map(([name, { pid }]) => [name, mb(memoryOf(pid ?? 0))])
  return { ...Object.fromEntries(each), database: mb(memoryOfServer()), ...(memory && { held: memory.held() }) }
}

async function bytesOfDatabase(): Promise<number> {
  return Number((await ground.database.pool.query<{ size: number }>('select pg_database_size(current_database()) as size')).rows[0]?.size)
}

async function position(): Promise<number> {
  return Number((await ground.database.pool.query<{ at: string }>("select pg_current_wal_lsn() - '0/0'::pg_lsn as at")).rows[0]?.at)
}

async function waiting(): Promise<number> {
  const { rows } = await ground.database.pool.query<{ count: number }>("select count(*) as count from inbound where state = 'waiting'")
  return rows[0]?.count ?? 0
}
