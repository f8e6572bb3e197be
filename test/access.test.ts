import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gathered } from '../src/edges/gathered.ts'
import { mayBeOpen } from '../src/edges/http/open-addresses.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { planted } from './access/planted.ts'
import { access } from './access/table.ts'
import { type RoleName, type Row, roles } from './access.ts'
import { watchWrites } from './watched-writes.ts'
import type { Person, World } from './world.ts'

let world: World
let people: Record<RoleName, Person | undefined>
let watched: ReturnType<typeof watchWrites>
/** How many forms wrote something. */
let wrote = 0
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  watched = watchWrites(world.database.pool)
  people = { visitor: undefined, ...furnished }
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

/** What says the same to everybody, and may be kept; the health of it, which is nobody's, tells nobody apart. */
const alike = /^GET \/(?:assets\/\*|card\.png|ballots\.ics|(?:events\/|news\/)?feed\.(?:atom|json)|site\/(?:logo\/:file|:sheet.*))$/
const unasked = /^GET \/(?:healthz|readyz|metrics)$/

/** May nothing between keep this answer to somebody signed in, or give it to another? */
const isPrivate = (address: string, { headers }: Response): boolean =>
  headers.get('cache-control') === 'private, no-store' &&
  (unasked.test(address) || (headers.get('vary') ?? '').includes(/ \/(?:api\/|mcp$)/.test(address) ? 'authorization' : 'cookie'))

describe('who gets what', () => {
  // First, before anybody changes what they are called.
  const asked = [...Object.entries(planted), ...Object.entries(access)]
  for (const [address, row] of asked) {
    test(row === access[address] ? address : `${address}, where something is to be found`, async () => {
      const [method = ''] = address.split(' ')
      const got: Record<string, number> = {}
      const wanted: Record<string, number> = {}
      const left: RoleName[] = []
      const found = Object.fromEntries(Object.keys(row.only ?? {}).map((words): [string, RoleName[]] => [words, []]))
      // What one role asks in a row, many people ask in a day.
      await world.db.deleteFrom('rateWindow').execute()
      let touched = true
      for (const role of roles) {
        const browser = await browserOf(role, address)
        if (touched) await row.renew?.(world)
        const [response, written] = await watched(() =>
          browser.request(method, row.path(world), method === 'GET' ? undefined : row.form, row.headers),
        )
        // What it writes is written in one transaction: all of it happens, or nothing, whenever the database goes.
        if (method !== 'GET') expect(written.slice(1), role).toEqual([])
        if (method !== 'GET' && written.length > 0) wrote++
        got[role] = response.status
        touched = method !== 'GET' && response.status < 400
        if (role !== 'visitor' && !row.alike && !alike.test(address) && !isPrivate(address, response)) left.push(role)
        const own = row.expect[role] ?? row.expect.others
        // Where such things may be public, a visitor hears that none is.
        const [, route = ''] = address.split(' ')
        wanted[role] =
          method === 'GET' && role === 'visitor' && own === 303 && mayBeOpen(route, row.path(world).split(/[?#]/)[0] ?? '') ? 404 : own
        const said = row.only ? (response.headers.get('content-disposition') ?? '') + (await response.clone().text()) : ''
        for (const [words, who] of Object.entries(found)) if (said.includes(words)) who.push(role)
        // Being sent to sign-in is the only redirect a visitor gets from a page that is not hers.
        if (method === 'GET' && role === 'visitor' && response.status === 303)
          expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=/)
      }
      expect([got, found, left]).toEqual([wanted, row.only ?? {}, []])
    })
  }
})

test('what is written was seen', () => {
  expect(wrote).toBeGreaterThan(0)
})

/** Who must not see what a form is of; one browser of each serves all forms, for nothing may come of them. */
const outsidersOf = (row: Row) => roles.filter((role) => (row.expect[role] ?? row.expect.others) === 404)
const outsiders = new Map<RoleName, Awaited<ReturnType<World['as']>>>()
async function outsider(role: RoleName) {
  const browser = outsiders.get(role) ?? (await world.as(people[role]))
  outsiders.set(role, browser)
  return browser
}
const posts = Object.entries(access).filter(([address]) => address.startsWith('POST '))

describe('a form that is empty or nonsense tells no more than a filled one of what is not hers', () => {
  for (const [address, row] of posts.filter(([one]) => !one.startsWith('POST /api/')))
    test(address, async () => {
      const told: string[] = []
      // Where the form itself names the group, it must, for without it the actor's own is meant.
      const kept: Record<string, string> = row.form?.group === undefined ? {} : { group: row.form.group }
      const nonsense = { ...Object.fromEntries(Object.keys(row.form ?? {}).map((name) => [name, '?\u0001'])), ...kept }
      await world.db.deleteFrom('rateWindow').execute()
      await row.renew?.(world)
      for (const [i, role] of outsidersOf(row).entries()) {
        const { status } = await (await outsider(role)).post(row.path(world), i % 2 === 0 ? kept : nonsense)
        if (status !== 404) told.push(`${role}: ${status}`)
      }
      expect(told).toEqual([])
    })
})

test('a program that sends nonsense is answered alike, whether there is such a thing or not', async () => {
  const told: string[] = []
  for (const [address, row] of posts.filter(([one]) => one.startsWith('POST /api/'))) {
    await row.renew?.(world)
    const [path = ''] = row.path(world).split('?')
    const segments = path.split('/')
    const nowhere = (address.split(' ')[1] ?? '').split('/').map((part, i) => (part.startsWith(':') ? '999999' : segments[i]))
    await world.db.deleteFrom('rateWindow').execute()
    for (const role of outsidersOf(row).filter((one) => one === 'otto' || one === 'bruno' || one === 'vera')) {
      const browser = await outsider(role)
      const [there, gone] = [await browser.post(path, { '?': '' }), await browser.post(nowhere.join('/'), { '?': '' })]
      if (there.status !== gone.status) told.push(`${address} ${role}: ${there.status}, and ${gone.status} where there is none`)
    }
  }
  expect(told).toEqual([])
})

test('what was written into the journal until here reads in words', async () => {
  const lines = await world.db.selectFrom('journal').select('action').distinct().execute()
  expect(lines.length).toBeGreaterThan(50)
  expect(lines.map(({ action }) => action).filter((action) => !Object.hasOwn(gathered.verbs, action))).toEqual([])
})
