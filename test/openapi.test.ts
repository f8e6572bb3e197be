import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { acceptMail } from '../src/inbound/actions.ts'
import { apiAccess } from './access/api.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

type Schema = Record<string, unknown>
interface Operation {
  summary?: string
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Schema> }
}

let world: World
let document: Document
beforeAll(async () => {
  world = await makeWorld()
  for (const [from, id] of [
    ['Maria <maria@maria.example>', 'first'],
    ['Otto <otto@otto.example>', 'second'],
  ] as const)
    await acceptMail(world.write, {
      raw: mail({ from, subject: 'Hello', id: `${id}@maria.example`, text: 'Hello all', attachment: { name: 'a.txt', content: 'A' } }),
      mailFrom: /<(.*)>/.exec(from)?.[1] ?? '',
      rcptTo: ['lectio-l@lists.localhost'],
      via: 'cli',
    })
  await world.settle()
  document = (await (await (await world.as()).get('/api/v1/openapi.json')).json()) as Document
})
afterAll(() => world.end())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

/** Everything that `$ref` names, anywhere in a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}

test('every address of the API is described, and nothing else', () => {
  const routes = world.app.routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/v1/') && route.path !== '/api/v1/openapi.json')
    .map((route) => `${route.method} ${route.path.slice('/api/v1'.length).replaceAll(/:(\w+)/g, '{$1}')}`)
  const described = operations().map(({ method, path }) => `${method} ${path}`)
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted())
})

test('the description has what OpenAPI 3.1 demands of it', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Rapport', version: '1' },
    servers: [{ url: 'http://rapport.test/api/v1' }],
  })
  for (const ref of refsIn(document)) {
    const [, , kind = '', name = ''] = ref.split('/')
    expect(kind, ref).toBe('schemas')
    expect(document.components.schemas, ref).toHaveProperty(name)
  }
  for (const { path, method, operation } of operations()) {
    const at = `${method} ${path}`
    expect(operation.summary, at).toBeTruthy()
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    expect(inPath.map((parameter) => parameter.name).toSorted(), at).toEqual(
      [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name).toSorted(),
    )
    expect(
      inPath.every((parameter) => parameter.required),
      at,
    ).toBe(true)
    const names = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`)
    expect(new Set(names).size, at).toBe(names.length)
    expect(Object.keys(operation.responses), at).toContain('default')
    for (const response of Object.values(operation.responses)) expect(response.description, at).toBeTruthy()
    if (method === 'GET' || method === 'DELETE') expect(operation.requestBody, at).toBeUndefined()
    for (const requirement of operation.security ?? [])
      for (const scheme of Object.keys(requirement)) expect(document.components.securitySchemes, at).toHaveProperty(scheme)
    expect(operation.security?.length, at).toBeGreaterThan(0)
  }
})

/** A schema of the description as a check; what it does not name must not be there. */
function checkOf(schema: Schema): z.ZodType {
  const strict = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strict)
    if (typeof value !== 'object' || value === null) return value
    const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, strict(one)]))
    if (typeof inner.$ref === 'string') return strict(document.components.schemas[inner.$ref.split('/')[3] ?? ''])
    return inner.type === 'object' && inner.properties && !('additionalProperties' in inner)
      ? { ...inner, additionalProperties: false }
      : inner
  }
  return z.fromJSONSchema(strict(schema) as Parameters<typeof z.fromJSONSchema>[0])
}

describe('what is answered is what is described', () => {
  test('and the check sees what is not', () => {
    const group = checkOf({ $ref: '#/components/schemas/GroupLine' })
    const line = { slug: 's', name: 'N', tagline: '', communities: [] }
    expect([line, { ...line, more: 1 }, { ...line, name: 1 }].map((one) => group.safeParse(one).success)).toEqual([true, false, false])
  })
  for (const [address, row] of Object.entries(apiAccess).filter(([address]) => /^(GET|PATCH) \/api\/v1\//.test(address))) {
    if (address.endsWith('openapi.json')) continue
    test(address, async () => {
      const [method = '', pattern = ''] = address.split(' ')
      const operation = document.paths[pattern.slice('/api/v1'.length).replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      const held = await world.db.selectFrom('heldMail').select('id').executeTakeFirstOrThrow()
      // The administrator may ask most; what is only a coordinator's is asked by her.
      for (const person of [world.ada, world.carla, undefined]) {
        const asking = await world.as(person)
        const answer = await asking.ask(method, row.path(world).replace('held/999999', `held/${held.id}`), row.form)
        const described = operation?.responses[String(answer.status)] ?? operation?.responses.default
        const [type = '', content] = Object.entries(described?.content ?? {})[0] ?? []
        if (!type.endsWith('json')) continue
        expect(answer.headers.get('content-type')).toBe(type)
        const checked = checkOf(content?.schema ?? {}).safeParse(await answer.json())
        expect(checked.error?.issues ?? []).toEqual([])
      }
    })
  }
})
