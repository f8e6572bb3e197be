import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealToken } from '../src/lib/token/seal.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { kept, passkeyAgain } from './access/kept-things.ts'
import { things } from './access/things.ts'
import { fieldsOf } from './clicks.ts'

// Forms that stand on a page beside others: what cannot be taken is shown there again, with what was typed.
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

const post = async (path: string, form: Record<string, string>) => {
  const answer = await (await world.as(world.carla)).post(path, form)
  return { status: answer.status, page: await answer.text(), location: answer.headers.get('location') }
}

test('an answer to the vendor that is too long stays in its field', async () => {
  const path = `/submissions/${things.submission}/questions/${things.question}`
  const { status, page } = await post(path, { text: `Kept to the end. ${'x'.repeat(20_000)}` })
  expect(status).toBe(422)
  expect(page).toContain(`action="${path}"`)
  expect(page).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>\s*Kept to the end\. x/)
  expect(page).toContain('Write at most 20,000 characters.')
})

test('the window says that something was refused, and which page of a list it shows', async () => {
  const { page } = await post('/requests/views', { name: '', query: '' })
  expect(page).toContain('<title>Error: Requests by status · ')
  const next = await (await world.as(world.carla)).get('/requests?page=2')
  expect(await next.text()).toContain('<title>Requests, page 2 · ')
})

test('how a group works with requests is asked for again beside the field', async () => {
  const { status, page } = await post('/affirmations/rule', { mergeDays: '1000', referentConfirms: 'on' })
  expect(status).toBe(422)
  expect(page).toMatch(/<input[^>]*name="mergeDays"[^>]*aria-invalid="true"[^>]*value="1000"/)
})

test('a view of the board that has no name yet is asked for its name on the board as it was narrowed down', async () => {
  const { status, page } = await post('/requests/views', { name: '', query: '?kind=idea', shared: 'on' })
  expect(status).toBe(422)
  expect(page).toMatch(/<input[^>]*name="name"[^>]*aria-invalid="true"/)
  expect(page).toMatch(/<option[^>]*value="idea"[^>]*selected/)
  expect(page).toMatch(/<input[^>]*name="query"[^>]*value="\?kind=idea"/)
})

test('a topic that is changed stays the one that is changed, and an area without a name is asked for it', async () => {
  const topic = await post('/topics', { name: '', topicId: '1' })
  expect([topic.status, /<input[^>]*name="topicId"[^>]*value="1"/.test(topic.page)]).toEqual([422, true])
  const area = await post('/topics/areas', { name: '' })
  expect([area.status, /<input[^>]*id="area-name"[^>]*aria-invalid="true"/.test(area.page)]).toEqual([422, true])
})

test('an area is there once in whatever letters, and is renamed to no other’s name', async () => {
  const areas = () => world.db.selectFrom('productArea').select(['id', 'name']).where('name', 'ilike', 'handheld%').orderBy('id').execute()
  for (const name of ['Handheld', 'HANDHELD', 'Handheld scanner']) await post('/topics/areas', { name })
  const [first, second] = await areas()
  expect((await areas()).map(({ name }) => name)).toEqual(['Handheld', 'Handheld scanner'])
  const taken = await post('/topics/areas/rename', { areaId: String(second?.id), name: 'handheld' })
  expect([taken.status, taken.page.includes('“Handheld” is already a product area.')]).toEqual([422, true])
  expect(taken.page).toMatch(/<input[^>]*id="rename-area-name"[^>]*value="handheld"/)
  expect((await post('/topics/areas/rename', { areaId: String(first?.id), name: 'Handhelds' })).status).toBe(303)
  expect((await areas()).map(({ name }) => name)).toEqual(['Handhelds', 'Handheld scanner'])
  // At once, too; and the letters of one's own may change.
  await Promise.all(['handheld two', 'Handheld Two', 'HANDHELD TWO'].map((name) => post('/topics/areas', { name })))
  const [, , two, more] = await areas()
  expect(more).toBeUndefined()
  expect((await post('/topics/areas/rename', { areaId: String(two?.id), name: 'HandHeld two' })).status).toBe(303)
  expect((await areas())[2]?.name).toBe('HandHeld two')
})

