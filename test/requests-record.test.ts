import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictureMerge } from '../src/requests/merging-queries.ts'
import { raiseVoice } from '../src/requests/support/actions.ts'
import { actorOf, employ } from './requests-world.ts'
import { upload } from './upload.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await employ(world)
})
afterAll(() => world.end())

const see = async (path: string, person?: Person) => {
  const answer = await (await world.as(person)).get(path)
  return { status: answer.status, page: await answer.text() }
}
const post = async (path: string, form: Record<string, string | string[]> = {}, person = world.carla) => {
  // A field with several values is sent several times, as a browser does.
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  const answer = await (await world.as(person)).post(path, pairs as unknown as Record<string, string>)
  return { status: answer.status, to: answer.headers.get('location') ?? '', page: answer.status === 303 ? '' : await answer.text() }
}
const make = async (title: string, more: Record<string, string> = {}) => {
  const made = await post('/requests', { kind: 'idea', title, text: `The need behind “${title}”.`, visibility: 'subscribers', ...more })
  expect(made.status).toBe(303)
  return Number(made.to.split('/').at(-1))
}
const stageOf = async (id: number) =>
  (await world.db.selectFrom('request').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage

test('a concern carries severity, versions, reproduction, workaround, support cases and whom it affects', async () => {
  const id = await make('Rollover loses library notes', {
    kind: 'concern',
    severity: 'major',
    versions: '2026 R1',
    reproduction: '1. Roll a list over\n2. Look at its notes',
    workaround: 'Copy them **before**.',
    numbers: '00412345, 00412346',
  })
  const strange = await post(`/requests/${id}/affected`, { institution: 'Nowhere College', versions: '' })
  expect([strange.status, strange.page.includes('The directory has no organisation with this name.')]).toEqual([422, true])
  expect((await post(`/requests/${id}/affected`, { institution: 'corrib institute', versions: '2026 R2' })).status).toBe(303)
  const { page } = await see(`/requests/${id}`, world.susi)
  for (const words of [
    'Major',
    '2026 R1',
    '<li>Roll a list over</li>',
    '<strong>before</strong>',
    '00412345, 00412346',
    'Corrib Institute',
  ])
    expect(page).toContain(words)
})

test('its files are for who may read it, its history shows what was changed, and who was slower is told', async () => {
  const id = await make('A hint for students', { text: 'A hint in the list.' })
  const carla = await world.as(world.carla)
  expect((await upload(world, carla, `/requests/${id}/files`, 'sketch.txt', 'A box with a hint.')).status).toBe(303)
  const file = /\/requests\/\d+\/files\/\d+/.exec((await see(`/requests/${id}`, world.susi)).page)?.[0] ?? ''
  expect((await see(file, world.susi)).page).toBe('A box with a hint.')
  expect((await see(file, world.otto)).status).toBe(404)
  const change = {
    kind: 'idea',
    title: 'A hint for students',
    text: 'A hint above the list.',
    visibility: 'subscribers',
    note: 'Where it goes',
  }
  expect((await post(`/requests/${id}`, { ...change, seen: '1' })).status).toBe(303)
  expect((await post(`/requests/${id}`, { ...change, seen: '1' })).status).toBe(409)
  const history = await see(`/requests/${id}/history`, world.susi)
  expect(history.page).toContain('Where it goes')
  expect(history.page).toMatch(/<del[^>]*>[^<]*in[^<]*<\/del>/)
  expect(history.page).toMatch(/<ins[^>]*>[^<]*above[^<]*<\/ins>/)
  expect((await see(`/requests/${id}/history`, world.otto)).status).toBe(404)
  expect((await post(`${file}/remove`)).status).toBe(303)
  expect((await see(file, world.susi)).status).toBe(404)
})

test('a topic has somebody who looks after it, a request its champion, and links that never go round', async () => {
  const owner = String(world.maria.personId)
  expect((await post('/topics', { name: 'Students', description: 'What they see', ownerId: owner })).status).toBe(303)
  expect((await post('/topics', { name: 'Students', description: '' })).page).toContain('This topic name is taken.')
  expect((await see('/topics', world.susi)).page).toContain('Managed by Maria')
  const [part, whole] = [await make('A part'), await make('The whole')]
  expect((await post(`/requests/${part}/champion`, { personId: String(world.otto.personId) })).status).toBe(422)
  expect((await post(`/requests/${part}/champion`, { personId: owner })).status).toBe(303)
  expect((await post(`/requests/${part}/links`, { kind: 'part_of', toId: String(whole) })).status).toBe(303)
  expect((await post(`/requests/${whole}/links`, { kind: 'part_of', toId: String(part) })).status).toBe(422)
  expect((await post(`/requests/${part}/links`, { kind: 'related', toId: String(part) })).status).toBe(422)
  const { page } = await see(`/requests/${part}`, world.susi)
  expect(page).toContain('Champion: Maria')
  expect(page).toMatch(new RegExp(`Part of</span> <a href="/requests/${whole}"`))
  expect((await see(`/requests/${whole}`, world.susi)).page).toContain('Includes')
})

test('a merge is proposed with both sides in view', async () => {
  const [one, other] = [await make('Tags are lost'), await make('Keep the tags')]
  const { page } = await see(`/requests/${one}/merge?into=${other}`, world.carla)
  for (const title of ['Tags are lost', 'Keep the tags']) expect(page).toContain(`The need behind “${title}”.`)
  expect((await see(`/requests/${one}/merge?into=999999`, world.carla)).page).not.toContain('Keep the tags</a></h2>')
})

test('who says “not for us” stands behind neither side of a merge', async () => {
  const [one, other] = [await make('Colours per list'), await make('Lists in colour')]
  const [susi, carla] = [await actorOf(world, world.susi), await actorOf(world, world.carla)]
  await world.write((tx) => raiseVoice(tx, susi, one, { strength: 'not_for_us', reason: '' }))
  await world.write((tx) => raiseVoice(tx, carla, other, { strength: 'must', reason: '' }))
  const sides = await pictureMerge(world.db, { sourceId: one, targetId: other, source: 'One', target: 'Other' })
  expect([sides.source.institutions, sides.target.institutions, sides.together.institutions]).toEqual([0, 1, 1])
})

test('a comment that is sent twice is one, and one with another file, or later, is another', async () => {
  const id = await make('Say it once')
  const said = { text: 'It is the same here.' }
  const comments = async () => (await world.db.selectFrom('requestComment').select('id').where('requestId', '=', id).execute()).length
  const both = await Promise.all([1, 2].map(() => post(`/requests/${id}/comments`, said, world.susi)))
  expect([both.map(({ status }) => status), await comments()]).toEqual([[303, 303], 1])
  // What somebody else says, and what is said again when the first is gone or long ago.
  await post(`/requests/${id}/comments`, said, world.maria)
  expect(await comments()).toBe(2)
  const { now } = world.clock
  world.clock.now = new Date(now.getTime() + 11 * 60_000)
  await post(`/requests/${id}/comments`, said, world.susi)
  expect(await comments()).toBe(3)
  const [last] = await world.db.selectFrom('requestComment').select('id').orderBy('id', 'desc').limit(1).execute()
  await post(`/requests/${id}/comments/${last?.id}/remove`, {}, world.susi)
  await post(`/requests/${id}/comments`, said, world.susi)
  expect(await comments()).toBe(4)
  world.clock.now = now
})

test('a new request that is refused keeps the user cases that it began with', async () => {
  const made = await post('/cases', { title: 'Dots on the map', problem: 'They are too small.', consent: 'no', visibility: 'subscribers' })
  const id = /\/cases\/(\d+)/.exec(made.to)?.[1] ?? ''
  const { status, page } = await post('/requests', { kind: 'idea', title: '', visibility: 'subscribers', cases: id })
  expect([status, page.includes(`name="cases" value="${id}"`)]).toEqual([422, true])
})

test('a user case is added to any request from its own page', async () => {
  const request = await make('Bigger dots')
  const made = await post('/cases', { title: 'Dots on paper', problem: 'They are too small.', consent: 'no', visibility: 'subscribers' })
  const path = /\/cases\/\d+/.exec(made.to)?.[0] ?? ''
  expect((await see(path, world.carla)).page).toContain(`action="${path}/join"`)
  expect((await post(`${path}/join`, { requestId: '' })).status).toBe(422)
  expect((await post(`${path}/join`, { requestId: `#${request}` })).status).toBe(303)
  expect((await see(path, world.carla)).page).toContain('Bigger dots')
})

describe('the board', () => {
  test('does one thing with all that are ticked, or with none; a stage that was not chosen is none', async () => {
    const [one, two] = [await make('Board one'), await make('Board two')]
    const ids = [String(one), String(two)]
    expect((await post('/requests/board', { ids, act: 'stage', stage: 'ready' })).status).toBe(303)
    expect([await stageOf(one), await stageOf(two)]).toEqual(['ready', 'ready'])
    const empty = await post('/requests/board', { ids, act: 'stage' })
    expect([empty.status, empty.page.includes('Choose a status.')]).toEqual([422, true])
    expect([await stageOf(one), await stageOf(two)]).toEqual(['ready', 'ready'])
    await world.db.updateTable('request').set({ stage: 'merged', mergedIntoId: one, rootId: one }).where('id', '=', two).execute()
    const refused = await post('/requests/board', { ids, act: 'stage', stage: 'gathering' })
    expect([
      refused.status,
      refused.page.includes(`Request ${two}: This request was merged. Undo the merge first. No requests were changed.`),
    ]).toEqual([422, true])
    expect(await stageOf(one)).toBe('ready')
    expect((await post('/requests/board', { act: 'champion', personId: '' })).page).toContain('Select at least one request.')
  })

  test('a card changes what somebody changed in it, and only a concern has a severity', async () => {
    const [idea, concern] = [await make('An idea'), await make('A concern', { kind: 'concern', severity: 'minor' })]
    const fields = { act: 'card', stage: 'ready', personId: String(world.maria.personId) }
    expect((await post(`/requests/${concern}/card`, { ...fields, severity: 'major', back: '/requests/board?by=kind' })).to).toBe(
      `/requests/board?by=kind#r${concern}`,
    )
    const read = (id: number) =>
      world.db.selectFrom('request').select(['stage', 'championId', 'severity']).where('id', '=', id).executeTakeFirstOrThrow()
    expect(await read(concern)).toEqual({ stage: 'ready', championId: world.maria.personId, severity: 'major' })
    expect((await post(`/requests/${idea}/card`, { act: 'severity', severity: 'major' })).page).toContain('Only a concern has a severity.')
    expect((await post(`/requests/${idea}/card`, { act: 'card', back: '//elsewhere.example' })).to).toBe(`/requests/board#r${idea}`)
    expect(await read(idea)).toEqual({ stage: 'gathering', championId: null, severity: null })
  })

  test('says so where nothing changed, and notes and tells nothing then', async () => {
    const id = await make('Steady')
    const carla = await world.as(world.carla)
    const maria = String(world.maria.personId)
    const noted = async () =>
      (await world.db.selectFrom('journal').select('action').where('subject', '=', `request:${id}`).execute()).length
    const said = async (path: string, form: Record<string, string>, page = `/requests/${id}`) => {
      expect((await carla.post(path, form)).status).toBe(303)
      return /(Status changed|Champion saved|1 request changed|Nothing changed)\./.exec(await (await carla.get(page)).text())?.[1]
    }
    const forms: [string, Record<string, string>, string][] = [
      [`/requests/${id}/stage`, { stage: 'ready' }, 'Status changed'],
      [`/requests/${id}/champion`, { personId: maria }, 'Champion saved'],
      [`/requests/${id}/card`, { act: 'topic', topicId: '' }, 'Nothing changed'],
    ]
    for (const [path, form, first] of forms) expect(await said(path, form), path).toBe(first)
    await world.settle()
    const letters = async () => (await world.postbox()).filter(({ kind }) => kind === 'requests.championed').length
    const before = [await noted(), await letters()]
    for (const [path, form] of forms) expect(await said(path, form), path).toBe('Nothing changed')
    const many: Record<string, string>[] = [
      { act: 'stage', stage: 'ready' },
      { act: 'champion', personId: maria },
    ]
    for (const form of many) expect(await said('/requests/board', { ids: String(id), ...form }, '/requests/board')).toBe('Nothing changed')
    await world.settle()
    expect([await noted(), await letters()]).toEqual(before)
  })

  test('groups, narrows down, compares side by side, and keeps views for oneself or the group', async () => {
    const [one, two] = [await make('Compare this', { kind: 'concern', severity: 'minor' }), await make('With that')]
    const narrow = await see('/requests/board?q=Compare&by=kind', world.maria)
    expect(narrow.page).toContain('Compare this')
    expect(narrow.page).not.toContain('With that')
    expect(narrow.page).toMatch(/<h2[^>]*>Concern/)
    const compared = await post('/requests/board', { ids: [String(one), String(two)], act: 'compare' })
    expect(compared.to).toBe(`/requests/compare?id=${one}&id=${two}`)
    const beside = (await see(compared.to, world.carla)).page
    expect(beside).toContain('The need behind “Compare this”.')
    expect(beside).toContain(`/requests/${two}/merge?into=${one}`)
    // Whichever stays, the other one goes into it.
    expect(beside).toContain(`/requests/${one}/merge?into=${two}`)
    const seven = [one, two]
    for (const title of ['Export of a list', 'Our own font', 'Notices of rollover', 'A checklist', 'Links in a new tab'])
      seven.push(await make(title))
    const client = await world.as(world.carla)
    const pairs = [...seven.map((id) => ['ids', String(id)]), ['act', 'compare']]
    const many = await client.post('/requests/board', pairs as unknown as Record<string, string>)
    const first = many.headers.get('location') ?? ''
    expect(first).toBe(
      `/requests/compare?${seven
        .slice(0, 6)
        .map((id) => `id=${id}`)
        .join('&')}`,
    )
    expect(await (await client.get(first)).text()).toContain('You selected 7 requests. This page compares the first 6.')
    expect((await post('/requests/views', { name: 'Mine', query: '?kind=concern' })).status).toBe(303)
    expect((await post('/requests/views', { name: 'Ours', query: '?by=kind', shared: 'on' })).status).toBe(303)
    const maria = (await see('/requests/board', world.maria)).page
    expect(maria).toContain('<a href="/requests/board?by=kind">Ours</a>')
    expect(maria).not.toContain('>Mine</a>')
    expect((await see('/requests/board', world.carla)).page).toContain('<a href="/requests/board?kind=concern">Mine</a>')
    for (const person of [world.susi, world.otto]) expect((await see('/requests/board', person)).status).toBe(404)
  })
})

test('a story tells of an institution, its stage and what came of it; is found by area; and is its teller’s to take back', async () => {
  const { id: areaId } = await world.db
    .insertInto('productArea')
    .values({ groupId: world.group.groupId, name: 'Rollover' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const organisation = await world.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Corrib Institute')
    .executeTakeFirstOrThrow()
  const told = { kind: 'success', title: 'Rollover in a weekend', text: 'Friday to Sunday.', outcome: '1,900 lists, one mistake.' }
  const form = { ...told, areaId: String(areaId), organisationId: String(organisation.id), stage: 'live', visibility: 'subscribers' }
  const made = await post('/stories', form, world.susi)
  expect(made.status).toBe(303)
  const { page } = await see(made.to, world.maria)
  for (const words of ['Rollover in a weekend', 'Corrib Institute', '1,900 lists, one mistake.', 'Rollover']) expect(page).toContain(words)
  expect((await see(`/stories?area=${areaId}`, world.maria)).page).toContain('Rollover in a weekend')
  expect((await see(`/stories?area=${areaId + 1}`, world.maria)).page).not.toContain('Rollover in a weekend')
  expect((await see(made.to, world.otto)).status).toBe(404)
  expect((await post(`${made.to}/replies`, { text: 'How many people?' }, world.maria)).status).toBe(303)
  expect((await see(made.to, world.susi)).page).toContain('How many people?')
  expect((await post(`${made.to}/withdraw`, {}, world.susi)).status).toBe(303)
  expect((await see(made.to, world.maria)).status).toBe(404)
})

test('programs hear what looks like a request, and why', async () => {
  const one = await make('Move citations without a mouse', {
    text: 'Citations are reordered by dragging only; buttons for the keyboard are missing.',
  })
  const two = await make('Reorder citations by keyboard', {
    text: 'Dragging is the only way to reorder citations. We need keyboard buttons.',
  })
  const answer = await (await world.as(world.carla)).get(`/api/v1/requests/${one}/similar`)
  const { items } = (await answer.json()) as { items: { id: number; why: string }[] }
  expect(items[0]?.id).toBe(two)
  expect(items[0]?.why).toMatch(/both say .*citation/i)
})

test('what was said of a request while the group alone read it can stay the group’s when it opens; what is said then is for all', async () => {
  const id = await make('Said among us', { visibility: 'group' })
  const here = `/requests/${id}`
  await post(`${here}/comments`, { text: 'Between us: too dear.' }, world.maria)
  await upload(world, await world.as(world.carla), `${here}/files`, 'inner.txt', 'Ours alone.')
  const { id: commentId } = await world.db.selectFrom('requestComment').select('id').where('requestId', '=', id).executeTakeFirstOrThrow()
  const { fileId } = await world.db
    .updateTable('requestFile')
    .set({ commentId })
    .where('requestId', '=', id)
    .returning('fileId')
    .executeTakeFirstOrThrow()
  const form = (await see(`${here}/edit`, world.carla)).page
  expect(form).toContain('Show the earlier comment only to the group')
  const change = { kind: 'idea', title: 'Said among us', text: 'The need.', visibility: 'subscribers', seen: '1' }
  expect((await post(here, { ...change, keepComments: 'on' })).status).toBe(303)
  await post(`${here}/comments`, { text: 'Now for everybody.' }, world.maria)
  const susi = await see(here, world.susi)
  expect([susi.status, susi.page.includes('Now for everybody.'), susi.page.includes('too dear'), susi.page.includes('inner.txt')]).toEqual([
    200,
    true,
    false,
    false,
  ])
  expect((await see(`${here}/files/${fileId}`, world.susi)).status).toBe(404)
  expect((await see(`${here}/files/${fileId}`, world.maria)).status).toBe(200)
  expect(await (await (await world.as(world.susi)).ask('GET', `/api/v1${here}`)).text()).not.toContain('too dear')
  const maria = await see(here, world.maria)
  expect([maria.page.includes('too dear'), maria.page.includes('Only the group reads this comment')]).toEqual([true, true])
  // Without it, all of it is read, as the form says.
  const other = await make('Said for all', { visibility: 'group' })
  await post(`/requests/${other}/comments`, { text: 'Nothing to hide.' }, world.maria)
  await post(`/requests/${other}`, { ...change, title: 'Said for all' })
  expect((await see(`/requests/${other}`, world.susi)).page).toContain('Nothing to hide.')
})
