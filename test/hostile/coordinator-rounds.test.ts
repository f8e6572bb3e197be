import { afterAll, beforeAll, expect, test } from 'vitest'
import { replaceKey } from '../../src/ballots/closing-actions.ts'
import { moveDate, setCosts, turnPhase } from '../../src/ballots/cycles/actions.ts'
import { addInstitution, addWishes, keeper, openCycle, passTo } from '../ballots.ts'
import { lettersTo } from '../letters.ts'
import { untilSomebodyWaits } from '../waiting.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await addInstitution(world, 'Corrib University', [world.maria])
})
afterAll(() => world.end())

const datesOf = (ballotId: number) =>
  world.db.selectFrom('ballot').select(['opensAt', 'closesAt', 'state']).where('id', '=', ballotId).executeTakeFirstOrThrow()

test('round one cannot be extended beyond the opening of round two, which would have nothing to vote on', async () => {
  const cycle = await openCycle(world)
  await addWishes(world, cycle.cycleId, ['One', 'Two'])
  await passTo(world, cycle.at(20))
  expect((await datesOf(cycle.roundOne)).state).toBe('open')
  const carla = await world.as(world.carla)
  const extend = async (closesAt: Date) =>
    carla.post(`/ballots/${cycle.roundOne}/extend`, { closesAt: closesAt.toISOString().slice(0, 16), reason: 'Holidays' })
  expect((await extend(cycle.at(41))).status).toBe(422)
  // Into the days of the costing it may reach.
  expect((await extend(cycle.at(35))).status).toBe(303)
})

test('where a lost key keeps round one open, all that comes after it comes later', async () => {
  world.clock.now = new Date('2027-03-01T09:00:00Z')
  const cycle = await openCycle(world, { title: 'Cycle 2028' })
  await addWishes(world, cycle.cycleId, ['One', 'Two'])
  await passTo(world, cycle.at(20))
  await world.db.deleteFrom('ballotKey').where('ballotId', '=', cycle.roundOne).execute()
  await world.write((tx) => replaceKey(tx, world.site.secret, cycle.at(29.5), cycle.roundOne))
  expect((await datesOf(cycle.roundOne)).closesAt).toEqual(cycle.at(36.5))
  expect((await datesOf(cycle.roundTwo)).opensAt).toEqual(cycle.at(46.5))
  const phases = await world.db.selectFrom('cyclePhase').select(['kind', 'closesAt']).where('cycleId', '=', cycle.cycleId).execute()
  expect(phases.find(({ kind }) => kind === 'round_one')?.closesAt).toEqual(cycle.at(36.5))
  expect(phases.find(({ kind }) => kind === 'commitment')?.closesAt).toEqual(cycle.at(66.5))
  // Each is kept with why, as every date that is moved, and told to those who vote.
  const moved = await world.db
    .selectFrom('ballotExtension')
    .select(['phase', 'opensFrom', 'opensTo', 'toAt'])
    .where('cycleId', '=', cycle.cycleId)
    .where('ballotId', 'is', null)
    .orderBy('id')
    .execute()
  expect(moved).toEqual([
    { phase: 'costing', opensFrom: cycle.at(30), opensTo: cycle.at(36.5), toAt: cycle.at(46.5) },
    { phase: 'round_two', opensFrom: cycle.at(40), opensTo: cycle.at(46.5), toAt: cycle.at(56.5) },
    { phase: 'commitment', opensFrom: cycle.at(50), opensTo: cycle.at(56.5), toAt: cycle.at(66.5) },
  ])
  await world.settle()
  const letters = await lettersTo(world, world.maria.email, 'ballots.extended')
  expect(letters.map(({ subject }) => subject)).toContain('Dates changed: Cycle 2028: Round two')
  expect(letters[0]?.text).toContain('We restored the site from a backup.')
})

test.each(['round_one', 'round_two'] as const)(
  'what happens by itself and who moves the dates of %s never wait in a circle',
  async (kind) => {
    world.clock.now = new Date(kind === 'round_one' ? '2031-03-01T09:00:00Z' : '2032-03-01T09:00:00Z')
    const cycle = await openCycle(world, { title: `Cycle of ${kind}` })
    await addWishes(world, cycle.cycleId, ['One', 'Two'])
    if (kind === 'round_two') {
      await passTo(world, cycle.at(20))
      await world.db.deleteFrom('ballotKey').where('ballotId', '=', cycle.roundOne).execute()
    }
    const { promise: locked, resolve: lock } = Promise.withResolvers<void>()
    // As whoever moves a date does it: the ballot, then the phases.
    const moving = world.write(async (tx) => {
      await tx.selectFrom('ballot').select('id').where('cycleId', '=', cycle.cycleId).where('phase', '=', kind).forUpdate().execute()
      lock()
      await untilSomebodyWaits(world)
      await tx.selectFrom('cyclePhase').select('kind').where('cycleId', '=', cycle.cycleId).forUpdate().execute()
    })
    await locked
    const byItself = world.write((tx) =>
      kind === 'round_one'
        ? turnPhase(tx, cycle.at(20), cycle.cycleId, kind)
        : replaceKey(tx, world.site.secret, cycle.at(29.5), cycle.roundOne),
    )
    const done = await Promise.allSettled([moving, byItself])
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  },
)

test('what is said of a round while it opens is held against what it is then', async () => {
  world.clock.now = new Date('2027-09-01T09:00:00Z')
  const cycle = await openCycle(world, { title: 'Cycle 2029' })
  const actor = { ...keeper(world), personId: world.carla.personId, name: 'Carla' }
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const opening = world.write(async (tx) => {
    await tx.selectFrom('ballot').select('id').where('id', '=', cycle.roundTwo).forUpdate().execute()
    open()
    await untilSomebodyWaits(world)
    await tx.updateTable('ballot').set({ state: 'open' }).where('id', '=', cycle.roundTwo).execute()
  })
  await opened
  const costs = world.write((tx) => setCosts(tx, actor, cycle.cycleId, [{ number: 1, cost: 1, solution: '' }])).catch((error) => error.name)
  expect([await costs, await opening]).toEqual(['Conflict', undefined])
})

test('two coordinators who move two phases at once cannot lay them over each other', async () => {
  world.clock.now = new Date('2028-03-01T09:00:00Z')
  const cycle = await openCycle(world, { title: 'Cycle 2030' })
  const actor = { ...keeper(world), personId: world.carla.personId, name: 'Carla' }
  const move = (kind: 'triage' | 'round_one', from: number, to: number) =>
    world
      .write((tx) => moveDate(tx, actor, cycle.cycleId, { kind, opensAt: cycle.at(from), closesAt: cycle.at(to), reason: 'x' }))
      .then(
        () => 'moved',
        (error) => error.name,
      )
  await move('round_one', 22, 30)
  expect((await Promise.all([move('triage', 10, 22), move('round_one', 20, 30)])).sort()).toEqual(['Invalid', 'moved'])
})
