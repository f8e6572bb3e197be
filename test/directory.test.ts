import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const setTo = async (directory: string) =>
  (await world.as(world.carla)).post('/groups/lectio/facts', { name: 'Lectio Working Group', directory })
const seenBy = async (who: 'maria' | 'susi' | 'otto' | 'bruno') => (await (await world.as(world[who])).get('/directory/lectio')).status

test.each([
  ['none', { maria: 404, susi: 404, otto: 404, bruno: 404 }],
  ['group', { maria: 200, susi: 404, otto: 404, bruno: 404 }],
  ['subscribers', { maria: 200, susi: 200, otto: 404, bruno: 404 }],
])('set to %s, the directory is seen by those alone', async (directory, expected) => {
  expect((await setTo(directory)).status).toBe(303)
  for (const [who, status] of Object.entries(expected)) expect([who, await seenBy(who as 'maria')]).toEqual([who, status])
})

test('it shows who is on a list and shows a profile, and nobody’s address', async () => {
  await setTo('subscribers')
  await world.db.updateTable('person').set({ profileShown: false }).where('id', '=', world.carla.personId).execute()
  await world.db.updateTable('person').set({ profileShown: true }).where('id', 'in', [world.maria.personId, world.otto.personId]).execute()
  const page = await (await (await world.as(world.susi)).get('/directory/lectio')).text()
  expect(page).toContain('>Maria<')
  // One hides their profile, the other is on no list.
  for (const name of ['>Carla<', '>Otto<']) expect(page).not.toContain(name)
  expect(page).not.toContain('@maria.example')
  expect(await (await (await world.as(world.susi)).get('/lists/lectio-l')).text()).toContain('href="/directory/lectio"')
})

test('who does not lead the group sets nothing, and nobody sets what there is not', async () => {
  expect((await (await world.as(world.maria)).post('/groups/lectio/facts', { name: 'L', directory: 'subscribers' })).status).toBe(404)
  expect((await setTo('everybody')).status).toBe(422)
})
