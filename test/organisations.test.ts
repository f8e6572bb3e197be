import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ alone: true })
})
afterAll(() => world.end())

const add = async (form: Record<string, string>) => {
  const carla = await world.as(world.carla)
  const response = await carla.post('/organisations', { kind: 'institution', ...form })
  return {
    status: response.status,
    path: response.headers.get('location') ?? '',
    said: response.headers.get('set-cookie') ?? '',
    page: response.status === 422 ? await response.text() : '',
  }
}
const post = async (path: string, form: Record<string, string>) => {
  const carla = await world.as(world.carla)
  const response = await carla.post(path, form)
  return { status: response.status, page: response.status === 422 ? await response.text() : '' }
}
const see = async (path: string, person = world.carla) => (await (await world.as(person)).get(path)).text()

test('a coordinator adds an institution with its domains, and everybody who is signed in finds it', async () => {
  const { status, path } = await add({
    name: 'Northfield University Library',
    country: 'GB',
    ror: 'https://ror.org/02mhbdp94',
    website: 'https://www.northfield.example/',
    domains: 'Northfield.example\n@lib.northfield.example',
  })
  expect(status).toBe(303)
  expect(await see(path)).toContain('lib.northfield.example, northfield.example')
  // Domains and contracts are for those who keep the register.
  expect(await see(path, world.susi)).not.toContain('lib.northfield.example')
  expect(await see('/organisations?q=NÓRTHFIELD', world.susi)).toContain('Northfield University Library')
  expect(await see('/organisations?q=lib.north', world.susi)).toContain('Northfield University Library')
  expect(await see('/organisations?country=FR', world.susi)).toContain('No organisations match')
})

test.each([
  [
    'a domain that another has',
    { domains: 'northfield.example' },
    'northfield.example already belongs to another organisation: Northfield University Library.',
  ],
  ['a domain that looks like another', { domains: 'nоrthfield.example' }, 'looks like “northfield”'],
  ['a public suffix', { domains: 'ac.uk' }, 'suffix under which many register'],
  ['a provider of free mail', { domains: 'gmail.com' }, 'Anyone can get an address at gmail.com'],
  ['a ROR id with swapped digits', { ror: '02mhbdp49' }, 'check digits do not match'],
  ['the ROR id of another', { ror: '02mhbdp94' }, 'This ROR ID belongs to another organisation: Northfield University Library.'],
  ['no country', { country: 'ZZ' }, 'Choose a country from the list'],
  ['a vendor as its consortium', { parentId: '1' }, 'Choose a consortium for an institution'],
  ['a consortium that there is not', { parentId: '999999' }, 'Choose another parent organisation.'],
  ['a website that is a script', { website: 'javascript:alert(1)' }, 'begins with https'],
])('an institution with %s is refused beside the field, and nothing is kept', async (_, form, sentence) => {
  const { status, page } = await add({ name: 'Second', ...(form as Record<string, string>) })
  expect(status).toBe(422)
  expect(page).toContain(sentence)
  expect(await world.db.selectFrom('organisation').select('id').where('name', '=', 'Second').execute()).toEqual([])
})

test('a domain that looks like one of another organisation is kept, and said to do so: when it is saved, and beside its field', async () => {
  const said = 'Be careful: northfie1d.example looks like northfield.example of Northfield University Library, but is another domain.'
  const begun = await see('/organisations/new?name=North&domain=northfie1d.example')
  expect(/id="[^"]*-domains-hint">.*?<textarea/s.exec(begun)?.[0]).toContain(said)
  const like = await add({ name: 'North Field', domains: 'northfie1d.example' })
  expect(like.status).toBe(303)
  expect(decodeURIComponent(like.said)).toContain(said)
  expect(/id="[^"]*-domains-hint">.*?<textarea/s.exec(await see(`${like.path}/edit`))?.[0]).toContain(said)
  const changed = await post(like.path, { name: 'North Field', kind: 'institution', domains: 'northfields.example' })
  expect(changed.status).toBe(303)
  expect(await see(`${like.path}/edit`)).toContain('Be careful: northfields.example looks like northfield.example')
  const honest = await add({ name: 'Southbank', domains: 'southbank.example' })
  expect(await see(`${honest.path}/edit`)).not.toContain('Be careful')
})

