import { afterAll, beforeAll, expect, test } from 'vitest'
import { splitText } from '../src/charter/clauses/paste-rules.ts'
import { sharedText } from './shared.ts'
import { words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

const terms = sharedText('TERMS-OF-REFERENCE.md')

let world: World
let carla: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await makeWorld()
  carla = await world.as(world.carla)
})
afterAll(() => world.end())

const read = async (path: string) => words(await (await carla.get(path)).text())
const begin = async (text: string): Promise<string> => {
  const answer = await carla.post('/charter/drafts', { group: 'lectio', from: 'paste', text })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const clauses = () =>
  world.db.selectFrom('charterClause').select(['number', 'kind', 'heading', 'kindGuessed', 'text']).orderBy('position').execute()

const pasted = `Terms of Reference

Meetings

The group meets every month.

Confidentiality

Members keep to themselves what the vendor tells them in confidence.

- Minutes leave it out.`

test('a heading that is none of ours is asked about, gives its clauses their kind, and is read in the charter', async () => {
  const draft = await begin(pasted.replaceAll('\n', '\r\n'))
  const page = await read(draft)
  expect(page).toContain('We left out “Terms of Reference”')
  expect(page).toContain('Type of this heading')
  expect(page).toContain('“Confidentiality”, 2 clauses')
  expect(await clauses()).toMatchObject([
    { number: 'M1', heading: '', kindGuessed: false, text: 'The group meets every month.' },
    { number: 'O1', heading: 'Confidentiality', kindGuessed: true },
    { number: 'O2', heading: 'Confidentiality', kindGuessed: true, text: 'Minutes leave it out.' },
  ])
  expect(await read(`${draft}/adopt`)).toContain('We guessed the types of 2 clauses.')

  expect((await carla.post(`${draft}/headings`, { heading: 'Quorum', kind: 'role' })).status).toBe(404)
  const unkind = await carla.post(`${draft}/headings`, { heading: 'Confidentiality', kind: 'none' })
  expect([unkind.status, /<form[^>]*id="heading"[^>]*>\s*<div[^>]*role="alert"/.test(await unkind.text())]).toEqual([422, true])
  expect((await carla.post(`${draft}/headings`, { heading: 'Confidentiality', kind: 'composition' })).status).toBe(303)
  // Pressed twice, or in another tab.
  expect((await carla.post(`${draft}/headings`, { heading: 'Confidentiality', kind: 'role' })).status).toBe(409)
  expect(await read(draft)).not.toContain('Type of this heading')
  expect((await clauses()).map(({ number, kind, heading }) => `${number} ${kind} ${heading}`)).toEqual([
    'M1 meeting ',
    'C1 composition Confidentiality',
    'C2 composition Confidentiality',
  ])

  // What a clause speaks of is not offered again, before it is measured either.
  expect(await read(draft)).toContain('Add clause R1')
  const withMore = await carla.post(`${draft}/clauses`, { kind: 'role', text: 'A Coordinator speaks for the group.' })
  expect(withMore.status).toBe(303)
  expect(await read(draft)).not.toContain('Add clause R1')
  const [{ id } = { id: 0 }] = await world.db.selectFrom('charterClause').select('id').where('kind', '=', 'role').execute()
  expect((await carla.post(`${draft}/clauses/${id}/remove`)).status).toBe(303)

  await carla.post(`${draft}/adopt`, { inForceOn: '2026-02-01', decisionText: 'We adopt it.', decidedOn: '2026-01-20' })
  const charter = await read('/groups/lectio/charter')
  expect(charter.match(/Confidentiality/g)).toHaveLength(1)
  const markdown = await (await carla.get('/groups/lectio/charter/1/charter.md')).text()
  expect(markdown).toContain('### Confidentiality\n\nC1: ')
  // What was saved can be pasted back: the heading stands below one of ours and needs no answer.
  const back = splitText(markdown)
  expect(back.clauses.map(({ number, kind, heading, kindGuessed }) => [number, kind, heading, kindGuessed])).toEqual([
    ['C1', 'composition', 'Confidentiality', false],
    ['C2', 'composition', 'Confidentiality', false],
    ['M1', 'meeting', '', false],
  ])
  // The next version keeps it.
  await carla.post('/charter/drafts', { group: 'lectio', from: 'in_force' })
  expect((await clauses()).filter(({ heading }) => heading === 'Confidentiality')).toHaveLength(4)
})

const discardAll = async () => {
  const drafts = await world.db.selectFrom('charterVersion').select('id').where('adoptedAt', 'is', null).execute()
  for (const { id } of drafts) await carla.post(`/charter/drafts/${id}/discard`)
}

test('a heading is changed, and is gone once it is emptied', async () => {
  await discardAll()
  const draft = await begin(pasted)
  const clause = await world.db
    .selectFrom('charterClause')
    .select(['id', 'number', 'kind', 'text'])
    .where('versionId', '=', Number(draft.split('/').at(-1)))
    .where('heading', '<>', '')
    .orderBy('position')
    .executeTakeFirstOrThrow()
  const { id, ...said } = clause
  const heading = async () =>
    (await world.db.selectFrom('charterClause').select('heading').where('id', '=', id).executeTakeFirstOrThrow()).heading
  const send = (fields: Record<string, string>) => carla.post(`${draft}/clauses/${id}`, { ...said, ...fields })
  expect([(await send({ heading: 'Discretion' })).status, await heading()]).toEqual([303, 'Discretion'])
  expect([(await send({})).status, await heading()]).toEqual([303, 'Discretion'])
  expect([(await send({ heading: ' ' })).status, await heading()]).toEqual([303, ''])
})

test('a paragraph that is marked as a heading is a clause, and what is said of a wide table fits a cookie', async () => {
  await discardAll()
  const wide = `# Terms\n\n## Meetings\n\n## ${'Members speak '.repeat(20)}\n\n| P1 | ${'Grund '.repeat(900)}|\n| P2 | Formed. |\n\n| No | Says | ${'Begründung '.repeat(900)} |\n| - | - | - |\n| P3 | Works. | . |`
  const answer = await carla.post('/charter/drafts', { group: 'lectio', from: 'paste', text: wide })
  expect(answer.status).toBe(303)
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie.length).toBeLessThan(4_096)
  expect(decodeURIComponent(cookie)).toContain('We left out these table columns: Begründung')
  expect((await clauses()).some(({ text, heading }) => text.includes('Members speak') && heading === '')).toBe(true)
})

