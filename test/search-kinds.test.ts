import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { rebuildFound } from '../src/edges/cli/rebuild.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { appoint } from '../src/groups/core/actions.ts'
import { addDecision } from '../src/groups/decisions-actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { addOrganisation } from '../src/people/actions.ts'
import { adoptTemplate } from './charter.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ alone: true })
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Rollover', id: 'one@maria.example', text: 'Ask Harbourlight about it' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.write((tx) => addOrganisation(tx, program(world.clock.now), { name: 'Harbourlight Library', kind: 'institution' }))
  const maria = await world.as(world.maria)
  await maria.post('/me/profile', { about: 'I run rollovers at Harbourlight.', profileShown: 'on' })
  const susi = await world.as(world.susi)
  await susi.post('/me/profile', { about: 'Harbourlight in secret.' })
  await world.write((tx) => enqueue(tx, 'people.index'))
  await world.settle()
})
afterAll(() => world.end())

const found = async (person: World['maria'] | undefined, q: string) => {
  const answer = await (await world.as(person)).ask('GET', `/api/v1/search?${new URLSearchParams({ q })}`)
  const { items } = (await answer.json()) as { items: { kind: string; path: string | null }[] }
  return items.map(({ kind, path }) => `${kind} ${path?.replace(/\/\d+$/, '/N')}`).toSorted()
}

test('people and organisations are found by who may see them, with their pages', async () => {
  const all = ['message /lists/lectio-l/m/one%40maria.example', 'organisation /organisations/N', 'person /people/N']
  expect(await found(world.maria, 'harbourlight')).toEqual(all)
  // Who keeps the register finds whoever shows no profile, too; an account alone finds no mail and
  // nobody, who is signed out no institution either.
  expect((await found(world.ada, 'harbourlight')).filter((one) => one.startsWith('person'))).toHaveLength(2)
  expect(await found(world.otto, 'harbourlight')).toEqual([all[1]])
  expect(await found(undefined, 'harbourlight')).toEqual([])
})

test('a kind is asked for in several words, and counted', async () => {
  for (const word of ['is:person', 'is:people', 'is:persons'])
    expect(await found(world.susi, `harbourlight ${word}`)).toEqual(['person /people/N'])
  const maria = await world.as(world.maria)
  const counts = await (await maria.ask('GET', '/api/v1/search/counts?q=harbourlight')).json()
  expect(counts).toMatchObject({
    total: 3,
    kinds: expect.arrayContaining([
      { name: 'person', count: 1 },
      { name: 'message', count: 1 },
    ]),
  })
  const page = await (await maria.get('/search/counts?q=harbourlight')).text()
  expect(page).toContain('<a href="/search?q=harbourlight+is%3Aperson">People</a>')
})

test('who hides her profile is found no more at once', async () => {
  const maria = await world.as(world.maria)
  await maria.post('/me/profile', { about: 'I run rollovers at Harbourlight.' })
  expect(await found(world.susi, 'harbourlight is:person')).toEqual([])
  await world.settle()
  expect(await found(world.susi, 'harbourlight is:person')).toEqual([])
})

test('what is of one group is found with its short name, and counted by group', async () => {
  const carla = await world.as(world.carla)
  const bruno = await world.as(world.bruno)
  const said = { decidedOn: '2026-10-01', text: 'Harbourlight hosts the next meeting.', internal: true }
  await world.write((tx) => addDecision(tx, program(world.clock.now), { groupId: world.group.groupId, communityId: null, ...said }))
  expect(await found(world.maria, 'harbourlight group:lectio')).toEqual([
    'decision /decisions/N',
    'message /lists/lectio-l/m/one%40maria.example',
  ])
  expect(await found(world.maria, 'harbourlight group:catalogo')).toEqual([])
  expect(await found(world.maria, 'harbourlight group:no-such')).toEqual([])
  const counts = await (await carla.ask('GET', '/api/v1/search/counts?q=harbourlight')).json()
  expect(counts).toMatchObject({ groups: [{ name: 'lectio', title: 'Lectio Working Group', count: 2 }] })
  // To who sees nothing of the group there is nothing to count.
  expect(await (await bruno.ask('GET', '/api/v1/search/counts?q=harbourlight%20group:lectio')).json()).toMatchObject({
    total: 0,
    groups: [],
  })
})

test('a hit says when it was, and of a person nothing that they did not say', async () => {
  const carla = await world.as(world.carla)
  const said = { decidedOn: '2025-03-02', text: 'Lighthouses are counted twice.', internal: false }
  await world.write((tx) => addDecision(tx, program(world.clock.now), { groupId: world.group.groupId, communityId: null, ...said }))
  expect(await (await carla.get('/search?q=lighthouses')).text()).toMatch(/Decision[^<]*<time[^>]*>2 March 2025</)
  const page = await (await carla.get('/search?q=harbourlight+is:person')).text()
  expect(page).toMatch(/class="meta">Person<\/(?:p|span|div)>/)
  // Each is said for itself: about, institution, role.
  await world.write((tx) => enqueue(tx, 'people.index'))
  await world.settle()
  expect(await (await carla.get('/search?q=carla+is:person')).text()).toMatch(/coordinator, Lectio Working Group/)
})

