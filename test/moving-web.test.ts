import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drainJobs } from '../src/edges/jobs/worker.ts'
import { noteVerdict, setScanning } from '../src/files/scan/actions.ts'
import { sweep } from '../src/imports/uploads/jobs.ts'
import { sharedData } from './shared.ts'
import { makeWorld, type Person, type World } from './world.ts'

const data = sharedData('mailman-migration')

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

/** Sends files with a form, as a browser does. */
async function send(person: Person, path: string, form: Record<string, string>, files: Record<string, string | Uint8Array<ArrayBuffer>>) {
  const { cookies } = await world.as(person)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  for (const [name, content] of Object.entries(files)) body.append('file', new File([content], name))
  return world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    body,
    headers: { origin: 'http://rapport.test', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
}
const at = (response: Response) => response.headers.get('location') ?? ''
const groupId = () => String(world.group.groupId)
const text = async (person: Person, path: string) => (await (await world.as(person)).get(path)).text()
const leftovers = () => world.db.selectFrom('fileChunk').select('n').execute()

test.skipIf(!data)('an administrator brings a list of Mailman in: sees what becomes what, begins, and reads the balance', async () => {
  const folder = `${data}/pipermail/reality`
  const zip = zipSync({
    'archives/private/eclipse-sig/2002-June.txt.gz': readFileSync(`${folder}/2002-June.txt.gz`),
    'archives/private/eclipse-sig/2002-June/thread.html': readFileSync(`${folder}/2002-June/thread.html`),
    '../../escaped.txt': Buffer.from('out'),
  })
  const pickle = new Uint8Array(readFileSync(`${data}/config-pck/config-with-instances.pck`))
  const sent = await send(world.ada, '/admin/import', { list: 'eclipse-sig', group: groupId() }, { 'config.pck': pickle })
  expect(sent.status).toBe(303)
  const page = at(sent)
  expect(at(await send(world.ada, `${page}/files`, {}, { 'archive.zip': zip }))).toBe(page)

  const shown = await text(world.ada, page)
  for (const words of ['Import eclipse-sig', '3 new people', 'Everyone who confirms the address can join', 'archive.zip'])
    expect(shown).toContain(words)
  expect(await world.db.selectFrom('list').select('id').where('name', '=', 'eclipse-sig').execute()).toEqual([])
  expect((await (await world.as(world.carla)).get(page)).status).toBe(404)

  const ada = await world.as(world.ada)
  expect((await ada.post(`${page}/begin`, { settings: 'on' })).status).toBe(303)
  expect(await text(world.ada, page)).toContain('You can leave this page')
  expect((await ada.post(`${page}/begin`, {})).status).toBe(409)
  await world.settle()

  const done = await text(world.ada, page)
  for (const words of ['Imports into eclipse-sig', 'Subscribers', 'Imported', 'Found']) expect(done).toContain(words)
  expect((await ada.get('/pipermail/eclipse-sig/2002-June/000107.html')).status).toBe(301)
  expect(await (await ada.get(`${page}/progress`)).headers.get('hx-refresh')).toBe('true')
  expect(await leftovers()).toEqual([])
  expect(await world.postbox()).toEqual([])
})

const oldNames = async (list: string) =>
  (
    await world.db
      .selectFrom('oldList')
      .innerJoin('list', 'list.id', 'oldList.listId')
      .select('oldList.name')
      .where('list.name', '=', list)
      .execute()
  ).map(({ name }) => name)

describe('an owner subscribes people from a file', () => {
  const names = ['new@file.example', 'susi@susi.example', 'wrong line', 'carla@carla.example', 'maria@maria.example'].join('\n')

  test('sees who comes, who goes and which lines are wrong, and decides about these', async () => {
    const page = at(await send(world.carla, '/lists/lectio-l/import', { sync: 'on' }, { 'members.txt': names }))
    const shown = await text(world.carla, page)
    for (const words of ['1 new person, 3 already on the list', 'Line 3: “wrong line” has no @.', 'No one is removed from the list'])
      expect(shown).toContain(words)
    const carla = await world.as(world.carla)
    const refused = await carla.post(`${page}/begin`)
    await world.settle()
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Nothing was imported. 1 line has errors.')])
    expect(await text(world.carla, '/lists/lectio-l/subscribers')).not.toContain('new@file.example')
    await carla.post(`${page}/begin`, { skipWrong: 'on' })
    await world.settle()
    expect(await text(world.carla, '/lists/lectio-l/subscribers')).toContain('new@file.example')
    expect(await world.postbox()).toEqual([])
    // The list was nowhere else.
    expect(await oldNames('lectio-l')).toEqual([])
  })

  test('or pastes their addresses', async () => {
    // Neither of the two is needed, and with none of them it is said beside the file.
    expect(await text(world.carla, '/lists/lectio-l/import')).not.toMatch(/<(?:input|textarea)[^>]* required/)
    const none = await send(world.carla, '/lists/lectio-l/import', {}, {})
    expect([none.status, await none.text()]).toEqual([422, expect.stringMatching(/name="file"[^>]*aria-invalid="true"/)])
    const page = at(await send(world.carla, '/lists/lectio-l/import', { pasted: 'Pia Paste <pia@paste.example>\nsusi@susi.example\n' }, {}))
    expect(await text(world.carla, page)).toContain('1 new person, 1 already on the list')
    const both = await send(world.carla, '/lists/lectio-l/import', { pasted: 'pia@paste.example' }, { 'members.txt': names })
    expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('Upload a file or paste the addresses, not both.')])
    await (await world.as(world.carla)).post(`${page}/discard`)
  })

  test('names those whom the file does not have before they are taken off', async () => {
    const page = at(
      await send(
        world.carla,
        '/lists/lectio-l/import',
        { sync: 'on' },
        { 'members.csv': 'email,name\nsusi@susi.example,S\ncarla@carla.example,C\nmaria@maria.example,M\n' },
      ),
    )
    expect(await text(world.carla, page)).toMatch(/1 person will be removed from the list[\s\S]*new@file\.example/)
    const carla = await world.as(world.carla)
    await carla.post(`${page}/discard`)
    expect((await carla.get(page)).status).toBe(404)
    expect(await text(world.carla, '/lists/lectio-l/subscribers')).toContain('new@file.example')
  })

  test('whatever woke the job that reads the file', async () => {
    const page = at(await send(world.carla, '/lists/lectio-l/import', {}, { 'members.csv': 'email,name\nwoken@file.example,W\n' }))
    await (await world.as(world.carla)).post(`${page}/begin`)
    // A connection that was made in a transaction wakes it in there.
    await world.write(() => drainJobs(world.database, world.context))
    expect(await text(world.carla, '/lists/lectio-l/subscribers')).toContain('woken@file.example')
  })
})

