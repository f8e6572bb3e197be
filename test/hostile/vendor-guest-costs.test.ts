import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCycle } from '../ballots.ts'
import { makeVendorWorld, type VendorWorld } from '../vendor-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
})
afterAll(() => world.end())

test('the vendor’s guest writes as many costs as there are options, however many fields they send', async () => {
  const { cycleId, roundTwo } = await openCycle(world)
  await world.db.insertInto('ballotOption').values({ ballotId: roundTwo, number: 3, title: 'Longer loans', text: 'Longer.' }).execute()
  const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`cost-${i + 1}`, '7']))
  expect((await (await world.as(world.vera)).post(`/cycles/${cycleId}/costing`, fields)).status).toBe(303)
  const [line] = await world.db.selectFrom('journal').select('details').where('action', '=', 'cycle.costed').execute()
  expect(line?.details).toEqual({ options: 1 })
  expect(await world.db.selectFrom('ballotOption').select(['number', 'cost']).execute()).toEqual([{ number: 3, cost: 7 }])
})
