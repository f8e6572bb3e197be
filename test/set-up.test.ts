import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUpCode } from '../src/operations/set-up-rules.ts'
import { makeEmptyWorld } from './world.ts'

let world: Awaited<ReturnType<typeof makeEmptyWorld>>
beforeEach(async () => {
  world = await makeEmptyWorld()
})
afterEach(() => world.end())

const secret = 'a secret for tests, long enough'
const facts = {
  code: setUpCode(secret),
  name: 'Ada',
  email: 'ada@lovelace.example',
  community: 'Library Systems Users',
  communitySlug: 'lsu',
  vendor: 'Quillon',
  product: 'Lectio',
  group: 'Lectio Working Group',
  groupSlug: 'lectio',
  list: 'lectio-l',
  listTitle: 'Lectio-L',
}

test('an empty database leads to the set-up page, and its facts make the first administrator, group and list', async () => {
  const browser = await world.as()
  expect((await browser.get('/')).headers.get('location')).toBe('/set-up')
  expect((await browser.get('/set-up')).status).toBe(200)

  // What is missing is listed in the order of the page.
  const nothing = await (await browser.post('/set-up', { ...facts, vendor: '', group: '', list: '', listTitle: '' })).text()
  const order = [...nothing.matchAll(/<a href="#f-(\w+)">/g)].map(([, name]) => name)
  expect(order).toEqual(['group', 'vendor', 'listTitle'])

  for (const since of ['soon', '?', '2999']) expect((await browser.post('/set-up', { ...facts, since })).status).toBe(422)
  const done = await browser.post('/set-up', { ...facts, since: '2019', noun: 'hospital' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/today'])
  expect((await browser.get('/admin/outbox')).status).toBe(200)
  expect(await (await browser.get('/lists/lectio-l')).text()).toContain('Lectio-L')
  expect(await (await browser.get('/roster')).text()).toContain('since 2019')
  // What its members are called is said from the first page on.
  expect(await (await browser.get('/first-weeks')).text()).toContain('Add the hospitals')
  // No hospital could vote yet, so that an election is of the group; who it is, is a first step of one that begins new as well.
  expect(await (await browser.get('/elections/new')).text()).toMatch(/<option value="group" selected/)
  await browser.post('/first-weeks/lectio/start-new')
  expect(await (await browser.get('/first-weeks')).text()).toMatch(/Fill the roster[^·]*?Not started/)
  const ben = { name: 'Ben', email: 'ben@lovelace.example', role: 'member', from: '2026-01-01' }
  expect((await browser.post('/roster/lectio/seats', ben)).status).toBe(303)
  expect(await (await browser.get('/first-weeks')).text()).toContain('2 terms in the roster')
})

test('the list and whoever is named there speak the language of the founder', async () => {
  const browser = await world.as()
  await browser.post('/set-up', facts, { 'accept-language': 'fr' })
  const list = await world.db.selectFrom('list').select('language').executeTakeFirstOrThrow()
  expect(list.language).toBe('fr')
  const zoe = { name: 'Zoé', email: 'zoe@lovelace.example', role: 'member', from: '2026-01-01' }
  expect((await browser.post('/roster/lectio/seats', zoe)).status).toBe(303)
  const people = await world.db.selectFrom('person').select(['name', 'locale']).orderBy('id').execute()
  expect(people).toEqual([
    { name: 'Ada', locale: 'fr' },
    { name: 'Zoé', locale: 'fr' },
  ])
})

test('what is wrong is said beside its field, and nothing is made', async () => {
  const browser = await world.as()
  const answer = await browser.post('/set-up', { ...facts, groupSlug: 'Lectio Group', email: 'ada', since: 'in the spring of 2025' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Enter a date like 2026-01-31 that is not in the future, or a year.')
  expect(page).toContain('Short name of the working group: Use lower-case letters, digits and hyphens.')
  expect(page).toContain('Enter an email address, for example name@example.org.')
  expect(page).toContain('Check 3 fields')
  // What is folded is open where something in it is refused.
  expect(page).toMatch(/<details class="fold" open[^>]*><summary>Addresses and start date/)
  expect(await (await browser.get('/set-up')).text()).toMatch(/<details class="fold"><summary>Addresses and start date/)
  expect(page).toContain('>Your email address: Enter an email address')
  const french = await browser.post('/set-up', { ...facts, email: 'ada' }, { 'accept-language': 'fr' })
  expect(await french.text()).toMatch(/>Votre adresse de courriel[\u00a0\u202f]: Saisissez/)
  expect(await world.db.selectFrom('person').select('id').execute()).toEqual([])
})

test('all that is wrong is said at once, whatever finds it, each beside its field', async () => {
  const browser = await world.as()
  const wrong = { code: '12345-67890', email: 'ada', vendor: '', group: '講義の会', groupSlug: '', list: 'lectio-request', since: '2999' }
  const page = await (await browser.post('/set-up', { ...facts, ...wrong })).text()
  const said = [...page.matchAll(/<a href="#f-(\w+)">([^<]*)/g)].map(([, name, text]) => `${name}: ${text?.split(': ')[1]}`)
  expect(said).toEqual([
    'code: Enter the code that Rapport printed when it started.',
    'email: Enter an email address, for example name@example.org.',
    'vendor: Fill in this field.',
    'groupSlug: Use lower-case letters, digits and hyphens.',
    'list: Choose another name. Every list uses this one for its own addresses.',
    'since: Enter a date like 2026-01-31 that is not in the future, or a year.',
  ])
  expect(await world.db.selectFrom('person').select('id').execute()).toEqual([])
})

test('short names that are left empty are made of the names', async () => {
  const browser = await world.as()
  const none = { communitySlug: '', groupSlug: '', list: '' }
  const latin = { community: 'Österreichische Bibliotheken & Archive', group: 'Lectio Working Group', listTitle: 'Lectio-L' }
  const refused = await (await browser.post('/set-up', { ...facts, ...none, ...latin, group: '講義の会', listTitle: '読書' })).text()
  for (const field of ['Short name of the working group', 'Address of the list'])
    expect(refused).toContain(`${field}: Use lower-case letters, digits and hyphens.`)
  expect((await browser.post('/set-up', { ...facts, ...none, ...latin })).status).toBe(303)
  const { db } = world
  expect(await db.selectFrom('community').select('slug').execute()).toEqual([{ slug: 'osterreichische-bibliotheken-archive' }])
  expect(await db.selectFrom('workingGroup').select('slug').execute()).toEqual([{ slug: 'lectio-working-group' }])
  expect(await db.selectFrom('list').select('name').execute()).toEqual([{ name: 'lectio-l' }])
})

test('a list whose name is another list’s own address is refused', async () => {
  const answer = await (await world.as()).post('/set-up', { ...facts, list: 'lectio-request' })
  expect(answer.status).toBe(422)
  expect(await world.db.selectFrom('person').select('id').execute()).toEqual([])
})

test('of two who set up at once, one does', async () => {
  const browsers = [await world.as(), await world.as()]
  const answers = await Promise.all(browsers.map((browser, i) => browser.post('/set-up', { ...facts, email: `ada${i}@lovelace.example` })))
  // The other one is too late, or finds that there is nothing to set up any more: it depends on who waits where.
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 409 || answer.status === 404)).toHaveLength(1)
  expect(await world.db.selectFrom('person').select('id').execute()).toHaveLength(1)
  expect((await (await world.as()).get('/set-up')).headers.get('location')).toMatch(/^\/sign-in/)
})

test('who does not run the machine does not become its first administrator', async () => {
  const browser = await world.as()
  for (const code of ['', '12345-67890', setUpCode('another secret')]) {
    const answer = await browser.post('/set-up', { ...facts, code })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(code === '' ? 'Code' : 'Enter the code that Rapport printed')
  }
  expect(await world.db.selectFrom('person').select('id').execute()).toEqual([])
  expect(await (await browser.get(`/set-up?code=${setUpCode(secret)}`)).text()).toContain(`value="${setUpCode(secret)}"`)
})

test('where it is tomorrow already, the founder holds their roles at once all the same, and so does whom they invite', async () => {
  world.clock.now = new Date('2026-10-16T23:40:00Z')
  const browser = await world.as()
  expect((await browser.post('/set-up', { ...facts, browserZone: 'Australia/Sydney' })).status).toBe(303)
  expect((await browser.get('/admin/outbox')).status).toBe(200)
  expect((await browser.get('/first-weeks')).status).toBe(200)
  const seat = { email: 'vera@northfield.example', name: 'Vera', role: 'member', from: '2026-10-17', how: '' }
  expect((await browser.post('/roster/lectio/seats', seat)).status).toBe(303)
  await world.settle()
  const letters = (await world.postbox()).filter(({ email }) => email === seat.email)
  expect(letters.map(({ kind }) => kind)).toEqual(['charter.seated'])
})