test.skipIf(!terms)('the terms of reference of the group that this is for come in clause by clause, with their own numbers', async () => {
  await discardAll()
  const draft = await begin(terms ?? '')
  const rows = [...(terms ?? '').matchAll(/^\| ([A-Z]\d) \| (.*?) \|/gm)].map(([, number, text]) => ({ number, text }))
  expect(rows.length).toBeGreaterThan(20)
  const id = Number(draft.split('/').at(-1))
  const taken = await world.db
    .selectFrom('charterClause')
    .select(['number', 'kind', 'text', 'kindGuessed'])
    .where('versionId', '=', id)
    .orderBy('position')
    .execute()
  expect(taken.map(({ number, text }) => ({ number, text }))).toEqual(rows)
  const kindOf = new Map(taken.map(({ number, kind }) => [number, kind]))
  expect(['P2', 'G1', 'A3', 'O7', 'R5', 'M1', 'L4', 'W2'].map((number) => kindOf.get(number))).toEqual([
    'purpose',
    'objective',
    'activity',
    'duty',
    'role',
    'meeting',
    'list',
    'web',
  ])
  expect(taken.some(({ kindGuessed }) => kindGuessed)).toBe(false)
  const page = await read(draft)
  expect(page).toContain('The group that Rapport serves, clause by clause')
  expect(page).toContain('We left out these table columns: what works in Rapport')
})