test('an owner brings people, and no archive: that is for administrators', async () => {
  const answer = await send(world.carla, '/lists/lectio-l/import', {}, { 'archive.mbox': 'From a@b.example Mon May  2 10:00:00 2016\n' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('“archive.mbox” is not a file of subscribers')
})

test.each([
  ['a file that is nothing of a list', { 'picture.png': 'x' }, /picture\.png” is not a file that we can import/],
  ['an empty file', { 'config.pck': '' }, /is empty/],
  ['no file', {}, /Choose at least one file|needed|Please/],
])('%s is refused beside its field', async (_, files, sentence) => {
  const answer = await send(world.ada, '/admin/import', { list: 'any-l', group: groupId() }, files as Record<string, string>)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toMatch(sentence)
})

test.each([
  ['a pickle that would run a program', { 'config.pck': "cos\nsystem\n(S'touch /tmp/owned'\ntR." }, 'The file names os.system'],
  ['a config.pck that is cut off', { 'config.pck': '}q\x01(U\treal_nameU\x03Ann' }, 'ends too early'],
  ['an export that is none', { 'export.json': '{"a": 1}' }, 'not an export of Mailman 3'],
  ['a ZIP archive that is damaged', { 'all.zip': 'PK\x03\x04nothing' }, 'The ZIP archive has no file'],
])('%s is shown with its sentence, and cannot be begun', async (_, files, sentence) => {
  const page = at(await send(world.ada, '/admin/import', { list: 'bad-l', group: groupId() }, files as unknown as Record<string, string>))
  const shown = await text(world.ada, page)
  expect(shown).toContain(sentence)
  expect(shown).not.toContain('rapport-import-')
  expect(shown).not.toContain(`${page}/begin`)
  const ada = await world.as(world.ada)
  // A program has no button that is missing.
  const begun = await ada.post(`${page}/begin`)
  expect([begun.status, await begun.text()]).toEqual([422, expect.stringContaining(sentence)])
  await ada.post(`${page}/discard`)
})

/** Brings a file in pieces, as the script of a form does. @returns its key */
async function inPieces(person: Person, name: string, content: string): Promise<string> {
  const browser = await world.as(person)
  const bytes = Buffer.from(content)
  const { key } = (await (await browser.request('POST', '/uploads', { name, size: String(bytes.length) })).json()) as { key: string }
  await world.app.request(`http://rapport.test/uploads/${key}/0`, {
    method: 'PUT',
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([n, value]) => `${n}=${value}`).join('; ') },
    body: new Uint8Array(bytes),
  })
  expect((await browser.request('POST', `/uploads/${key}/finish`, {})).status).toBe(200)
  return key
}

