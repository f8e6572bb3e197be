import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const form = {
  name: 'Exams Working Group',
  slug: 'exams',
  communityId: '1',
  product: 'Examina',
  vendor: 'Quillon',
  coordinator: 'nina@newcomer.example',
  coordinatorName: 'Nina Newcomer',
  list: 'exams-l',
  listTitle: 'Exams-L',
  preset: 'open',
}

describe('a working group is founded', () => {
  test('in one form, with its product, its list and whoever coordinates it, and a post reaches its list', async () => {
    const ada = await world.as(world.ada)
    const answer = await ada.post('/admin/groups/new', { ...form, vendor: 'quillon' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/first-weeks\?group=exams/)
    await world.settle()
    const [letter] = (await world.postbox()).filter(({ kind }) => kind === 'site.founded')
    expect(letter).toMatchObject({ email: 'nina@newcomer.example', subject: 'You coordinate a new group: Exams Working Group' })

    const nina = await world.db.selectFrom('address').selectAll().where('email', '=', 'nina@newcomer.example').executeTakeFirstOrThrow()
    const browser = await world.as({ name: 'Nina', email: nina.email, personId: nina.personId, addressId: nina.id })
    expect((await browser.get('/groups/exams/facts')).status).toBe(200)
    expect(await (await browser.get('/first-weeks')).text()).toContain('Exams Working Group')
    // Whatever is about requests is about those of her group, and for who is in two about the one that they choose.
    const request = { kind: 'idea', title: 'Hints in exams', text: 'A word more.', visibility: 'group' }
    const pages = ['requests/board', 'requests/new', 'requests/import', 'cases/queue', 'cases/new', 'stories/new', 'topics', 'merges']
    for (const path of [...pages, 'synonyms', 'affirmations']) expect([path, (await browser.get(`/${path}`)).status]).toEqual([path, 200])
    expect((await browser.get('/requests/board?group=lectio')).status).toBe(404)
    expect((await browser.post('/requests', request)).status).toBe(303)
    const { id: exams } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'exams').executeTakeFirstOrThrow()
    await world.give(world.carla, 'member', exams)
    const carla = await world.as(world.carla)
    expect(await (await carla.get('/requests/board')).text()).toContain('href="/requests/board?group=exams"')
    for (const path of pages) expect([path, (await carla.get(`/${path}?group=exams`)).status]).toEqual([path, 200])
    // What begins something for it has it chosen.
    for (const path of ['meetings/new', 'polls/new', 'cycles/new', 'documents/imports']) {
      expect([path, (await ada.get(`/${path}?group=none`)).status]).toEqual([path, 404])
      const begins = await (await ada.get(`/${path}?group=exams`)).text()
      const [first] = /<(?:option|input)[^>]* value="(?:g?\d+|exams)"[^>]* (?:selected|checked)[^>]*>/.exec(begins) ?? []
      expect([path, first]).toEqual([path, expect.stringMatching(new RegExp(`value="(?:g?${exams}|exams)"`))])
    }
    const chosen = await (await carla.get('/requests/new?group=exams')).text()
    expect(chosen).toContain('action="/requests?group=exams"')
    expect((await carla.post('/requests?group=exams', { ...request, title: 'Exams that are open' })).status).toBe(303)
    expect((await carla.post('/requests', { ...request, title: 'Lists' })).status).toBe(303)
    const requests = await world.db.selectFrom('request').select(['title', 'groupId']).orderBy('id').execute()
    expect(requests).toEqual([
      { title: 'Hints in exams', groupId: exams },
      { title: 'Exams that are open', groupId: exams },
      { title: 'Lists', groupId: world.group.groupId },
    ])
    const posted = await browser.post('/lists/exams-l/write', { subject: 'Hello', text: 'The first post.' })
    expect(posted.status).toBe(303)
    await world.settle()
    const post = await world.db
      .selectFrom('post')
      .innerJoin('list', 'list.id', 'post.listId')
      .select('list.name')
      .where('list.name', '=', 'exams-l')
      .execute()
    expect(post).toHaveLength(1)
    // The vendor was known, however it is written; the product was not.
    expect(await (await ada.get('/admin/groups')).text()).toContain('Examina')
    expect(await world.db.selectFrom('organisation').select('id').where('kind', '=', 'vendor').execute()).toHaveLength(1)
  })

  test('and what is wrong is said beside its field, keeps what was typed and changes nothing', async () => {
    const ada = await world.as(world.ada)
    const wrong: [Partial<typeof form> & Record<string, string>, string][] = [
      [{ slug: 'lectio' }, 'Another group has this short name'],
      [{ communityId: '' }, 'Choose a user group above'],
      [{ communityId: '999' }, 'Choose one'],
      // Chosen and typed as well: which is meant?
      [{ community: 'Another user group' }, 'Choose a user group above or enter a new one, not both.'],
      [{ communitySlug: 'another' }, 'Choose a user group above or enter a new one, not both.'],
      [{ productId: '1', vendor: '' }, 'Choose a product above or enter a new one, not both.'],
      [{ productId: '1', product: '' }, 'Choose a product above or enter a new one, not both.'],
      [{ product: '' }, 'Choose a product above'],
      [{ vendor: '' }, 'Enter who makes the new product'],
      [{ list: 'lectio-l' }, 'taken'],
      [{ list: '', listTitle: '読書' }, 'Address of the list: Use lower-case letters, digits and hyphens.'],
      [{ listTitle: '' }, 'Enter a name for the list'],
      [{ coordinator: 'nobody' }, 'email address'],
      [{ preset: 'king' }, ''],
    ]
    for (const [change, says] of wrong) {
      const answer = await ada.post('/admin/groups/new', { ...form, ...change })
      expect(answer.status, JSON.stringify(change)).toBe(422)
      const page = await answer.text()
      expect(page).toContain(says)
      expect(page).toContain('Exams Working Group')
    }
    expect(await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'exams').execute()).toEqual([])
    expect(await world.db.selectFrom('organisation').select('id').where('name', '=', 'Examina').execute()).toEqual([])
  })

  test('by a program of an administrator, and by nobody else', async () => {
    const ada = await world.as(world.ada)
    const made = await ada.ask('POST', '/api/v1/acts/admin/groups/new', form)
    expect(made.status).toBeLessThan(300)
    const carla = await world.as(world.carla)
    expect((await carla.post('/admin/groups/new', { ...form, slug: 'mine', list: 'mine-l' })).status).toBe(404)
    expect(await world.db.selectFrom('workingGroup').select('slug').where('slug', 'in', ['exams', 'mine']).execute()).toEqual([
      { slug: 'exams' },
    ])
  })
})

