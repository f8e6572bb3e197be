import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bring } from '../src/correspondence/bringing/jobs.ts'
import { holdsMail } from '../src/correspondence/import.ts'
import { noteVerdict, setScanning } from '../src/files/scan/actions.ts'
import { mboxEntry } from '../src/lib/mail/mbox-write.ts'
import { openDesk } from './desk.ts'
import { mail } from './mail.ts'
import { words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

const path = '/correspondence/lectio-coordinator/imports'
const ourOldAddress = 'chair@old.example'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await openDesk(world)
})
afterAll(() => world.end())

const chunksOf = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))

type Browser = Awaited<ReturnType<World['as']>>

const letter = (id: string, subject: string, from = `${id}@else.example`) =>
  mboxEntry({
    raw: mail({
      from,
      to: from === ourOldAddress ? `${id}@else.example` : ourOldAddress,
      subject,
      id: `${id}@else.example`,
      text: `Of ${subject}.`,
      date: new Date('2018-03-01T10:00:00Z'),
    }),
    date: new Date('2018-03-01T10:00:00Z'),
  })

async function send(browser: Browser, fields: Record<string, string | File>): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
}
const fileOf = (name: string, content: string | Buffer) => new File([typeof content === 'string' ? content : new Uint8Array(content)], name)
const text = async (browser: Browser, where: string) => words(await (await browser.get(where)).text())
const files = async () => (await world.db.selectFrom('file').select('id').execute()).length
const boxOf = (where: string) =>
  world.db
    .selectFrom('correspondenceImport')
    .selectAll()
    .where('id', '=', Number(where.split('/').at(-1)))
    .executeTakeFirstOrThrow()
const lettersOf = (importId: number) =>
  world.db.selectFrom('correspondenceMail').select(['subject', 'direction']).where('importId', '=', importId).orderBy('subject').execute()

test('a mailbox comes in by the form, is counted once however often it comes, and goes back', async () => {
  const carla = await world.as(world.carla)
  expect(await text(carla, '/correspondence/lectio-coordinator')).toContain('Import old mailboxes')
  const mbox = Buffer.concat([letter('ann', 'Quince'), letter('ben', 'Medlar', ourOldAddress), letter('ann', 'Quince')])
  const answer = await send(carla, { file: fileOf('old.mbox', mbox), own: `Someone@else.example, ${ourOldAddress.toUpperCase()}` })
  expect(answer.status).toBe(303)
  const page = answer.headers.get('location') ?? ''
  const id = Number(page.split('/').at(-1))

  // It is under way: its page says so, and it cannot be taken back.
  expect(await text(carla, path)).toContain('Running')
  expect(await (await carla.get(page)).text()).toContain(`data-hx-get="${page}/progress"`)
  expect((await carla.get(`${page}/progress`)).headers.get('hx-refresh')).toBeNull()
  expect(await text(carla, `${page}/undo`)).toContain('This import is running.')
  const early = await carla.post(`${page}/undo`)
  expect([early.status, await early.text()]).toEqual([409, expect.stringContaining('This import is running.')])

  await world.settle()
  const box = await boxOf(page)
  expect(box).toMatchObject({ file: 'old.mbox', imported: 2, repaired: 0, duplicate: 1, quarantined: 0, fileId: null, ownEmails: [] })
  expect(box.endedAt).not.toBeNull()
  expect(await files()).toBe(0)
  expect(await lettersOf(id)).toEqual([
    { subject: 'Medlar', direction: 'out' },
    { subject: 'Quince', direction: 'in' },
  ])
  expect((await carla.get(`${page}/progress`)).headers.get('hx-refresh')).toBe('true')
  expect(await text(carla, page)).toMatch(/Emails imported 2 Already here 1/)
  expect(await text(carla, '/correspondence/lectio-coordinator?q=quince')).toContain('Quince')
  const lines = await world.db
    .selectFrom('journal')
    .select(['action', 'personId'])
    .where('action', 'in', ['correspondence.import-begun', 'correspondence.imported'])
    .orderBy('id')
    .execute()
  expect(lines).toEqual([
    { action: 'correspondence.import-begun', personId: world.carla.personId },
    { action: 'correspondence.imported', personId: world.carla.personId },
  ])

  const again = (await send(carla, { file: fileOf('again.mbox', mbox) })).headers.get('location') ?? ''
  await world.settle()
  expect(await boxOf(again)).toMatchObject({ imported: 0, repaired: 0, duplicate: 3, quarantined: 0 })

  expect((await carla.post(`${page}/undo`)).status).toBe(303)
  expect(await lettersOf(id)).toEqual([])
  expect(await text(carla, '/correspondence/lectio-coordinator?q=quince')).not.toContain('Quince')
  expect(await text(carla, page)).toContain('Undone')
})

test('whether there is mail in a file is told from its beginning, and before anything is written', async () => {
  // One kilobyte of it makes a megabyte: all of it would be unpacked while somebody waits.
  let pulled = 0
  const pieces = chunksOf(gzipSync(Buffer.alloc(64 << 20, 'x')), 1 << 12)
  const counted = async function* () {
    for (const chunk of pieces) {
      pulled++
      yield chunk
    }
  }
  expect(await holdsMail(counted())).toBe(false)
  expect(pulled).toBeLessThan(pieces.length / 2)
  await expect(world.write(() => holdsMail(letter('ann', 'Quince')))).rejects.toThrow('before the transaction')
})

