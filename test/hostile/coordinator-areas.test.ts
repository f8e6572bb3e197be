import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/actor.ts'
import { Invalid } from '../../src/errors.ts'
import type { Tx } from '../../src/lib/db/rows.ts'
import { writeItem } from '../../src/news/actions.ts'
import { newsConsequences } from '../../src/news/consequences.ts'
import { changeRequest, makeRequest, makeRequestForVote } from '../../src/requests/actions.ts'
import { mergeArea } from '../../src/requests/areas-merging-actions.ts'
import { actOnOne } from '../../src/requests/board/actions.ts'
import { writeCase } from '../../src/requests/cases/actions.ts'
import { moveRequests } from '../../src/requests/merged-actions.ts'
import { moveRequest } from '../../src/requests/moving-actions.ts'
import { tellStory } from '../../src/requests/stories-actions.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { actorOf } from '../requests-world.ts'
import { untilSomebodyWaits } from '../waiting.ts'
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

describe('saved in the very moment in which its area is merged', () => {
  interface Moment {
    tx: Tx
    actor: Actor
    groupId: number
    area: { id: number; name: string }
    /** A request that is there already, and one of another group whose area has the same name. */
    before: { ours: number; theirs: number }
    otherId: number
  }
  const text = { title: 'In that moment', text: 'Kept.', language: 'en', visibility: 'public' as const }
  const facts = { kind: 'idea' as const, ...text }
  const saves: Record<string, (moment: Moment) => unknown> = {
    'a request': ({ tx, actor, groupId, area }) => makeRequest(tx, actor, groupId, { ...facts, areaId: area.id }),
    'a request that is changed': ({ tx, actor, area, before }) =>
      changeRequest(tx, actor, before.ours, { ...facts, areaId: area.id }, { seen: 1 }),
    'a request on the board': ({ tx, actor, groupId, area, before }) =>
      actOnOne(tx, actor, groupId, before.ours, { act: 'area', areaId: area.id }),
    'a request for a vote': ({ tx, actor, groupId, area }) =>
      makeRequestForVote(tx, actor.at, groupId, { ...text, area: area.name, personId: null }),
    'a request that moves here': ({ tx, actor, groupId, before }) => moveRequest(tx, actor, [], before.theirs, groupId),
    'what a whole group brings here': ({ tx, groupId, otherId }) => moveRequests(tx, otherId, groupId),
    'a user case': ({ tx, actor, groupId, area }) => writeCase(tx, actor, groupId, { ...text, consent: 'no', areaId: area.id }),
    'a story': ({ tx, actor, groupId, area }) => tellStory(tx, actor, groupId, { ...text, kind: 'success', areaId: area.id }),
    news: ({ tx, actor, groupId, area }) => writeItem(tx, actor, groupId, { ...text, areaId: area.id }),
  }
  const cases = Object.keys(saves).flatMap((what) => [
    [what, 'before'],
    [what, 'after'],
  ])

  test.each(cases)('%s, just %s, does not keep the area that is gone', async (what = '', when = '') => {
    const actor = await actorOf(world, world.carla)
    const { groupId } = world.group
    const name = `Gone: ${what} ${when}`
    const add = async (of: number, called: string) =>
      (await world.db.insertInto('productArea').values({ groupId: of, name: called }).returning('id').executeTakeFirstOrThrow()).id
    const area = { id: await add(groupId, name), name }
    const into = await add(groupId, `Stays: ${what} ${when}`)
    const other = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
    const before = {
      ours: await world.write((tx) => makeRequest(tx, actor, groupId, facts)),
      theirs: await world.write((tx) => makeRequest(tx, actor, groupId, { ...facts, title: 'From there' })),
    }
    await world.db
      .updateTable('request')
      .set({ groupId: other.id, areaId: await add(other.id, name) })
      .where('id', '=', before.theirs)
      .execute()
    const both: Actor = { ...actor, grants: [...actor.grants, { role: 'coordinator', groupId: other.id, communityId: null }] }
    const acts = {
      save: (tx: Tx) => saves[what]?.({ tx, actor: both, groupId, area, before, otherId: other.id }),
      merge: (tx: Tx) => mergeArea(tx, actor, [newsConsequences], groupId, area.id, into),
    }
    const [first, second] = when === 'before' ? [acts.save, acts.merge] : [acts.merge, acts.save]
    const { promise: done, resolve } = Promise.withResolvers<void>()
    const one = world.write(async (tx) => {
      await Promise.resolve(first(tx)).finally(resolve)
      await untilSomebodyWaits(world)
    })
    await done
    const two = world.write(async (tx) => second(tx))
    const [began, followed] = await Promise.allSettled([one, two])
    // What names an area is put under the one that it is now; a form of before is shown anew.
    const named = /vote|here/.test(what)
    expect([began.status, followed.status]).toEqual(['fulfilled', when === 'before' || named ? 'fulfilled' : 'rejected'])
    if (followed.status === 'rejected') expect(followed.reason).toBeInstanceOf(Invalid)
    const under = async (id: number) =>
      (
        await Promise.all(
          (['request', 'userCase', 'story', 'newsItem'] as const).map((table) =>
            world.db.selectFrom(table).select('id').where('areaId', '=', id).execute(),
          ),
        )
      ).flat().length
    expect([await under(area.id), await under(into)]).toEqual([0, when === 'before' || named ? 1 : 0])
  })
})
