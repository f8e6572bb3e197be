import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillTalks } from '../talks-world.ts'
import { makeWorld, type World } from '../world.ts'

// A talk that everybody may hear of is given in a meeting that is the group's own.
let world: World
let slug = ''
beforeAll(async () => {
  world = await makeWorld()
  await fillTalks(world)
  const talk = await world.db
    .selectFrom('talk')
    .select(['id', 'slug', 'meetingId'])
    .where('meetingId', 'is not', null)
    .executeTakeFirstOrThrow()
  slug = talk.slug
  await world.db.updateTable('talk').set({ visibility: 'public' }).where('id', '=', talk.id).execute()
  await world.db
    .updateTable('meeting')
    .set({ public: false, title: 'Between us alone', slug: 'between-us' })
    .where('id', '=', talk.meetingId)
    .execute()
})
afterAll(() => world.end())

test.each(['visitor', 'otto', 'susi', 'bruno'] as const)('%s reads nothing of the meeting', async (name) => {
  const reader = await world.as(name === 'visitor' ? undefined : world[name])
  for (const path of [
    `/show-and-tell/${slug}`,
    '/show-and-tell?view=given',
    '/show-and-tell/feed.atom',
    `/api/v1/talks/${slug}`,
    '/api/v1/talks?view=given',
    '/search?q=between',
  ]) {
    const said = await (await reader.get(path)).text()
    for (const hidden of ['Between us', 'between-us']) expect(said, path).not.toContain(hidden)
  }
})

test('who is of the group does', async () => {
  const maria = await world.as(world.maria)
  expect(await (await maria.get(`/show-and-tell/${slug}`)).text()).toContain('Between us alone')
  expect(await (await maria.get(`/api/v1/talks/${slug}`)).json()).toMatchObject({ session: 'between-us' })
})
