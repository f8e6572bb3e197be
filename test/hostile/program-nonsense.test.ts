import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import type { Row } from '../access.ts'
import { checkOf } from '../described.ts'
import { tables } from '../tables.ts'
import { type Person, tokenOf, type World } from '../world.ts'

// A program sends each operation of the description what fits none: in its address, its questions and its body. Everything that is sent is
// drawn in turn, so that each operation gets some of it and all of them together get all.
interface Schema {
  [name: string]: unknown
  $ref?: string
  properties?: Record<string, object>
}
interface Operation {
  path: string
  method: string
  queries: string[]
  fields: string[] | undefined
  /** What is answered when all is well, where it is JSON. */
  answer: z.ZodType | undefined
}
interface Described {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
interface Description {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}

let world: World
let programs: { who: string; token: string }[]
beforeAll(async () => {
  world = await makeFurnishedWorld()
  const tokenFor = async (who: string, person: Person) => ({
    who,
    token: await world.write((tx) => tokenOf(tx, world.clock.now, person)),
  })
  programs = [await tokenFor('a member', world.susi), await tokenFor('an administrator', world.ada)]
})
afterAll(() => world.end())

const answerIn = (responses: Described['responses'], schemas: Record<string, Schema>): z.ZodType | undefined => {
  const schema = responses[200]?.content?.['application/json']?.schema
  return schema && checkOf(schemas, schema)
}

async function describedOperations(): Promise<Operation[]> {
  const answer = await world.app.request('http://rapport.test/api/v1/openapi.json')
  const { paths, components } = (await answer.json()) as Description
  const whole = (schema: Schema | undefined): Schema =>
    schema?.$ref ? whole(components.schemas[schema.$ref.split('/').at(-1) ?? '']) : (schema ?? {})
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      path,
      method: method.toUpperCase(),
      queries: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      fields: requestBody && Object.keys(whole(Object.values(requestBody.content)[0]?.schema).properties ?? {}),
      answer: answerIn(responses, components.schemas),
    })),
  )
}

