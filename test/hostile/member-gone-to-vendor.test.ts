import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { addDecision } from '../../src/groups/actions.ts'
import { openList } from '../../src/list/actions.ts'
import { digestsNow, weeklySummaries } from '../../src/list/digests/jobs.ts'
import { remindDecisions } from '../../src/meetings/jobs.ts'
import { affiliate } from '../../src/people/actions.ts'
import { keeper } from '../ballots.ts'
import { openDesk, sendToDesk } from '../desk.ts'
import { mail } from '../mail.ts'
import { giveAction } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// A member of the group who goes to work for its vendor keeps their role until it ends; of the group's inner work they see their own.
let world: World
let theirs: number
let others: number
beforeAll(async () => {
  world = await makeWorld()
  others = await giveAction(world, world.carla, 'Ask the other vendor what it would cost')
  theirs = await giveAction(world, world.maria, 'Hand the minutes over')
  const { id: organisationId } = await world.db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'vendor')
    .executeTakeFirstOrThrow()
  expect(await statusOf(others)).toBe(200)
  await world.write((tx) => affiliate(tx, keeper(world), { personId: world.maria.personId, organisationId, fromOn: '2020-01-01' }))
})
afterAll(() => world.end())

const statusOf = async (id: number) => (await (await world.as(world.maria)).get(`/actions/${id}`)).status

test('the group’s tasks are not theirs to read', async () => {
  const maria = await world.as(world.maria)
  for (const path of ['/actions', '/actions?view=group', '/actions?view=settled', '/api/v1/actions'])
    expect([path, (await (await maria.get(path)).text()).includes('what it would cost')]).toEqual([path, false])
  expect([await statusOf(others), await statusOf(theirs)]).toEqual([404, 200])
  expect(await (await maria.get('/actions')).text()).toContain('Hand the minutes over')
})

test('nor to write', async () => {
  const maria = await world.as(world.maria)
  expect((await maria.post('/actions', { group: 'lectio', title: 'Do it our way' })).status).toBe(422)
  expect(await world.db.selectFrom('action').select('id').where('title', '=', 'Do it our way').execute()).toEqual([])
})

test('a motion is neither theirs to read nor to put, to answer or to object to', async () => {
  const motion = { question: 'Shall we?', secrecy: 'public', closesAt: '2026-11-20T12:00', zone: 'UTC' }
  const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
  const paths: string[] = []
  for (const way of ['vote', 'consent']) {
    const made = await carla.post('/motions', { ...motion, title: 'Ask for another offer', way })
    expect(made.status).toBe(303)
    paths.push(made.headers.get('location') ?? '')
  }
  await world.settle()
  const voters = await world.db.selectFrom('voter').select('personId').execute()
  expect(new Set(voters.map(({ personId }) => personId))).toEqual(new Set([world.carla.personId]))
  for (const path of paths) {
    expect((await maria.get(path)).status).toBe(404)
    expect((await maria.post(`${path}/objection`, { reason: 'No.' })).status).toBe(404)
  }
  expect((await maria.post('/motions', { ...motion, title: 'Stay with us', way: 'consent' })).status).toBe(404)
  for (const path of ['/ballots', '/today', '/api/v1/ballots']) expect(await (await maria.get(path)).text()).not.toContain('another offer')
  const told = (await world.postbox()).filter(({ email, bytes }) => email === world.maria.email && `${bytes}`.includes('another offer'))
  expect(told).toEqual([])
})

test('a meeting of the group is not theirs, though they may be asked to it as a guest of the vendor is', async () => {
  const carla = await world.as(world.carla)
  const form = {
    time: '10:00',
    minutes: '60',
    zone: 'UTC',
    place: 'https://meet.example/inner',
    quorumPercent: '0',
    hosts: `g${world.group.groupId}`,
  }
  const path = (await carla.post('/meetings', { ...form, title: 'Among us', day: '2026-11-18' })).headers.get('location') ?? ''
  await world.settle()
  expect((await (await world.as(world.maria)).get(path)).status).toBe(404)
  const told = (await world.postbox()).filter(({ bytes }) => `${bytes}`.includes('Among us')).map(({ email }) => email)
  expect([told.includes(world.carla.email), told.includes(world.maria.email)]).toEqual([true, false])
})

