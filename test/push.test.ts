import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { outcomeOf } from '../src/today/push/rules.ts'
import { makeWorld, type Person, type World } from './world.ts'

/** Who carries notices to devices: keeps what came, and answers as a test says. */
interface Heard {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}
const heard: Heard[] = []
let code = 201
let base = ''
let world: World
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
    response.writeHead(code).end()
  })
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://push.example:${(server.address() as AddressInfo).port}`
  const answers = { 'push.example': { A: ['127.0.0.1'] }, 'inner.example': { A: ['10.0.0.1'] } }
  world = await makeWorld({ answers, env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' } })
})
afterAll(async () => {
  server.close()
  await world?.end()
})

/** A browser's keys (RFC 8291 §3). */
function makeBrowser(name: string) {
  const ecdh = createECDH('prime256v1')
  const p256dh = ecdh.generateKeys('base64url')
  const auth = randomBytes(16)
  return { ecdh, secret: auth, form: { endpoint: `${base}/${name}`, p256dh, auth: auth.toString('base64url') } }
}
type Browser = ReturnType<typeof makeBrowser>

/** What a browser reads of a notice (RFC 8291 §3.4, RFC 8188 §2): one record, whose end is marked. */
function open(body: Buffer, { ecdh, secret }: { ecdh: ECDH; secret: Buffer }): string {
  const [salt, size, sender] = [body.subarray(0, 16), body.readUInt32BE(16), body.subarray(21, 21 + (body[20] ?? 0))]
  const record = body.subarray(21 + sender.length)
  expect(record.length).toBeLessThanOrEqual(size)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender])
  const shared = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), secret, info, 32))
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = plain.findLastIndex((byte) => byte !== 0)
  expect(plain[end]).toBe(2)
  return plain.subarray(0, end).toString('utf8')
}

/** Who says that they send (RFC 8292): the address of the site, under the key that the browser was given. */
function senderOf({ authorization = '' }: IncomingHttpHeaders) {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url'))).toBe(true)
  return { key, ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string; exp: number }) }
}

const browser = (person: Person) => world.as(person)
const task = async (owner: Person, title: string, dueOn: string) =>
  (await browser(world.carla)).post('/actions', { group: 'lectio', title, dueOn, ownerId: String(owner.personId) })
const turn = async () => {
  heard.length = 0
  await world.write((tx) => enqueue(tx, 'today.beginPush'))
  await world.settle()
  return heard
}
const devices = async () =>
  (await world.db.selectFrom('pushDevice').select('personId').orderBy('id').execute()).map(({ personId }) => personId)
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0' }

let phone: Browser
let siteKey = ''
let maria: Awaited<ReturnType<World['as']>>

test('a site tells devices nothing until its administrator says so, and people until they add one', async () => {
  phone = makeBrowser('phone')
  maria = await browser(world.maria)
  expect((await maria.post('/me/push', phone.form)).status).toBe(404)
  expect(await (await maria.get('/me')).text()).toContain('does not send notifications to devices')
  await task(world.maria, 'Write to Quillon', '2026-10-18')
  expect(await turn()).toEqual([])
  const ada = await browser(world.ada)
  expect((await ada.post('/admin/push', { opened: 'on' })).status).toBe(303)
  expect(await turn()).toEqual([])
  siteKey = /data-push="([\w-]{87})"/.exec(await (await maria.get('/me')).text())?.[1] ?? ''
  expect(siteKey).not.toBe('')
})

test('a device is told once what is due within three days, so that it alone can read it', async () => {
  expect((await maria.post('/me/push', phone.form, firefox)).status).toBe(303)
  await task(world.maria, 'Far away', '2026-11-18')
  await task(world.carla, 'For Carla', '2026-10-18')
  const [notice, ...more] = await turn()
  expect([notice?.path, more]).toEqual(['/phone', []])
  const { headers, body } = notice as Heard
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal', topic: 'due' })
  const said = open(body, phone)
  expect(JSON.parse(said)).toMatchObject({
    web_push: 8030,
    notification: { title: expect.stringContaining('Write to Quillon'), lang: 'en' },
  })
  expect(JSON.parse(said).notification).toMatchObject({
    body: expect.stringMatching(/^due .*18 October/),
    navigate: expect.stringMatching(/\/actions\/\d+$/),
  })
  for (const hidden of ['Far away', 'For Carla']) expect(said).not.toContain(hidden)
  const { key, aud, sub } = senderOf(headers)
  expect([key, aud, sub]).toEqual([siteKey, base.replace('http:', 'https:'), world.site.baseUrl])
  const page = await (await maria.get('/me')).text()
  expect(page).not.toContain('data-push=')
  expect(page).toContain('Firefox on Linux')
  expect(page).toContain('This device')
  expect(await turn()).toEqual([])
  // Nothing of where and how it is told rests open.
  const kept = JSON.stringify(await world.db.selectFrom('pushDevice').selectAll().execute())
  for (const secret of [phone.form.endpoint, phone.form.auth, phone.form.p256dh]) expect(kept).not.toContain(secret)
})

