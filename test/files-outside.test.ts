import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { checkBeforehand } from '../src/beforehand.ts'
import { readConfig } from '../src/config.ts'
import { bringJournalBack, moveJournal } from '../src/edges/cli/journal.ts'
import { dropFile, eraseContent, keepFile } from '../src/files/actions.ts'
import { countPlaces, readFileBytes } from '../src/files/queries.ts'
import { setOutside } from '../src/files/store-door.ts'
import { moveFiles, store as storeJob, tidyOutside } from '../src/files/store-jobs.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { verifyJournal } from '../src/journal/queries.ts'
import { openObjectStore, StoreAway } from '../src/lib/object-store.ts'
import { checkFiles } from '../src/operations/doctor/files.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let server: S3rver
let folder: string
let settings: Record<string, string>
const at = new Date('2026-10-16T09:00:00Z')
const day = 86_400_000

beforeAll(async () => {
  world = await makeWorld()
  folder = mkdtempSync(join(inject('runFolder'), 's3-'))
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'files' }] })
  const { port } = await server.run()
  settings = {
    RAPPORT_DATABASE_URL: world.url,
    RAPPORT_FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    RAPPORT_FILES_S3_BUCKET: 'files/of-this-site',
    RAPPORT_FILES_S3_KEY: 'S3RVER',
    RAPPORT_FILES_S3_SECRET: 'S3RVER',
  }
})
afterAll(async () => {
  setOutside(undefined)
  await server.close()
  await world.end()
})

const settingsOf = (more: Record<string, string> = {}) => {
  const { filesOutside } = readConfig({ ...settings, ...more })
  if (!filesOutside) throw new Error('nothing is set')
  return filesOutside
}
const outsideOf = (more: Record<string, string> = {}) => {
  const given = settingsOf(more)
  return { store: openObjectStore(given), takes: given.takes, keepDays: given.keepDays }
}
const bring = (name: string, content: Buffer) =>
  world.write((tx) => keepFile(tx, { name, content, type: 'text/plain', personId: world.carla.personId, at }))
const bytesOf = async (id: number) => Buffer.concat(await Array.fromAsync(readFileBytes(world.db, id)))
const objects = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}\._S3rver_object$/.test(name))
const hands = (now = at) => ({ db: world.db, write: world.write, now: () => now })

test('a large file goes out by itself, comes back byte for byte from anywhere, and a small one stays', async () => {
  setOutside(outsideOf())
  const content = Buffer.alloc(2_500_000, 'Rollover figures. ')
  const large = await bring('large.txt', content)
  await bring('small.txt', Buffer.from('small'))
  await world.settle()
  const { database, s3 } = await countPlaces(world.db)
  expect([database.files, s3]).toEqual([1, { files: 1, bytes: content.length }])
  expect(await world.db.selectFrom('fileChunk').select('bytes').execute()).toHaveLength(1)
  expect((await bytesOf(large.id)).equals(content)).toBe(true)
  const { store } = outsideOf()
  const rest = Buffer.concat(await Array.fromAsync(store.get(large.sha256, 1_000_001)))
  expect(rest.equals(content.subarray(1_000_001))).toBe(true)
  // One that is read while it moves is read to its end.
  await moveFiles(hands(), outsideOf(), 'database')
  const reading = readFileBytes(world.db, large.id)
  const read = [(await reading.next()).value as Buffer]
  await moveFiles(hands(), outsideOf(), 's3')
  for await (const piece of reading) read.push(piece)
  expect(Buffer.concat(read).equals(content)).toBe(true)
  expect((await checkFiles(world.db, readConfig(settings))).map(({ level, text }) => [level, text.replace(/:\d+/, '')])).toEqual([
    ['ok', '1 file (5 bytes) in the database, 1 file (2.5 MB) in the object storage.'],
    ['ok', 'The object storage http://127.0.0.1/files/of-this-site can be read and written, and a file there is as it was.'],
  ])
})

test('an object that changed is said to be damaged, is not moved back, and is written anew from a whole copy', async () => {
  setOutside(outsideOf())
  const content = Buffer.alloc(1_200_000, 'Whole. ')
  const file = await bring('whole.txt', content)
  await world.settle()
  const [path = ''] = objects().filter((name) => name.includes(createHash('sha256').update(content).digest('hex')))
  const kept = readFileSync(join(folder, path))
  writeFileSync(join(folder, path), Buffer.concat([kept.subarray(1), Buffer.from('x')]))
  await expect(bytesOf(file.id)).rejects.toThrow('damaged')
  const { damaged, files } = await moveFiles(hands(), outsideOf(), 'database')
  expect([damaged.length, files]).toEqual([1, 1])
  writeFileSync(join(folder, path), kept)
  expect((await moveFiles(hands(), outsideOf(), 'database')).files).toBe(1)
  writeFileSync(join(folder, path), Buffer.concat([kept.subarray(1), Buffer.from('x')]))
  expect(await moveFiles(hands(), outsideOf(), 's3')).toMatchObject({ files: 2, damaged: [] })
  expect((await bytesOf(file.id)).equals(content)).toBe(true)
})

test('an object that no file names goes after its days, and what was erased at once', async () => {
  setOutside(outsideOf())
  const [gone, erased] = [await bring('gone.txt', Buffer.alloc(1_100_000, 'g')), await bring('erased.txt', Buffer.alloc(1_100_000, 'e'))]
  await storeJob({}, { ...world.context, now: () => at })
  const before = objects().length
  await world.write((tx) => dropFile(tx, gone.id))
  await world.write((tx) => eraseContent(tx, erased.id, at))
  const after = (days: number) => tidyOutside(hands(new Date(at.getTime() + days * day)))
  await after(2)
  expect(objects()).toHaveLength(before - 1)
  // Brought again meanwhile, it is in use again.
  const again = await bring('again.txt', Buffer.alloc(1_100_000, 'g'))
  await world.settle()
  await after(40)
  expect(objects()).toHaveLength(before - 1)
  await world.write((tx) => dropFile(tx, again.id))
  await after(80)
  await after(109)
  expect(objects()).toHaveLength(before - 1)
  await after(111)
  expect(objects()).toHaveLength(before - 2)
})