test('what is no mailbox is refused beside its field, and nothing of it is kept', async () => {
  const carla = await world.as(world.carla)
  const before = await world.db.selectFrom('correspondenceImport').select('id').execute()
  const refused = async (fields: Record<string, string | File>, sentence: string) => {
    const answer = await send(carla, fields)
    expect([answer.status, words(await answer.text())]).toEqual([422, expect.stringContaining(sentence)])
  }
  await refused({}, 'Choose the file of the mailbox.')
  await refused({ file: fileOf('empty.mbox', '') }, '“empty.mbox” is empty.')
  await refused({ file: fileOf('notes.txt', 'Dear all,\n\nthis is a note.\n') }, 'There is no email in “notes.txt”.')
  await refused({ file: fileOf('old.mbox', letter('cleo', 'Sloe')), own: 'chair' }, '“chair” is not an email address')

  // In pieces: the file goes with the refusal, so that another can be chosen.
  const note = Buffer.from('a note, no mail\n')
  const begun = (await (await carla.request('POST', '/uploads', { name: 'note.mbox', size: String(note.length) })).json()) as {
    key: string
  }
  await world.app.request(`http://rapport.test/uploads/${begun.key}/0`, {
    method: 'PUT',
    headers: { origin: 'http://rapport.test', cookie: [...carla.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: new Uint8Array(note),
  })
  await carla.request('POST', `/uploads/${begun.key}/finish`, {})
  expect(await text(carla, `${path}?upload=${begun.key}`)).toContain('note.mbox is uploaded.')
  await refused({ upload: begun.key }, 'There is no email in “note.mbox”.')
  expect(await world.db.selectFrom('upload').select('id').execute()).toEqual([])
  expect(await files()).toBe(0)
  expect(await world.db.selectFrom('correspondenceImport').select('id').execute()).toEqual(before)
})

test('for everybody else there is no such page, whatever they send', async () => {
  for (const person of [world.otto, world.maria, world.ada]) {
    const browser = await world.as(person)
    expect((await browser.get(path)).status).toBe(404)
    expect((await send(browser, {})).status).toBe(404)
    expect((await send(browser, { file: fileOf('old.mbox', letter('dora', 'Damson')) })).status).toBe(404)
  }
  expect(await files()).toBe(0)
})

test('cut off after its first letters and begun again, it ends with the same letters and an exact balance', async () => {
  const carla = await world.as(world.carla)
  const many = Array.from({ length: 130 }, (_, n) => letter(`cut${n}`, `Cut ${n}`))
  const page =
    (await send(carla, { file: fileOf('long.mbox', Buffer.concat([...many, letter('cut3', 'Cut 3')])) })).headers.get('location') ?? ''
  const importId = Number(page.split('/').at(-1))
  let writes = 0
  const write: World['write'] = (act) => {
    if (++writes > 1) throw new Error('the machine went down')
    return world.write(act)
  }
  await expect(bring({ importId }, { ...world.context, write })).rejects.toThrow('the machine went down')
  expect(await lettersOf(importId)).toHaveLength(100)
  expect(await boxOf(page)).toMatchObject({ imported: 100, duplicate: 0, endedAt: null })
  expect(await text(carla, page)).toMatch(/100 emails read so far[\s\S]*interrupted[.] We try again/)
  expect((await carla.post(`${page}/undo`)).status).toBe(409)

  await world.settle()
  expect(await lettersOf(importId)).toHaveLength(130)
  expect(await boxOf(page)).toMatchObject({ imported: 130, repaired: 0, duplicate: 1, quarantined: 0, error: null, fileId: null })
  // Through is through.
  await bring({ importId }, world.context)
  expect(await boxOf(page)).toMatchObject({ imported: 130, duplicate: 1 })
})

test('with a virus scanner the mailbox waits for it, and what the scanner stops does not come in', async () => {
  const carla = await world.as(world.carla)
  await world.write((tx) => setScanning(tx, true))
  const bringOne = async (id: string) => {
    const page = (await send(carla, { file: fileOf(`${id}.mbox`, letter(id, `Held ${id}`)) })).headers.get('location') ?? ''
    const importId = Number(page.split('/').at(-1))
    await bring({ importId }, world.context)
    expect(await lettersOf(importId)).toEqual([])
    const content = await world.db.selectFrom('fileContent').select('id').where('scan', '=', 'waiting').executeTakeFirstOrThrow()
    return { page, importId, contentId: content.id }
  }
  const clean = await bringOne('clean')
  await world.write((tx) => noteVerdict(tx, clean.contentId, { clean: true, found: '' }, world.clock.now))
  await bring(clean, world.context)
  expect(await lettersOf(clean.importId)).toHaveLength(1)

  const ill = await bringOne('ill')
  await world.write((tx) => noteVerdict(tx, ill.contentId, { clean: false, found: 'Eicar' }, world.clock.now))
  await world.write((tx) => setScanning(tx, false))
  await bring(ill, world.context)
  expect(await lettersOf(ill.importId)).toEqual([])
  expect(await text(carla, ill.page)).toContain('The virus check found a virus.')
  expect((await boxOf(ill.page)).fileId).toBeNull()
})
