import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { addImportFile, noteFileRead } from '../src/documents/importing/actions.ts'
import { keepReading, readFolder } from '../src/documents/importing/jobs.ts'
import { readFolderFile } from '../src/documents/importing/reading.ts'
import { noteVerdict, setScanning } from '../src/files/scan/actions.ts'
import { dropJobs } from '../src/lib/db/enqueue.ts'
import { renderPdf } from '../src/lib/print/pdf.ts'
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

/** Brings a file with the form. @returns the address of its import */
async function bring(browser: Browser, name: string, content: Uint8Array): Promise<string> {
  const form = new FormData()
  form.set('group', 'lectio')
  form.set('visibility', 'public')
  form.set('file', new File([new Uint8Array(content)], name))
  const answer = await world.app.request('http://rapport.test/documents/imports', {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
  return answer.headers.get('location') ?? ''
}

/** The same, until the worker has read it. */
async function bringAndRead(browser: Browser, name: string, content: Uint8Array): Promise<string> {
  const path = await bring(browser, name, content)
  await world.settle()
  return path
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
  const path = await bring(carla, 'old.zip', folder())
  // It is read by the worker; the page says so and can be left.
  const waiting = await (await carla.request('GET', path)).text()
  expect(words(waiting)).toContain('This starts in a moment.')
  expect(waiting).toContain(`data-hx-get="${path}/progress"`)
  expect((await carla.request('GET', `${path}/progress`)).headers.get('hx-refresh')).toBeNull()
  await world.settle()
  expect((await carla.request('GET', `${path}/progress`)).headers.get('hx-refresh')).toBe('true')
  const id = path.split('/').at(-1) ?? ''
  const found = await outcomes(id)
  expect(Object.values(found).sort()).toEqual(['duplicate', 'new', 'new', 'new', 'refused', 'refused', 'refused'])
  expect(found['liar.pdf']).toBe('refused')
  const preview = await (await carla.request('GET', path)).text()
  expect(preview).toContain('value="2019-03-14"')
  expect(preview).toContain('value="2019-05-09"')
  expect(preview).toContain('ends in .pdf, but its content')
  expect(words(preview)).toContain('Files found 7')
  expect(await world.db.selectFrom('document').select('id').execute()).toEqual([])

  // One file has no day: the page says so beside it, and nothing is done.
  const lacking = await carla.request('POST', `${path}/confirm`, await fields(id))
  expect([lacking.status, await lacking.text()]).toEqual([422, expect.stringContaining('Enter the date of')])
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
  const again = await bringAndRead(carla, 'old.zip', folder())
  const twice = await outcomes(again.split('/').at(-1) ?? '')
  expect(Object.values(twice).filter((one) => one === 'new')).toEqual([])

  // Once somebody has said that it is right there is no undo, until that is taken back.
  expect(await (await carla.get(path)).text()).toContain('Undo import')
  await carla.post('/first-weeks/lectio/documents', { verdict: 'confirmed' })
  expect(await (await carla.get(path)).text()).not.toContain('Undo import')
  expect((await carla.request('POST', `${path}/undo`, {})).status).toBe(409)
  await carla.post('/first-weeks/lectio/documents/reopen')
  expect((await carla.request('POST', `${path}/undo`, {})).status).toBe(303)
  expect(await world.db.selectFrom('document').select('id').execute()).toEqual([])
  expect(await world.db.selectFrom('searchDocument').select('id').where('kind', '=', 'document').execute()).toEqual([])
})

test('minutes are linked with the meeting of their day, and what somebody has worked on stays when its import is taken back', async () => {
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
      changedAt: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('meetingHost').values({ meetingId, groupId: group.groupId }).execute()
  const path = await bringAndRead(carla, 'Minutes 2024-06-20.txt', Buffer.from('What was said in June.'))
  await carla.request('POST', `${path}/confirm`, await fields(path.split('/').at(-1) ?? ''))
  const document = await db.selectFrom('document').selectAll().where('datedOn', '=', '2024-06-20').executeTakeFirstOrThrow()
  expect(document.meetingId).toBe(meetingId)
  await carla.request('POST', `/documents/${document.slug}/versions`, { base: '1', body: 'Written anew.' })
  expect(await (await carla.get(`${path}/undo`)).text()).toMatch(
    /nothing left to undo[\s\S]*Will be kept[\s\S]*Someone has since changed these documents/,
  )
  expect((await carla.request('POST', `${path}/undo`, {})).status).toBe(303)
  expect(await db.selectFrom('document').select('id').where('id', '=', document.id).execute()).toHaveLength(1)
  expect(await (await carla.get(path)).text()).toContain('Minutes 2024-06-20')
})

/** What is left in the files' own tables of what this world has brought and not kept. */
const sources = () => world.db.selectFrom('documentImportSource').select('id').execute()

test.each([
  ['that unpacks without end', zipSync({ 'a.txt': new Uint8Array(60 * 1024 * 1024) }, { level: 9 }), 'larger than'],
  ['that is damaged', Buffer.concat([folder().subarray(0, 900), Buffer.alloc(400, 7)]), 'damaged'],
  ['with nothing in it', zipSync({ 'empty/': new Uint8Array() }), 'has no files'],
])('an archive %s leaves a sentence, and nothing else', async (_, archive, sentence) => {
  const carla = await world.as(world.carla)
  const path = await bringAndRead(carla, 'bad.zip', archive)
  expect(words(await (await carla.request('GET', path)).text())).toContain(sentence)
  expect(await outcomes(path.split('/').at(-1) ?? '')).toEqual({})
  expect(await sources()).toEqual([])
  expect((await carla.request('POST', `${path}/confirm`, {})).status).toBe(409)
})

test('a folder whose reading was cut off goes on after the last file that is in', async () => {
  const { db, write, clock, carla: person } = world
  const carla = await world.as(person)
  const texts = Object.fromEntries([1, 2, 3, 4].map((n) => [`Notes 2020-0${n}-10.txt`, Buffer.from(`Words of month ${n}.`)]))
  const path = await bring(carla, 'notes.zip', zipSync(texts))
  const importId = Number(path.split('/').at(-1))
  // Two files in, then the process died: their lines and the count are committed.
  const actor = { ...program(clock.now), personId: person.personId }
  for (const [index, [name, bytes]] of Object.entries(texts).slice(0, 2).entries()) {
    const read = await readFolderFile({ path: name, bytes })
    await write(async (tx) => {
      expect(await noteFileRead(tx, importId, { files: index + 1, bytes: 10 })).toBe(true)
      await addImportFile(tx, actor, importId, read)
    })
  }
  expect(words(await (await carla.request('GET', path)).text())).toContain('2 files read.')
  await world.settle()
  expect(await outcomes(String(importId))).toEqual(Object.fromEntries(Object.keys(texts).map((name) => [name, 'new'])))
  expect(await db.selectFrom('documentImport').select(['state', 'filesDone']).where('id', '=', importId).executeTakeFirst()).toEqual({
    state: 'shown',
    filesDone: 4,
  })
  expect(await sources()).toEqual([])
})

test('a folder that is thrown away is not read on, and its job that was lost is found again', async () => {
  const { db, write, clock } = world
  const carla = await world.as(world.carla)
  const thrown = await bring(carla, 'thrown.zip', zipSync({ 'Notes 2021-01-10.txt': Buffer.from('Thrown away.') }))
  await carla.request('POST', `${thrown}/undo`, {})
  await world.settle()
  expect(await outcomes(thrown.split('/').at(-1) ?? '')).toEqual({})

  const lost = await bring(carla, 'lost.zip', zipSync({ 'Notes 2021-02-10.txt': Buffer.from('Lost and found.') }))
  await write(async (tx) => dropJobs(tx, 'documents.readFolder'))
  await world.settle()
  expect(await outcomes(lost.split('/').at(-1) ?? '')).toEqual({})
  clock.now = new Date(clock.now.getTime() + 2 * 3_600_000)
  await keepReading({}, world.context)
  await world.settle()
  expect(await outcomes(lost.split('/').at(-1) ?? '')).toEqual({ 'Notes 2021-02-10.txt': 'new' })
  expect(await db.selectFrom('document').select('id').where('datedOn', '=', '2021-02-10').execute()).toEqual([])
})

test('a single file that came in pieces is a file, and no archive', async () => {
  const carla = await world.as(world.carla)
  const bytes = pdf('Minutes of 12 May 2022')
  const begun = (await (await carla.request('POST', '/uploads', { name: 'Call.pdf', size: String(bytes.length) })).json()) as {
    key: string
  }
  await world.app.request(`http://rapport.test/uploads/${begun.key}/0`, {
    method: 'PUT',
    headers: { origin: 'http://rapport.test', cookie: [...carla.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: new Uint8Array(bytes),
  })
  await carla.request('POST', `/uploads/${begun.key}/finish`, {})
  const answer = await carla.request('POST', '/documents/imports', { group: 'lectio', visibility: 'group', upload: begun.key })
  const path = answer.headers.get('location') ?? ''
  await world.settle()
  expect(await outcomes(path.split('/').at(-1) ?? '')).toEqual({ 'Call.pdf': 'new' })
  expect(await (await carla.request('GET', path)).text()).toContain('value="2022-05-12"')
})

test('with a virus scanner the folder waits until it is found clean', async () => {
  const { db, context, write, clock } = world
  const carla = await world.as(world.carla)
  await write((tx) => setScanning(tx, true))
  const path = await bring(carla, 'held.zip', zipSync({ 'Notes 2023-03-10.txt': Buffer.from('Held for a while.') }))
  const importId = Number(path.split('/').at(-1))
  await readFolder({ importId }, context)
  expect(await outcomes(String(importId))).toEqual({})
  const content = await db.selectFrom('fileContent').select('id').where('scan', '=', 'waiting').executeTakeFirstOrThrow()
  await write((tx) => noteVerdict(tx, content.id, { clean: true, found: '' }, clock.now))
  await write((tx) => setScanning(tx, false))
  await readFolder({ importId }, context)
  expect(await outcomes(String(importId))).toEqual({ 'Notes 2023-03-10.txt': 'new' })
})
