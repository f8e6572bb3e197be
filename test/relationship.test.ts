import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
let open: number
let inner: number
beforeAll(async () => {
  world = await makeVendorWorld()
  ;[open = 0, inner = 0] = await world.askFor(
    { title: 'Bulk edit of loans', visibility: 'public' },
    { title: 'A secret embargo', visibility: 'group' },
  )
  const submission = await world.handOver([open, inner])
  const vera = await world.as(world.vera)
  for (const id of [open, inner]) await vera.post(`${submission}/requests/${id}`, { class: 'Declined', reason: `Nobody needs ${id}.` })
  await world.settle()
})
afterAll(() => world.end())

const get = (path: string, headers: Record<string, string> = {}) => world.app.request(`http://rapport.test${path}`, { headers })
const text = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()
const decide = async (shown: boolean) =>
  (await world.as(world.carla)).post('/site/figures', { group: 'lectio', ...(shown ? { shown: 'on' } : {}) })
/** Who may read what the vendor said, from now on. */
const answersFor = async (requestId: number, readers: 'group' | 'public') =>
  world.db
    .updateTable('answer')
    .set({ readers, readersFrom: new Date(world.clock.now.getTime() - 1_000) })
    .where('requestId', '=', requestId)
    .execute()
/** Everything that leaves the site for everybody. */
const everywhere = ['/', '/sitemap.xml', '/feed.atom', '/feed.json', '/embed/latest-news', '/embed/roster', '/charter']

test('until the group decides so, the figures with the vendor do not exist outside of it', async () => {
  const gone = await get('/relationship')
  expect([gone.status, gone.headers.get('location')]).toEqual([303, '/sign-in?next=%2Frelationship'])
  for (const person of [world.otto, world.vera]) expect((await (await world.as(person)).get('/relationship')).status).toBe(404)
  expect((await get('/api/v1/groups/lectio/relationship')).status).toBe(401)
  expect((await (await world.as(world.otto)).get('/api/v1/groups/lectio/relationship')).status).toBe(404)
  expect((await get('/oembed?url=http://rapport.test/relationship')).status).toBe(404)
  for (const path of everywhere) expect(await text(path), path).not.toContain('/relationship')
})

test('who decides about it looks before; nobody else does, and nobody decides in the group’s place', async () => {
  const carla = await world.as(world.carla)
  const before = await (await carla.get('/relationship?as=everybody')).text()
  expect(before).toContain('These numbers are not public.')
  const ada = await world.as(world.ada)
  expect(await (await ada.get('/site/figures')).text()).toContain('Only the working group sees these numbers.')
  expect((await ada.post('/site/figures', { group: 'lectio', shown: 'on' })).status).toBe(404)
  expect((await ada.get('/relationship?as=everybody')).status).toBe(404)
  expect((await carla.post('/site/figures', { group: 'nobody', shown: 'on' })).status).toBe(404)
})

test('where it does, everybody sees figures of what everybody may read, and of nothing else', async () => {
  await answersFor(open, 'group')
  expect((await decide(true)).status).toBe(303)
  // One request is the group's alone, the other has an answer that is: neither is counted.
  expect(await text('/relationship')).toContain('No public requests sent to Quillon yet')
  await answersFor(open, 'public')
  await answersFor(inner, 'public')
  const page = await text('/relationship')
  expect(page).toMatch(/<b>1<\/b> <span>public request sent/)
  expect(page).toContain('of 1 public request answered')
  expect(page).toContain('1 public answer')
  expect(page).toContain('Declined (1)')
  for (const hidden of ['A secret embargo', 'Bulk edit of loans', 'Nobody needs', 'not public']) expect(page).not.toContain(hidden)

  const figures = await (await get('/api/v1/groups/lectio/relationship')).json()
  expect(figures).toMatchObject({ handed: 1, answered: 1, late: 0, byClass: [{ class: 'declined', count: 1 }], commitments: 0 })
  expect(JSON.stringify(figures)).not.toContain('secret')
  // Those of the group have all of it, at the address of their own page too.
  expect(await (await (await world.as(world.carla)).get('/relationship')).text()).toContain('A secret embargo')
  // Search knows requests and answers, each for those who may read it.
  expect(await text('/search?q=embargo')).not.toContain('A secret embargo')
})

