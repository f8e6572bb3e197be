import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { parkMail } from '../src/archive/inbound-actions.ts'
import { drainJobs } from '../src/edges/jobs/worker.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { unsubscribe } from '../src/list/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const send = (from: string, rcptTo: string[], { name = 'Somebody', subject = 'A mail' } = {}) =>
  acceptMail(world.write, { raw: mail({ from: `${name} <${from}>`, to: rcptTo.join(', '), subject }), mailFrom: from, rcptTo, via: 'mail' })

const lettersOf = async (kind: string) => (await world.postbox()).filter((letter) => letter.kind === kind)

describe('a stranger who knows the address of a group’s own list', () => {
  test('asks by mail, confirms, and waits for the moderators like everybody else', async () => {
    await world.write((tx) =>
      tx.updateTable('list').set({ archive: 'group', joinPolicy: 'confirm' }).where('id', '=', world.listId).execute(),
    )
    await send('mallory@elsewhere.example', ['lectio-l-subscribe@lists.localhost'])
    await world.settle()
    const [letter] = await lettersOf('list.confirm-join')
    const token = /confirm\/([a-z2-7]{31})/.exec(letter?.bytes?.toString('utf8').replaceAll('=\r\n', '') ?? '')?.[1]
    await (await world.as()).post(`/confirm/${token}`, {})
    await world.settle()
    const { state } = await world.db.selectFrom('subscriptionRequest').select('state').executeTakeFirstOrThrow()
    expect(state).toBe('waiting')
    await send(world.maria.email, ['lectio-l@lists.localhost'], { subject: 'For us alone' })
    await world.settle()
    expect((await world.postbox()).filter(({ email, post }) => post === 'For us alone' && email.startsWith('mallory'))).toEqual([])
  })
})

describe('whoever writes in a victim’s name', () => {
  test('makes Rapport write to the victim a few times an hour at most', async () => {
    for (let number = 0; number < 20; number++)
      await send('victim@elsewhere.example', [`lectio-l-${['request', 'subscribe', 'unsubscribe'][number % 3]}@lists.localhost`])
    await world.settle()
    expect((await world.postbox()).filter(({ email }) => email === 'victim@elsewhere.example')).toHaveLength(6)
  })

  test('cannot put an advertisement into the greeting', async () => {
    await send('victim@elsewhere.example', ['lectio-l-subscribe@lists.localhost'], { name: '"Win now at casino.example"' })
    await world.settle()
    const [letter] = await lettersOf('list.confirm-join')
    expect(letter?.bytes?.toString('utf8')).not.toMatch(/casino/)
  })
})

describe('a mail to several addresses', () => {
  test('that a moderator lets through goes to her list alone; what it was elsewhere, it is not again', async () => {
    await send('otto@otto.example', ['lectio-l-owner@lists.localhost', 'catalogo-l@lists.localhost', 'lectio-l@lists.localhost'])
    await world.settle()
    const held = await world.db.selectFrom('heldMail').select(['id', 'listId']).orderBy('listId').execute()
    expect(held.map(({ listId }) => listId)).toEqual([world.listId, world.otherListId])
    await (await world.as(world.bruno)).post(`/lists/catalogo-l/held/${held[1]?.id}`, { decision: 'discard', note: '' })
    await world.join(world.otto, world.otherListId)
    await (await world.as(world.modesto)).post(`/lists/lectio-l/held/${held[0]?.id}`, { decision: 'approve', note: '' })
    await world.settle()
    const posted = await world.db.selectFrom('message').select('listId').execute()
    expect(posted).toEqual([{ listId: world.listId }])
    const owners = (await lettersOf('list.owner')).map(({ email }) => email)
    expect(owners.sort()).toEqual([world.carla.email, world.modesto.email].sort())
  })
})

describe('a flood', () => {
  test('of mail to be held tells the moderators twenty times an hour, and the page tells of all', async () => {
    for (let number = 0; number < 30; number++) await send(`spam${number}@elsewhere.example`, ['lectio-l@lists.localhost'])
    await world.settle()
    const notices = (await world.postbox()).filter(({ email, kind }) => email === world.modesto.email && kind === 'list.held-moderators')
    expect(notices).toHaveLength(20)
    expect(await (await (await world.as(world.modesto)).get('/today')).text()).toContain('20 more held messages')
  })

  test('of mail that cannot be sorted tells the operator once an hour', async () => {
    await send('otto@otto.example', ['lectio-l@lists.localhost'])
    const { id } = await world.db.selectFrom('inbound').select('id').executeTakeFirstOrThrow()
    for (let number = 0; number < 3; number++) {
      await world.write((tx) => parkMail(tx, id, 'broken', world.clock.now))
      await drainJobs(world.database, world.context)
    }
    expect(await lettersOf('inbound.alarm')).toHaveLength(1)
  })
})

test('who leaves while a post is on its way to her need not wait for the relay, and gets nothing more', async () => {
  await send(world.maria.email, ['lectio-l@lists.localhost'])
  await world.settle()
  const mine = world.db.selectFrom('delivery').innerJoin('subscription', 'subscription.id', 'delivery.subscriptionId')
  const { id, subscriptionId } = await mine
    .select(['delivery.id', 'delivery.subscriptionId'])
    .where('subscription.personId', '=', world.susi.personId)
    .executeTakeFirstOrThrow()
  // A lane holds the row while it sends.
  await world.write(async (lane) => {
    await sql`select from delivery where id = ${id} for update`.execute(lane)
    await world.write(async (tx) => {
      await sql`set local lock_timeout = '500ms'`.execute(tx)
      await unsubscribe(tx, program(world.clock.now), subscriptionId as number, 'link')
    })
  })
  await world.settle()
  const { state } = await world.db.selectFrom('delivery').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  expect(state).toBe('cancelled')
  // The others get it.
  const others = await world.db.selectFrom('delivery').select('state').where('id', '<>', id).where('messageId', 'is not', null).execute()
  expect(others.length).toBeGreaterThan(1)
  expect(new Set(others.map((one) => one.state))).toEqual(new Set(['queued']))
})
