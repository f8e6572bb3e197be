import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listForms } from '../src/edges/http/acts.ts'
import { pages } from '../src/edges/http/addresses.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { type Scope, scopes } from '../src/people/tokens-rules.ts'
import { apiAccess } from './access/api.ts'
import { access } from './access/table.ts'
import { checkOf, type Schema } from './described.ts'
import { mail } from './mail.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

interface Operation {
  summary?: string
  security?: Record<string, string[]>[]
  'x-scope'?: string
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

test('every address of the API is described, and nothing else but what is a person’s alone', () => {
  const plain = (path: string) => path.replaceAll(/:(\w+)(?:{[^}]*})?/g, '{$1}')
  const routes = world.app.routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/v1/') && route.path !== '/api/v1/openapi.json')
    .map((route) => `${route.method} ${plain(route.path.slice('/api/v1'.length))}`)
  const described = operations().map(({ method, path }) => `${method} ${path}`)
  // No program may, so none is told how; each answers with a sentence (test/hostile/program-tokens.test.ts).
  const refused = listForms(pages).flatMap(({ path, whose }) => (whose === 'person' ? [`POST /acts${plain(path)}`] : []))
  const paper = ['GET', 'PUT'].map((method) => `${method} /ballots/{ballot}/papers/{voter}`)
  expect([...described, ...new Set(refused), ...paper].toSorted()).toEqual([...new Set(routes)].toSorted())
})

