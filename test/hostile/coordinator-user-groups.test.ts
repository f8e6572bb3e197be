import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundGroup } from '../../src/groups/actions.ts'
import { addInstitution, keeper, openCycle } from '../ballots.ts'
import { seenIn, upload, words } from '../upload.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// Two user groups share a site and its register of institutions. Who speaks in one, and is asked to vote there, the other does not say.
let world: World
let other: number
let house: number
let stella: Person
const own = () => world.group.communityId
beforeAll(async () => {
  world = await makeWorld()
  ;({ communityId: other } = await world.write((tx) =>
    foundGroup(tx, keeper(world), {
      community: { slug: 'southern', name: 'Southern Users' },
      vendor: 'Meridian',
      product: 'Archivo',
      group: { slug: 'archivo', name: 'Archivo Working Group' },
    }),
  ))
  stella = await world.addPerson('Stella')
  await world.db
    .insertInto('appointment')
    .values({ personId: stella.personId, role: 'steering', communityId: own(), fromOn: '2026-01-01' })
    .execute()
  house = await addInstitution(world, 'Northfield', [world.susi], { communityIds: [own(), other] })
})
afterAll(() => world.end())

const referents = async () =>
  (
    await world.db
      .selectFrom('appointment')
      .select(['communityId', 'personId', 'standIn', 'toOn'])
      .where('role', '=', 'referent')
      .where('organisationId', '=', house)
      .orderBy('id')
      .execute()
  ).map(({ communityId, personId, standIn, toOn }) => [communityId, personId, standIn, toOn])

test('a steering committee names and ends nobody who speaks in another user group', async () => {
  const before = await referents()
  const committee = await world.as(stella)
  const form = { email: world.otto.email, communityId: String(other), standIn: 'on', fromOn: '2026-10-01' }
  const named = await committee.post(`/organisations/${house}/referents`, form)
  expect([named.status, await referents()]).toEqual([422, before])
  const terms = await world.db.selectFrom('appointment').select(['id', 'communityId']).where('role', '=', 'referent').execute()
  const termIn = (communityId: number) => terms.find((one) => one.communityId === communityId)?.id
  expect((await committee.post(`/organisations/${house}/referents/${termIn(other)}/end`, { toOn: '2026-10-15' })).status).toBe(404)
  expect(await referents()).toEqual(before)
  const page = await (await committee.get(`/organisations/${house}/edit`)).text()
  expect(page).toContain(`/referents/${termIn(own())}/end`)
  expect(page).not.toContain(`/referents/${termIn(other)}/end`)
  // In its own it does both.
  expect((await committee.post(`/organisations/${house}/referents`, { ...form, communityId: String(own()) })).status).toBe(303)
  expect((await committee.post(`/organisations/${house}/referents/${termIn(own())}/end`, { toOn: '2026-10-31' })).status).toBe(303)
  expect(await referents()).toEqual([
    [own(), world.susi.personId, false, '2026-10-31'],
    [other, world.susi.personId, false, null],
    [own(), world.otto.personId, true, null],
  ])
})

test('nor by a sheet of the register', async () => {
  const committee = await world.as(stella)
  const sheet = (community: string, email: string) =>
    upload(
      world,
      committee,
      '/organisations/import',
      'register.csv',
      `Name;Country;User group;Member from;Referent (email)\nSouthfield;PT;${community};2020-01-01;${email}\n`,
    )
  const page = async (answer: Response) => (await committee.get(answer.headers.get('location') ?? '')).text()
  expect(words(await page(await sheet('Southern Users', world.otto.email)))).toContain(
    'Only the steering committee of Southern Users and administrators can name its referents.',
  )
  const taken = await sheet('Library Systems Users', world.otto.email)
  const path = taken.headers.get('location') ?? ''
  expect((await committee.post(`${path}/apply`, { seen: seenIn(await page(taken)) })).status).toBe(303)
  const named = world.db
    .selectFrom('appointment')
    .innerJoin('organisation', 'organisation.id', 'appointment.organisationId')
    .select(['appointment.communityId', 'appointment.personId'])
    .where('organisation.name', '=', 'Southfield')
  expect(await named.execute()).toEqual([{ communityId: own(), personId: world.otto.personId }])
})

const at = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 16)
const cycle = (communityIds: string) => ({
  title: 'A vote of all',
  zone: 'UTC',
  communityIds,
  recordOn: '2026-10-01',
  budget: '50',
  shortlist: '3',
  capacity: '20',
  ruleOne: 'greedy',
  ruleTwo: 'greedy',
  ties: 'lot',
  secrecy: 'anonymous',
  ...Object.fromEntries(
    ['submission', 'triage', 'round_one', 'costing', 'round_two', 'commitment'].flatMap((kind, place) => [
      [`${kind}-opensAt`, at(10 * place + 1)],
      [`${kind}-closesAt`, at(10 * place + 11)],
    ]),
  ),
})

test('a coordinator asks no institutions of a user group that none of their groups works for', async () => {
  const carla = await world.as(world.carla)
  for (const id of [other, 999_999]) {
    expect([id, (await carla.post('/cycles', cycle(String(id)))).status]).toEqual([id, 422])
    expect(await world.db.selectFrom('cycle').select('id').execute()).toEqual([])
  }
  // Ticked twice, it hosts once.
  const twice = { ...cycle(''), communityIds: [own(), own()] }
  expect((await carla.ask('POST', '/api/v1/acts/cycles', twice)).status).toBe(201)
  expect(await world.db.selectFrom('cycleHost').select('communityId').execute()).toEqual([{ communityId: own() }])
})

test('a consortium’s referent in one user group does not say how it votes in another', async () => {
  const lakes = await addInstitution(world, 'Lakes Consortium', [world.otto], { kind: 'consortium', communityIds: [other] })
  await addInstitution(world, 'Kivu', [], { membership: false, parentId: lakes })
  const { cycleId } = await openCycle(world)
  await world.write(async (tx) => {
    const membership = { organisationId: lakes, communityId: own(), fromOn: '2020-01-01' }
    await tx.insertInto('membership').values(membership).execute()
  })
  const choice = { organisationId: String(lakes), asOne: 'no' }
  const choose = async () => (await (await world.as(world.otto)).post(`/cycles/${cycleId}/consortia`, choice)).status
  expect(await choose()).toBe(404)
  await world.db
    .insertInto('appointment')
    .values({ personId: world.otto.personId, role: 'referent', communityId: own(), organisationId: lakes, fromOn: '2026-01-01' })
    .execute()
  expect(await choose()).toBe(303)
})