test('a decision that is looked at again is told of to those who lead the group, and not to them', async () => {
  const seat = { personId: world.maria.personId, role: 'deputy', groupId: world.group.groupId } as const
  await world.db
    .insertInto('appointment')
    .values({ ...seat, fromOn: '2026-01-01' })
    .execute()
  const day = world.clock.now.toISOString().slice(0, 10)
  const decision = { groupId: world.group.groupId, communityId: null, text: 'We pay for it ourselves.', decidedOn: '2026-01-01' }
  await world.write((tx) => addDecision(tx, keeper(world), { ...decision, reviewOn: day, internal: true }))
  await remindDecisions({}, world.context)
  const told = (await world.postbox()).filter(({ bytes }) => `${bytes}`.includes('We pay for it ourselves')).map(({ email }) => email)
  expect(told).toEqual([world.carla.email])
  await world.db.deleteFrom('appointment').where('personId', '=', world.maria.personId).where('role', '=', 'deputy').execute()
})

test('what comes to a role that they still hold goes to others, and is not theirs to read or to answer', async () => {
  await openDesk(world)
  await world.db.updateTable('roleAddress').set({ role: 'member' }).execute()
  await sendToDesk(world, { from: world.otto.email, subject: 'For the group alone', text: 'Between us.' })
  const told = (await world.postbox()).filter(({ subject, bytes }) => `${subject} ${bytes}`.includes('For the group alone'))
  expect(told.map(({ email }) => email)).toEqual([world.carla.email])
  const maria = await world.as(world.maria)
  for (const path of ['/correspondence', '/correspondence/lectio-coordinator'])
    expect([path, (await maria.get(path)).status]).toEqual([path, 404])
  expect(await (await maria.get('/search?q=alone')).text()).not.toContain('For the group alone')
})