test('an area that stands twice is merged into the other with all that hangs on it, and its name leads there; it comes back with what it had', async () => {
  const { db } = world
  const { areaId: own } = await db.selectFrom('request').select('areaId').where('id', '=', 1).executeTakeFirstOrThrow()
  const idOf = async (name: string) =>
    (await db.selectFrom('productArea').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  for (const name of ['Lists of courses', 'Course lists', 'Courses']) await post('/topics/areas', { name })
  const [from, into, last] = [await idOf('Lists of courses'), await idOf('Course lists'), await idOf('Courses')]
  const tables = ['request', 'userCase', 'story', 'newsItem'] as const
  const areas = () =>
    Promise.all(tables.map(async (one) => (await db.selectFrom(one).select('areaId').orderBy('id').executeTakeFirst())?.areaId))
  for (const one of tables)
    await db
      .updateTable(one)
      .set({ areaId: from })
      .where('id', '=', (e) => e.selectFrom(one).select((f) => f.fn.min('id').as('id')))
      .execute()
  expect(await areas()).toEqual(tables.map(() => from))
  const merge = (areaId: number, intoId: number) => post('/topics/areas/merge', { areaId: String(areaId), intoId: String(intoId) })
  const unmerge = (areaId: number) => post('/topics/areas/unmerge', { areaId: String(areaId) })

  const itself = await merge(from, from)
  expect([itself.status, /<select[^>]*id="merge-area-intoId"[^>]*aria-invalid="true"/.test(itself.page)]).toEqual([422, true])
  const done = await merge(from, into)
  expect([done.status, done.location]).toEqual([303, '/topics#merged-areas'])
  expect(await areas()).toEqual(tables.map(() => into))
  expect((await merge(from, last)).status).toBe(422)
  const carla = await world.as(world.carla)
  const topics = await (await carla.get('/topics?group=lectio')).text()
  expect(topics).toMatch(/Lists of courses[\s\S]*Merged into “Course lists”/)
  expect(topics).not.toMatch(/<option value="\d+">\s*Lists of courses/)
  // An old link and an old name lead to what the area is now; nobody chooses it any more, and it cannot stand twice again.
  const title = (await db.selectFrom('request').select('title').where('id', '=', 1).executeTakeFirstOrThrow()).title
  expect(await (await carla.get(`/requests?group=lectio&area=${from}`)).text()).toContain(title)
  await post('/topics/areas', { name: 'lists of courses' })
  expect(await db.selectFrom('productArea').select('id').where('name', 'ilike', 'lists of courses').execute()).toEqual([{ id: from }])
  expect((await post('/requests/board', { act: 'area', areaId: String(from), ids: '1' })).page).not.toContain('Lists of courses</option>')
  expect((await areas())[0]).toBe(into)

  // Over two steps; the second is undone first. What somebody has put elsewhere since stays there.
  expect((await merge(into, last)).status).toBe(303)
  expect(await areas()).toEqual(tables.map(() => last))
  expect((await unmerge(from)).status).toBe(409)
  expect((await unmerge(into)).status).toBe(303)
  await db.updateTable('story').set({ areaId: last }).where('areaId', '=', into).execute()
  expect((await unmerge(from)).status).toBe(303)
  expect(await areas()).toEqual([from, from, last, from])
  expect((await unmerge(from)).status).toBe(409)
  expect(await db.selectFrom('mergedArea').selectAll().execute()).toEqual([])
  const lines = await db.selectFrom('journal').select('action').where('action', 'like', 'area.%merged').orderBy('id').execute()
  expect(lines.map(({ action }) => action)).toEqual(['area.merged', 'area.merged', 'area.unmerged', 'area.unmerged'])
  for (const one of tables) await db.updateTable(one).set({ areaId: own }).where('areaId', 'in', [from, last]).execute()
})

test('the area that stays may take the name of one merged into it, whose merge is undone once it has another', async () => {
  const { db } = world
  for (const name of ['Loans', 'Lend', 'Loans at the desk']) await post('/topics/areas', { name })
  const rows = await db.selectFrom('productArea').select(['id']).orderBy('id', 'desc').limit(3).execute()
  const [desk = 0, lend = 0, loans = 0] = rows.map(({ id }) => id)
  const act = async (what: string, fields: { areaId: number; intoId?: number; name?: string }) => {
    const { status, page } = await post(
      `/topics/areas/${what}`,
      JSON.parse(JSON.stringify(fields, (_, value) => (value > 0 ? `${value}` : value))),
    )
    return [status, /(?:“Loans” is already|First rename)[^<]*/i.exec(page)?.[0]]
  }
  const { areaId: own } = await db.selectFrom('request').select('areaId').where('id', '=', 1).executeTakeFirstOrThrow()
  await db.updateTable('request').set({ areaId: loans }).where('id', '=', 1).execute()
  const done = [303, undefined]
  expect(await act('merge', { areaId: loans, intoId: lend })).toEqual(done)
  // Its name leads to what it is now, and is nobody else's to have.
  expect(await act('rename', { areaId: desk, name: 'Loans' })).toEqual([422, '“Loans” is already a product area.'])
  expect(await act('rename', { areaId: loans, name: 'Anything' })).toEqual([404, undefined])
  expect(await act('rename', { areaId: lend, name: 'Loans' })).toEqual(done)
  await world.settle()
  const { body } = await db
    .selectFrom('searchDocument')
    .select('body')
    .where('kind', '=', 'request')
    .where('subjectId', '=', 1)
    .executeTakeFirstOrThrow()
  expect(body).toContain('\n\nLoans\n\n')
  await post('/topics/areas', { name: 'loans' })
  expect(await act('rename', { areaId: desk, name: 'loans' })).toEqual([422, '“Loans” is already a product area.'])

  expect(await act('unmerge', { areaId: loans })).toEqual([409, 'First rename the product area “Loans”.'])
  expect(await act('rename', { areaId: lend, name: 'Lending' })).toEqual(done)
  expect(await act('unmerge', { areaId: loans })).toEqual(done)
  const names = await db.selectFrom('productArea').select('name').where('id', 'in', [loans, lend, desk]).orderBy('id').execute()
  expect(names.map(({ name }) => name)).toEqual(['Loans', 'Lending', 'Loans at the desk'])
  expect((await db.selectFrom('request').select('areaId').where('id', '=', 1).executeTakeFirstOrThrow()).areaId).toBe(loans)
  await db.updateTable('request').set({ areaId: own }).where('id', '=', 1).execute()
})

test('what was to be done with several requests keeps its reason', async () => {
  const { status, page } = await post('/requests/board', { act: 'stage', why: 'Not before the spring.', ids: '1' })
  expect(status).toBe(422)
  expect(page).toContain('value="Not before the spring."')
  expect(page).toMatch(/<select[^>]*name="stage"[^>]*aria-invalid="true"/)
})

test('of the forms on the page behind a link only the one that was sent is refused, with what was typed', async () => {
  const path = `/case/${sealToken(world.site.secret, 'case', 1)}`
  const correct = await post(path, { act: 'correct', title: '', problem: 'Kept' })
  const withdraw = await post(path, { act: 'withdraw', why: `Kept. ${'x'.repeat(1_000)}` })
  for (const [{ status, page }, form] of [
    [correct, 'correct'],
    [withdraw, 'withdraw'],
  ] as const) {
    expect(status).toBe(422)
    expect(page.match(/role="alert"/g)).toHaveLength(1)
    expect(page).toMatch(new RegExp(`<form[^>]*id="${form}"[^>]*>\\s*<div[^>]*role="alert"`))
  }
  expect(correct.page).toMatch(/<textarea[^>]*name="problem"[^>]*>\s*Kept</)
})

test('who looks at similar requests first finds what they typed, and a program is not refused for it', async () => {
  const typed = { kind: 'idea', title: 'Kept', text: 'To the end.', visibility: 'group', look: 'yes' }
  const { status, page } = await post('/requests/1', typed)
  expect(status).toBe(200)
  expect(page).toMatch(/<input[^>]*name="title"[^>]*value="Kept"/)
  expect(page).not.toContain('role="alert"')
  expect((await (await world.as(world.carla)).ask('POST', '/api/v1/acts/requests/1', typed)).status).toBe(200)
})

test('a form that is folded away is open where it is refused, by its name or by its address', async () => {
  await passkeyAgain(world)
  const own = { personId: world.carla.personId }
  await world.db.updateTable('passkey').set(own).where('id', '=', kept.passkey).execute()
  for (const [path, form, id] of [
    ['/synonyms/1?group=lectio', { words: 'x'.repeat(2_001) }, 's1'],
    [`/me/passkeys/${kept.passkey}`, { name: '' }, `passkey-${kept.passkey}`],
  ] as const) {
    const { status, page } = await post(path, form)
    expect([path, status]).toEqual([path, 422])
    expect(page, path).toMatch(new RegExp(`<details[^>]* open[^>]*>\\s*<summary>.*?</summary>\\s*<form[^>]*id="${id}"`))
  }
})

test('what somebody sets about themselves is asked for again on the page of their settings, each part with its own', async () => {
  const forms: [string, Record<string, string>, RegExp][] = [
    ['/me', { name: '', locale: 'en', theme: 'dark', zone: '' }, /<input[^>]*id="f-name"[^>]*aria-invalid="true"/],
    ['/me/addresses', { email: 'carla at home' }, /<input[^>]*id="addresses-form-email"[^>]*aria-invalid="true"[^>]*value="carla at home"/],
    [
      '/me/tokens',
      { name: 'A program', scope: 'read', days: '9000' },
      /<input[^>]*id="tokens-form-days"[^>]*aria-invalid="true"[^>]*value="9000"/,
    ],
    ['/me/profile', { about: 'I read.', worksFrom: 'noon' }, /<textarea[^>]*>\s*I read\./],
    ['/me/notifications/week', { wanted: 'on', weekday: '9', hour: '8' }, /<h3>Weekly email<\/h3>/],
    ['/me/telling', { choice: 'daily' }, /<fieldset[^>]*>[\s\S]*?aria-invalid="true"/],
  ]
  await (await world.as(world.ada)).post('/admin/push', { opened: 'on' })
  const push = await post('/me/push', { endpoint: '', p256dh: '', auth: '' })
  const ofPush = /<p class="error" role="alert">\s*Fill in this field/
  expect([push.status, ofPush.test(push.page)]).toEqual([422, true])
  expect(/<details class="fold" open[^>]*>(?:(?!<details)[\s\S])*/.exec(push.page)?.[0]).toMatch(ofPush)
  for (const [path, form, kept] of forms) {
    const { status, page } = await post(path, form)
    expect([path, status]).toEqual([path, 422])
    expect(page, path).not.toMatch(/<p class="error" role="alert">\s*\S/)
    expect(page.match(/role="alert" tabindex="-1" autofocus/g), path).toHaveLength(1)
    expect(page, path).toMatch(kept)
    expect(page, path).toMatch(/<h2>Access tokens<\/h2>/)
    // Of all that is folded it alone stands open.
    const open = page.split(/(?=<details)/).filter((part) => /^<details class="fold" open/.test(part))
    expect(open, path).toHaveLength(1)
    expect(open[0], path).toMatch(/role="alert" tabindex/)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      path,
    ).toEqual([])
    for (const part of ['general', 'notifications', 'addresses', 'sign-in', 'tokens', 'profile', 'privacy'])
      expect(page, path).toContain(`id="${part}"`)
  }
})