test('an organisation is found by its country and a person by their role, as the pages of any language call them', async () => {
  await world.write((tx) => addOrganisation(tx, program(world.clock.now), { name: 'Kivu Readers', kind: 'institution', country: 'RW' }))
  const deputy = { personId: world.maria.personId, groupId: world.group.groupId, role: 'deputy' } as const
  await world.write((tx) => appoint(tx, program(world.clock.now), { ...deputy, fromOn: '2025-01-01' }))
  await world.write((tx) => enqueue(tx, 'people.index'))
  await world.settle()
  for (const q of ['rwanda', 'Ruanda is:organisation', 'kivu rwanda'])
    expect(await found(world.maria, q), q).toEqual(['organisation /organisations/N'])
  for (const q of ['"deputy coordinator" is:person', 'stellvertretung is:person'])
    expect(await found(world.carla, q), q).toEqual(['person /people/N'])
  // They are no words of theirs: nobody is shown them.
  const page = await (await (await world.as(world.maria)).get('/search?q=rwanda')).text()
  expect(page).toContain('Kivu Readers')
  expect(page).not.toContain('Ruanda')
})

test('a page of the site is found by everybody as soon as it is shown, and not before', async () => {
  const carla = await world.as(world.carla)
  const page = { title: 'How to find the harbourfront', text: 'Follow the lanterns.', language: 'en', slug: 'way' }
  expect((await carla.post('/site/pages', page)).status).toBe(303)
  expect(await found(undefined, 'lanterns')).toEqual([])
  expect((await carla.post('/site/pages/way', { ...page, published: 'on', version: '1' })).status).toBe(303)
  expect(await found(undefined, 'lanterns is:page')).toEqual(['page /pages/way'])
  expect((await carla.post('/site/pages/way', { ...page, version: '2' })).status).toBe(303)
  expect(await found(world.carla, 'lanterns')).toEqual([])
})

test('a clause of the charter is found, says that it is one, and is marked in its version', async () => {
  await adoptTemplate(world)
  const maria = await world.as(world.maria)
  const { items } = (await (await maria.ask('GET', '/api/v1/search?q=newsletter+is:charter')).json()) as {
    items: { kind: string; path: string }[]
  }
  expect(items.map(({ kind }) => kind)).toEqual(['clause'])
  expect(items[0]?.path).toMatch(/^\/groups\/lectio\/charter\/1#\w+$/)
  const page = await (await maria.get('/search?q=newsletter+is:charter')).text()
  expect(page).toContain('Clause of the charter')
  expect(page).toMatch(/<mark>newsletter<\/mark>/)
  const [path = '', clause] = items[0]?.path.split('#') ?? []
  expect(await (await maria.get(path)).text()).toContain(`id="${clause}"`)
  expect(await (await maria.get('/search/counts?q=meeting')).text()).toContain(
    '<a href="/search?q=meeting+is%3Aclause">Clauses of the charter</a>',
  )
})

test('what is found of a text in Markdown is its words, without the marks', async () => {
  const carla = await world.as(world.carla)
  const text = '## Sandboxes\n\nThe vendor has **promised** [one sandbox](https://quillon.example/box) to *everybody*.\n\n- `in March`'
  const page = { title: 'What is promised', text, language: 'en', slug: 'promised', published: 'on' }
  expect((await carla.post('/site/pages', page)).status).toBe(303)
  const seen = await (await carla.get('/search?q=sandbox+is:page')).text()
  expect(seen.replaceAll(/<\/?mark>/g, '')).toContain('The vendor has promised one sandbox to everybody.')
  for (const mark of ['**', '##', '](', '`']) expect(seen.replaceAll(/<head>.*<\/head>/gs, '')).not.toContain(mark)
  const kept = () => world.db.selectFrom('searchDocument').selectAll().where('title', '=', 'What is promised').executeTakeFirstOrThrow()
  const before = await kept()
  await rebuildFound(world.database, world.clock.now)
  expect(await kept()).toEqual(before)
})

test('a story that was taken back stays out of a rebuilt index', async () => {
  const maria = await world.as(world.maria)
  const story = { kind: 'success', title: 'A capybara', text: 'It swims.', outcome: '', visibility: 'subscribers' }
  const at = (await maria.post('/stories', story)).headers.get('location') ?? ''
  expect(await found(world.maria, 'capybara')).toEqual(['story /stories/N'])
  expect((await maria.post(`${at}/withdraw`)).status).toBe(303)
  await rebuildFound(world.database, world.clock.now)
  expect(await found(world.maria, 'capybara')).toEqual([])
})
