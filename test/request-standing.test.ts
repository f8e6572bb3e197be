import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstitution } from './ballots.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
let id = 0
beforeAll(async () => {
  world = await makeVendorWorld()
  await addInstitution(world, 'Old Harbour Library', [world.susi])
  ;[id = 0] = await world.askFor({ title: 'Reorder citations by keyboard', visibility: 'public' })
  const carla = await world.as(world.carla)
  const said = {
    class: 'declined',
    reason: 'A keyboard has no place in our roadmap.',
    givenOn: '2026-10-14',
    givenName: 'Vera',
    door: 'call',
  }
  const answer = await carla.post('/answers', { ...said, group: 'lectio', requestId: String(id) })
  expect(answer.status).toBe(303)
})
afterAll(() => world.end())

const pageOf = async (who?: typeof world.susi) => (await (await world.as(who)).get(`/requests/${id}`)).text()

test('what the vendor said comes with its day, before the need; to who may not hear of it it is not there', async () => {
  const page = await pageOf(world.carla)
  expect(page).toMatch(/Quillon answered on 14 Oct(?:ober)? 2026: <b>Declined<\/b>/)
  const [said, need] = [page.indexOf('A keyboard has no place'), page.indexOf('The need behind')]
  expect(said).toBeGreaterThan(0)
  expect(said).toBeLessThan(need)
  expect(await pageOf(world.susi)).toContain('no place in our roadmap')
  // An answer is for subscribers unless the group says otherwise, also where the request is public.
  expect(await pageOf()).not.toContain('no place in our roadmap')
})

test('the button to support it for one’s institution comes before the need, and says what one has said', async () => {
  const susi = await world.as(world.susi)
  const page = await pageOf(world.susi)
  expect(page.indexOf(`action="/requests/${id}/voice"`)).toBeLessThan(page.indexOf('The need behind'))
  expect(page).toContain('Support this request for Old Harbour Library')
  expect((await susi.post(`/requests/${id}/voice`, { strength: 'must', reason: 'Accessibility' })).status).toBe(303)
  const after = await pageOf(world.susi)
  expect(after).toContain('Your support')
  expect(after).toMatch(/<b>1<\/b> <span>institution<\/span>/)
  expect(after).toMatch(/<b>1<\/b> <span>must have<\/span>/)
  // To a visitor the count is not there.
  expect(await pageOf()).not.toContain('must have')
})