test('the page for people has every address of the description', async () => {
  const page = await (await world.app.request('http://rapport.test/api')).text()
  const { valid, results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page)
  expect([valid, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([true, []])
  const packed = await world.app.request('http://rapport.test/api', { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(60_000)
  const addresses = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}</code>`),
  )
  expect(addresses.length).toBeGreaterThan(300)
  expect(addresses.filter((address) => !page.includes(address))).toEqual([])
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

describe('what is answered is what is described', () => {
  test('and the check sees what is not', () => {
    const group = checkOf(document.components.schemas, { $ref: '#/components/schemas/GroupLine' })
    const line = { slug: 's', name: 'N', tagline: '', communities: [], closedAt: null }
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
        const checked = checkOf(document.components.schemas, content?.schema ?? {}).safeParse(await answer.json())
        expect(checked.error?.issues ?? []).toEqual([])
      }
    })
  }
})

/** Asks every operation of the description the same way, and says which answered otherwise than they should. */
describe('every address of the API', () => {
  /** An act has the row of its form. */
  const plain = (address: string) => address.replaceAll(/:(\w+)(?:{[^}]*})?/g, '{$1}')
  const rows = new Map(Object.entries(access).map(([address, row]) => [plain(address), row]))
  /** The row of an address; an act has that of its form. */
  const rowOf = (method: string, path: string) =>
    rows.get(path.startsWith('/acts/') ? `${method} ${path.slice('/acts'.length)}` : `${method} /api/v1${path}`)
  const ask = (method: string, path: string, { token, body, query = '' }: { token?: string; body?: unknown; query?: string }) =>
    world.app.request(`http://rapport.test${path}${query}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const all = () =>
    operations().map(({ method, path, operation }) => {
      const row = rowOf(method, path)
      if (!row) throw new Error(`There is no row of access for ${method} ${path}.`)
      const [address = ''] = path.startsWith('/acts/') ? [`/api/v1/acts${row.path(world).split('?')[0]}`] : [row.path(world)]
      return { at: `${method} ${path}`, method, path: address, form: row.form ?? {}, operation }
    })
  const made = (only?: readonly Scope[], at = world.clock.now) => world.write((tx) => tokenOf(tx, at, world.ada, only))

  /** What an answer is, when it is a refusal in the words of RFC 9457. */
  const problem = async (answer: Response) => {
    const type = answer.headers.get('content-type') ?? ''
    if (!type.startsWith('application/problem+json')) return `${answer.status} ${type}`
    const { status, title, detail, errors } = (await answer.json()) as Record<string, unknown>
    const fields = (errors as { field: string }[] | undefined)?.map(({ field }) => field) ?? []
    return status === answer.status && title && detail ? [String(status), ...fields].join(' ') : 'an incomplete problem'
  }
  /** The addresses that answered otherwise, each with its answer. */
  const others = async (expected: string | RegExp, answers: { at: string; answer: Response | Promise<Response> }[]) => {
    const said = await Promise.all(answers.map(async ({ at, answer }) => [at, await problem(await answer)] as const))
    return said.filter(([, what]) => !(typeof expected === 'string' ? what === expected : expected.test(what)))
  }

  test('refuses a token of another day, one that was taken back and one that never was', async () => {
    const expired = await made(undefined, new Date('2026-08-01T09:00:00Z'))
    const revoked = await made()
    await world.db.updateTable('apiToken').set({ revokedAt: world.clock.now }).where('personId', '=', world.ada.personId).execute()
    const wrong: (readonly [string, string])[] = []
    // Who shows no token that is good is counted by network.
    for (const token of [expired, revoked, 'rapport_nothing'])
      for (let from = 0; from < all().length; from += 100) {
        await world.db.deleteFrom('rateWindow').execute()
        const part = all().slice(from, from + 100)
        wrong.push(
          ...(await others(
            '401',
            part.map(({ at, method, path }) => ({ at, answer: ask(method, path, { token }) })),
          )),
        )
      }
    expect(wrong).toEqual([])
    await world.db.deleteFrom('rateWindow').execute()
  })

  test('refuses a token without its scope, and says which', async () => {
    const wrong: [string, string | null][] = []
    for (const scope of scopes) {
      const token = await made(scopes.filter((one) => one !== scope))
      const asked = all().filter(({ operation }) => operation['x-scope'] === scope)
      const answers = await Promise.all(
        asked.map(async ({ at, method, path }) => ({
          at,
          answer: await ask(method, path, { token, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }) }),
        })),
      )
      for (const { at, answer } of answers) {
        const header = answer.headers.get('www-authenticate')
        if (header !== `Bearer error="insufficient_scope", scope="${scope}"`) wrong.push([at, header])
      }
      expect(await others('403', answers)).toEqual([])
    }
    expect(wrong).toEqual([])
    await world.db.deleteFrom('rateWindow').execute()
  })

  test('says when to go on to who asks too often', async () => {
    const token = await made()
    await ask('GET', '/api/v1/me', { token })
    await world.db.updateTable('rateWindow').set({ taken: 100_000 }).where('key', 'like', 'api:token:%').execute()
    const answers = await Promise.all(all().map(async ({ at, method, path }) => ({ at, answer: await ask(method, path, { token }) })))
    expect(answers.filter(({ answer }) => !Number(answer.headers.get('retry-after')))).toEqual([])
    expect(await others('429', answers)).toEqual([])
    await world.db.deleteFrom('rateWindow').execute()
  })

  test('refuses a cursor that it never gave', async () => {
    const token = await made()
    const paged = all().filter(({ operation }) => (operation.parameters ?? []).some(({ name }) => name === 'cursor'))
    expect(paged.length).toBeGreaterThan(5)
    expect(
      await others(
        /^(422 cursor|404)$/,
        paged.map(({ at, method, path, operation }) => {
          const searched = operation.parameters?.some(({ name, required }) => name === 'q' && required) ? 'q=x&' : ''
          return { at, answer: ask(method, path, { token, query: `${path.includes('?') ? '&' : `?${searched}`}cursor=nonsense` }) }
        }),
      ),
    ).toEqual([])
    await world.db.deleteFrom('rateWindow').execute()
  })

  test('refuses a parameter that it does not know, by its name', async () => {
    const token = await made()
    const asked = all().filter(({ at }) => !at.includes(' /acts/'))
    expect(asked.length).toBeGreaterThan(100)
    expect(
      await others(
        /^(422 (.* )?nonsense( .*)?|404)$/,
        asked.map(({ at, method, path, form }) => ({
          at,
          answer: ask(method, path, {
            token,
            query: `${path.includes('?') ? '&' : '?'}nonsense=1`,
            ...(method === 'GET' || method === 'DELETE' ? {} : { body: form }),
          }),
        })),
      ),
    ).toEqual([])
    await world.db.deleteFrom('rateWindow').execute()
  })

  test('refuses a field that it does not know, by its name', async () => {
    const token = await made()
    const taking = all().filter(({ operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema
      // A form that makes up the names of its fields knows them all.
      return schema && ((schema.type === 'object' && !schema.additionalProperties) || '$ref' in schema)
    })
    expect(taking.length).toBeGreaterThan(50)
    expect(
      await others(
        /^422 (.* )?nonsense( .*)?$/,
        taking.map(({ at, method, path, form }) => ({ at, answer: ask(method, path, { token, body: { ...form, nonsense: 1 } }) })),
      ),
    ).toEqual([])
  })
})
