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

test('a motion is neither theirs to read nor to put, to answer or to object to', async () => {
  const motion = { question: 'Shall we?', secrecy: 'public', closesAt: '2026-11-20T12:00', zone: 'UTC' }
  const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
  const paths: string[] = []
  for (const way of ['vote', 'consent']) {
    const made = await carla.post('/motions', { ...motion, title: 'Ask for another offer', way })
    expect(made.status).toBe(303)
    paths.push(made.headers.get('location') ?? '')
  }
  await world.settle()
  const voters = await world.db.selectFrom('voter').select('personId').execute()
  expect(new Set(voters.map(({ personId }) => personId))).toEqual(new Set([world.carla.personId]))
  for (const path of paths) {
    expect((await maria.get(path)).status).toBe(404)
    expect((await maria.post(`${path}/objection`, { reason: 'No.' })).status).toBe(404)
  }
  expect((await maria.post('/motions', { ...motion, title: 'Stay with us', way: 'consent' })).status).toBe(404)
  for (const path of ['/ballots', '/today', '/api/v1/ballots']) expect(await (await maria.get(path)).text()).not.toContain('another offer')
  const told = (await world.postbox()).filter(({ email, bytes }) => email === world.maria.email && `${bytes}`.includes('another offer'))
  expect(told).toEqual([])
})