test('commitments count once everybody was told, in public requests alone', async () => {
  const carla = await world.as(world.carla)
  for (const id of [open, inner])
    expect(
      (await carla.post('/commitments', { group: 'lectio', requestId: String(id), productId: '1', year: '2026', points: '5' })).status,
    ).toBe(303)
  const counted = async () => (await (await get('/api/v1/groups/lectio/relationship')).json()) as { commitments: number }
  await world.db.updateTable('tellingEvent').set({ readers: 'subscribers', readersFrom: world.clock.now }).execute()
  expect((await counted()).commitments).toBe(0)
  await world.db.updateTable('tellingEvent').set({ readers: 'public' }).execute()
  expect((await counted()).commitments).toBe(1)
  expect(await text('/relationship')).toContain('of 1 public promise delivered')
})

test('the page of the group says how much of its figures everybody sees; the first page says the same number as the public page', async () => {
  await decide(true)
  const own = await (await (await world.as(world.carla)).get('/relationship')).text()
  expect(own).toContain(
    'All 2 requests of the group are counted. <a href="/relationship?group=lectio&amp;as=everybody">View the numbers of the one request that everyone can read',
  )
  for (const path of ['/groups/lectio', '/relationship']) {
    const page = await text(path)
    expect(page, path).toMatch(/<b>1<\/b> <span>public request sent/)
    expect(page, path).toContain('of 1 public request answered')
  }
})

test('another group’s figures are shown to who works on requests elsewhere as to everybody, and no place leads to what is not', async () => {
  const carla = await world.as(world.carla)
  const other = '/relationship?group=catalogo'
  expect((await carla.get(other)).status).toBe(404)
  expect(await (await carla.get('/answers?group=catalogo')).text()).not.toContain(other)
  const group = world.db.updateTable('workingGroup').where('slug', '=', 'catalogo')
  await group.set({ relationshipPublic: true }).execute()
  const page = await carla.get(other)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Catalogo Working Group')])
  await group.set({ relationshipPublic: false }).execute()
})

test('while an answer waits to be told, the group does not take 0 days', async () => {
  await decide(true)
  const page = (await text('/relationship')).split('How long we take')[1] ?? ''
  expect(page).toMatch(/Report answers back to the list \(1\)[\s\S]{0,400}1 waiting/)
  expect(page).not.toContain('0 days')
})

test('then the map, the places, the first page and programs lead there; in four languages', async () => {
  await decide(true)
  await answersFor(open, 'public')
  expect(await text('/sitemap.xml')).toContain('<loc>http://rapport.test/relationship</loc>')
  expect(await text('/')).toContain('<a href="/relationship">Work with the vendor</a>')
  expect(await text('/groups/lectio')).toContain('<a href="/relationship?group=lectio">All numbers</a>')
  expect(await (await get('/oembed?url=http://rapport.test/relationship')).json()).toMatchObject({ title: 'Work with the vendor' })
  for (const [language, words] of [
    ['de', 'Sehen Sie, was wir an Quillon gesendet haben'],
    ['fr', 'Voyez ce que nous avons envoyé à Quillon'],
    ['es', 'Vea qué enviamos a Quillon'],
  ] as const)
    expect(await text('/relationship', { 'accept-language': language })).toContain(words)
})

test('and when it takes it back, all of that is gone at the next request', async () => {
  await decide(true)
  const carla = await world.as(world.carla)
  await carla.post('/site/menu', { menu: '/charter\n/relationship' })
  expect(await text('/')).toContain('href="/relationship"')
  await decide(false)
  for (const path of everywhere) expect(await text(path), path).not.toContain('/relationship')
  expect((await get('/relationship')).status).toBe(303)
  expect((await get('/api/v1/groups/lectio/relationship')).status).toBe(401)
  const lines = await world.db.selectFrom('journal').select('action').where('action', 'like', 'relationship.%').orderBy('id').execute()
  // What was so already leaves no line.
  expect(lines.map(({ action }) => action)).toEqual(['relationship.shown', 'relationship.hidden'])
})

test('a program decides by the same act', async () => {
  const carla = await world.as(world.carla)
  const answer = await carla.request('POST', '/api/v1/acts/site/figures', { group: 'lectio', shown: true } as never)
  expect(answer.status).toBeLessThan(300)
  expect((await get('/relationship')).status).toBe(200)
})
