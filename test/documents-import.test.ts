import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderPdf } from '../src/print/pdf.ts'
import { words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

type Browser = Awaited<ReturnType<World['as']>>

const pdf = (text: string) =>
  renderPdf({
    title: text,
    author: 'Lectio',
    language: 'en',
    footer: 'x',
    date: new Date('2026-01-01T00:00:00Z'),
    blocks: [{ kind: 'text', words: text }],
  })

async function bring(browser: Browser, name: string, content: Uint8Array): Promise<Response> {
  const form = new FormData()
  form.set('group', 'lectio')
  form.set('visibility', 'public')
  form.set('file', new File([new Uint8Array(content)], name))
  return world.app.request('http://rapport.test/documents/imports', {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
}

const folder = () =>
  zipSync({
    'minutes/Minutes_20190314.pdf': pdf('Quorum was reached'),
    'minutes/May.html': Buffer.from('<h1>Minutes of 9 May 2019</h1><script>bad()</script><p>Elderflower report</p>'),
    'minutes/copy of Minutes.pdf': pdf('Quorum was reached'),
    'Terms of reference.txt': Buffer.from('The terms, without a day.'),
    'liar.pdf': Buffer.from('no pdf at all'),
    'photo.png': Buffer.from('\x89PNG\r\n\x1a\n0000IHDR', 'latin1'),
    '__MACOSX/._x': Buffer.from('x'),
  })

const outcomes = async (id: string) =>
  Object.fromEntries(
    (
      await world.db
        .selectFrom('documentImportFile')
        .select(['path', 'outcome'])
        .where('importId', '=', Number(id))
        .orderBy('path')
        .execute()
    ).map(({ path, outcome }) => [path, outcome]),
  )
const fields = async (id: string, days: Record<string, string> = {}) => {
  const files = await world.db
    .selectFrom('documentImportFile')
    .selectAll()
    .where('importId', '=', Number(id))
    .where('outcome', '=', 'new')
    .execute()
  return Object.fromEntries(
    files.flatMap((file): [string, string][] => [
      [`take-${file.id}`, 'on'],
      [`title-${file.id}`, file.title],
      [`category-${file.id}`, file.category],
      [`date-${file.id}`, days[file.path] ?? file.datedOn ?? ''],
    ]),
  )
}

test('a folder comes in: days from names and texts or asked, nothing before it is confirmed, the balance adds up, and it goes back as a whole', async () => {
  const carla = await world.as(world.carla)
  const answer = await bring(carla, 'old.zip', folder())
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  const id = path.split('/').at(-1) ?? ''
  const found = await outcomes(id)
  expect(Object.values(found).sort()).toEqual(['duplicate', 'new', 'new', 'new', 'refused', 'refused', 'refused'])
  expect(found['liar.pdf']).toBe('refused')
  const preview = await (await carla.request('GET', path)).text()
  expect(preview).toContain('value="2019-03-14"')
  expect(preview).toContain('value="2019-05-09"')
  expect(preview).toContain('called like a PDF')
  expect(words(preview)).toContain('Found 7')
  expect(await world.db.selectFrom('document').select('id').execute()).toEqual([])

  // One file has no day: the page says so beside it, and nothing is done.
  const lacking = await carla.request('POST', `${path}/confirm`, await fields(id))
  expect([lacking.status, await lacking.text()]).toEqual([422, expect.stringContaining('Say of which day')])
  expect(await world.db.selectFrom('document').select('id').execute()).toEqual([])

  const confirmed = await carla.request('POST', `${path}/confirm`, await fields(id, { 'Terms of reference.txt': '2018-02-01' }))
  expect(confirmed.status).toBe(303)
  const documents = await world.db
    .selectFrom('document')
    .select(['title', 'category', 'datedOn', 'approvedNumber'])
    .orderBy('datedOn')
    .execute()
  expect(documents).toEqual([
    { title: 'Terms of reference', category: 'key', datedOn: '2018-02-01', approvedNumber: 1 },
    { title: 'Minutes 20190314', category: 'minutes', datedOn: '2019-03-14', approvedNumber: 1 },
    { title: 'May', category: 'minutes', datedOn: '2019-05-09', approvedNumber: 1 },
  ])
  expect((await carla.request('POST', `${path}/confirm`, {})).status).toBe(409)

  // The same folder again is here already.
  const again = await bring(carla, 'old.zip', folder())
  const twice = await outcomes((again.headers.get('location') ?? '').split('/').at(-1) ?? '')
  expect(Object.values(twice).filter((one) => one === 'new')).toEqual([])

  expect((await carla.request('POST', `${path}/undo`, {})).status).toBe(303)
  expect(await world.db.selectFrom('document').select('id').execute()).toEqual([])
  expect(await world.db.selectFrom('searchDocument').select('id').where('kind', '=', 'document').execute()).toEqual([])
})

test('minutes are linked with the meeting of their day, and an import that somebody has worked on does not go back', async () => {
  const { db, group, clock } = world
  const carla = await world.as(world.carla)
  const { id: meetingId } = await db
    .insertInto('meeting')
    .values({
      slug: '2024-06-20',
      title: 'Call',
      startsAt: new Date('2024-06-20T09:00:00Z'),
      endsAt: new Date('2024-06-20T10:00:00Z'),
      zone: 'Europe/Lisbon',
      uid: 'a@b',
      createdAt: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('meetingHost').values({ meetingId, groupId: group.groupId }).execute()
  const answer = await bring(carla, 'Minutes 2024-06-20.txt', Buffer.from('What was said in June.'))
  const path = answer.headers.get('location') ?? ''
  await carla.request('POST', `${path}/confirm`, await fields(path.split('/').at(-1) ?? ''))
  const document = await db.selectFrom('document').selectAll().where('datedOn', '=', '2024-06-20').executeTakeFirstOrThrow()
  expect(document.meetingId).toBe(meetingId)
  await carla.request('POST', `/documents/${document.slug}/versions`, { base: '1', body: 'Written anew.' })
  const undone = await carla.request('POST', `${path}/undo`, {})
  expect([undone.status, await undone.text()]).toEqual([409, expect.stringContaining('Somebody has worked on')])
})

test('an archive that unpacks without end is refused with a sentence', async () => {
  const carla = await world.as(world.carla)
  const answer = await bring(carla, 'bomb.zip', zipSync({ 'a.txt': new Uint8Array(60 * 1024 * 1024) }, { level: 9 }))
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('too large')])
})
