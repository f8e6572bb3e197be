import { afterAll, beforeAll, expect, test } from 'vitest'
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
  expect((await maria.post('/drafts', { draft: place, text: 'x'.repeat(130_000) })).status).toBe(422)
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

test('an upload of another goes with no post, and its picture is nobody’s', async () => {
  const susi = await world.as(world.susi)
  const { key } = (await (await susi.post('/uploads', { name: 'a.png', size: '10' })).json()) as { key: string }
  const maria = await world.as(world.maria)
  expect((await maria.get(`/uploads/${key}/picture`)).status).toBe(404)
  expect((await maria.post(place, { subject: 'With it', text: 'x', upload: `${key}/a.png` })).status).toBe(422)
})
