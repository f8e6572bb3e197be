import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

// Somebody came to the group by a sheet, confirmed no address, and the group does not name such people to everybody.
let world: World
const hidden = 'Nora Nobodyasked'
beforeAll(async () => {
  world = await makeWorld()
  const nora = await world.addPerson(hidden, { email: 'nora@place.example' })
  await world.give(nora, 'member', world.group.groupId)
  await world.db.updateTable('address').set({ verifiedAt: null }).where('personId', '=', nora.personId).execute()
  await world.db.updateTable('appointment').set({ fromOn: '2026-09-01' }).where('personId', '=', nora.personId).execute()
  await world.db.updateTable('workingGroup').set({ unaskedShown: false }).where('id', '=', world.group.groupId).execute()
})
afterAll(() => world.end())

const period = { fromOn: '2026-08-01', toOn: '2026-09-30' }

test('a newsletter for everybody does not name them, and one for the group does', async () => {
  const carla = await world.as(world.carla)
  const begin = async (visibility: string) => {
    const made = await carla.ask('POST', '/api/v1/news-issues', { group: 'lectio', title: 'Our news', ...period, visibility })
    expect(made.status).toBe(201)
    const { number } = (await made.json()) as { number: number }
    const said = await (await carla.get(`/api/v1/news-issues/${number}`)).text()
    await world.db.deleteFrom('newsLine').execute()
    await world.db.deleteFrom('newsIssue').execute()
    return said.includes(hidden)
  }
  expect([await begin('public'), await begin('subscribers'), await begin('group')]).toEqual([false, true, true])
})

test('a report does not name them to everybody', async () => {
  const carla = await world.as(world.carla)
  const made = await carla.ask('POST', '/api/v1/groups/lectio/reports', period)
  expect(made.status).toBe(201)
  const { slug } = (await made.json()) as { slug: string }
  expect((await carla.ask('PUT', `/api/v1/reports/${slug}/frozen`)).status).toBe(204)
  expect((await carla.ask('POST', `/api/v1/reports/${slug}/approval`, { public: true })).status).toBe(200)
  const paths = [`/reports/${slug}`, `/reports/${slug}/figures`, `/api/v1/reports/${slug}`, `/api/v1/reports/${slug}/figures`]
  for (const reader of [await world.as(), await world.as(world.otto)])
    for (const path of paths) {
      const answer = await reader.get(path)
      expect([path, answer.status, (await answer.text()).includes(hidden)]).toEqual([path, 200, false])
    }
  expect(await (await (await world.as(world.maria)).get(`/reports/${slug}/figures`)).text()).toContain(hidden)
})
