import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

// One person asks the same of several pages at the same instant.
let world: World
let susi: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await makeWorld()
  susi = await world.as(world.susi)
})
afterAll(() => world.end())

const thrice = <T>(ask: () => Promise<T>): Promise<T[]> => Promise.all([ask(), ask(), ask()])

test('of several addresses of a calendar one alone opens it', async () => {
  const pages = await Promise.all((await thrice(() => susi.post('/me/calendar'))).map((answer) => answer.text()))
  const paths = pages.map((page) => /\/calendar\/[\w-]+\.ics/.exec(page)?.[0] ?? '')
  const opened = await Promise.all(paths.map(async (path) => (await world.app.request(`http://rapport.test${path}`)).status))
  expect([new Set(paths).size, opened.toSorted()]).toEqual([3, [200, 404, 404]])
})

test('what programs may do is said once, and nothing fails', async () => {
  const said = { listRequests: 'never', listTasks: 'never' }
  expect((await thrice(() => susi.post('/me/assistants', said))).map(({ status }) => status)).toEqual([303, 303, 303])
})
