import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { schedule } from '../../src/edges/jobs/tasks.ts'
import { openGround } from '../../src/ground.ts'
import { mail } from '../mail.ts'
import { freePort } from '../ports.ts'
import { type Sink, startSink, type Taken } from '../sink.ts'
import { Clerk } from './clerk.ts'
import { Feeder } from './feeder.ts'
import { ensureBuilt, Rapport } from './rapport.ts'
import { found, seatAdministrator, seatCoordinator, writer } from './site.ts'

// 300 in the long form: RAPPORT_CRASH_KILLS=300 npx vitest run test/crash
const kills = Number(process.env.RAPPORT_CRASH_KILLS ?? (process.env.RAPPORT_LONG ? 20 : 10))
const subscribers = Array.from({ length: 5 }, (_, i) => `reader${i}@library${i}.example`)
// Four lanes, each with at most a hundred mails sent and not yet written down (DESIGN of the outbox).
const inFlight = 4 * 100

let sink: Sink
let env: Record<string, string>
let port: number
let clerk: Clerk
let address: string
/** An administrator's. */
let token: string
/** The coordinator begins to work on the web. */
let begin: () => Promise<void>
/** How often each subscriber's server accepted each post: `number recipient`. */
const received = new Map<string, number>()

const messageId = (number: number) => `${number}@crash.example`
/** Every tenth mail is a stranger's: it is held, and jobs write to the moderator. */
const isHeld = (number: number) => number % 10 === 0
const compose = (number: number) => {
  const from = isHeld(number) ? 'stranger@elsewhere.example' : writer
  const text = `Mail ${number}\r\n${'We see the same in lists that were rolled over.\r\n'.repeat(number % 40)}`
  return { from, data: mail({ from, subject: `Mail ${number}`, id: messageId(number), text }) }
}

function take({ to, data }: Taken): undefined {
  const number = /^Message-ID: <(\d+)@crash\.example>/im.exec(data.toString('latin1', 0, 8_000))?.[1]
  if (number === undefined) return
  for (const recipient of to) received.set(`${number} ${recipient}`, (received.get(`${number} ${recipient}`) ?? 0) + 1)
}

beforeAll(async () => {
  ensureBuilt()
  const folder = join(inject('runFolder'), 'crash')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'dns.json'), '{}')
  sink = await startSink({ answer: take })
  port = await freePort()
  const web = await freePort()
  address = `http://127.0.0.1:${web}`
  env = {
    RAPPORT_DATA: folder,
    RAPPORT_HTTP: `127.0.0.1:${web}`,
    RAPPORT_BASE_URL: address,
    RAPPORT_SMTP: `127.0.0.1:${port}`,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
    RAPPORT_LOG: 'error',
  }
  const ground = await openGround(readConfig(env))
  token = await seatAdministrator(ground)
  const { cookie, paper, hosts } = await seatCoordinator(ground, await found(ground, subscribers))
  await ground.close()
  clerk = new Clerk(address, cookie)
  const meeting = {
    title: 'Meeting',
    day: '2030-12-10',
    time: '10:00',
    minutes: '60',
    zone: 'UTC',
    place: 'https://meet.example/',
    quorumPercent: '50',
  }
  begin = async () => {
    // The doors open one after the other, and it takes mail first.
    let made: Response | undefined
    while (!made) {
      made = await clerk.post('/meetings', { ...meeting, hosts }).catch(() => undefined)
      await sleep(50)
    }
    if (made.status !== 303) throw new Error(`the meeting: ${made.status} ${await made.text()}`)
    clerk.keepDoing('form', (number) =>
      clerk.post('/requests', { kind: 'idea', title: `Idea ${number}.`, text: 'A need.', visibility: 'subscribers' }),
    )
    clerk.keepDoing('line', (number, key) => clerk.post('/meetings/2030-12-10/lines', { key, text: `Line ${number}.`, version: '0' }))
    clerk.keepDoing('vote', (number) => clerk.post(paper, { act: 'cast', choice: number % 2 ? 'yes' : 'no' }))
    // One person has twenty under way at most, and each that was cut off is one.
    clerk.keepDoing('upload', (number) => clerk.upload(`file ${number}.txt`, Buffer.alloc(200_000, `File ${number}. `)), 8)
  }
})

afterAll(() => sink?.close())

/** What stands in the database when all is done. */
async function takeStock() {
  const ground = await openGround(readConfig(env))
  const { db } = ground.database
  const rows = async (query: string) => (await sql.raw<Record<string, string>>(query).execute(db)).rows
  const count = async (query: string) => Number((await rows(query))[0]?.count)
  const archived = await db
    .selectFrom('message')
    .select(({ fn }) => ['messageId', fn.countAll<number>().as('count')])
    .groupBy('messageId')
    .execute()
  const numbers = async (query: string) => (await rows(query)).map(({ text }) => Number(/\d+/.exec(String(text))?.[0]))
  const stock = {
    archived: new Map(archived.map((row) => [row.messageId, row.count])),
    held: await count('select count(distinct subject) from held_mail'),
    deliveries: await count('select count(*) from delivery d join message m on m.id = d.message_id'),
    forms: await numbers('select title as text from request'),
    lines: await numbers('select text from minute_line where removed_at is null'),
    uploads: await numbers('select name as text from upload where file_id is not null'),
    votes: await count('select coalesce(max(version), 0) as count from paper'),
  }
  await ground.close()
  return stock
}