test('short names that are left empty are made of the names', async () => {
  const ada = await world.as(world.ada)
  const empty = { slug: '', list: '', communityId: '', community: 'Exam Users', communitySlug: '' }
  const answer = await ada.post('/admin/groups/new', { ...form, ...empty })
  expect(answer.headers.get('location')).toBe('/first-weeks?group=exams-working-group')
  expect((await ada.get('/user-groups/exam-users')).status).toBe(200)
  expect((await ada.get('/lists/exams-l')).status).toBe(200)
  const another = await ada.post('/groups/exams-working-group/lists/new', { list: '', listTitle: 'Exams news', preset: 'open' })
  expect(another.headers.get('location')).toBe('/lists/exams-news/settings')
})

describe('a list is opened', () => {
  test('for the group alone by whoever leads it, beside the open one', async () => {
    const carla = await world.as(world.carla)
    const answer = await carla.post('/groups/lectio/lists/new', { list: 'lectio-group', listTitle: 'Lectio group', preset: 'group' })
    expect(answer.headers.get('location')).toMatch(/^\/lists\/lectio-group\/settings/)
    const list = await world.db.selectFrom('list').selectAll().where('name', '=', 'lectio-group').executeTakeFirstOrThrow()
    expect(list).toMatchObject({ archive: 'group', joinPolicy: 'closed', groupId: world.group.groupId })
    const otto = await world.as(world.otto)
    expect((await otto.get('/lists/lectio-group')).status).toBe(404)
  })

  test('not for another group, and not under a name that is taken', async () => {
    const carla = await world.as(world.carla)
    expect((await carla.post('/groups/catalogo/lists/new', { list: 'x-l', listTitle: 'X' })).status).toBe(404)
    const taken = await carla.post('/groups/lectio/lists/new', { list: 'catalogo-l', listTitle: 'Mine' })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('taken')
  })
})

