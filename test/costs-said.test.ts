import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from './ballots.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
})
afterAll(() => world.end())

test('what the vendor has said that a request costs stands in round two; what it has not said is still open', async () => {
  const harbour = await addInstitution(world, 'Old Harbour Library', [world.susi])
  const [requestId = 0] = await world.askFor({ title: 'Bulk complete' })
  const { cycleId, roundOne, roundTwo, at } = await openCycle(world)
  await addWishes(world, cycleId, ['Bulk complete', 'A student view'])
  await world.db.updateTable('wish').set({ requestId }).where('title', '=', 'Bulk complete').execute()
  const said = { groupId: world.group.groupId, requestId, points: 7, note: 'In the next release.', givenAt: world.clock.now }
  await world.db.insertInto('answerCost').values(said).execute()

  await passTo(world, at(20))
  const susi = await world.as(world.susi)
  await susi.post(`/ballots/${roundOne}/papers/${await voterOf(world, roundOne, harbour)}`, { act: 'cast', 'v-1': '20', 'v-2': '18' })
  await passTo(world, at(30))

  const options = world.db.selectFrom('ballotOption').select(['title', 'cost', 'solution']).where('ballotId', '=', roundTwo)
  expect(await options.orderBy('number').execute()).toEqual([
    { title: 'Bulk complete', cost: 7, solution: 'In the next release.' },
    { title: 'A student view', cost: null, solution: '' },
  ])
})
