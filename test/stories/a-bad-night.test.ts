import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { drainJobs } from '../../src/edges/jobs/worker.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { connect } from '../../src/lib/db/connect.ts'
import { createSender } from '../../src/lib/mail/smtp-client.ts'
import { subscribe } from '../../src/list/actions.ts'
import { weigh } from '../../src/list/bounces/jobs.ts'
import { Composer } from '../../src/outbox/compose.ts'
import { deliver } from '../../src/outbox/jobs.ts'
import { ensurePerson } from '../../src/people/actions.ts'
import { mail } from '../mail.ts'
import { type Sink, startSink } from '../sink.ts'
import { makeWorld, type World } from '../world.ts'

const quota = 1_000
const subscribers = 1_284
/** Of one lane: what may be on its way when a process dies. */
const inFlight = 100

let world: World
let sink: Sink
/** What the relay still takes today. */
let left = quota
/** Told with each mail, once the relay has taken so many. */
let midway: { at: number; happens: () => void } | undefined

beforeEach(async () => {
  world = await makeWorld({ answers: {} })
  sink = await startSink({
    keep: true,
    answer: () => {
      if (left <= 0) return '450 4.7.0 Daily sending quota exceeded, try again later'
      left--
      if (midway && sink.accepted >= midway.at) midway.happens()
      return undefined
    },
  })
})
afterEach(async () => {
  await sink.close()
  await world.end()
})

const received = () => {
  const copies = new Map<string, number>()
  for (const { to, data } of sink.messages)
    if (/^Subject: A long night\r$/m.test(data.toString('latin1'))) copies.set(to[0] ?? '', (copies.get(to[0] ?? '') ?? 0) + 1)
  return copies
}

/** A process sends until nothing is due. */
async function run(context: World['context']): Promise<void> {
  const sender = createSender(`smtp://127.0.0.1:${sink.port}`)
  try {
    const composer = new Composer(context)
    while ((await deliver(context, sender, composer, quota)) > 0);
  } finally {
    await sender.close()
  }
}

/** The same until the relay has taken so many: then it dies in the middle of a lane. Its connection to the database is gone, and it writes nothing more. */
async function runUntilDeath(at: number): Promise<void> {
  const database = connect(world.url, { size: 2 })
  let killing: Promise<unknown> = Promise.resolve()
  let dead = false
  // Between two transactions there is nothing to cut: it is tried again with the next mail.
  const cut = () => {
    killing = killing.then(async () => {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`.execute(world.db)
      dead ||= rows.length > 0
    })
  }
  midway = { at, happens: cut }
  await expect(
    run({ ...world.context, db: database.db, write: (act) => (dead ? Promise.reject(new Error('dead')) : database.write(act)) }),
  ).rejects.toThrow()
  midway = undefined
  await killing
  await database.close()
}

test('A bad night', async () => {
  await world.write(async (tx) => {
    const actor = program(world.clock.now)
    const already = await tx.selectFrom('subscription').select('id').where('listId', '=', world.listId).execute()
    for (let n = already.length; n < subscribers; n++) {
      const person = await ensurePerson(tx, actor, { name: `Reader ${n}`, email: `reader${n}@library${n % 40}.example`, verified: true })
      await subscribe(tx, actor, { listId: world.listId, groupId: world.group.groupId, ...person })
    }
  })
  await world.settle()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'A long night', text: 'What shall we do about rollover?' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()

  await runUntilDeath(subscribers / 2)
  expect(received().size).toBeLessThan(subscribers)
  await run(world.context)
  await drainJobs(world.database, world.context)
  const afterFirst = received().size
  expect(afterFirst).toBeLessThanOrEqual(quota)

  for (let hour = 1; hour <= 47; hour++) {
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
    if (hour === 24) left = quota
    await run(world.context)
    await weigh({}, world.context)
    await drainJobs(world.database, world.context)
  }

  const copies = received()
  expect(copies.size).toBe(subscribers)
  const repeated = [...copies.values()].reduce((sum, count) => sum + count - 1, 0)
  // What the relay had taken when the connection went may come twice, and no more than that.
  expect(repeated).toBeLessThanOrEqual(inFlight)
  const suspended = await world.db.selectFrom('subscription').select('id').where('suspendedAt', 'is not', null).execute()
  expect(suspended).toEqual([])
  expect(await world.db.selectFrom('bounce').select('id').execute()).toEqual([])
  expect((await world.postbox()).filter(({ kind }) => kind === 'outbox.paused')).toHaveLength(1)
})
