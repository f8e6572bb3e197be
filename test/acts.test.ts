import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listActs } from '../src/edges/http/acts.ts'
import { pages } from '../src/edges/http/addresses.ts'
import { declarationOf } from '../src/lib/ui/web.tsx'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { type RoleName, roles } from './access.ts'
import { type Person, tokenOf, type World } from './world.ts'

let world: World
let people: Record<RoleName, Person | undefined>
const programs = new Map<RoleName, Awaited<ReturnType<World['as']>>>()
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  people = { visitor: undefined, ...furnished }
  for (const role of roles) programs.set(role, await world.as(people[role]))
})
afterAll(() => world.end())

const posts = pages.flatMap((domain) => domain.routes.filter(({ method }) => method === 'POST'))

test('each form says what a program uses instead', () => {
  const said = new Set(posts.filter(({ handler }) => declarationOf(handler)).map(({ path }) => path))
  expect([...new Set(posts.map(({ path }) => path))].filter((path) => !said.has(path))).toEqual([])
})

test('what has a twin has one', async () => {
  const { paths } = (await (await (await world.as()).get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
  const known = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  const twins = posts.flatMap(({ handler }) => {
    const declared = declarationOf(handler)
    return declared && 'twin' in declared ? [declared.twin] : []
  })
  expect(twins.filter((address) => !known.includes(address))).toEqual([])
})

test('a token of administrators is asked for where nobody else may anyway', () => {
  const closed = listActs(pages).filter(({ act }) => act.scope === 'admin')
  const others = closed.filter(({ path }) => {
    const { expect: status } = access[`POST ${path}`] ?? {}
    return roles.some((role) => role !== 'ada' && (status?.[role] ?? status?.others ?? 404) < 400 && role !== 'visitor')
  })
  expect(closed.length).toBeGreaterThan(5)
  expect(others.map(({ path }) => path)).toEqual([])
})

/** Once a form is taken, its page goes on (303); a program is answered. Without a token nothing is there. */
const statusFor = (role: RoleName, onPages: number) => (role === 'visitor' ? 401 : onPages === 303 ? 200 : onPages)

describe('an act answers each person as its form does', () => {
  for (const { path } of listActs(pages))
    test(path, async () => {
      const row = access[`POST ${path}`]
      if (!row) throw new Error('It has no row in the access table.')
      const got: Record<string, number> = {}
      const wanted: Record<string, number> = {}
      await world.db.deleteFrom('rateWindow').execute()
      let touched = true
      for (const role of roles) {
        if (touched) await row.renew?.(world)
        const answer = await programs.get(role)?.ask('POST', `/api/v1/acts${row.path(world)}`, row.form ?? {})
        // What is made is answered with 201, what is done with 200.
        got[role] = answer?.status === 201 ? 200 : (answer?.status ?? 0)
        touched = got[role] < 400
        wanted[role] = statusFor(role, row.expect[role] ?? row.expect.others)
        const type = answer?.headers.get('content-type') ?? ''
        if (got[role] === 200) expect(type).not.toContain('text/html')
        else expect(type).toBe('application/problem+json')
      }
      expect(got).toEqual(wanted)
    })
})

describe('what a program sends', () => {
  const carla = () => programs.get('carla') as Awaited<ReturnType<World['as']>>
  const write = '/api/v1/acts/lists/lectio-l/write'
  const import_ = '/api/v1/acts/roster/lectio/import'
  const problem = async (answer: Response) => ({
    status: answer.status,
    ...((await answer.json()) as { detail: string; errors?: object[] }),
  })

  test('a field that the form does not have is refused by its name, and nothing happens', async () => {
    await world.settle()
    const before = await world.db.selectFrom('message').select('id').execute()
    const answer = await carla().ask('POST', write, { subject: 'Whole', text: 'And right', txet: 'A slip' })
    expect(await problem(answer)).toMatchObject({ status: 422, errors: [{ field: 'txet', detail: 'No field has this name.' }] })
    await world.settle()
    expect(await world.db.selectFrom('message').select('id').execute()).toEqual(before)
  })

  test('what an act makes is answered with its name and its page', async () => {
    const talk = {
      group: 'lectio',
      title: 'Reading lists by program',
      abstract: 'How we do it.',
      minutes: '20',
      language: 'en',
      visibility: 'group',
    }
    const answer = await carla().ask('POST', '/api/v1/acts/show-and-tell', talk)
    const { made, page } = (await answer.json()) as { made: string; page: string }
    expect([answer.status, page, answer.headers.get('location')]).toEqual([201, `/show-and-tell/${made}`, page])
    expect((await carla().ask('GET', `/api/v1/talks/${made}`)).status).toBe(200)
  })

  test('what a field lacks is said beside its name, as on the page', async () => {
    const answer = await carla().ask('POST', write, { subject: '', text: 'And right' })
    expect(await problem(answer)).toMatchObject({ status: 422, errors: [{ field: 'subject', detail: expect.stringMatching(/\w/) }] })
  })

  test.each([
    ['no JSON', '{"a":', 'The body is not JSON.'],
    ['no object', '[1]', 'The body must be an object of fields.'],
    ['an object in a field', '{"title":{"a":1}}', 'The data sent does not match the API description.'],
  ])('%s is refused in words', async (_, body, detail) => {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla))
    const answer = await world.app.request(`http://rapport.test${write}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    })
    expect(await problem(answer)).toMatchObject({ status: 422, detail })
  })

  test('a file goes as a form with parts, byte for byte, and once for one key', async () => {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla))
    const send = () => {
      const body = new FormData()
      body.set('file', new File(['name,role,from\nKim Übel,member,2024\n'], 'roster.csv', { type: 'text/csv' }))
      return new Request(`http://rapport.test${import_}`, { method: 'POST', body })
    }
    // The parts are divided alike, as when a program sends its request again.
    const [type, bytes] = [send(), await send().arrayBuffer()] as const
    const again = () =>
      world.app.request(`http://rapport.test${import_}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'a-roster', 'content-type': contentType },
        body: bytes,
      })
    const boundary = /^--(.*)\r\n/.exec(new TextDecoder().decode(bytes))?.[1]
    const contentType = `multipart/form-data; boundary=${boundary}`
    expect(type.headers.get('content-type')).toContain('multipart/form-data')
    const [first, second] = [await again(), await again()]
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true'])
    const { page } = (await first.json()) as { page: string }
    expect((await second.json()) as object).toMatchObject({ page })
    expect(page).toMatch(/^\/roster\/lectio\/import\/\d+$/)
    const shown = await (await (await world.as(world.carla)).get(page)).text()
    expect(shown).toContain('Kim Übel')
  })

  test('a token that may only read does nothing', async () => {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla, ['read']))
    const answer = await (await world.as()).ask('POST', write, {}, { authorization: `Bearer ${token}` })
    expect(await problem(answer)).toMatchObject({ status: 403, detail: 'This access token needs the permission “write”.' })
  })
})
