import { afterAll, beforeAll, expect, test } from 'vitest'
import { upload } from './upload.ts'
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

test('outside the group nobody is shown who is on its own list alone, and being on that list shows nobody the others', async () => {
  await setTo('subscribers')
  const { id: ownList } = await world.db
    .insertInto('list')
    .values({
      name: 'lectio-inner',
      title: 'Inner',
      groupId: world.group.groupId,
      archive: 'group',
      joinPolicy: 'closed',
      createdAt: world.clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const join = ({ personId, addressId }: { personId: number; addressId: number }) =>
    world.db.insertInto('subscription').values({ listId: ownList, personId, addressId, since: world.clock.now }).execute()
  await join(world.otto)
  const names = async (who: 'maria' | 'susi') => await (await (await world.as(world[who])).get('/directory/lectio')).text()
  expect(await names('maria')).toContain('>Otto<')
  expect(await names('susi')).not.toContain('>Otto<')
  expect(await seenBy('otto')).toBe(404)
})

test('who was hidden from the members of a list elsewhere is in no directory here', async () => {
  await setTo('subscribers')
  const dump =
    'email rosa@rosa.example\ngecos Rosa Secret\nvisibility conceal\n\nemail open@rosa.example\ngecos Olga Open\nvisibility noconceal\n'
  const carla = await world.as(world.carla)
  const page = (await upload(world, carla, '/lists/lectio-l/import', 'dump.txt', Buffer.from(dump))).headers.get('location') ?? ''
  expect((await carla.post(`${page}/begin`, { skipWrong: 'on' })).status).toBe(303)
  await world.settle()
  const people = await (await (await world.as(world.susi)).get('/directory/lectio')).text()
  expect(people).toContain('Olga Open')
  expect(people).not.toContain('Rosa Secret')
})

test('who does not lead the group sets nothing, and nobody sets what there is not', async () => {
  expect((await (await world.as(world.maria)).post('/groups/lectio/facts', { name: 'L', directory: 'subscribers' })).status).toBe(404)
  expect((await setTo('everybody')).status).toBe(422)
})
