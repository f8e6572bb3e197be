import { afterAll, beforeAll, expect, test } from 'vitest'
import { affiliate } from '../../src/people/actions.ts'
import { keeper } from '../ballots.ts'
import { giveAction } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// A member of the group who goes to work for its vendor keeps their role until it ends; of the group's inner work they see their own.
let world: World
let theirs: number
let others: number
beforeAll(async () => {
  world = await makeWorld()
  others = await giveAction(world, world.carla, 'Ask the other vendor what it would cost')
  theirs = await giveAction(world, world.maria, 'Hand the minutes over')
  const { id: organisationId } = await world.db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'vendor')
    .executeTakeFirstOrThrow()
  expect(await statusOf(others)).toBe(200)
  await world.write((tx) => affiliate(tx, keeper(world), { personId: world.maria.personId, organisationId, fromOn: '2020-01-01' }))
})
afterAll(() => world.end())

const statusOf = async (id: number) => (await (await world.as(world.maria)).get(`/actions/${id}`)).status

test('the group’s tasks are not theirs to read', async () => {
  const maria = await world.as(world.maria)
  for (const path of ['/actions', '/actions?view=group', '/actions?view=settled', '/api/v1/actions'])
    expect([path, (await (await maria.get(path)).text()).includes('what it would cost')]).toEqual([path, false])
  expect([await statusOf(others), await statusOf(theirs)]).toEqual([404, 200])
  expect(await (await maria.get('/actions')).text()).toContain('Hand the minutes over')
})

test('nor to write', async () => {
  const maria = await world.as(world.maria)
  expect((await maria.post('/actions', { group: 'lectio', title: 'Do it our way' })).status).toBe(422)
  expect(await world.db.selectFrom('action').select('id').where('title', '=', 'Do it our way').execute()).toEqual([])
})