const parts = ['-1', '9'.repeat(30), '%00', '%ff', "'", '1e400', '1.5', 'x'.repeat(3_000), '..%2f..%2fadmin', 'null']
const values: unknown[] = [
  null,
  -1,
  1.5,
  9e30,
  true,
  [],
  {},
  [[[1]]],
  'a\u0000b',
  '\ud800',
  'x'.repeat(300_000),
  '9'.repeat(30),
  { $ne: null },
  ['a', 1, null],
]
const bodies = [
  '',
  '{"a":',
  '[1]',
  'null',
  '"text"',
  '0',
  `${'['.repeat(50_000)}`,
  `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  '{"__proto__":{"a":1}}',
]

let drawn = 0
const draw = <T>(from: readonly T[]): T => from[drawn++ % from.length] as T

const rowOf = ({ path, method }: Operation): Row | undefined => {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1')
  const plain = new Map(Object.entries(access).map(([address, row]) => [address.replaceAll(/\{[^}]*\}/g, ''), row]))
  return plain.get(pattern.startsWith('/acts/') ? `POST ${pattern.slice(5)}` : `${method} /api/v1${pattern}`)
}

/** What such an operation is sent: an address and a body. */
function drawRequests(operation: Operation): { address: string; body?: string }[] {
  const { path, queries, fields } = operation
  const row = rowOf(operation)
  const [real = ''] = (row?.path(world) ?? '').split('?')
  const right = path.startsWith('/acts/') ? `/api/v1/acts${real}` : real
  const requests: { address: string; body?: string }[] = []
  const json = JSON.stringify(row?.form ?? {})
  const withBody = fields === undefined ? {} : { body: json }
  for (const name of path.match(/\{\w+\}/g) ?? [])
    requests.push({ address: `/api/v1${path.replace(name, draw(parts)).replaceAll(/\{\w+\}/g, '1')}`, ...withBody })
  for (const name of row ? queries : []) requests.push({ address: `${right}?${name}=${draw(parts)}`, ...withBody })
  if (row && fields !== undefined) {
    requests.push({ address: right, body: draw(bodies) })
    requests.push({ address: right, body: JSON.stringify(Object.fromEntries(fields.map((name) => [name, draw(values)]))) })
    if (fields.length > 0) requests.push({ address: right, body: JSON.stringify({ ...row.form, [draw(fields)]: draw(values) }) })
  }
  return requests
}

// What is counted and what is noted of a program's asking is no change of what it asked for.
const counted = new Set(['rate_window', 'api_token'])

/** From now on each change of a row is noted with it: what is rolled back leaves no note. */
async function watchRows(): Promise<void> {
  await sql`create table touched (name text)`.execute(world.db)
  await sql`create function touch() returns trigger language plpgsql as $$ begin
    insert into touched values (tg_table_name); return null; end $$`.execute(world.db)
  for (const name of tables.filter((one) => !counted.has(one)))
    await sql`create trigger touched after insert or update or delete on ${sql.table(name)} for each row execute function touch()`.execute(
      world.db,
    )
}

/** The tables that were changed since this was asked last. */
async function takeTouched(): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`with gone as (delete from touched returning name) select distinct name from gone order by 1`.execute(world.db)
  return rows.map(({ name }) => name)
}

/** What is wrong with an answer, unless it was taken or refused in words. */
async function fault(answer: Response): Promise<string | undefined> {
  if (answer.status >= 500) return `${answer.status}: ${await answer.text()}`
  if (answer.status < 400) return undefined
  const said = await answer.text()
  return /\p{L}{2}.*[.?!]/su.test(said) ? undefined : `${answer.status} without a word: ${said.slice(0, 200)}`
}

test('a program’s nonsense is refused in words, and changes nothing', async () => {
  const operations = await describedOperations()
  expect(operations.length).toBeGreaterThan(500)
  await watchRows()
  const faults: string[] = []
  for (const operation of operations)
    for (const { who, token } of programs) {
      await world.db.deleteFrom('rateWindow').execute()
      const requests = drawRequests(operation)
      await rowOf(operation)?.renew?.(world)
      await takeTouched()
      for (const { address, body } of requests) {
        const what = `${who}, ${operation.method} ${address.slice(0, 150)} ${body?.slice(0, 150) ?? ''}`
        const answer = await world.app.request(`http://rapport.test${address}`, {
          method: operation.method,
          headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
          ...(body === undefined || operation.method === 'GET' ? {} : { body }),
        })
        const found = await fault(answer)
        if (found !== undefined) faults.push(`${what}: ${found}`)
        const touched = await takeTouched()
        if (answer.status >= 400 && touched.length > 0) faults.push(`${what}: ${answer.status}, but it changed ${touched.join(', ')}`)
      }
    }
  expect(faults).toEqual([])
})

test('what there is to read is answered as it is described, and no longer a page than the program asked for', async () => {
  const [, administrator] = programs
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla))
  const faults: string[] = []
  let read = 0
  for (const operation of await describedOperations()) {
    if (operation.method !== 'GET') continue
    await world.db.deleteFrom('rateWindow').execute()
    const row = rowOf(operation)
    await row?.renew?.(world)
    const url = new URL(row?.path(world) ?? '/', 'http://rapport.test')
    if (operation.queries.includes('limit')) url.searchParams.set('limit', '1')
    for (const bearer of [administrator?.token, token]) {
      const answer = await world.app.request(url.href, { headers: { authorization: `Bearer ${bearer}` } })
      if (answer.status !== 200 || !operation.answer) continue
      read += 1
      const said = (await answer.json()) as { items?: unknown[] }
      const { error } = operation.answer.safeParse(said)
      if (error) faults.push(`${operation.path}: ${JSON.stringify(error.issues).slice(0, 300)}`)
      if (operation.queries.includes('limit') && (said.items?.length ?? 0) > 1)
        faults.push(`${operation.path}: ${said.items?.length} items`)
    }
  }
  expect(faults).toEqual([])
  expect(read).toBeGreaterThan(100)
})