test('nobody is told at night, of what they may not see, or what was put off or done', async () => {
  await task(world.maria, 'In the night', '2026-10-18')
  const day = world.clock.now
  world.clock.now = new Date('2026-10-16T23:30:00Z')
  expect(await turn()).toEqual([])
  world.clock.now = day
  await task(world.maria, 'And one more', '2026-10-17')
  await task(world.maria, 'Done before', '2026-10-17')
  await world.db.updateTable('action').set({ state: 'done' }).where('title', '=', 'Done before').execute()
  const [notice] = await turn()
  const { notification } = JSON.parse(open(notice?.body ?? Buffer.alloc(0), phone))
  expect(notification.body).toContain('and 1 more')
  expect(notification.navigate).toBe(`${world.site.baseUrl}/today`)
})

test('a device that is busy is told later; one that is no more is forgotten, as is one where its person signed out', async () => {
  code = 503
  await task(world.maria, 'Try again', '2026-10-17')
  expect(await turn()).toHaveLength(1)
  const { rows } = await world.database.pool.query(
    // The one that just ended is let go of a moment later.
    "select payload from graphile_worker._private_jobs where key is null and locked_at is null and payload::text like '%deviceId%'",
  )
  expect(rows).toMatchObject([{ payload: { tries: 2 } }])
  expect(JSON.stringify(rows)).not.toContain('Try again')
  code = 410
  await task(world.maria, 'Gone', '2026-10-17')
  await turn()
  expect(await devices()).toEqual([])
  code = 201
  await maria.post('/me/push', phone.form)
  await maria.post('/sign-out')
  await task(world.maria, 'Signed out', '2026-10-17')
  expect([await turn(), await devices()]).toEqual([[], []])
  expect([outcomeOf({ code: 500 }, 5), outcomeOf({ code: 403 }, 1), outcomeOf({ code: 429, waitSeconds: 600 }, 1)]).toEqual([
    'failed',
    'failed',
    { after: 600_000 },
  ])
})

test('no browser leads inside, takes another’s device, or has more than ten', async () => {
  maria = await browser(world.maria)
  const [good, susi] = [makeBrowser('laptop').form, await browser(world.susi)]
  for (const endpoint of [
    'https://inner.example/x',
    'https://169.254.169.254/x',
    'http://outer.example/x',
    'https://u:p@push.example/x',
    'file:///x',
    'x',
  ])
    expect([endpoint, (await maria.post('/me/push', { ...good, endpoint })).status]).toEqual([endpoint, 422])
  const off = Buffer.alloc(65, 7)
  off[0] = 4
  for (const keys of [
    { p256dh: off.toString('base64url') },
    { p256dh: 'x' },
    { auth: 'x' },
    { auth: randomBytes(15).toString('base64url') },
  ])
    expect((await maria.post('/me/push', { ...good, ...keys })).status).toBe(422)
  expect((await maria.post('/me/push', good)).status).toBe(303)
  const { id } = await world.db.selectFrom('pushDevice').select('id').executeTakeFirstOrThrow()
  expect((await susi.post(`/me/push/${id}/remove`)).status).toBe(404)
  // Whoever signs in at the same browser has it from then on.
  await susi.post('/me/push', good)
  expect(await devices()).toEqual([world.susi.personId])
  for (let n = 0; n < 9; n++) await susi.post('/me/push', makeBrowser(`device-${n}`).form)
  expect((await susi.post('/me/push', makeBrowser('one-too-many').form)).status).toBe(409)
  expect((await devices()).length).toBe(10)
  expect((await maria.ask('POST', '/api/v1/acts/me/push', good)).status).toBe(403)
  // Switched off, nothing of them is kept.
  await (await browser(world.ada)).post('/admin/push', {})
  expect(await devices()).toEqual([])
})