test('members of a consortium share its membership and contracts', async () => {
  const consortium = await add({ name: 'Lakes Consortium', kind: 'consortium' })
  const member = await add({ name: 'Kivu Lakes University', country: 'RW', parentId: consortium.path.split('/').at(-1) ?? '' })
  expect(await see(member.path)).toContain('No membership yet')
  const { communityId } = world.group
  await post(`${consortium.path}/memberships`, { communityId: String(communityId), fromOn: '2024-01-01' })
  await post(`${consortium.path}/contracts`, { productId: '1', fromOn: '2024-01-01' })
  await post(`${member.path}/stage`, { productId: '1', stage: 'live' })
  const page = await see(member.path)
  expect(page.match(/through Lakes Consortium/g)).toHaveLength(2)
  expect(page).toContain('Vacant')
  const directory = await see('/organisations?members=on')
  expect(directory).toContain('Member institutions by country')
  expect(directory).toContain('Rwanda')
  expect(directory).toContain('Live')
})

test('what is missing is said of those who can have it: a vendor joins no user group, and who is no member needs no referent', async () => {
  const vendor = await see((await add({ name: 'Another vendor', kind: 'vendor' })).path)
  for (const heading of ['Membership', 'Contracts', 'Referents']) expect(vendor).not.toContain(`>${heading}</h2>`)
  const library = await see((await add({ name: 'Fenland University', country: 'GB' })).path)
  for (const said of ['No membership yet', 'No contracts yet']) expect(library).toContain(said)
  expect(library).not.toContain('>Referents</h2>')
})

test('a referent and her stand-in speak for an institution, one of each at a time', async () => {
  const { path } = await add({ name: 'Corrib Institute', country: 'IE' })
  const referent = { communityId: String(world.group.communityId), fromOn: '2026-01-01' }
  expect((await post(`${path}/referents`, { ...referent, email: 'nobody@nowhere.example' })).page).toContain(
    'No one on this site has this address yet.',
  )
  expect((await post(`${path}/referents`, { ...referent, email: world.susi.email })).status).toBe(303)
  expect((await post(`${path}/referents`, { ...referent, email: world.otto.email })).page).toContain('These days overlap another entry')
  expect((await post(`${path}/referents`, { ...referent, email: world.otto.email, standIn: 'on' })).status).toBe(303)
  const [term] = await world.db.selectFrom('appointment').select('id').where('personId', '=', world.susi.personId).execute()
  expect((await post(`${path}/referents/${term?.id}/end`, { toOn: '2026-09-30' })).status).toBe(303)
  expect((await post(`${path}/referents`, { ...referent, email: world.maria.email, fromOn: '2026-10-01' })).status).toBe(303)
  const page = await see(path)
  for (const said of ['Susi', 'ended', 'Stand-in', 'Maria']) expect(page).toContain(said)
})

test('a contract that ends before it begins, or overlaps another, changes nothing', async () => {
  const { path } = await add({ name: 'Swan River University' })
  const contract = { productId: '1', fromOn: '2025-01-01', toOn: '2025-12-31' }
  expect((await post(`${path}/contracts`, { ...contract, toOn: '2024-12-31' })).page).toContain('Choose a last day after the first day.')
  expect((await post(`${path}/contracts`, contract)).status).toBe(303)
  expect((await post(`${path}/contracts`, { ...contract, fromOn: '2025-06-01', toOn: '' })).page).toContain(
    'These days overlap another entry',
  )
  expect((await post(`${path}/contracts`, { ...contract, fromOn: '31/12/2025' })).status).toBe(422)
  const rows = await world.db.selectFrom('contract').select(['id', 'fromOn']).where('fromOn', '=', '2025-01-01').execute()
  expect(rows).toHaveLength(1)
  // The sentence stands in the form of that contract, beside its day.
  const ended = (await post(`${path}/contracts/${rows[0]?.id}/days`, { fromOn: '2025-01-01', toOn: '2024-12-31' })).page
  const form = new RegExp(`<form[^>]*action="${path}/contracts/${rows[0]?.id}/days".*?</form>`, 's').exec(ended)?.[0] ?? ''
  expect(form).toContain('Choose a last day after the first day.')
  expect(form).toContain('value="2024-12-31"')
})

