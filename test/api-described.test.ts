import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeApi } from '../src/edges/http/api.ts'
import { problemKinds } from '../src/edges/http/problems.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

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
  const parts = operations.flatMap(({ address, parameters = [] }) => parameters.map((part) => ({ address, ...part })))
  expect(parts.filter(({ description }) => !description)).toEqual([])
})

test('what stays where it is left out says so, and what becomes of it where it is empty', () => {
  const of = (name: string) => {
    const { description, requestBody } = operations.find((one) => one.name === name) ?? {}
    const [{ schema = {} } = {}] = Object.values((requestBody as { content?: object } | undefined)?.content ?? {}) as { schema?: object }[]
    return { description, fields: (schema as { properties?: Record<string, { description?: string }> }).properties ?? {} }
  }
  const { description, fields } = of('editRequest')
  expect(description).toContain('What is left out stays as it is.')
  expect(fields.workaround?.description).toContain('Left out, it stays as it is; empty, it is removed.')
  expect(of('setListSettings').fields.digestHour?.description).toContain('Left out, it stays as it is; it cannot be empty.')
  expect(of('setListSettings').fields.emergency?.description).toMatch(/Left out, it stays as it is\.$/)
  for (const [name, keeps] of [
    ['updateExchange', true],
    ['updateOrganisation', true],
    ['answerInvitation', true],
    ['answerDatePoll', true],
    ['answerEvent', true],
    ['createNews', false],
  ] as const)
    expect([name, of(name).description?.includes('What is left out stays')]).toEqual([name, keeps])
})

test('a linter of descriptions has nothing to say', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(described), config })
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([])
})

// Words of TypeScript that cannot name an argument; generators of clients take the names of an address as they are.
const reserved =
  /^(?:break|case|catch|class|const|default|delete|do|else|enum|export|extends|for|function|if|import|in|new|return|super|switch|this|throw|try|typeof|var|void|while|with|yield)$/

test('nothing stands in it that generators of clients write into code that does not compile', () => {
  const statuses = new Set(operations.flatMap(({ responses = {} }) => Object.keys(responses)))
  expect([...statuses].filter((status) => !/^(?:\d{3}|default)$/.test(status))).toEqual([])
  const names = operations.flatMap(({ address }) => [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
  expect([...new Set(names)].filter((name) => reserved.test(name))).toEqual([])
  const misfits: string[] = []
  const look = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return
    const schema = value as { type?: unknown; pattern?: unknown; properties?: object; additionalProperties?: unknown }
    if (schema.type === 'integer' && schema.pattern !== undefined) misfits.push(`${at}: a pattern of a number`)
    if (Object.keys(schema.properties ?? {}).length > 0 && typeof schema.additionalProperties === 'object')
      misfits.push(`${at}: fields of any name that have a type, beside named ones`)
    for (const [name, inner] of Object.entries(value)) look(inner, `${at}/${name}`)
  }
  look(described, '')
  expect(misfits).toEqual([])
})

test('every collection says how many a page of it holds', () => {
  const paged = operations.filter(({ parameters = [] }) => parameters.some((one) => 'name' in one && one.name === 'cursor'))
  expect(paged.length).toBeGreaterThan(50)
  const fixed = paged.filter(({ parameters = [] }) => !parameters.some((one) => 'name' in one && one.name === 'limit'))
  expect(fixed.map(({ address }) => address)).toEqual([])
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

const ofThisSite = new Set(
  [
    'hosts',
    'url',
    'slug',
    'vendor',
    'group',
    'leaving',
    'title',
    'accentDark',
    'every',
    'community',
    'communitySlug',
    'product',
    'email',
  ].concat(['communityIds', 'closesAt', 'opensAt', 'termFrom', 'termTo']),
)

test('the example of each body fits what is described', async () => {
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.ada))
  const misfits: string[] = []
  let sent = 0
  for (const { address, ...one } of operations) {
    const [method = '', path = ''] = address.split(' ')
    const body = one.requestBody && 'content' in one.requestBody ? one.requestBody.content['application/json'] : undefined
    if (!body) continue
    // Of what is not there: all fields are looked at before the thing is.
    const at = path.replaceAll(/{[^}]*}/g, '999999')
    const answer = await world.app.request(`http://rapport.test/api/v1${at}`, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body.example),
    })
    sent += 1
    if (sent % 100 === 0) await world.db.deleteFrom('rateWindow').execute()
    if (answer.status < 500 && answer.status !== 422) continue
    const said = (await answer.json()) as { detail: string; errors?: { field: string; detail: string }[] }
    // Some fields ask for what only this site has, or for what another field says.
    if (answer.status === 422 && said.errors?.every(({ field }) => ofThisSite.has(field.replace(/^.*-/, '')))) continue
    misfits.push(`${address}: ${answer.status} ${JSON.stringify(body.example)} ${JSON.stringify(said.errors ?? said.detail)}`)
  }
  expect(sent).toBeGreaterThan(400)
  expect(misfits).toEqual([])
})

