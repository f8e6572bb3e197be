// How many pages of an archive a reader without a session gets, here and from public-inbox-httpd: on the same mails, over 16 connections,
// each page once. Rounds of each alternate; both have the same number of processes. JSON: pages a second, the slowest twentieth, processor
// time a page (milliseconds, the database’s apart), the ratio of each pair of rounds; and the ratio of a member’s pages a second to a
// visitor’s. Does nothing if public-inbox is not installed.
// `--warm` first asks each for so many other pages, because a server that has run for a while has compiled its code.
// node bench/beside-public-inbox.ts [--mbox FILE] [--folder FOLDER] [--rounds 5] [--pages 600] [--warm 600] [--processes 2]
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { program } from '../src/actor.ts'
import { importMailbox, openMailbox } from '../src/archive/import/mailbox-actions.ts'
import { messagePath, threadPath } from '../src/lib/ui/paths.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { writeCorpus } from './corpus.ts'
import { openBenchGround, percentile, reachable, spread } from './ground.ts'
import { loadPages } from './load.ts'
import { usedBy } from './processor.ts'

const { values } = parseArgs({
  options: {
    mbox: { type: 'string' },
    folder: { type: 'string', default: join(tmpdir(), 'rapport-bench-beside') },
    rounds: { type: 'string', default: '5' },
    pages: { type: 'string', default: '600' },
    warm: { type: 'string' },
    processes: { type: 'string', default: '2' },
  },
})
try {
  execFileSync('public-inbox-httpd', ['--help'], { stdio: 'ignore' })
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
    console.log('public-inbox is not installed (Debian: apt-get install public-inbox); nothing was compared.')
    process.exit(0)
  }
}
ensureBuilt()
const { folder, processes } = values
const [rounds, pages, warm] = [Number(values.rounds), Number(values.pages), Number(values.warm ?? values.pages)]
mkdirSync(folder, { recursive: true })
const mbox = values.mbox ?? join(tmpdir(), 'rapport-bench-20000.mbox')
if (!existsSync(mbox)) await writeCorpus(mbox, 20_000)
const list = 'lectio-l'
const email = 'maria@northfield.example'

// The same mails on both sides; what is there from another run is used as it is.
const data = join(folder, 'rapport')
const { ground, list: of } = await openBenchGround(data)
const { pool, db } = ground.database
const { rows: kept } = await pool.query('select from message limit 1')
if (kept.length === 0) {
  await importMailbox(ground.database, { ...program(new Date()), via: 'cli' }, of, await openMailbox(mbox))
  await pool.query('vacuum analyze')
}
if (!(await db.selectFrom('address').select('id').where('email', '=', email).executeTakeFirst())) {
  const { id } = await db.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow()
  await db.insertInto('address').values({ personId: id, email, verifiedAt: new Date() }).execute()
}
const theirs = join(folder, 'public-inbox')
const settings = join(folder, 'public-inbox.config')
const quiet: ('ignore' | 'inherit')[] = ['ignore', 'ignore', 'inherit']
const perl = { env: { ...process.env, PI_CONFIG: settings }, stdio: quiet }
if (!existsSync(theirs)) {
  execFileSync('public-inbox-init', ['-V2', 'bench', theirs, 'http://127.0.0.1/bench', 'lectio-l@lists.example.org'], perl)
  const read =
    'my $i = PublicInbox::InboxWritable->new(PublicInbox::Config->new->lookup_name("bench")); open my $f, "<", shift or die; $i->import_mbox($f, "mboxrd")'
  execFileSync('perl', ['-MPublicInbox::Config', '-MPublicInbox::InboxWritable', '-e', read, mbox], perl)
}

/** Rows in an order that jumps about, the same in every run. */
function shuffled<T>(rows: T[]): T[] {
  const step = Math.floor(rows.length * 0.618) | 1
  return rows.map((_, at) => rows[(at * step) % rows.length] as T)
}

// Ids that stand in an address as they are, and name one message.
const single = `message_id ~ '^[A-Za-z0-9.@_-]+$' and (select count(*) from message v where v.message_id = m.message_id) = 1`
const messages = await pool.query<{ id: string }>(`select message_id as id from message m where ${single} order by id`)
const threads = await pool.query<{ id: string }>(
  `select m.message_id as id from thread t join message m on m.thread_id = t.id and m.message_id = t.root
   where t.messages between 3 and 8 and ${single} order by t.id`,
)
const newest = await pool.query<{ at: Date; id: number }>('select last_at as at, id from thread order by last_at desc, id desc')
const stamp = (at: Date) => at.toISOString().replaceAll(/[-:T]|\..*/g, '')
const kinds = {
  message: shuffled(messages.rows.map(({ id }) => ({ here: messagePath(list, id), there: `/bench/${id}/` }))),
  thread: shuffled(threads.rows.map(({ id }) => ({ here: threadPath(list, id), there: `/bench/${id}/T/` }))),
  list: shuffled(
    newest.rows.map(({ at, id }) => ({ here: `/lists/${list}/threads?after=${at.getTime()}.${id}`, there: `/bench/?t=${stamp(at)}` })),
  ),
}
const code = await ground.context.auth.createCode(email)
await ground.close()

