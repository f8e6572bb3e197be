import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from '../ballots.ts'
import { lettersTo } from '../letters.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// A button that writes to others writes to them a few times, however often it is pressed.
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

test('who is on a roster and has not confirmed their address is invited once a day', async () => {
  const nora = await world.addPerson('Nora')
  await world.db.updateTable('address').set({ verifiedAt: null }).where('personId', '=', nora.personId).execute()
  await world.give(nora, 'member', world.group.groupId)
  const press = async () => {
    for (const _ of [1, 2, 3]) {
      expect((await (await world.as(world.carla)).post('/roster/lectio/invitations')).status).toBe(303)
      await world.settle()
    }
    return (await world.postbox()).filter(({ email, kind }) => email === nora.email && kind === 'charter.seated').length
  }
  expect(await press()).toBe(1)
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  expect(await press()).toBe(2)
})

test('a referent asks their colleagues three times an hour at most', async () => {
  const house = await addInstitution(world, 'Northfield', [world.susi, world.maria, world.otto])
  const cycle = await openCycle(world)
  await addWishes(world, cycle.cycleId, ['Longer loans'])
  await passTo(world, cycle.at(20))
  const voter = await voterOf(world, cycle.roundOne, house)
  const susi = await world.as(world.susi)
  const answers: number[] = []
  for (const note of ['a', 'b', 'c', 'd', 'e']) {
    const closesAt = cycle.at(25).toISOString().slice(0, 16)
    answers.push((await susi.post(`/ballots/${cycle.roundOne}/papers/${voter}/poll`, { closesAt, note })).status)
  }
  await world.settle()
  expect(answers).toEqual([303, 303, 303, 403, 403])
  expect(await lettersTo(world, world.otto.email, 'ballots.poll')).toHaveLength(3)
})

test('of two who ask every institution at the same instant one does', async () => {
  const carla = await world.as(world.carla)
  const ask = (name: string) => carla.post('/affirmations', { name, closesOn: '2027-06-01' })
  const answers = await Promise.all([ask('Cycle 2027'), ask('Cycle 2027'), ask('Another name')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  expect(await world.db.selectFrom('affirmation').select('closedAt').execute()).toEqual([{ closedAt: null }])
})