test('a change with If-Match happens to the version that was read alone', async () => {
  const carla = await world.as(world.carla)
  const facts = { title: 'Seen by two', startsAt: '2027-01-12T10:00:00Z', endsAt: '2027-01-12T11:00:00Z', zone: 'Europe/Dublin' }
  const made = await carla.ask('POST', '/api/v1/meetings', { ...facts, groupIds: [world.group.groupId] })
  expect(made.status, await made.clone().text()).toBe(201)
  const at = made.headers.get('location') ?? ''
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const read = async () => {
    const answer = await world.app.request(at, { headers })
    return { tag: answer.headers.get('etag') ?? '', title: ((await answer.json()) as { title: string }).title }
  }
  const call = (match: string, title: string) =>
    world.app.request(at, { method: 'PATCH', headers: { ...headers, 'if-match': match }, body: JSON.stringify({ title }) })
  const { tag } = await read()
  expect(tag).not.toBe('')
  const none = await call('"bogus"', 'No')
  expect([none.status, ((await none.json()) as { type: string }).type]).toEqual([
    412,
    'http://rapport.test/api/problems/precondition-failed',
  ])
  expect(await read()).toEqual({ tag, title: 'Seen by two' })
  const both = await Promise.all([call(`W/${tag}`, 'First'), call(tag, 'Second')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 412])
  expect((await call(`"other", ${(await read()).tag}`, 'Third')).status).toBe(204)
  expect((await call('*', 'Whatever it is')).status).toBe(204)
  expect((await read()).title).toBe('Whatever it is')
})

test('each collection has pages, and they hold it whole', async () => {
  const unpaged = operations.filter(({ address, name, responses }) => {
    const schema = JSON.stringify((responses as Record<string, { content?: object }>)['200']?.content ?? {})
    return (
      /^list|^get[A-Z]\w+s$/.test(name) &&
      address.startsWith('get ') &&
      /"items":\{"type":"array"/.test(schema) &&
      !schema.includes('"next"')
    )
  })
  expect(unpaged.map(({ name }) => name)).toEqual(['listSimilarRequests'])
  const ada = await world.as(world.ada)
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.ada))
  for (const title of ['One', 'Two', 'Three']) {
    const page = { slug: title.toLowerCase(), title, text: title, language: 'en', published: true }
    const answer = await ada.ask('POST', '/api/v1/site/pages', page)
    expect(answer.status, await answer.text()).toBe(201)
  }
  const read = async (query: string) =>
    (await (
      await world.app.request(`http://rapport.test/api/v1/site/pages?${query}`, { headers: { authorization: `Bearer ${token}` } })
    ).json()) as { items: { slug: string }[]; next: string | null }
  const whole = await read('limit=100')
  expect(whole.items.length).toBeGreaterThanOrEqual(3)
  const slugs: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(`limit=2${next && `&cursor=${next}`}`)
    expect(page.items.length).toBeLessThanOrEqual(2)
    slugs.push(...page.items.map(({ slug }) => slug))
    next = page.next
  }
  expect(slugs).toEqual(whole.items.map(({ slug }) => slug))
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

test('a client that a common tool writes has our names alone, and works', async () => {
  const output = await mkdtemp(join(import.meta.dirname, '../node_modules/.client-'))
  try {
    await createClient({
      input: structuredClone(described) as never,
      output,
      logs: { level: 'silent' },
      plugins: ['@hey-api/typescript', '@hey-api/client-fetch', { name: '@hey-api/sdk', validator: false }],
    })
    const written = await readFile(join(output, 'sdk.gen.ts'), 'utf8')
    const named = [...written.matchAll(/^export const (\w+) =/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual(operations.map(({ name }) => name).toSorted())
    const sdk = await import(/* @vite-ignore */ pathToFileURL(join(output, 'sdk.gen.ts')).href)
    const auth = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla))
    const ways = { baseUrl: 'http://rapport.test/api/v1', auth, fetch: (request: Request) => world.app.request(request) }
    const made = await sdk.addTask({ ...ways, path: { group: 'lectio' }, body: { title: 'Ask by a client' } })
    expect([made.response.status, made.error]).toEqual([201, undefined])
    const { data } = await sdk.listTasks({ ...ways, query: { limit: 5 } })
    expect(data.items.map(({ title }: { title: string }) => title)).toContain('Ask by a client')
    const { error } = await sdk.getRequest({ ...ways, path: { request: 999_999 } })
    expect(error).toMatchObject({ status: 404, type: expect.stringContaining('/api/problems/') })
  } finally {
    await rm(output, { recursive: true, force: true })
  }
})
