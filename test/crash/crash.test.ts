import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { readConfig } from '../../src/config.ts'
import { openGround } from '../../src/ground.ts'
import { appoint, foundGroup } from '../../src/groups/actions.ts'
import { openList, subscribe } from '../../src/list/actions.ts'
import { ensurePerson } from '../../src/people/actions.ts'
import { mail } from '../mail.ts'
import { type Sink, startSink, type Taken } from '../sink.ts'
import { Feeder } from './feeder.ts'
import { ensureBuilt, freePort, Rapport } from './rapport.ts'

// 300 in the long form: RAPPORT_CRASH_KILLS=300 npx vitest run test/crash
const kills = Number(process.env.RAPPORT_CRASH_KILLS ?? 20)
const subscribers = Array.from({ length: 5 }, (_, i) => `reader${i}@library${i}.example`)
// Four lanes, each with at most a hundred mails sent and not yet written down (DESIGN of the outbox).
const inFlight = 4 * 100

let sink: Sink
let env: Record<string, string>
let port: number
/** How often each subscriber's server accepted each post: `number recipient`. */
const received = new Map<string, number>()

const messageId = (number: number) => `${number}@crash.example`
/** Every tenth mail is a stranger's: it is held, and jobs write to the moderator. */
const isHeld = (number: number) => number % 10 === 0
const compose = (number: number) => {
  const from = isHeld(number) ? 'stranger@elsewhere.example' : 'maria@maria.example'
  const text = `Mail ${number}\r\n${'We see the same in lists that were rolled over.\r\n'.repeat(number % 40)}`
  return { from, data: mail({ from, subject: `Mail ${number}`, id: messageId(number), text }) }
}

function take({ to, data }: Taken): undefined {
  const number = /^Message-ID: <(\d+)@crash\.example>/im.exec(data.toString('latin1', 0, 8_000))?.[1]
  if (number === undefined) return
  for (const recipient of to) received.set(`${number} ${recipient}`, (received.get(`${number} ${recipient}`) ?? 0) + 1)
}

async function found(): Promise<void> {
  const ground = await openGround(readConfig(env))
  const actor = program(new Date())
  await ground.context.write(async (tx) => {
    const { groupId, communityId } = await foundGroup(tx, actor, {
      community: { slug: 'c', name: 'C' },
      vendor: 'V',
      product: 'P',
      group: { slug: 'g', name: 'G' },
    })
    const listId = await openList(tx, actor, { groupId, communityIds: [communityId], name: 'lectio-l', title: 'Lectio-L' })
    for (const email of ['maria@maria.example', ...subscribers])
      await subscribe(tx, actor, { listId, groupId, ...(await ensurePerson(tx, actor, { name: email, email, verified: true })) })
    const { personId } = await ensurePerson(tx, actor, { name: 'Carla', email: 'carla@carla.example', verified: true })
    await appoint(tx, actor, { personId, role: 'coordinator', groupId, fromOn: '2026-01-01' })
  })
  await ground.close()
}

beforeAll(async () => {
  ensureBuilt()
  const folder = join(inject('runFolder'), 'crash')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'dns.json'), '{}')
  sink = await startSink({ answer: take })
  port = await freePort()
  env = {
    RAPPORT_DATA: folder,
    RAPPORT_HTTP: `127.0.0.1:${await freePort()}`,
    RAPPORT_SMTP: `127.0.0.1:${port}`,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
    RAPPORT_LOG: 'error',
  }
  await found()
}, 120_000)

afterAll(() => sink?.close())

/** What stands in the database when all is done. */
async function takeStock() {
  const ground = await openGround(readConfig(env))
  const count = async (query: string) => Number((await sql.raw<{ count: number }>(query).execute(ground.database.db)).rows[0]?.count)
  const archived = await ground.database.db
    .selectFrom('message')
    .select(({ fn }) => ['messageId', fn.countAll<number>().as('count')])
    .groupBy('messageId')
    .execute()
  const stock = {
    archived: new Map(archived.map((row) => [row.messageId, row.count])),
    held: await count(
      `select count(distinct r.sha256) from held_mail h join inbound i on i.id = h.inbound_id join raw_mail r on r.id = i.raw_id`,
    ),
    waiting: await count(`select count(*) from inbound where state <> 'settled'`),
    due: await count(`select count(*) from delivery where state <> 'sent'`),
    locked: await count('select count(*) from graphile_worker._private_jobs where locked_at is not null'),
    jobs: await count(
      `select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier not in ('journal.chain', 'site.sweep')`,
    ),
    deliveries: await count('select count(*) from delivery d join message m on m.id = d.message_id'),
  }
  await ground.close()
  return stock
}

test(
  `after ${kills} kills at random instants no mail is lost, none is archived twice, and nothing is stuck`,
  async () => {
    let rapport = await Rapport.start(env, port)
    const feeder = new Feeder(port, compose)
    let databases = 0
    let errors = ''
    for (let kill = 1; kill <= kills; kill++) {
      await sleep(100 + Math.random() * 1_400)
      if (kill % 4 === 0) {
        databases++
        await rapport.killDatabase()
      } else {
        errors += rapport.said
        await rapport.kill()
      }
      rapport = await Rapport.start(env, port)
    }
    await feeder.stop()
    const posts = [...feeder.acknowledged].filter((number) => !isHeld(number))
    const missing = () =>
      posts.flatMap((number) => subscribers.filter((to) => !received.has(`${number} ${to}`)).map((to) => `${number} ${to}`))
    await expect.poll(missing, { timeout: 60_000, interval: 200 }).toEqual([])
    // The last answers are written down, and the last letters leave.
    await sleep(2_500)
    await rapport.stop()

    const stock = await takeStock()
    const copies = [...received.values()]
    const duplicates = copies.reduce((sum, count) => sum + count - 1, 0)
    console.log(
      JSON.stringify({
        kills,
        databasesKilled: databases,
        acknowledged: feeder.acknowledged.size,
        sentAgainBySender: feeder.repeats,
        archived: stock.archived.size,
        held: stock.held,
        deliveries: stock.deliveries,
        accepted: copies.reduce((sum, count) => sum + count, 0),
        duplicates,
        mostCopiesOfOne: Math.max(...copies),
      }),
    )
    expect(posts.filter((number) => stock.archived.get(messageId(number)) !== 1)).toEqual([])
    expect(stock.archived.size).toBe(posts.length)
    expect(stock.held).toBe(feeder.acknowledged.size - posts.length)
    expect(duplicates).toBeLessThanOrEqual(kills * inFlight)
    expect(stock.deliveries).toBe(posts.length * (subscribers.length + 1))
    expect({ waiting: stock.waiting, due: stock.due, locked: stock.locked, jobs: stock.jobs }).toEqual({
      waiting: 0,
      due: 0,
      locked: 0,
      jobs: 0,
    })
    expect(errors).toBe('')
  },
  kills * 10_000 + 120_000,
)