describe('the group’s own list, on which they are still', () => {
  let listId: number
  let number = 0
  beforeAll(async () => {
    const { groupId, communityId } = world.group
    const facts = { groupId, communityIds: [communityId], name: 'lectio-wg', title: 'Lectio-WG', description: 'Plans.' }
    listId = await world.write((tx) => openList(tx, keeper(world), { ...facts, archive: 'group', joinPolicy: 'closed' }))
    for (const person of [world.carla, world.maria, world.susi]) await world.join(person, listId)
    await works(true, world.susi)
    await says(world.carla, 'What we want of the vendor')
  })

  /** Goes to work for the vendor, or it was a mistake. */
  const works = async (there: boolean, { personId } = world.maria) => {
    const { id: organisationId } = await world.db
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', 'vendor')
      .executeTakeFirstOrThrow()
    await world.db.deleteFrom('affiliation').where('personId', '=', personId).execute()
    if (there) await world.write((tx) => affiliate(tx, keeper(world), { personId, organisationId, fromOn: '2020-01-01' }))
  }
  const receives = (receiving: 'each' | 'plain_digest' | 'weekly') =>
    world.db
      .updateTable('subscription')
      .set({ receiving })
      .where('personId', '=', world.maria.personId)
      .where('listId', '=', listId)
      .execute()
  const says = async ({ email }: World['maria'], subject: string, to = 'lectio-wg') => {
    const address = `${to}@lists.localhost`
    const raw = mail({ from: email, to: address, subject, id: `own.${++number}@test.example`, text: 'Between us alone.' })
    await acceptMail(world.write, { raw, mailFrom: email, rcptTo: [address], peer: '203.0.113.9', helo: 'mx', via: 'mail' })
    await world.settle()
  }
  const places = async () => {
    const { messageId } = await world.db
      .selectFrom('message')
      .select('messageId')
      .where('listId', '=', listId)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const own = ['', '/threads', `/m/${messageId}`, `/t/${messageId}`, '/write', '/held', '/subscribers'].map(
      (path) => `/lists/lectio-wg${path}`,
    )
    return [...own, '/api/v1/lists/lectio-wg', '/api/v1/lists/lectio-wg/threads']
  }
  const toldOf = async (words: string, { email } = world.maria) =>
    (await world.postbox()).filter((one) => one.email === email && `${one.post} ${one.subject} ${one.bytes}`.includes(words)).length

  test('sends nothing of it to who works there, be it a member or a subscriber alone', async () => {
    const got = await Promise.all([world.carla, world.maria, world.susi].map((one) => toldOf('What we want', one)))
    expect(got).toEqual([1, 0, 0])
    for (const receiving of ['plain_digest', 'weekly'] as const) {
      await receives(receiving)
      await says(world.carla, `Our next offer, ${receiving}`)
      await digestsNow(world.context)
      await weeklySummaries({}, world.context)
      await world.settle()
    }
    await receives('each')
    expect(await toldOf('Our next offer')).toBe(0)
  })

  test('nor opens to them, on any page, by search, to a program or in a copy of what is theirs', async () => {
    const maria = await world.as(world.maria)
    for (const path of await places()) expect([path, (await maria.get(path)).status]).toEqual([path, 404])
    for (const path of ['/lists', '/search?q=want', '/today', '/api/v1/lists', '/api/v1/search?q=want', '/api/v1/me', '/lists/lectio-l'])
      expect([path, /lectio-wg|What we want/i.test(await (await maria.get(path)).text())]).toEqual([path, false])
    expect((await maria.post('/lists/lectio-wg/write', { subject: 'Hello', text: 'It is me.' })).status).toBe(404)
  })

  test('nor counts for them what nobody has answered on it', async () => {
    await world.give(world.maria, 'deputy', world.group.groupId)
    const days = 86_400_000
    await world.db
      .updateTable('thread')
      .set({ firstAt: new Date(world.clock.now.getTime() - 10 * days) })
      .where('listId', '=', listId)
      .execute()
    await world.db.updateTable('message').set({ personId: null }).where('listId', '=', listId).execute()
    const waits = async (person: World['maria']) =>
      (await (await (await world.as(person)).get('/today')).text()).includes('/lists/lectio-wg')
    expect([await waits(world.carla), await waits(world.maria)]).toEqual([true, false])
    await world.db.deleteFrom('appointment').where('personId', '=', world.maria.personId).where('role', '=', 'deputy').execute()
  })

  test('nor takes what they write as a subscriber’s, or says to them what it is about', async () => {
    await says(world.maria, 'Still with you')
    expect(await world.db.selectFrom('heldMail').select('subject').where('listId', '=', listId).execute()).toEqual([
      { subject: 'Still with you' },
    ])
    await says(world.maria, 'info', 'lectio-wg-request')
    expect(await toldOf('Plans.')).toBe(0)
  })

  test('nor asks or tells them as who looks after it', async () => {
    await world.give(world.maria, 'moderator', world.group.groupId)
    await says(world.otto, 'Somebody from outside')
    expect([await toldOf('Somebody from outside', world.modesto), await toldOf('Somebody from outside')]).toEqual([1, 0])
    await says(world.otto, 'To those who look after it', 'lectio-wg-owner')
    expect([await toldOf('To those who look', world.carla), await toldOf('To those who look')]).toEqual([1, 0])
  })

  test('is theirs to leave all the same, and says why nothing comes', async () => {
    const settings = await (await (await world.as(world.maria)).get('/me')).text()
    expect([settings.includes('Lectio-WG'), settings.includes('while you work for the vendor')]).toEqual([true, true])
    expect(settings).not.toContain('href="/lists/lectio-wg"')
  })

  test('is told to those who look after it and after the roster, with who has left the group and gets its mail still', async () => {
    const otto = { personId: world.otto.personId, role: 'member', groupId: world.group.groupId } as const
    await world.db
      .insertInto('appointment')
      .values({ ...otto, fromOn: '2026-01-01', toOn: '2026-11-01' })
      .execute()
    await world.join(world.otto, listId)
    const carla = await world.as(world.carla)
    const waits = async (browser = carla) => await (await browser.get('/today')).text()
    expect(await waits()).toContain('Maria works for the vendor now')
    expect(await waits()).toContain('Susi works for the vendor and gets no email')
    expect(await waits()).not.toContain('Otto')
    const before = world.clock.now
    world.clock.now = new Date('2026-11-05T09:00:00Z')
    expect(await waits(await world.as(world.carla))).toContain('Otto has left the group and still gets its email')
    world.clock.now = new Date('2026-12-05T09:00:00Z')
    expect(await waits(await world.as(world.carla))).not.toContain('Otto')
    world.clock.now = before
    // Who works there is not asked about themselves or others; who leads the group is asked before the administrators are.
    for (const one of [world.maria, world.ada]) expect(await waits(await world.as(one))).not.toContain('works for the vendor')
    const shown = await (await carla.get('/lists/lectio-wg/subscribers?state=vendor')).text()
    expect([world.maria, world.susi, world.carla].map(({ email }) => shown.includes(email))).toEqual([true, true, false])
  })

  test('comes again once it is said that they do not work there, from then on, with all of it in the archive', async () => {
    await receives('plain_digest')
    await works(false)
    await says(world.carla, 'Welcome back')
    await digestsNow(world.context)
    await world.settle()
    expect([await toldOf('Welcome back'), await toldOf('Our next offer')]).toEqual([1, 0])
    const maria = await world.as(world.maria)
    for (const path of await places()) expect([path, (await maria.get(path)).status]).toEqual([path, 200])
    expect(await (await maria.get('/lists/lectio-wg/threads')).text()).toContain('Our next offer')
    await says(world.maria, 'Glad to be')
    expect(await toldOf('Glad to be', world.carla)).toBe(1)
  })
})
