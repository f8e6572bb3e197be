import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeApi } from '../src/edges/http/api.ts'
import { problemKinds } from '../src/edges/http/problems.ts'
import { makeWorld, type World } from './world.ts'

const described = describeApi('https://lists.example.org')
const operations = Object.entries(described.paths ?? {}).flatMap(([path, item]) =>
  (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
    const one = item[method]
    return one ? [{ address: `${method} ${path}`, name: one.operationId ?? '', ...one }] : []
  }),
)

test('every operation has a name of its own, the domain that it belongs to, and words', () => {
  expect(operations.length).toBeGreaterThan(550)
  expect(operations.filter(({ name }) => !/^[a-z][a-zA-Z]+$/.test(name)).map(({ address }) => address)).toEqual([])
  const names = operations.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  const tags = new Set(described.tags?.map(({ name }) => name))
  expect(operations.filter((one) => one.tags?.length !== 1 || !tags.has(one.tags[0] ?? '')).map(({ address }) => address)).toEqual([])
  expect(operations.filter((one) => !one.summary || !one.description).map(({ address }) => address)).toEqual([])
})

test('a linter of descriptions has nothing to say', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(described), config })
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([])
})

test('three of four fields are told in words', () => {
  const told = { all: 0, worded: 0 }
  const look = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties = {} } = schema as { properties?: Record<string, { description?: string; $ref?: string }> }
    for (const field of Object.values(properties)) {
      told.all += 1
      if (field.description || field.$ref) told.worded += 1
    }
    for (const inner of Object.values(schema)) look(inner)
  }
  look(described)
  expect(told.all).toBeGreaterThan(2000)
  expect(told.worded / told.all).toBeGreaterThan(0.75)
})

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test('the type of a refusal leads to a page that says what to do', async () => {
  const visitor = await world.as()
  const refused = (await (await visitor.get('/api/v1/me')).json()) as { type: string; title: string }
  expect(refused.type).toBe('http://rapport.test/api/problems/no-token')
  for (const [name, { title, next }] of Object.entries(problemKinds)) {
    const answer = await visitor.get(`/api/problems/${name}`)
    expect(answer.status, name).toBe(200)
    const page = await answer.text()
    expect(page).toContain(title)
    expect(page).toContain(next.slice(0, 20))
  }
  expect((await visitor.get('/api/problems/constructor')).status).not.toBe(200)
})

test('what is made is answered with where it can be read', async () => {
  const carla = await world.as(world.carla)
  const answer = await carla.ask('POST', '/api/v1/groups/lectio/actions', { title: 'Write to the vendor' })
  expect(answer.status, await answer.clone().text()).toBe(201)
  expect(answer.headers.get('location')).toBe('http://rapport.test/api/v1/actions')
  const request = await carla.ask('POST', '/api/v1/requests', { kind: 'idea', title: 'Keep order of sections', text: 'As it was.' })
  expect(request.status, await request.clone().text()).toBe(201)
  const { id } = (await request.json()) as { id: number }
  expect(request.headers.get('location')).toBe(`http://rapport.test/api/v1/requests/${id}`)
  expect((await carla.get(`/api/v1/requests/${id}`)).status).toBe(200)
})
