import { afterAll, beforeAll, expect, test } from 'vitest'
import { program, visitor } from '../../src/actor.ts'
import { sealToken } from '../../src/lib/token/seal.ts'
import { affiliate } from '../../src/people/actions.ts'
import { answerAffiliation, settleSilent } from '../../src/people/affiliations/actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { proposeMerge } from '../../src/requests/merging-actions.ts'
import { openAffirmation, raiseVoice } from '../../src/requests/support/actions.ts'
import { listSupporters } from '../../src/requests/support/queries.ts'
import { carlaOf } from '../ballots.ts'
import { actorOf, employ } from '../requests-world.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// Who has spoken for an institution keeps the links of letters. What it stands behind is said by who speaks for it today.
let world: World
let places: Awaited<ReturnType<typeof employ>>
let rita: Person
let request: number
const day = '2026-10-16'
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  places = await employ(world)
  rita = await world.addPerson('Rita')
  await world.join(rita)
  await speaks(rita, places.corrib)
  request = await ask('Kept for years')
  await voice(rita, request)
})
afterAll(() => world.end())

const speaks = (person: Person, organisationId: number) =>
  world.db
    .insertInto('appointment')
    .values({ personId: person.personId, role: 'referent', communityId: world.group.communityId, organisationId, fromOn: '2026-01-01' })
    .execute()
const stops = (person: Person) =>
  world.db
    .updateTable('appointment')
    .set({ toOn: '2026-10-15' })
    .where('personId', '=', person.personId)
    .where('role', '=', 'referent')
    .execute()
const goesOn = (person: Person) =>
  world.db.updateTable('appointment').set({ toOn: null }).where('personId', '=', person.personId).where('role', '=', 'referent').execute()
const ask = async (title: string) => {
  const carla = await actorOf(world, world.carla)
  const facts = { kind: 'idea' as const, title, text: title, visibility: 'public' as const }
  return world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts))
}
const voice = async (person: Person, id: number) => {
  const actor = await actorOf(world, person)
  await world.write((tx) => raiseVoice(tx, actor, id, { strength: 'must', reason: '', organisationId: places.corrib }))
}
const confirmed = async () => (await listSupporters(world.db, request)).map(({ confirmedBy }) => confirmedBy)

test('a former referent affirms nothing by the link of an old letter, nor on Today', async () => {
  const carla = await actorOf(world, world.carla)
  world.clock.now = new Date(world.clock.now.getTime() + 1_000)
  const later = { ...carla, at: world.clock.now }
  await world.write((tx) => openAffirmation(tx, later, world.group.groupId, { name: 'Cycle 2027', closesOn: '2026-11-10' }))
  await world.settle()
  const questions = world.db.selectFrom('supportQuestion').select('id').where('personId', '=', rita.personId)
  const { id } = await questions.executeTakeFirstOrThrow()
  const link = `/support/${sealToken(world.site.secret, 'support', id)}`
  const said = async () =>
    (await world.db.selectFrom('support').select('affirmationId').where('requestId', '=', request).execute()).map(
      ({ affirmationId }) => affirmationId,
    )
  await stops(rita)
  const answer = await (await world.as()).post(link, { answer: 'all' })
  expect([answer.status, await said()]).toEqual([404, [null]])
  const today = await (await (await world.as(rita)).get('/today')).text()
  expect(today).not.toContain(`/support/questions/${id}`)
  await goesOn(rita)
  expect(await (await (await world.as(rita)).get('/today')).text()).toContain(`/support/questions/${id}`)
  expect((await (await world.as()).post(link, { answer: 'all' })).status).toBe(303)
  expect(await said()).toEqual([expect.any(Number)])
})

test('nor do they take back their institution’s word with their own voice', async () => {
  await stops(rita)
  expect(await confirmed()).toEqual(['Rita'])
  expect((await (await world.as(rita)).post(`/requests/${request}/voice/withdraw`)).status).toBe(303)
  expect(await confirmed()).toEqual(['Rita'])
  await goesOn(rita)
  await voice(rita, request)
  expect((await (await world.as(rita)).post(`/requests/${request}/voice/withdraw`)).status).toBe(303)
  expect(await confirmed()).toEqual([])
})

