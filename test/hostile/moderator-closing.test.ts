import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideHeld, reopenHeld } from '../../src/list/moderation/actions.ts'
import { closeWorkingGroup } from '../../src/operations/closing-actions.ts'
import { actorOf } from '../requests-world.ts'
import { behind } from '../waiting.ts'
import { holdMail } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// Somebody decides about a held mail at the very instant at which its group closes.
let world: World
let held = 0
const path = () => `/lists/lectio-l/held/${held}/reopen`
const closed = async () =>
  (await world.db.selectFrom('list').select('closedAt').where('name', '=', 'lectio-l').executeTakeFirst())?.closedAt

beforeAll(async () => {
  world = await makeWorld()
  await holdMail(world, 'A question of a stranger')
  held = (await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()).id
  const modesto = await actorOf(world, world.modesto)
  await world.write((tx) => decideHeld(tx, modesto, 'lectio-l', held, { decision: 'discard', note: '' }))
})
afterAll(() => world.end())

test('a group does not close over a mail that begins to wait again, nor does one wait in a group that closes', async () => {
  const { write } = world
  const [carla, modesto] = [await actorOf(world, world.carla), await actorOf(world, world.modesto)]
  const coordinator = await world.as(world.carla)
  const late = await behind(
    world,
    (tx) => reopenHeld(tx, modesto, 'lectio-l', held),
    () => coordinator.post('/groups/lectio/close'),
  )
  expect([late.status, await closed()]).toEqual([409, null])

  await write((tx) => decideHeld(tx, modesto, 'lectio-l', held, { decision: 'discard', note: '' }))
  const moderator = await world.as(world.modesto)
  const again = await behind(
    world,
    (tx) => closeWorkingGroup(tx, carla, 'lectio'),
    () => moderator.post(path()),
  )
  expect([again.status, (await closed()) !== null]).toEqual([409, true])
})
