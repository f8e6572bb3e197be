import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { access, addOffices, furnish } from './access/table.ts'
import { type RoleName, roles } from './access.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let people: Record<RoleName, Person | undefined>
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  people = { visitor: undefined, ...world, ...(await addOffices(world)) }
})
afterAll(() => world.end())

const browsers = new Map<RoleName, Awaited<ReturnType<World['as']>>>()
/** A browser with a session of this role: one for all, but where what is asked may end the session or act as somebody else. */
async function browserOf(role: RoleName, address: string) {
  if (/\/(?:sign-|acting|me\b|set-up|confirm)/.test(address)) {
    browsers.delete(role)
    return world.as(people[role])
  }
  const kept = browsers.get(role) ?? (await world.as(people[role]))
  browsers.set(role, kept)
  return kept
}

test('every address of the app stands in the table, and nothing else', () => {
  // An act has the row of its form (acts.test.ts).
  const routes = world.app.routes
    .filter((route) => route.method !== 'ALL' && !route.path.startsWith('/api/v1/acts/'))
    .map((route) => `${route.method} ${route.path}`)
  expect([...new Set(routes)].filter((route) => !(route in access))).toEqual([])
  expect(Object.keys(access).filter((row) => !routes.includes(row))).toEqual([])
})

describe('who gets what', () => {
  for (const [address, row] of Object.entries(access)) {
    test(address, async () => {
      const [method = ''] = address.split(' ')
      const got: Record<string, number> = {}
      const wanted: Record<string, number> = {}
      // What one role asks in a row, many people ask in a day.
      await world.db.deleteFrom('rateWindow').execute()
      for (const role of roles) {
        const browser = await browserOf(role, address)
        const response = await browser.request(method, row.path(world), method === 'GET' ? undefined : row.form, row.headers)
        got[role] = response.status
        wanted[role] = row.expect[role] ?? row.expect.others
        // Being sent to sign-in is the only redirect a visitor gets from a page that is not hers.
        if (method === 'GET' && role === 'visitor' && response.status === 303)
          expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=/)
      }
      expect(got).toEqual(wanted)
    })
  }
})

test('a form that is empty tells no more than a filled one of what is not hers', async () => {
  const told: string[] = []
  const looked =
    /^POST \/(?:lists|organisations|roster|handovers|calls|referents|affiliations|correspondence|role-addresses|admin|me\/privacy)\b/
  for (const [address, row] of Object.entries(access)) {
    if (!looked.test(address)) continue
    for (const role of ['visitor', 'otto', 'vera'] as const) {
      if ((row.expect[role] ?? row.expect.others) !== 404) continue
      await world.db.deleteFrom('rateWindow').execute()
      const { status } = await (await browserOf(role, address)).post(row.path(world), {})
      if (status !== 404) told.push(`${address} ${role}: ${status}`)
    }
  }
  expect(told).toEqual([])
})
