import { afterAll, beforeAll, expect, test } from 'vitest'
import { consequences } from '../../src/edges/consequences.ts'
import { decideErasure } from '../../src/privacy/erasure-actions.ts'
import { actorOf } from '../requests-world.ts'
import { behind } from '../waiting.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// Two people administer the site, both have asked to be erased, and each decides on the other.
let world: World
let ines: Person
beforeAll(async () => {
  world = await makeWorld()
  ines = await world.addPerson('Ines')
  await world.give(ines, 'administrator')
  for (const person of [world.ada, ines]) await (await world.as(person)).post('/me/erasure', { scope: 'name' })
})
afterAll(() => world.end())

const requestOf = async ({ personId }: Person) =>
  (await world.db.selectFrom('erasureRequest').select('id').where('personId', '=', personId).executeTakeFirstOrThrow()).id

test('the site is never without an administrator: not where they are erased at the same instant, nor one by one', async () => {
  const [ada, second] = [await actorOf(world, world.ada), await world.as(ines)]
  const [hers, other] = [await requestOf(world.ada), await requestOf(ines)]
  const late = await behind(
    world,
    (tx) => decideErasure(tx, ada, consequences, other, { erase: true, reason: '' }),
    () => second.post(`/admin/erasures/${hers}`, { decision: 'erase' }),
  )
  expect(late.status).toBe(409)
  const states = await world.db.selectFrom('erasureRequest').select('state').orderBy('id').execute()
  expect(states.map(({ state }) => state)).toEqual(['waiting', 'done'])
})
