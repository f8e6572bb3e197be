import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { openList } from '../../src/list/actions.ts'
import { makeWorld, type World } from '../world.ts'

// Where Mailman had a list, that the group keeps to itself here, leads to it for those alone who may know of it.
let world: World
beforeAll(async () => {
  world = await makeWorld()
  const facts = { groupId: world.group.groupId, communityIds: [], name: 'between-us', title: 'Between us' }
  const listId = await world.write((tx) => openList(tx, program(world.clock.now), facts))
  await world.db.updateTable('list').set({ archive: 'group' }).where('id', '=', listId).execute()
  await world.db.insertInto('oldList').values({ name: 'lectio-wg', listId }).execute()
})
afterAll(() => world.end())

test.each(['visitor', 'otto', 'susi', 'bruno'] as const)('%s does not learn that there is one', async (name) => {
  const reader = await world.as(name === 'visitor' ? undefined : world[name])
  const ask = async (path: string) => {
    const { status, headers } = await reader.get(path)
    // Who is not signed in is asked to, whatever they look for.
    return [status, headers.get('location')?.replace(/next=.*/, '')]
  }
  const none = await ask('/mailman/listinfo/no-such-list')
  for (const old of ['lectio-wg', 'between-us', 'lectio-wg@lists.example'])
    for (const path of [`/mailman/listinfo/${old}`, `/pipermail/${old}`, `/hyperkitty/list/${old}`, `/archives/list/${old}`])
      expect([path, await ask(path)]).toEqual([path, none])
})

test('who is of the group gets there, and everybody to a list that they may know of', async () => {
  const to = async (reader: Awaited<ReturnType<World['as']>>, path: string) => (await reader.get(path)).headers.get('location')
  expect(await to(await world.as(world.maria), '/mailman/listinfo/lectio-wg')).toBe('/lists/between-us')
  expect(await to(await world.as(), '/mailman/listinfo/lectio-l')).toBe('/lists/lectio-l')
})
