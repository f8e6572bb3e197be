import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { appoint } from '../src/groups/actions.ts'
import { adoptTemplate } from './charter.ts'
import { nowOf, partsOf } from './parts.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await adoptTemplate(world)
})
afterAll(() => world.end())

const path = '/groups/lectio/facts'
const read = async (at: string, person?: Person) => (await (await world.as(person)).get(at)).text()

/** How a clause stands, as the group reads it. */
async function standing(clause: string): Promise<string | undefined> {
  const found = await (await world.as(world.maria)).get('/api/v1/groups/lectio/charter/findings?limit=100')
  return ((await found.json()) as { items: { number: string; state: string }[] }).items.find(({ number }) => number === clause)?.state
}

test('who leads the group says since when it is and what it is called, and the charter and the site say it', async () => {
  expect(await standing('P1')).toBe('not_measured')
  const carla = await world.as(world.carla)
  expect(await read('/groups/lectio/charter', world.carla)).toContain(`href="${path}"`)
  const typed = { name: 'Lectio Users', tagline: 'Reading lists, together.', foundedOn: '2016-09-01' }
  const early = await carla.post(path, { ...typed, foundedOn: '2026-12-01' })
  expect([early.status, await early.text()]).toEqual([
    422,
    expect.stringMatching(/value="Lectio Users".*Choose a founding date that is today or earlier/s),
  ])
  expect((await carla.post(path, { ...typed, name: ' ' })).status).toBe(422)
  expect(await read('/')).toContain('Lectio Working Group')
  for (const person of [world.maria, world.otto]) expect((await (await world.as(person)).post(path, typed)).status).toBe(404)

  expect((await carla.post(path, typed)).status).toBe(303)
  const home = await read('/')
  expect([home.includes('Lectio Users'), home.includes('Reading lists, together.')]).toEqual([true, true])
  expect(await standing('P1')).toBe('kept')
  // The charter was begun when nobody had said the day; one that begins now has it.
  const begun = await carla.post('/charter/drafts', { group: 'lectio', from: 'template' })
  expect(await read(begun.headers.get('location') ?? '', world.carla)).toContain('1 September 2016')
  await world.settle()
  const clauses = await world.db.selectFrom('searchDocument').select('author').where('kind', '=', 'clause').distinct().execute()
  expect(clauses).toEqual([{ author: 'Lectio Users' }])
  const lines = await world.db.selectFrom('journal').select(['personId', 'groupId']).where('action', '=', 'group.changed').execute()
  expect(lines).toEqual([{ personId: world.carla.personId, groupId: world.group.groupId }])
})

test('each part of the details is a line that says how it stands; the one that was refused stands open', async () => {
  const details = await read(path, world.ada)
  expect(partsOf(details)).toEqual({ details: false, belonging: false })
  expect([nowOf(details, 'details'), nowOf(details, 'belonging')]).toEqual([
    'Lectio Users · no one sees the directory of people',
    'Library Systems Users',
  ])
  const wrong = await (await world.as(world.ada)).post(`/groups/lectio/user-groups`, {})
  expect(partsOf(await wrong.text())).toEqual({ details: false, belonging: true })
})

test('an organisation is changed part by part, and its page comes back to the part', async () => {
  const ada = await world.as(world.ada)
  const made = await ada.post('/organisations', { name: 'Corrib Library', kind: 'institution', country: 'IE', domains: 'corrib.example' })
  const at = made.headers.get('location') ?? ''
  const communityId = String(world.group.communityId)
  const joined = await ada.post(`${at}/memberships`, { communityId, fromOn: '2026-01-01' })
  expect(joined.headers.get('location')).toBe(`${at}/edit#memberships`)
  const edit = await read(`${at}/edit`, world.ada)
  expect(['details', 'consortia', 'memberships', 'contracts'].map((part) => nowOf(edit, part))).toEqual([
    'Institution · Ireland · corrib.example',
    'None',
    'Library Systems Users',
    'No contracts yet',
  ])
  expect(Object.values(partsOf(edit)).every((open) => !open)).toBe(true)
})

test('an administrator brings another user group, which hosts the list and sees to it, as long as that is said', async () => {
  const ada = await world.as(world.ada)
  const carla = await world.as(world.carla)
  const add = { name: 'Northern Readers', slug: 'northern' }
  expect((await carla.post('/groups/lectio/user-groups/new', add)).status).toBe(404)
  for (const [form, sentence] of [
    [{ ...add, slug: 'lsui' }, 'This short name is taken. Choose another one.'],
    [{ ...add, name: 'library systems USERS' }, 'Library Systems Users is already on this site. Select it above.'],
    [{ ...add, slug: 'Not short' }, 'Short name: Use lower-case letters, digits and hyphens.'],
    [{ ...add, name: '読書', slug: '' }, 'Short name: Use lower-case letters, digits and hyphens.'],
  ] as const) {
    const refused = await ada.post('/groups/lectio/user-groups/new', form)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(sentence)])
  }
  expect((await ada.post('/groups/lectio/user-groups/new', add)).status).toBe(303)
  const { id: northern } = await world.db.selectFrom('community').select('id').where('slug', '=', 'northern').executeTakeFirstOrThrow()
  expect(await read(path, world.ada)).toContain('Lectio-L: Northern Readers')

  const stella = await world.addPerson('Stella')
  const steering = { personId: stella.personId, role: 'steering' as const, communityId: northern, fromOn: '2026-01-01' }
  await world.write((tx) => appoint(tx, program(world.clock.now), steering))
  const held = async () => (await (await world.as(stella)).get('/lists/lectio-l/held')).status
  expect(await held()).toBe(404)
  const set = (body: object, person = ada) => person.ask('POST', '/api/v1/acts/groups/lectio/user-groups', body)
  const both = [world.group.communityId, northern]
  const hosts = both.map((id) => `${world.listId}-${id}`)
  expect((await set({ communityIds: both, hosts }, carla)).status).toBe(404)
  expect((await set({ communityIds: both, hosts })).status).toBe(200)
  expect(await held()).toBe(200)
  expect(await read('/overview', stella)).toContain('Lectio')

  // It is called anew by who steers it, not like another; its address stays.
  const call = async (name: string) => (await world.as(stella)).post('/user-groups/northern', { name, noun: 'institution', do: 'save' })
  expect(await (await call('Library systems users')).text()).toContain('Another user group has this name.')
  expect((await call('Northern Users')).status).toBe(303)
  expect(await read('/admin/groups', world.ada)).toContain('aria-label="User group settings: Northern Users"')
  const hosting = async () =>
    (await world.db.selectFrom('listCommunity').select('communityId').orderBy('communityId').execute()).map((one) => one.communityId)
  expect(await hosting()).toEqual(both)

  // Another group of the site keeps its own.
  for (const communityIds of [[], [999_999]]) {
    const refused = await set({ communityIds, hosts })
    expect([refused.status, ((await refused.json()) as { errors: object[] }).errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'communityIds' })],
    ])
  }
  expect((await set({ communityIds: [world.group.communityId], hosts })).status).toBe(200)
  expect([await hosting(), await held()]).toEqual([[world.group.communityId], 404])
  const others = await world.db
    .selectFrom('groupCommunity')
    .innerJoin('workingGroup', 'workingGroup.id', 'groupCommunity.groupId')
    .select('communityId')
    .where('workingGroup.slug', '=', 'catalogo')
    .execute()
  expect(others).toEqual([{ communityId: world.group.communityId }])
})