test('a file that came in pieces is brought by its key, once, and by nobody else', async () => {
  const key = await inPieces(world.carla, 'members.csv', 'email,name\npieces@file.example,P\n')
  const stolen = await send(world.ada, '/admin/import', { list: 'pieces-l', group: groupId(), upload: key }, {})
  expect([stolen.status, await world.db.selectFrom('moveUpload').select('id').where('listName', '=', 'pieces-l').execute()]).toEqual([
    404,
    [],
  ])
  const archive = await inPieces(world.carla, 'archive.mbox', 'From a@b.example Mon May  2 10:00:00 2016\n')
  const refused = await send(world.carla, '/lists/lectio-l/import', { upload: archive }, {})
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('“archive.mbox” is not a file of subscribers')])
  await (await world.as(world.carla)).request('POST', `/uploads/${archive}/cancel`, {})

  const page = at(await send(world.carla, '/lists/lectio-l/import', { upload: key }, {}))
  expect(await text(world.carla, page)).toContain('1 new person')
  // One of the same name takes its place, and what it held is gone.
  const again = await inPieces(world.carla, 'members.csv', 'email,name\nother@file.example,O\nthird@file.example,T\n')
  expect(at(await send(world.carla, `${page}/files`, { upload: again }, {}))).toBe(page)
  expect(await text(world.carla, page)).toContain('2 new people')
  const added = await send(world.carla, `${page}/files`, {}, { 'picture.png': 'x' })
  expect([added.status, await added.text()]).toEqual([422, expect.stringContaining('not a file of subscribers')])
  await (await world.as(world.carla)).post(`${page}/discard`)
})

test('months of an archive say what was repaired in them; an undo counts them together, and the list of imports knows of it', async () => {
  const month = (year: number) =>
    `From a at b.example Mon May  2 10:00:00 ${year}\nFrom: a at b.example (A)\nDate: Mon, 2 May ${year} 10:00:00 +0000\nMessage-ID: <${year}@b.example>\nSubject: Old\n\nHi\n\n`
  const files = Object.fromEntries([2016, 2017, 2018, 2019].map((year) => [`${year}-May.txt`, month(year)]))
  const page = at(await send(world.ada, '/admin/import', { list: 'months-l', group: groupId() }, files))
  const ada = await world.as(world.ada)
  await ada.post(`${page}/begin`, {})
  await world.settle()
  const done = await text(world.ada, page)
  expect(done).toMatch(/The archive wrote addresses as “user at example\.org”\.<\/\w+><td[^>]*>4</)
  expect(done).toContain('2016-May.txt … 2019-May.txt (4)')
  // Not by the folder that the files were laid into.
  expect(await oldNames('months-l')).toEqual(['months-l'])
  const undo = /\/lists\/months-l\/imports\/move-\d+\/undo/.exec(done)?.[0] ?? ''
  const plan = await text(world.ada, undo)
  expect(plan.match(/>Messages</g)).toHaveLength(1)
  await ada.post(undo, {})
  await world.settle()
  expect(await text(world.ada, '/admin/import')).toMatch(/months-l<\/span><\/a>.*?Undone/)
})

