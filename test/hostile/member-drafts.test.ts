import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepUploads } from '../../src/files/uploads-actions.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const place = '/lists/lectio-l/write'
const secret = 'Not for other eyes'

test('nobody else sees a draft: no other member, and no administrator who acts as its author', async () => {
  const susi = await world.as(world.susi)
  expect((await susi.post('/drafts', { draft: place, subject: secret, text: secret })).status).toBe(204)
  expect(await (await susi.get(place)).text()).toContain(secret)
  expect(await (await (await world.as(world.maria)).get(place)).text()).not.toContain(secret)
  const ada = await world.as(world.ada)
  await ada.post('/admin/acting', { email: world.susi.email, reason: 'To help' })
  expect(await (await ada.get(place)).text()).not.toContain(secret)
  for (const path of ['/drafts', '/drafts/discard']) expect((await ada.post(path, { draft: place, text: 'Mine now' })).status).toBe(403)
  expect(await (await susi.get(place)).text()).toContain(secret)
})

test('no other site keeps, discards or previews anything in her name', async () => {
  const susi = await world.as(world.susi)
  for (const path of ['/drafts', '/drafts/discard', '/preview?field=text&to=/stories'])
    expect((await susi.post(path, { draft: place, text: 'Foreign' }, { origin: 'https://evil.example' })).status).toBe(403)
  expect(await (await susi.get(place)).text()).toContain(secret)
})

test('drafts are bounded: in number, in size, and to pages of this site', async () => {
  const maria = await world.as(world.maria)
  for (let n = 0; n < 45; n++) {
    world.clock.now = new Date(world.clock.now.getTime() + 1_000)
    await maria.post('/drafts', { draft: `${place}?reply=${n}`, text: `Draft ${n}` })
  }
  const rows = await world.db.selectFrom('draft').select('place').where('personId', '=', world.maria.personId).execute()
  expect(rows).toHaveLength(40)
  expect(rows.map((row) => row.place)).toContain(`${place}?reply=44`)
  expect((await maria.post('/drafts', { draft: place, text: 'x'.repeat(210_000) })).status).toBe(422)
  for (const elsewhere of ['https://evil.example/', '//evil.example', '', `/${'x'.repeat(2_000)}`])
    expect((await maria.post('/drafts', { draft: elsewhere, text: 'x' })).status).toBe(422)
})

test('nobody takes back what another has sent', async () => {
  const susi = await world.as(world.susi)
  const sent = await susi.post(place, { subject: 'Mine', text: 'To all' })
  const path = sent.headers.get('location') ?? ''
  expect(path).toMatch(/^\/lists\/lectio-l\/sent\/\d+$/)
  const maria = await world.as(world.maria)
  expect((await maria.get(path)).status).toBe(303)
  expect((await maria.post(`${path}/back`)).status).toBe(409)
  expect((await susi.post(`${path}/back`, {}, { origin: 'https://evil.example' })).status).toBe(403)
  await world.settle()
  expect(await world.db.selectFrom('message').select('id').where('subject', '=', 'Mine').execute()).toHaveLength(1)
})

test('a text as long as may be sent is taken back whole, whatever is in it', async () => {
  const susi = await world.as(world.susi)
  await susi.post('/drafts/discard', { draft: place })
  const text = `Begin ${'"\r\n'.repeat(49_990)} End`
  const path = (await susi.post(place, { subject: 'Long', text })).headers.get('location') ?? ''
  expect((await susi.post(`${path}/back`)).status).toBe(303)
  const { fields } = await world.db
    .selectFrom('draft')
    .select('fields')
    .where('place', '=', place)
    .where('personId', '=', world.susi.personId)
    .executeTakeFirstOrThrow()
  expect((fields as { text: string }).text).toBe(text.replaceAll('\r\n', '\n'))
  expect((await susi.post('/drafts', { draft: place, subject: 'Long', text })).status).toBe(204)
})

test('a post whose list is closed, or whose writer leaves, before it goes is a draft again that its writer finds', async () => {
  const maria = await world.as(world.maria)
  const send = async (subject: string) =>
    (await maria.post(place, { subject, text: `${subject}: what I meant` })).headers.get('location') ?? ''
  const sent = await send('Closed')
  await world.db.updateTable('list').set({ closedAt: world.clock.now }).where('id', '=', world.listId).execute()
  await world.settle()
  expect((await maria.get(sent)).headers.get('location')).toBe(place)
  const page = await maria.get(place)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Closed: what I meant')])
  expect((await maria.post(place, { subject: 'Closed', text: 'Now' })).status).toBe(403)
  expect((await maria.post('/drafts/discard', { draft: place })).status).toBe(303)
  expect((await maria.get(place)).status).toBe(403)
  await world.db.updateTable('list').set({ closedAt: null }).where('id', '=', world.listId).execute()

  await send('Left')
  const subscription = world.db.updateTable('subscription').where('personId', '=', world.maria.personId).where('listId', '=', world.listId)
  await subscription.set({ endedAt: world.clock.now, endedHow: 'member' }).execute()
  await world.settle()
  expect(await (await maria.get(place)).text()).toContain('Left: what I meant')
  await subscription.set({ endedAt: null, endedHow: null }).execute()
  expect(await world.db.selectFrom('message').select('id').where('subject', 'in', ['Closed', 'Left']).execute()).toEqual([])
})

test('the files of a post stay while it waits, go with one post alone, and one thrown away meanwhile does not keep it back', async () => {
  const susi = await world.as(world.susi)
  const bring = async () => {
    const { key } = (await (await susi.post('/uploads', { name: 'a.txt', size: '3' })).json()) as { key: string }
    const headers = { cookie: [...susi.cookies].map(([one, value]) => `${one}=${value}`).join('; '), origin: 'http://rapport.test' }
    await world.app.request(`http://rapport.test/uploads/${key}/0`, { method: 'PUT', body: new Uint8Array([97, 98, 99]), headers })
    await susi.post(`/uploads/${key}/finish`)
    return key
  }
  const key = await bring()
  world.clock.now = new Date(world.clock.now.getTime() + 50 * 3_600_000)
  expect((await susi.post(place, { subject: 'With a file', text: 'See it', upload: `${key}/a.txt` })).status).toBe(303)
  expect((await susi.post(place, { subject: 'With it too', text: 'See it', upload: `${key}/a.txt` })).status).toBe(422)
  await world.write((tx) => sweepUploads(tx, world.clock.now))
  await world.settle()
  const message = await world.db.selectFrom('message').select('messageId').where('subject', '=', 'With a file').executeTakeFirstOrThrow()
  expect((await susi.get(`/lists/lectio-l/m/${encodeURIComponent(message.messageId)}/a/0`)).status).toBe(200)

  const other = await bring()
  await susi.post(place, { subject: 'Without', text: 'No file', upload: `${other}/a.txt` })
  await world.db.deleteFrom('upload').where('key', '=', other).execute()
  await world.settle()
  expect(await world.db.selectFrom('message').select('id').where('subject', '=', 'Without').execute()).toHaveLength(1)
})

test('an upload of another goes with no post, and its picture is nobody’s', async () => {
  const susi = await world.as(world.susi)
  const { key } = (await (await susi.post('/uploads', { name: 'a.png', size: '10' })).json()) as { key: string }
  const maria = await world.as(world.maria)
  expect((await maria.get(`/uploads/${key}/picture`)).status).toBe(404)
  expect((await maria.post(place, { subject: 'With it', text: 'x', upload: `${key}/a.png` })).status).toBe(422)
})
