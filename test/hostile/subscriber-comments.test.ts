import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVendorWorld, type VendorWorld } from '../vendor-world.ts'

let world: VendorWorld
let [open, inner] = [0, 0]
beforeAll(async () => {
  world = await makeVendorWorld()
  ;[open = 0, inner = 0] = await world.askFor({ title: 'Keep the notes', visibility: 'public' }, { title: 'Secret', visibility: 'group' })
})
afterAll(() => world.end())

const comments = () =>
  world.db.selectFrom('requestComment').select(['id', 'text', 'editedAt']).where('requestId', '=', open).orderBy('id').execute()
const say = async (who: typeof world.susi, fields: Record<string, string>) =>
  (await world.as(who)).post(`/requests/${open}/comments`, fields)
const pageFor = async (who?: typeof world.susi) => (await (await world.as(who)).get(`/requests/${open}`)).text()
const latest = async () => {
  const last = (await comments()).at(-1)
  if (!last) throw new Error('no comment')
  return last
}

test('a comment brings no script, no picture from elsewhere and no address', async () => {
  await say(world.susi, {
    text: '<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://elsewhere.example/y.png) ask jane.doe@corrib.example **today**',
  })
  const page = await pageFor(world.maria)
  expect(page).toContain('<strong>today</strong>')
  for (const bad of ['<script>alert', 'href="javascript', 'elsewhere.example/y.png"', 'jane.doe@']) expect(page).not.toContain(bad)
})

test('a number leads to a request only for who may read it, and a name to a profile that is shown', async () => {
  await say(world.maria, { text: `See #${inner} and #99999, \`#${open}\`; ask Maria.` })
  const inside = await pageFor(world.carla)
  expect(inside).toContain(`<a href="/requests/${inner}"`)
  expect(inside).toContain(`<a href="/people/${world.maria.personId}"`)
  expect(inside).toContain(`<code>#${open}</code>`)
  const outside = await pageFor(world.susi)
  expect([outside.includes(`#${inner}`), outside.includes(`href="/requests/${inner}"`), outside.includes('Secret')]).toEqual([
    true,
    false,
    false,
  ])
  await world.db.updateTable('person').set({ profileShown: false }).where('id', '=', world.maria.personId).execute()
  expect(await pageFor(world.susi)).not.toContain(`href="/people/${world.maria.personId}"`)
  const looked = await (await world.as(world.susi)).post(`/requests/${open}/comments?look`, { text: `See #${inner}` })
  const preview = await looked.text()
  expect([looked.status, preview.includes(`href="/requests/${inner}"`)]).toEqual([200, false])
  expect((await comments()).some(({ text }) => text === `See #${inner}`)).toBe(false)
})

test('nobody edits what another wrote, nor what is removed, nor after the hour, nor below another request', async () => {
  await say(world.susi, { text: 'We would test it.' })
  const { id } = await latest()
  const edit = async (who: typeof world.susi, request = open) =>
    (await (await world.as(who)).post(`/requests/${request}/comments/${id}`, { text: 'We would not.' })).status
  expect([await edit(world.carla), await edit(world.otto), await edit(world.vera), await edit(world.susi, inner)]).toEqual([
    404, 404, 404, 404,
  ])
  expect((await latest()).text).toBe('We would test it.')
  const before = world.clock.now
  world.clock.now = new Date(before.getTime() + 3_600_001)
  expect(await edit(world.susi)).toBe(403)
  world.clock.now = before
  expect(await edit(world.susi)).toBe(303)
  expect(await latest()).toMatchObject({ text: 'We would not.', editedAt: expect.any(Date) })
  expect(await pageFor(world.maria)).toMatch(/edited <time/)
  await (await world.as(world.susi)).post(`/requests/${open}/comments/${id}/remove`, {})
  expect(await edit(world.susi)).toBe(403)
})

test('a file that came with a comment is for who may read the comment, and goes with it', async () => {
  const susi = await world.as(world.susi)
  const body = new FormData()
  body.set('text', 'The log.')
  for (const name of ['log.txt', 'more.txt']) body.append('file', new File([`It is ${name}.`], name, { type: 'text/plain' }))
  const cookie = [...susi.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const headers = { origin: 'http://rapport.test', cookie }
  const answer = await world.app.request(`http://rapport.test/requests/${open}/comments`, { method: 'POST', headers, body })
  expect(answer.status).toBe(303)
  const { id } = await latest()
  const [file] = await world.db.selectFrom('requestFile').select('fileId').where('commentId', '=', id).execute()
  const path = `/requests/${open}/files/${file?.fileId}`
  const statusFor = async (who?: typeof world.susi) => (await (await world.as(who)).get(path)).status
  expect([await statusFor(world.maria), await statusFor(), await statusFor(world.vera), await statusFor(world.otto)]).toEqual([
    200, 303, 404, 404,
  ])
  const named = async (who?: typeof world.susi) => (await pageFor(who)).includes('more.txt')
  expect([await named(world.maria), await named(), await named(world.vera), await named(world.otto)]).toEqual([true, false, false, false])
  await susi.post(`/requests/${open}/comments/${id}/remove`, {})
  expect(await statusFor(world.maria)).toBe(404)
})

test('what the group says among itself reaches neither the vendor’s guest nor who is on no list, on no way', async () => {
  const words = 'They promised it to us twice.'
  // They hear of the request, not of what is said to it.
  for (const who of [world.vera, world.otto, world.maria])
    await world.db
      .insertInto('requestFollower')
      .values({ requestId: open, personId: who.personId, since: world.clock.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await say(world.susi, { text: words })
  await world.settle()
  const written = (await world.postbox()).filter(({ kind, bytes }) => kind === 'requests.comment' && bytes?.includes(words))
  expect(written.map(({ email }) => email).sort()).toEqual([world.carla.email, world.maria.email])
  for (const who of [world.vera, world.otto]) {
    expect(await pageFor(who)).not.toContain(words)
    const api = await (await world.as(who)).get(`/api/v1/requests/${open}`)
    expect([api.status, await api.json()]).toMatchObject([200, { comments: [] }])
  }
  const carla = await world.as(world.carla)
  const told = await carla.post('/stories', {
    kind: 'success',
    title: 'A year with it',
    text: 'It went well.',
    visibility: 'public',
    group: 'lectio',
  })
  const story = told.headers.get('location') ?? ''
  expect(story).toMatch(/^\/stories\/\d+$/)
  expect((await carla.post(`${story}/replies`, { text: words })).status).toBe(303)
  const storyFor = async (who?: typeof world.susi) => (await (await world.as(who)).get(story)).text()
  expect([(await storyFor(world.maria)).includes(words), (await storyFor(world.vera)).includes(words)]).toEqual([true, false])
  expect([(await storyFor(world.otto)).includes(words), (await storyFor()).includes(words)]).toEqual([false, false])
})