const [port, theirPort] = [await freePort(), await freePort()]
const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web'], {
  env: {
    ...process.env,
    RAPPORT_DATA: data,
    RAPPORT_HTTP: `127.0.0.1:${port}`,
    RAPPORT_LOG: 'warn',
    RAPPORT_SECRET: 'a secret for benches, long enough',
    RAPPORT_WEB_PROCESSES: processes,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
})
const inbox = spawn('public-inbox-httpd', ['-W', processes, '-l', `127.0.0.1:${theirPort}`], perl)
const close = () => {
  rapport.kill()
  inbox.kill()
}
process.on('exit', close)
await Promise.all([reachable(port), reachable(theirPort)])
const server = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** Signs in by the link that is mailed otherwise. */
async function signedIn(): Promise<string> {
  const base = `http://127.0.0.1:${port}`
  const body = new URLSearchParams({ email, code: code?.key ?? '' })
  const answer = await fetch(`${base}/sign-in/code`, { method: 'POST', redirect: 'manual', headers: { origin: base }, body })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

interface Side {
  port: number
  pids: number[]
  cookie?: string
}
const cookie = await signedIn()
const visitor: Side = { port, pids: [rapport.pid as number, server] }
const sides = { here: visitor, there: { port: theirPort, pids: [inbox.pid as number] } satisfies Side, member: { ...visitor, cookie } }

async function measure({ port: at, pids, cookie: known }: Side, next: () => string, count: number) {
  const before = usedBy(pids)
  const load = await loadPages(at, { connections: 16, pages: count, next, cookie: known })
  const after = usedBy(pids)
  const each = (ms: number) => ms / load.times.length
  return {
    perSecond: load.perSecond,
    p95: percentile(load.times, 0.95),
    program: each(after.program - before.program),
    database: each(after.database - before.database),
  }
}

const result: Record<string, unknown> = {}
for (const [kind, all] of Object.entries(kinds)) {
  const each = Math.min(pages, Math.floor(all.length / (2 * (rounds + 1))))
  // A visitor and a member share what is kept ready: each has an end of the pages, and none is asked for twice.
  const places = { here: 0, there: 0, member: 0 }
  const nextOf = (side: keyof typeof sides) => () => {
    const at = side === 'member' ? all.length - 1 - places.member++ : places[side]++
    return all[at]?.[side === 'there' ? 'there' : 'here'] as string
  }
  // Those between are asked for before, as often as it takes, under addresses of their own.
  const between = all.slice(each * rounds, all.length - each * rounds)
  const warmOf = (side: keyof typeof sides) => {
    let at = 0
    return () => {
      const page = between[at % between.length]?.[side === 'there' ? 'there' : 'here'] as string
      return `${page}${page.includes('?') ? '&' : '?'}warm=${side}${at++}`
    }
  }
  const names = Object.keys(sides) as (keyof typeof sides)[]
  const measured = Object.fromEntries(names.map((side) => [side, [] as Awaited<ReturnType<typeof measure>>[]]))
  for (const side of names) await measure(sides[side], warmOf(side), warm)
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? names : names.toReversed()) measured[side]?.push(await measure(sides[side], nextOf(side), each))
  const told = (side: string) => {
    const runs = measured[side] ?? []
    return {
      pagesPerSecond: spread(runs.map(({ perSecond }) => perSecond)),
      p95Ms: spread(
        runs.map(({ p95 }) => p95),
        1,
      ).median,
      programMs: spread(
        runs.map((run) => run.program),
        2,
      ).median,
      databaseMs: spread(
        runs.map((run) => run.database),
        2,
      ).median,
    }
  }
  const ratio = (one: string, other: string) =>
    spread(
      (measured[one] ?? []).map(({ perSecond }, round) => perSecond / (measured[other]?.[round]?.perSecond ?? Number.NaN)),
      2,
    )
  result[kind] = {
    pages: each,
    ...Object.fromEntries(names.map((side) => [side, told(side)])),
    ratio: ratio('here', 'there'),
    member: { ...told('member'), ofVisitor: ratio('member', 'here') },
  }
}
console.log(
  JSON.stringify(
    { bench: 'beside-public-inbox', connections: 16, warm, processes: Number(processes), mails: messages.rows.length, ...result },
    null,
    2,
  ),
)
close()
process.exit(0)
