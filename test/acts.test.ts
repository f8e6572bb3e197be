import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listActs } from '../src/http/acts.ts'
import { domains } from '../src/http/domains.ts'
import { declarationOf } from '../src/ui/acts.ts'
import { access, addOffices, furnish } from './access/table.ts'
import { type RoleName, roles } from './access.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let people: Record<RoleName, Person | undefined>
const programs = new Map<RoleName, Awaited<ReturnType<World['as']>>>()
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  people = { visitor: undefined, ...world, ...(await addOffices(world)) }
  for (const role of roles) programs.set(role, await world.as(people[role]))
})
afterAll(() => world.end())

const posts = domains.flatMap((domain) => domain.routes.filter(({ method }) => method === 'POST'))

test('what has a twin has one', async () => {
  const { paths } = (await (await (await world.as()).get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
  const known = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  const twins = posts.flatMap(({ handler }) => {
    const declared = declarationOf(handler)
    return declared && 'twin' in declared ? [declared.twin] : []
  })
  expect(twins.filter((address) => !known.includes(address))).toEqual([])
})

/** Once a form is taken, its page goes on (303); a program is answered. Without a token nothing is there. */
const statusFor = (role: RoleName, onPages: number) => (role === 'visitor' ? 401 : onPages === 303 ? 200 : onPages)

describe('an act answers each person as its form does', () => {
  for (const { path } of listActs(domains))
    test(path, async () => {
      const row = access[`POST ${path}`]
      if (!row) throw new Error('It has no row in the access table.')
      const got: Record<string, number> = {}
      const wanted: Record<string, number> = {}
      await world.db.deleteFrom('rateWindow').execute()
      for (const role of roles) {
        const [address = ''] = row.path(world).split('?')
        const answer = await programs.get(role)?.ask('POST', `/api/v1/acts${address}`, row.form ?? {})
        got[role] = answer?.status ?? 0
        wanted[role] = statusFor(role, row.expect[role] ?? row.expect.others)
        const type = answer?.headers.get('content-type') ?? ''
        if (got[role] === 200) expect(type).not.toContain('text/html')
        else expect(type).toBe('application/problem+json')
      }
      expect(got).toEqual(wanted)
    })
})