test('old years of the journal go out and come back, compared with their hash', async () => {
  while ((await world.write((tx) => chainJournal(tx))) > 0);
  const { store } = outsideOf()
  const known = objects().length
  await moveJournal(world.database, new Date('2027-01-01'), { store, folder: mkdtempSync(join(inject('runFolder'), 'journal-')) }, () => {})
  expect(objects()).toHaveLength(known + 1)
  expect((await verifyJournal(world.db)).outside).toBeGreaterThan(0)
  const back = () =>
    bringJournalBack(
      world.database,
      2026,
      (file) => ({ where: '', open: () => store.get(file.sha256) }),
      () => {},
    )
  expect(await back()).toBe(1)
  expect(await verifyJournal(world.db)).toMatchObject({ outside: 0, brokenAt: null })
})

test('while the storage is away files are taken and stay here, pages go on, and what lies there is said to come later', async () => {
  setOutside(outsideOf())
  const maria = await world.as(world.carla)
  const picture = (fill: string) => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(1_300_000, fill)])
  const finished = async (content: Buffer) => {
    const origin = { origin: 'http://rapport.test', cookie: [...maria.cookies].map(([key, value]) => `${key}=${value}`).join('; ') }
    const begun = (await (await maria.request('POST', '/uploads', { name: 'up.gif', size: String(content.length) })).json()) as {
      key: string
    }
    const piece = { method: 'PUT', headers: { ...origin, 'content-length': String(content.length) }, body: new Uint8Array(content) }
    expect((await world.app.request(`http://rapport.test/uploads/${begun.key}/0`, piece)).status).toBe(200)
    expect((await maria.request('POST', `/uploads/${begun.key}/finish`, {})).status).toBe(200)
    return begun.key
  }
  const there = await finished(picture('there'))
  await world.settle()
  setOutside(outsideOf({ RAPPORT_FILES_S3_ENDPOINT: 'http://127.0.0.1:9' }))
  const here = await finished(picture('here'))
  await expect(storeJob({}, world.context)).rejects.toThrow(StoreAway)
  expect((await maria.get(`/uploads/${here}/picture`)).status).toBe(200)
  const later = await maria.get(`/uploads/${there}/picture`)
  expect([later.status, later.headers.get('retry-after')]).toEqual([503, '10'])
  expect((await maria.get('/')).status).toBe(200)
  await expect(
    checkBeforehand(readConfig({ ...settings, RAPPORT_FILES_S3_ENDPOINT: 'http://127.0.0.1:9' }), new Set()),
  ).resolves.toBeUndefined()
  setOutside(outsideOf())
  await storeJob({}, world.context)
  expect((await maria.get(`/uploads/${there}/picture`)).status).toBe(200)
})

test('a setting that is wrong is named before anything starts; a storage that stumbles is asked again', async () => {
  const refused = async (more: Record<string, string>) =>
    checkBeforehand(readConfig({ ...settings, ...more }), new Set()).then(
      () => 'taken',
      (error: Error) => error.message.split(':')[0],
    )
  expect(await refused({})).toBe('taken')
  expect(await refused({ RAPPORT_FILES_S3_BUCKET: 'nowhere' })).toBe('RAPPORT_FILES_S3_BUCKET')
  expect(await refused({ RAPPORT_FILES_S3_KEY: 'somebody' })).toBe('RAPPORT_FILES_S3_KEY')
  for (const wrong of [{ RAPPORT_FILES_S3_BUCKET: 'A' }, { RAPPORT_FILES_S3_ENDPOINT: 'ftp://x' }, { RAPPORT_FILES_S3_KEY: '' }])
    expect(() => readConfig({ ...settings, ...wrong })).toThrow(Object.keys(wrong)[0])

  let asked = 0
  const strict: Server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    if (!isSigned(request, body, 'S3RVER')) response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    else response.writeHead(request.method === 'PUT' && ++asked < 3 ? 503 : 200).end(request.method === 'GET' ? body : undefined)
  }).listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => strict.once('listening', resolve))
    const { port } = strict.address() as { port: number }
    const there = { RAPPORT_FILES_S3_ENDPOINT: `http://127.0.0.1:${port}` }
    const store = openObjectStore(settingsOf(there))
    await store.put(createHash('sha256').update('bytes').digest(), 5, async function* () {
      yield Buffer.from('bytes')
    })
    expect(asked).toBe(3)
    await Array.fromAsync(store.get(createHash('sha256').digest(), 7))
    expect(await refused({ ...there, RAPPORT_FILES_S3_SECRET: 'wrong' })).toBe('RAPPORT_FILES_S3_SECRET or RAPPORT_FILES_S3_KEY')
  } finally {
    strict.close()
  }
})

/** Whether a request is signed as S3 wants it (AWS Signature Version 4), by a reading of its own: the server of the other tests does not look. */
function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const { authorization = '', 'x-amz-date': date = '', 'x-amz-content-sha256': hash } = request.headers as Record<string, string>
  const [, scope = '', names = '', given] = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(authorization) ?? []
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [request.method, request.url, '', headers.join(''), names, hash].join('\n')
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const key = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`)
  const needed = ['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.split(';').includes(name))
  return needed && hash === sha256(body) && hmac(key, text).toString('hex') === given
}
