import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBringing } from '../src/correspondence/bringing/jobs.ts'
import { keepReading } from '../src/documents/importing/jobs.ts'
import { keepRunning, sweep } from '../src/imports/uploads/jobs.ts'
import { mboxEntry } from '../src/lib/mail/mbox-write.ts'
import { measureSite } from '../src/operations/watch/queries.ts'
import { openDesk } from './desk.ts'
import { mail } from './mail.ts'
import { words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

const mailboxes = '/correspondence/lectio-coordinator/imports'

let world: World
let carla: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await makeWorld()
  await openDesk(world)
  carla = await world.as(world.carla)
})
afterAll(() => world.end())

async function send(path: string, fields: Record<string, string>, files: Record<string, string | Buffer>): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, content] of Object.entries(files))
    form.append('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  const answer = await world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...carla.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const read = async (path: string) => words(await (await carla.get(path)).text())
const letter = (id: string) => {
  const date = new Date('2018-03-01T10:00:00Z')
  const from = `${id}@else.example`
  return mboxEntry({ raw: mail({ from, to: 'chair@old.example', subject: `Of ${id}`, id: from, text: 'Well.', date }), date })
}

/** Something befalls the bytes of the file that was kept last. @returns what mends them */
async function damage(how: (bytes: Buffer) => Buffer): Promise<() => Promise<unknown>> {
  const chunk = await world.db.selectFrom('fileChunk').selectAll().orderBy('contentId', 'desc').limit(1).executeTakeFirstOrThrow()
  const set = (bytes: Buffer) =>
    world.db.updateTable('fileChunk').set({ bytes }).where('contentId', '=', chunk.contentId).where('n', '=', chunk.n).execute()
  await set(how(chunk.bytes))
  return () => set(chunk.bytes)
}
/** The end of a file is another than it was. */
const spoilEnd = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -4), Buffer.from('?!?!')])

const jobs = async () =>
  (await sql<{ key: string }>`select key from graphile_worker.jobs where key is not null`.execute(world.db)).rows.map(({ key }) => key)
const failing = async () => (await measureSite(world.db, world.clock.now, { sends: false, backups: false })).jobs.failing
/** All tries but the last have been made, or that one, too. */
const tried = (key: string, left: number) =>
  sql`with job as (
      update graphile_worker._private_jobs set attempts = max_attempts - ${left}::int, run_at = now(), locked_at = null where key = ${key}
      returning id, attempts)
    insert into job_end (job_id, try, cut_off) select id, attempts, 0 from job
    on conflict (job_id) do update set try = excluded.try, cut_off = 0`.execute(world.db)
const files = async () => (await world.db.selectFrom('file').select('id').execute()).length

test('a mailbox whose bytes are damaged says so after its last try, goes on where it was once they are mended, and ends exact', async () => {
  const page = await send(mailboxes, {}, { 'long.mbox': Buffer.concat(Array.from({ length: 130 }, (_, n) => letter(`long${n}`))) })
  const id = Number(page.split('/').at(-1))
  const key = `office.bringMailbox:${id}`
  const taken = async () => (await world.db.selectFrom('correspondenceMail').select('id').where('importId', '=', id).execute()).length
  const mend = await damage(spoilEnd)
  await world.settle()
  expect(await read(page)).toMatch(/Running[\s\S]*interrupted\. We try again/)
  expect((await carla.post(`${page}/again`)).status).toBe(409)

  await tried(key, 1)
  await world.settle()
  expect(await taken()).toBe(100)
  const stopped = await read(page)
  expect(stopped).toContain('The import stopped: The file is damaged or missing')
  expect(stopped).toContain('so far stays')
  expect(stopped).toMatch(/Emails imported 100/)
  expect(await read(mailboxes)).toMatch(/long\.mbox[\s\S]*Stopped/)
  expect((await carla.get(`${page}/progress`)).headers.get('hx-refresh')).toBe('true')
  // The operator hears of it as of every job that fails on and on.
  expect(await failing()).toBe(1)
  expect((await (await world.as(world.maria)).post(`${page}/again`)).status).toBe(404)

  await mend()
  expect((await carla.post(`${page}/again`)).status).toBe(303)
  expect(await read(page)).toContain('Running')
  await world.settle()
  expect(await taken()).toBe(130)
  expect(await read(page)).toMatch(/Emails imported 130/)
  expect([await failing(), await jobs(), await files()]).toEqual([0, [], 0])
  const line = await world.db.selectFrom('journal').select('personId').where('action', '=', 'correspondence.import-tried-again').execute()
  expect(line).toEqual([{ personId: world.carla.personId }])
})

test('a mailbox that stopped is taken back with its file and its job', async () => {
  const page = await send(mailboxes, {}, { 'short.mbox': Buffer.concat([letter('one'), letter('two')]) })
  const key = `office.bringMailbox:${page.split('/').at(-1)}`
  await damage(spoilEnd)
  await tried(key, 1)
  await world.settle()
  expect(await read(`${page}/undo`)).toContain('Files waiting for import')
  expect((await carla.post(`${page}/undo`)).status).toBe(303)
  expect(await read(page)).toContain('Undone')
  expect((await carla.post(`${page}/again`)).status).toBe(409)
  expect([await failing(), await jobs(), await files()]).toEqual([0, [], 0])
})