test('what is wrong with a form is said in the language of who filled it in, on a page that marks no field as well', async () => {
  const speak = (locale: 'de' | 'en') => world.db.updateTable('person').set({ locale }).where('id', '=', world.carla.personId).execute()
  await speak('de')
  const request = await post('/requests', { kind: 'idea', title: '', visibility: 'group' })
  const approval = await post('/lists/lectio-l/approval', { approval: '' })
  const { text } = await sendShown('/lists/lectio-l/settings', '/lists/lectio-l/settings', { digestKb: '1' })
  await speak('en')
  expect([request.status, request.page]).toEqual([422, expect.stringContaining('Füllen Sie dieses Feld aus.')])
  expect([approval.status, approval.page.match(/<p>Wählen Sie eine der Möglichkeiten\.<\/p>/g)?.length]).toEqual([422, 1])
  expect(approval.page).not.toContain('markierten Felder')
  expect(text).toContain('Geben Sie 30 oder mehr ein.')
})

/** A form of a page as it stands, but for some of its fields. */
async function sendShown(page: string, action: string, changed: Record<string, string>) {
  const carla = await world.as(world.carla)
  const html = await (await carla.get(page)).text()
  const forms = html.match(/<form [^>]*>[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => one.includes(`action="${action}"`) && Object.keys(changed).every((name) => fieldsOf(one).has(name)))
  if (!form) throw new Error(`No form of ${Object.keys(changed)} at ${page}`)
  const [first] = Object.keys(changed)
  const shown = [...fieldsOf(form)].flatMap(([name, [value]]) => (value === undefined || name === 'as-shown' ? [] : [[name, value]]))
  const answer = await carla.post(action, { ...Object.fromEntries(shown), ...changed })
  const text = await answer.text()
  return { status: answer.status, marked: new RegExp(`name="${first}"[^>]*aria-invalid="true"`).test(text), text }
}

test('a needed field that is emptied is asked for where it stands, and nothing is changed', async () => {
  const settings = '/lists/lectio-l/settings'
  const thread = '/lists/lectio-l/t/first%40maria.example'
  const minutes = '/meetings/2026-12-10/minutes'
  const item = await world.db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select('agendaItem.id')
    .where('meeting.slug', '=', '2026-12-10')
    .where('agendaItem.state', '<>', 'dropped')
    .executeTakeFirstOrThrow()
  const names = `/roster/lectio/role-names/${things.roleName}`
  expect((await sendShown('/news/issues/new', '/news/issues', { title: 'The next one' })).status).toBe(303)
  const lines = () => world.db.selectFrom('journal').select('id').execute()
  const before = (await lines()).length
  for (const [page, action, ...fields] of [
    [settings, settings, 'digestKb', 'expireDays', 'maxSizeMb'],
    ['/me', '/me/profile', 'worksFrom', 'worksTo'],
    ['/briefs/2/requests/1', '/briefs/2/requests/1', 'position'],
    ['/news/issues/2/compose', '/news/issues/2/edit', 'fromOn', 'toOn'],
    ['/ballots/new', '/ballots', 'budget'],
    ['/cases/capture?message=1', '/cases/capture', 'title'],
    ['/synonyms?group=lectio', '/synonyms/1?group=lectio', 'words'],
    ['/commitments/1', '/commitments/1/sign', 'points', 'year'],
    ['/cycles/1', '/cycles/1/dates', 'closesAt', 'opensAt'],
    ['/submissions/1/requests/1', '/submissions/1/requests/1/due', 'dueOn'],
    ['/roster/lectio/edit', names, 'name'],
    [thread, `${thread}/rename`, 'subject'],
    [thread, `${thread}/join`, 'other'],
    [minutes, '/meetings/2026-12-10/lines', 'text'],
    [minutes, `/meetings/2026-12-10/agenda/${item.id}`, 'title'],
  ] as const)
    for (const field of fields)
      for (const nothing of ['', '  ']) {
        const { status, marked } = await sendShown(page, action, { [field]: nothing })
        expect([action, field, status, marked]).toEqual([action, field, 422, true])
      }
  // Of two dates, too, each hears of itself.
  const early = await sendShown('/cycles/1', '/cycles/1/dates', { opensAt: '2026-10-17T12:00', reason: 'Earlier.' })
  expect([early.status, early.marked]).toEqual([422, true])
  expect((await lines()).length).toBe(before)
})

test('of what is there already a form or a program leaves out what stays; what is emptied is gone', async () => {
  const { db } = world
  const organisation = await db.selectFrom('organisation').select('id').orderBy('id').executeTakeFirstOrThrow()
  await db.updateTable('story').set({ outcome: 'It worked.', organisationId: organisation.id }).where('id', '=', 1).execute()
  const story = () =>
    db
      .selectFrom('story')
      .select(['outcome', 'organisationId', 'kind', 'title', 'text', 'visibility'])
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
  const { outcome, organisationId, ...facts } = await story()
  const carla = await world.as(world.carla)
  const save = (sent: object) => carla.ask('POST', '/api/v1/acts/stories/1', { ...facts, ...sent })
  expect((await save({})).status).toBe(200)
  expect(await story()).toEqual({ ...facts, outcome, organisationId })
  expect((await save({ outcome: null })).status).toBe(200)
  expect(await story()).toEqual({ ...facts, outcome: '', organisationId })

  const settings = { title: 'Lectio-L', archive: 'public', joinPolicy: 'vetted', maxSizeMb: 10 }
  const asked = await carla.ask('POST', '/api/v1/acts/lists/lectio-l/settings', { ...settings, digestKb: null })
  expect([asked.status, await asked.json()]).toEqual([
    422,
    expect.objectContaining({ errors: [{ field: 'digestKb', detail: 'Fill in this field.' }] }),
  ])
  await db.updateTable('list').set({ savedReplies: 'Too long.' }).where('name', '=', 'lectio-l').execute()
  expect((await sendShown('/lists/lectio-l/replies', '/lists/lectio-l/replies', { savedReplies: ' ' })).status).toBe(303)
  expect(await db.selectFrom('list').select('savedReplies').where('name', '=', 'lectio-l').executeTakeFirst()).toEqual({ savedReplies: '' })
})