test('days that were wrong are corrected, without overlapping another of the same, and the history says what they were', async () => {
  const { path } = await add({ name: 'Yarra Library' })
  const communityId = String(world.group.communityId)
  await post(`${path}/memberships`, { communityId, fromOn: '2020-01-01', toOn: '2021-12-31' })
  await post(`${path}/memberships`, { communityId, fromOn: '2024-06-01' })
  await post(`${path}/contracts`, { productId: '1', fromOn: '2021-12-01' })
  const id = Number(path.split('/').at(-1))
  const days = async (table: 'membership' | 'contract') =>
    (await world.db.selectFrom(table).select(['id', 'fromOn', 'toOn']).where('organisationId', '=', id).orderBy('fromOn').execute()) as {
      id: number
      fromOn: string
      toOn: string | null
    }[]
  const [, second] = await days('membership')
  const at = `${path}/memberships/${second?.id}/days`
  expect((await post(at, { fromOn: '2021-12-31', toOn: '' })).page).toContain('These days overlap another entry')
  expect((await post(at, { fromOn: '2024-06-01', toOn: '2024-05-31' })).page).toContain('Choose a last day after the first day.')
  expect((await post(at, { fromOn: '2022-01-01', toOn: '2030-12-31' })).status).toBe(303)
  // A contract is of a product: the days of a membership are not in its way. A last day can be taken away again.
  const [contract] = await days('contract')
  expect((await post(`${path}/contracts/${contract?.id}/days`, { fromOn: '2019-01-01', toOn: '' })).status).toBe(303)
  expect((await post(at, { fromOn: '2022-01-01', toOn: '' })).status).toBe(303)
  expect((await days('membership')).map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
    ['2020-01-01', '2021-12-31'],
    ['2022-01-01', null],
  ])
  expect((await days('contract')).map(({ fromOn }) => fromOn)).toEqual(['2019-01-01'])
  const lines = () =>
    world.db.selectFrom('journal').select(['action', 'details']).where('subject', '=', `organisation:${id}`).orderBy('id').execute()
  const before = await lines()
  expect(before.slice(-3)).toMatchObject([
    { action: 'membership.changed', details: { fromOn: '2022-01-01', wasFromOn: '2024-06-01', toOn: '2030-12-31' } },
    { action: 'contract.changed', details: { fromOn: '2019-01-01', wasFromOn: '2021-12-01' } },
    { action: 'membership.changed', details: { wasToOn: '2030-12-31' } },
  ])
  expect((await post(at, { fromOn: '2022-01-01', toOn: '' })).status).toBe(303)
  expect(await lines()).toHaveLength(before.length)
  // What belongs to another organisation is not there.
  const { path: other } = await add({ name: 'Another Library' })
  expect((await post(`${other}/memberships/${second?.id}/days`, { fromOn: '2022-01-01' })).status).toBe(404)
  expect(await see(`${path}/edit`)).toContain('value="2022-01-01"')
})

test('a register of 10,000 is paged and filtered, a page at a time', async () => {
  await sql`insert into organisation (name, kind, country) select 'Institute number ' || n, 'institution', (array['DE', 'FR', 'JP'])[1 + n % 3] from generate_series(1, 10000) n`.execute(
    world.db,
  )
  await sql`insert into membership (organisation_id, community_id, from_on) select id, 1, '2020-01-01' from organisation where name like 'Institute number %5'`.execute(
    world.db,
  )
  await sql`insert into organisation_domain (organisation_id, domain) select id, 'institute' || id || '.example' from organisation`.execute(
    world.db,
  )
  await sql`analyze`.execute(world.db)
  const susi = await world.as(world.susi)
  for (const path of ['/organisations?page=120', '/organisations?q=number+77', '/organisations?country=FR&members=on']) {
    const response = await susi.get(path)
    expect(response.status, path).toBe(200)
    // One page of rows, however many there are.
    expect((await response.text()).match(/href="\/organisations\/\d+"/g)?.length ?? 0, path).toBeLessThanOrEqual(60)
  }
})

test.each(['1.5', '-3', 'x', '0.001'])('a page that is no number of a page, %s, is one of the list', async (page) => {
  const [susi, ada] = [await world.as(world.susi), await world.as(world.ada)]
  for (const path of ['/organisations', '/documents', '/requests']) expect((await susi.get(`${path}?page=${page}`)).status, path).toBe(200)
  for (const path of ['/people', '/lists/lectio-l/subscribers', '/affiliations'])
    expect((await ada.get(`${path}?page=${page}`)).status, path).toBe(200)
})