/** What is left to do, asked of the running program's database; what the schedule asks for each minute comes and goes. */
const left = (rapport: Rapport) =>
  rapport.askDatabase(`select 'mail' as what, count(*)::int as count from inbound where state <> 'settled'
    union all select 'delivery', count(*)::int from delivery where state <> 'sent'
    union all select 'job ' || t.identifier || ' ' || j.attempts || ' of ' || j.max_attempts || coalesce(': ' || left(j.last_error, 200), ''), count(*)::int from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier not in ('${schedule.map(({ task }) => task).join("', '")}')
        -- What was never begun and is for later is not stuck: a flood is summed up after a quarter of an hour.
        and not (j.attempts = 0 and j.run_at > now()) group by 1`)

/**
 * A kill from outside that falls twice on one job, mail or letter looks as if that had ended its process: it is parked and shown, and
 * whoever runs the program has it tried again.
 */
async function tryParkedAgain(): Promise<void> {
  const ask = async (method: string, path: string): Promise<Response> =>
    fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && path.startsWith('/acts') ? { body: '{}' } : {}),
      signal: AbortSignal.timeout(20_000),
    })
  const list = async (path: string) =>
    ((await (await ask('GET', path)).json()) as { items: { id: number; nextAt?: string | null }[] }).items
  for (const { id, nextAt } of await list('/admin/jobs')) if (nextAt === null) await ask('POST', `/admin/jobs/${id}/retry`)
  for (const { id } of await list('/admin/queue')) await ask('POST', `/admin/queue/${id}/retry`)
  for (const { id } of await list('/admin/outbox?state=failed')) await ask('POST', `/acts/admin/outbox/${id}/retry`)
}

/** What is done to it, one after another. */
const blows: { name: string; strike(rapport: Rapport): Promise<unknown> | undefined; restart?: boolean }[] = [
  { name: 'kill the program', strike: (rapport) => rapport.kill(), restart: true },
  { name: 'kill a backend', strike: (rapport) => rapport.killBackend() },
  { name: 'kill the postmaster', strike: async (rapport) => rapport.killDatabase() },
  { name: 'freeze the program', strike: (rapport) => rapport.freeze(300 + Math.random() * 1_500) },
  { name: 'kill the program', strike: (rapport) => rapport.kill(), restart: true },
  { name: 'break all connections', strike: (rapport) => rapport.cutConnections() },
  { name: 'freeze the postmaster', strike: (rapport) => rapport.freeze(300 + Math.random() * 1_500, 'postmaster') },
  { name: 'kill the postmaster', strike: async (rapport) => rapport.killDatabase() },
  { name: 'break what listens', strike: (rapport) => rapport.cutConnections('rapport worker') },
  { name: 'kill a backend', strike: (rapport) => rapport.killBackend() },
]

test(
  `after ${kills} kills at random instants nothing that was said yes to is lost, nothing happens twice, and nothing is stuck`,
  async () => {
    let rapport = await Rapport.start(env, port)
    const feeder = new Feeder(port, compose)
    await begin()
    for (let kill = 0; kill < kills; kill++) {
      await sleep(100 + Math.random() * 1_400)
      const blow = blows[kill % blows.length]
      await blow?.strike(rapport)
      if (blow?.restart) rapport = await Rapport.start(env, port)
      // Nothing but a kill of the program itself ends it.
      if (rapport.ended) throw new Error(`it ended after "${blow?.name}":\n${rapport.said}`)
    }
    await Promise.all([feeder.stop(), clerk.stop()])
    const posts = [...feeder.acknowledged].filter((number) => !isHeld(number))
    const missing = () =>
      posts.flatMap((number) => subscribers.filter((to) => !received.has(`${number} ${to}`)).map((to) => `${number} ${to}`))
    const nothingIsMissing = async () => {
      await tryParkedAgain()
      return missing()
    }
    await expect.poll(nothingIsMissing, { interval: 500 }).toEqual([])
    await expect
      .poll(
        async () => {
          await tryParkedAgain()
          return left(rapport)
        },
        { interval: 500 },
      )
      .toEqual([
        { what: 'mail', count: 0 },
        { what: 'delivery', count: 0 },
      ])
    await rapport.stop()

    const stock = await takeStock()
    const copies = [...received.values()]
    const duplicates = copies.reduce((sum, count) => sum + count - 1, 0)
    console.log(
      JSON.stringify({
        kills,
        acknowledged: feeder.acknowledged.size,
        sentAgainBySender: feeder.repeats,
        archived: stock.archived.size,
        held: stock.held,
        deliveries: stock.deliveries,
        accepted: copies.reduce((sum, count) => sum + count, 0),
        duplicates,
        mostCopiesOfOne: Math.max(...copies),
        web: Object.fromEntries(Object.entries(clerk.done).map(([what, numbers]) => [what, numbers.length])),
      }),
    )
    expect(posts.filter((number) => stock.archived.get(messageId(number)) !== 1)).toEqual([])
    expect(stock.archived.size).toBe(posts.length)
    expect(stock.held).toBe(feeder.acknowledged.size - posts.length)
    expect(duplicates).toBeLessThanOrEqual(kills * inFlight)
    expect(stock.deliveries).toBe(posts.length * (subscribers.length + 1))

    const { form = [], line = [], vote = [], upload = [] } = clerk.done
    expect(form.filter((number) => !stock.forms.includes(number))).toEqual([])
    expect(stock.lines.toSorted((a, b) => a - b)).toEqual(line)
    expect(upload.filter((number) => !stock.uploads.includes(number))).toEqual([])
    expect(stock.votes).toBeGreaterThanOrEqual(vote.length)
  },
  kills * 20_000 + 600_000,
)
