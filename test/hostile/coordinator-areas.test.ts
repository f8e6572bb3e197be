import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import type { Person } from '../world.ts'

// Product areas of a group are merged by who collates there, and with nothing of another group.
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
let ours: number[] = []
let theirs: number[] = []

beforeAll(async () => {
  world = await makeFurnishedWorld()
  const areasOf = async (slug: string, names: string[]) => {
    const group = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
    const rows = await world.db
      .insertInto('productArea')
      .values(names.map((name) => ({ groupId: group.id, name })))
      .returning('id')
      .execute()
    return rows.map(({ id }) => id)
  }
  ours = await areasOf('lectio', ['Our lists', 'Lists of ours', 'Merged of ours'])
  theirs = await areasOf('catalogo', ['Their lists', 'Lists of theirs'])
  await world.db
    .updateTable('request')
    .set({ areaId: ours[0] ?? null })
    .where('id', '=', 1)
    .execute()
  await world.db
    .updateTable('productArea')
    .set({ mergedIntoId: ours[1] ?? null })
    .where('id', '=', ours[2] ?? 0)
    .execute()
})
afterAll(() => world.end())

const kept = async () => [
  await world.db.selectFrom('productArea').select(['id', 'groupId', 'mergedIntoId']).orderBy('id').execute(),
  await world.db.selectFrom('request').select(['id', 'areaId']).orderBy('id').execute(),
  await world.db.selectFrom('mergedArea').selectAll().execute(),
]

async function tries(person: Person | undefined, group: string, areaId?: number, intoId?: number): Promise<number[]> {
  const browser = await world.as(person)
  const both = { areaId: String(areaId), intoId: String(intoId) }
  const answers = [
    await browser.post(`/topics/areas/merge?group=${group}`, both),
    await browser.ask('POST', `/api/v1/acts/topics/areas/merge?group=${group}`, both),
    await browser.post(`/topics/areas/unmerge?group=${group}`, { areaId: String(areaId) }),
    await browser.ask('POST', `/api/v1/acts/topics/areas/unmerge?group=${group}`, { areaId: String(areaId) }),
  ]
  return answers.map(({ status }) => status)
}

test('nobody merges product areas of a group in which they do not collate, and no undo is offered to them', async () => {
  const before = await kept()
  for (const person of [undefined, world.otto, world.susi, world.bruno, world.vera])
    for (const area of [ours[0], ours[2]])
      for (const status of await tries(person, 'lectio', area, ours[1])) expect([401, 404]).toContain(status)
  expect(await kept()).toEqual(before)
  for (const person of [world.susi, world.vera])
    expect(await (await (await world.as(person)).get('/topics?group=lectio')).text()).not.toContain('Merged of ours')
})

test('nothing of another group is merged with one’s own, taken from it or brought back, whoever names it', async () => {
  const before = await kept()
  for (const [person, group, from, into] of [
    [world.carla, 'lectio', ours[0], theirs[0]],
    [world.carla, 'lectio', theirs[0], ours[0]],
    [world.bruno, 'catalogo', ours[0], ours[1]],
    [world.bruno, 'catalogo', ours[2], theirs[0]],
    [world.bruno, 'catalogo', theirs[0], ours[0]],
  ] as const)
    for (const status of await tries(person, group, from, into)) expect([404, 409]).toContain(status)
  expect(await kept()).toEqual(before)
  // Nor into one that is itself gone, or twice.
  const carla = await world.as(world.carla)
  for (const [areaId, intoId] of [
    [ours[0], ours[2]],
    [ours[2], ours[0]],
  ])
    expect((await carla.post('/topics/areas/merge?group=lectio', { areaId: String(areaId), intoId: String(intoId) })).status).toBe(422)
  expect(await kept()).toEqual(before)
})

test('two who merge the same area both ways at once leave no ring', async () => {
  const carla = await world.as(world.carla)
  const [one, two] = ours.map(String) as [string, string]
  const done = await Promise.all([
    carla.post('/topics/areas/merge?group=lectio', { areaId: one, intoId: two }),
    carla.post('/topics/areas/merge?group=lectio', { areaId: two, intoId: one }),
  ])
  expect(done.map(({ status }) => status).toSorted()).toEqual([303, 422])
})