const old =
  'From a@b.example Mon May  2 10:00:00 2016\nFrom: a@b.example\nDate: Mon, 2 May 2016 10:00:00 +0000\nMessage-ID: <beside@b.example>\nSubject: Old\n\nHi\n\n'
const sheet = 'Cognome;Nome;Indirizzo e-mail\r\nFerri;Marta;marta@u6.example\r\nGil;Álvaro;alvaro@u7.example\r\nBoh;;nobody\r\n'

test('a mailbox and a sheet of subscribers come in together, and one sheet alone', async () => {
  const page = at(
    await send(world.ada, '/admin/import', { list: 'beside-l', group: groupId() }, { 'old.mbox': old, 'iscritti.csv': sheet }),
  )
  const shown = await text(world.ada, page)
  expect(shown).toContain('2 new people')
  expect(shown).toContain('1 line')
  const ada = await world.as(world.ada)
  await ada.post(`${page}/begin`, { skipWrong: 'on' })
  await world.settle()
  expect(await text(world.ada, '/lists/beside-l/subscribers')).toContain('Marta Ferri')
  expect(await text(world.ada, '/lists/beside-l/threads')).toContain('>Old<')
  const two = at(await send(world.ada, '/admin/import', { list: 'beside-l', group: groupId() }, { 'a.csv': sheet, 'b.csv': sheet }))
  expect(await text(world.ada, two)).toContain('Choose one file of subscribers at a time. You chose: a.csv, b.csv')
})

test('with a virus scanner an import waits until its files are found clean', async () => {
  const { write, db, clock } = world
  await write((tx) => setScanning(tx, true))
  const page = at(await send(world.carla, '/lists/lectio-l/import', {}, { 'members.txt': 'held@file.example' }))
  await write((tx) => setScanning(tx, false))
  const shown = await text(world.carla, page)
  expect(shown).toContain('The files are waiting for the virus check. Try again in a minute.')
  expect(shown).not.toContain(`${page}/begin`)
  const { id } = await db.selectFrom('fileContent').select('id').where('scan', '=', 'waiting').executeTakeFirstOrThrow()
  await write((tx) => noteVerdict(tx, id, { clean: false, found: 'Eicar-Test' }, clock.now))
  expect(await text(world.carla, page)).toContain('The virus check stopped “members.txt”.')
  await (await world.as(world.carla)).post(`${page}/discard`)
  await db.deleteFrom('fileContent').where('id', '=', id).execute()
})

test.each([
  [
    'old mail that is no text in any charset',
    'From a@b.example Mon May  2 10:00:00 2016\nSubject: \x00\x01\x02\n\n\xff\xfe',
    '2016-May.txt',
  ],
  ['a table in UTF-16, as Excel writes it', '\ufeffemail\tname\n', 'members.txt'],
])('%s is not refused as a name that lies', async (_, content, name) => {
  const bytes = name === 'members.txt' ? Buffer.from(content, 'utf16le') : Buffer.from(content, 'latin1')
  const answer = await send(world.ada, '/admin/import', { list: 'raw-l', group: groupId() }, { [name]: new Uint8Array(bytes) })
  expect(answer.status).toBe(303)
  await (await world.as(world.ada)).post(`${at(answer)}/discard`)
})

test('what nobody has begun is gone after a week', async () => {
  await send(world.carla, '/lists/lectio-l/import', {}, { 'members.txt': 'a@b.example' })
  world.clock.now = new Date(world.clock.now.getTime() + 8 * 86_400_000)
  await sweep({}, world.context)
  expect(await leftovers()).toEqual([])
})