describe('a product is renamed', () => {
  test('and what it was called before stays with its last day', async () => {
    const ada = await world.as(world.ada)
    expect((await ada.post('/admin/products/1/name', { name: 'Lectio Next', on: '2026-10-01' })).status).toBe(303)
    const page = await (await ada.get('/admin/groups')).text()
    expect(page).toContain('Lectio Next')
    expect(page).toContain('until 30 September 2026: Lectio')
    const carla = await world.as(world.carla)
    expect(await (await carla.get('/groups/lectio/facts')).text()).toContain('until 30 September 2026: Lectio')
  })

  test('not to the name that it has, nor to one of its vendor’s others, nor from a day to come', async () => {
    const ada = await world.as(world.ada)
    const tried = [
      { name: 'Lectio', on: '2026-10-01' },
      { name: 'Catalogo', on: '2026-10-01' },
      { name: 'Lectio Next', on: '2027-01-01' },
      { name: '', on: '2026-10-01' },
    ]
    for (const one of tried) expect((await ada.post('/admin/products/1/name', one)).status, one.name).toBeGreaterThanOrEqual(409)
    expect((await ada.post('/admin/products/99/name', { name: 'X', on: '2026-10-01' })).status).toBe(404)
    expect(await world.db.selectFrom('product').select('name').where('id', '=', 1).executeTakeFirst()).toEqual({ name: 'Lectio' })
  })
})

describe('a site of several groups', () => {
  test('is called by its user groups, lists its groups, and shows of each what is its own', async () => {
    const visitor = await world.as()
    const see = async (path: string) => (await visitor.get(path)).text()
    const home = await see('/')
    expect(home).toContain('<title>Library Systems Users</title>')
    expect(home).toContain('2 working groups share')
    for (const slug of ['lectio', 'catalogo']) expect(home).toContain(`href="/groups/${slug}"`)
    expect(home).not.toContain('Carla')
    const own = await see('/groups/catalogo')
    expect(own).toContain('<title>Catalogo Working Group · Library Systems Users</title>')
    for (const said of ['Bruno', 'href="/lists/catalogo-l"', 'href="/groups/catalogo/charter"']) expect(own).toContain(said)
    for (const other of ['Carla', 'Lectio Working', '/lectio']) expect(own).not.toContain(other)
    expect(await see('/sitemap.xml')).toContain('/groups/catalogo</loc>')
    expect(await see('/embed/roster')).toContain('Bruno')
    expect(await see('/embed/roster?group=lectio')).not.toContain('Bruno')
    const ada = await world.as(world.ada)
    expect((await ada.get('/groups/none')).status).toBe(404)

    // What is counted of one leads to a list of its own.
    const pages = [
      'requests',
      'roster',
      'answers',
      'commitments',
      'meetings',
      'decisions',
      'ballots',
      'cycles',
      'show-and-tell',
      'events',
      'news',
      'documents',
    ]
    for (const path of [...pages, 'stories']) expect([path, (await visitor.get(`/${path}?group=catalogo`)).status]).toEqual([path, 200])
    for (const path of pages.slice(1, -1)) {
      expect([path, (await see(`/${path}?group=catalogo`)).includes('Only Catalogo Working Group.')]).toEqual([path, true])
    }
    // Also to who works for another group, which has a page of its own there.
    expect((await (await world.as(world.carla)).get('/commitments?group=catalogo')).status).toBe(200)
    // One that there is not is said to everybody alike, also where only members come in.
    const asking = ['reports', 'charter', 'topics', 'cases', 'cases/new', 'requests/new', 'stories/new']
    const readers = [visitor, await world.as(world.carla), ada]
    for (const path of [...pages, 'stories', ...asking])
      for (const reader of readers) expect([path, (await reader.get(`/${path}?group=none`)).status]).toEqual([path, 404])
    expect(await see('/topics?group=none')).toContain('Group not found.')

    expect(await see('/stories')).toContain('href="/stories?group=catalogo"')

    // Letters come from the site, by the name that it is given.
    await ada.post('/site/look', { name: 'Users of Quillon' })
    await world.settle()
    await ada.post('/admin/groups/new', { ...form, communityId: '', community: 'Exam Users', communitySlug: 'eu' })
    await world.settle()
    const [letter] = (await world.postbox()).filter(({ kind }) => kind === 'site.founded')
    expect(letter?.bytes?.toString()).toMatch(/^From: "?Users of Quillon/m)
    expect(await see('/')).toContain('Exam Users')

    // Where one works alone, its page is the first.
    await world.db.updateTable('workingGroup').set({ closedAt: world.clock.now }).where('slug', '<>', 'lectio').execute()
    const first = await see('/')
    expect(first).toContain('Carla')
    expect((await visitor.get('/groups/lectio')).headers.get('location')).toBe('/')
    expect((await visitor.get('/groups/catalogo')).status).toBe(200)
  })
})