test('nor do they say whether its support goes along with a merge', async () => {
  const [from, into] = [await ask('From here'), await ask('To there')]
  await voice(rita, from)
  const carla = await actorOf(world, world.carla)
  await world.write((tx) => proposeMerge(tx, carla, from, into, ''))
  await world.settle()
  const notice = await world.db.selectFrom('mergeNotice').selectAll().where('personId', '=', rita.personId).executeTakeFirstOrThrow()
  const link = `/merge/${sealToken(world.site.secret, 'merge', notice.id)}`
  const decided = async () =>
    (await world.db.selectFrom('mergeParty').select('decidedBy').where('id', '=', notice.partyId).executeTakeFirstOrThrow()).decidedBy
  await stops(rita)
  expect((await (await world.as()).post(link, { stays: 'yes' })).status).toBe(404)
  expect(await decided()).toBeNull()
  await goesOn(rita)
  expect((await (await world.as()).post(link, { stays: 'yes' })).status).toBe(303)
  expect(await decided()).toBe(rita.personId)
})

test('of an institution without a referent nobody speaks who has left it', async () => {
  await stops(rita)
  const [from, into] = [await ask('Left here'), await ask('Left there')]
  await voice(world.susi, from)
  const carla = await actorOf(world, world.carla)
  await world.write((tx) => proposeMerge(tx, carla, from, into, ''))
  await world.settle()
  const notice = await world.db.selectFrom('mergeNotice').selectAll().where('personId', '=', world.susi.personId).executeTakeFirstOrThrow()
  const link = `/merge/${sealToken(world.site.secret, 'merge', notice.id)}`
  const works = (toOn: string | null) =>
    world.db.updateTable('affiliation').set({ toOn }).where('personId', '=', world.susi.personId).execute()
  await works('2026-10-15')
  expect((await (await world.as()).post(link, { stays: 'yes' })).status).toBe(404)
  await works(null)
  expect((await (await world.as()).post(link, { stays: 'yes' })).status).toBe(303)
})

test('who answers that they have left an institution, or of whom a keeper says so, speaks for it no longer', async () => {
  for (const [name, end] of [
    ['Lena', (id: number) => world.write((tx) => answerAffiliation(tx, visitor(world.clock.now), id, false))],
    ['Lars', (id: number) => world.write((tx) => settleSilent(tx, carlaOf(world), id, false))],
  ] as const) {
    const person = await world.addPerson(name)
    await speaks(person, places.harbour)
    await speaks(person, places.northfield)
    const { id } = await world.db
      .insertInto('affiliation')
      .values({ personId: person.personId, organisationId: places.harbour, fromOn: '2026-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await end(id)
    await world.settle()
    const terms = await world.db
      .selectFrom('appointment')
      .select(['organisationId', 'toOn'])
      .where('personId', '=', person.personId)
      .orderBy('id')
      .execute()
    expect(terms).toEqual([
      { organisationId: places.harbour, toOn: day },
      { organisationId: places.northfield, toOn: null },
    ])
    const lines = await world.db
      .selectFrom('journal')
      .select(['action', 'via'])
      .where('subject', '=', `organisation:${places.harbour}`)
      .execute()
    expect(lines).toContainEqual({ action: 'appointment.ended', via: program(world.clock.now).via })
  }
})

test('one voice is the word of one institution at a time, however many its person works at', async () => {
  const both = await world.addPerson('Bea')
  await world.join(both)
  for (const organisationId of [places.corrib, places.northfield])
    await world.write((tx) => affiliate(tx, carlaOf(world), { personId: both.personId, organisationId, fromOn: '2020-01-01' }))
  const id = await ask('Said in two houses')
  const actor = await actorOf(world, both)
  for (const organisationId of [places.corrib, places.northfield])
    await world.write((tx) => raiseVoice(tx, actor, id, { strength: 'must', reason: '', organisationId }))
  expect((await listSupporters(world.db, id)).map(({ organisationId }) => organisationId)).toEqual([places.northfield])
  // What a colleague says there stays said.
  const susi = await actorOf(world, world.susi)
  await world.write((tx) => raiseVoice(tx, susi, id, { strength: 'should', reason: '' }))
  const said = (await listSupporters(world.db, id)).map(({ organisationId }) => organisationId)
  await world.write((tx) => raiseVoice(tx, actor, id, { strength: 'must', reason: '', organisationId: places.corrib }))
  await world.write((tx) => raiseVoice(tx, actor, id, { strength: 'must', reason: '', organisationId: places.northfield }))
  expect((await listSupporters(world.db, id)).map(({ organisationId }) => organisationId)).toEqual(said)
})
