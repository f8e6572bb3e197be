import { afterAll, beforeAll, expect, test } from 'vitest'
import { carriedOut } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// What was approved for few stays theirs, whatever comes after it is for more.
let world: World
let carla: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await makeWorld()
  carla = await world.as(world.carla)
})
afterAll(() => world.end())

const post = async (path: string, form: Record<string, string>) => {
  const answer = await carla.post(path, form)
  expect([path, answer.status]).toEqual([path, 303])
  return answer.headers.get('location') ?? ''
}
const approve = async (path: string, version: string) => {
  await post(`${path}/approve`, { version, way: 'role' })
  expect(await carriedOut(world, world.carla)).toBe(303)
}
const read = async (path: string, person?: Person) => {
  const answer = await (await world.as(person)).get(path)
  return [answer.status, await answer.text()] as const
}

test('a version that was approved for the group alone is read by nobody else when the document is opened', async () => {
  const facts = { category: 'key', ownerRole: 'coordinator', datedOn: '2026-10-01', title: 'How we negotiate' }
  const path = (await post('/documents', { ...facts, host: 'lectio', visibility: 'group', body: 'We pay at most ninety.' })).replace(
    /\?.*/,
    '',
  )
  await approve(path, '1')
  await post(`${path}/versions`, { base: '1', body: 'We negotiate together.' })
  await approve(path, '2')
  for (const [visibility, reader] of [
    ['subscribers', world.susi],
    ['public', undefined],
  ] as const) {
    await post(`${path}/settings`, { ...facts, visibility })
    expect(await read(path, reader)).toEqual([200, expect.stringContaining('We negotiate together.')])
    for (const at of ['/v/1', '/v/1/document.md', '/v/1/document.pdf'])
      expect([at, (await read(`${path}${at}`, reader))[0]]).toEqual([at, 404])
    for (const at of ['', '/compare?from=1&to=2', '/export.zip'])
      expect([at, (await read(`${path}${at}`, reader))[1].includes('ninety')]).toEqual([at, false])
    expect((await read(`${path}/v/2`, reader))[0]).toBe(200)
  }
  expect(await read(`${path}/v/1`, world.maria)).toEqual([200, expect.stringContaining('ninety')])
  // What was once for everybody stays so.
  await post(`${path}/versions`, { base: '2', body: 'We negotiate, and say how.' })
  await approve(path, '3')
  expect((await read(`${path}/v/2`))[0]).toBe(200)
})

test('an edition that was for the steering committee stays so when the next one is for everybody, and no draft says its name', async () => {
  const path = (await post('/reports', { group: 'lectio', fromOn: '2025-01-01', toOn: '2025-12-31' })).replace(/\/edit$|\?.*/g, '')
  await post(`${path}/title`, { title: 'Our trouble with Quillon' })
  await post(`${path}/approve`, {})
  expect((await read(path))[0]).toBe(404)
  await post(`${path}/reopen`, {})
  await post(`${path}/title`, { title: 'The year 2025' })
  await post(`${path}/approve`, { public: 'on' })
  expect(await read(path)).toEqual([200, expect.stringContaining('The year 2025')])
  expect((await read(path))[1]).not.toContain('edition=1')
  const api = `/api/v1${path}`
  for (const at of [`${path}?edition=1`, `${path}/figures?edition=1`, `${path}/report.pdf?edition=1`, `${api}?edition=1`])
    expect([at, (await read(at))[0]]).toEqual([at, at === `${api}?edition=1` ? 401 : 404])
  expect((await read(`${path}?edition=1`, world.maria))[0]).toBe(200)

  await post(`${path}/reopen`, {})
  await post(`${path}/title`, { title: 'What we do not say yet' })
  for (const at of [path, '/reports', '/feed.atom', '/']) expect([at, (await read(at))[1].includes('do not say yet')]).toEqual([at, false])
  expect((await read('/reports', world.maria))[1]).toContain('do not say yet')
  // Closed and opened again, it is the newest that everybody reads.
  await post(`${path}/publish`, {})
  expect((await read(path))[0]).toBe(404)
  await post(`${path}/publish`, { public: 'on' })
  expect(await read(path)).toEqual([200, expect.stringContaining('The year 2025')])
  expect((await read(`${path}?edition=1`))[0]).toBe(404)
})