test('a file of members that is gone stops, is tried again, or is thrown away; its list is free meanwhile', async () => {
  const begin = async (name: string) => {
    const page = await send('/lists/lectio-l/import', {}, { [name]: 'new@file.example\nother@file.example\n' })
    expect((await carla.post(`${page}/begin`)).status).toBe(303)
    const mend = await damage(() => Buffer.alloc(0))
    await tried(`moving.run:${page.split('/').at(-1)}`, 1)
    await world.settle()
    return { page, mend }
  }
  // Before it is begun its page says what is wrong, too.
  const looked = await send('/lists/lectio-l/import', {}, { 'damaged.txt': 'new@file.example\n' })
  await damage(() => Buffer.alloc(0))
  expect(await read(looked)).toContain('The file is damaged or missing')
  expect((await carla.post(`${looked}/begin`)).status).toBe(422)
  await carla.post(`${looked}/discard`)

  const { page, mend } = await begin('members.txt')
  const stopped = await read(page)
  expect(stopped).toContain('The import stopped: The file is damaged or missing')
  expect(stopped).toContain('so far stays')
  expect((await carla.get(`${page}/progress`)).headers.get('hx-refresh')).toBe('true')
  expect((await (await world.as(world.bruno)).post(`${page}/again`)).status).toBe(404)
  await mend()
  expect((await carla.post(`${page}/again`)).status).toBe(303)
  expect((await carla.post(`${page}/again`)).status).toBe(409)
  await world.settle()
  expect(await read(page)).toMatch(/Subscribers[\s\S]*Imported/)
  expect(await read('/lists/lectio-l/subscribers')).toContain('other@file.example')

  const second = await begin('more.txt')
  expect(await failing()).toBe(1)
  // Brought long ago and stopped only now: there is a week left to take it up again.
  const id = Number(second.page.split('/').at(-1))
  const old = new Date(world.clock.now.getTime() - 8 * 86_400_000)
  await world.db.updateTable('moveUpload').set({ createdAt: old }).where('id', '=', id).execute()
  await sweep({}, world.context)
  expect(await read(second.page)).toContain('The import stopped')
  const gone = await carla.post(`${second.page}/discard`)
  expect([gone.status, decodeURIComponent(gone.headers.get('set-cookie') ?? '')]).toEqual([
    303,
    expect.stringContaining('What the import added so far stays.'),
  ])
  expect((await carla.post(`${second.page}/discard`)).status).toBe(404)
  const lines = await world.db.selectFrom('journal').select(['subject', 'personId']).where('action', '=', 'upload.discarded').execute()
  expect(lines.at(-1)).toEqual({ subject: `upload:${id}`, personId: world.carla.personId })
  expect([await failing(), await jobs(), await files()]).toEqual([0, [], 0])
})

test('of a folder of documents what is read stays, and only what is missing is read again', async () => {
  const page = await send(
    '/documents/imports',
    { group: 'lectio', visibility: 'group' },
    { 'Notes 2021-01-10.txt': 'The first of two.', 'Notes 2021-02-10.txt': 'The second of two.' },
  )
  const id = Number(page.split('/').at(-1))
  const mend = await damage(spoilEnd)
  await tried(`documents.readFolder:${id}`, 1)
  await world.settle()
  const stopped = await read(page)
  expect(stopped).toContain('The import stopped: The file is damaged or missing')
  expect(stopped).toMatch(/New 1/)
  expect(await read('/documents/imports')).toContain('Stopped')
  expect((await (await world.as(world.maria)).post(`${page}/again`)).status).toBe(404)
  // What has stopped is not begun again by itself.
  const now = world.clock.now
  world.clock.now = new Date(now.getTime() + 2 * 3_600_000)
  await keepReading({}, world.context)
  world.clock.now = now
  expect(await read(page)).toContain('The import stopped')
  await mend()
  expect((await carla.post(`${page}/again`)).status).toBe(303)
  await world.settle()
  const outcomes = await world.db
    .selectFrom('documentImportFile')
    .select(['path', 'outcome'])
    .where('importId', '=', id)
    .orderBy('path')
    .execute()
  expect(outcomes).toEqual([
    { path: 'Notes 2021-01-10.txt', outcome: 'new' },
    { path: 'Notes 2021-02-10.txt', outcome: 'new' },
  ])
  expect((await carla.post(`${page}/again`)).status).toBe(409)
  expect([await failing(), await jobs()]).toEqual([0, []])
})

test('an import whose process was ended in its last try says so, too', async () => {
  const box = await send(mailboxes, {}, { 'cut.mbox': letter('cut') })
  const folder = await send('/documents/imports', { group: 'lectio', visibility: 'group' }, { 'Notes 2022-01-10.txt': 'Cut off.' })
  const list = await send('/lists/lectio-l/import', {}, { 'cut.txt': 'cut@file.example\n' })
  await carla.post(`${list}/begin`)
  const idOf = (page: string) => page.split('/').at(-1)
  for (const key of [`office.bringMailbox:${idOf(box)}`, `documents.readFolder:${idOf(folder)}`, `moving.run:${idOf(list)}`])
    await tried(key, 0)
  const now = world.clock.now
  world.clock.now = new Date(now.getTime() + 2 * 3_600_000)
  await keepBringing({}, world.context)
  await keepRunning({}, world.context)
  await keepReading({}, world.context)
  for (const page of [box, folder, list]) {
    expect(await read(page)).toContain('The import was interrupted each time we tried.')
    expect((await carla.post(`${page}/again`)).status).toBe(303)
  }
  await world.settle()
  for (const page of [box, folder, list]) expect(await read(page)).not.toContain('The import stopped')
  expect(await jobs()).toEqual([])
})
