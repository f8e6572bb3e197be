import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitor } from '../../src/actor.ts'
import { findStations } from '../../src/advocacy/provenance-queries.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// What became of a public request was told to the list that its group keeps to itself.
let world: World
let requestId = 0
beforeAll(async () => {
  world = await makeWorld()
  const carla = await actorOf(world, world.carla)
  const facts = { kind: 'idea' as const, title: 'A hint', text: 'Please.', visibility: 'public' as const }
  requestId = await world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts))
  await world.db.updateTable('list').set({ archive: 'group', name: 'between-us' }).where('id', '=', world.listId).execute()
  const [at, groupId] = [world.clock.now, world.group.groupId]
  const about = { groupId, requestId, kind: 'dropped' as const, subjectId: 1, readers: 'public' as const, readersFrom: at, madeAt: at }
  const { id: eventId } = await world.db.insertInto('tellingEvent').values(about).returning('id').executeTakeFirstOrThrow()
  const post = { groupId, listId: world.listId, subject: 'News', body: 'It goes on.', madeBy: world.carla.personId, madeAt: at }
  const { id: postId } = await world.db
    .insertInto('tellingPost')
    .values({ ...post, sentAt: at, messageId: 'told@lists.localhost' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.insertInto('tellingPostEvent').values({ postId, eventId }).execute()
})
afterAll(() => world.end())

test('its way tells everybody that it was told, and those alone where who may know of that list', async () => {
  const inner = await findStations(world.db, await actorOf(world, world.maria), requestId)
  expect(JSON.stringify(inner)).toContain('/lists/between-us/t/told')
  for (const reader of [visitor(world.clock.now), await actorOf(world, world.otto), await actorOf(world, world.bruno)]) {
    const stations = await findStations(world.db, reader, requestId)
    expect([stations.length, JSON.stringify(stations).includes('between-us')]).toEqual([inner.length, false])
  }
  expect(await (await (await world.as()).get(`/requests/${requestId}`)).text()).not.toContain('between-us')
})
