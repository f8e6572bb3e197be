import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../src/lib/db/schema.ts'
import { listPlaces } from '../src/search/places-queries.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { roles } from './access.ts'
import { makeDemoWorld } from './demo-world.ts'
import { byTurns } from './turns.ts'
import type { Person, World } from './world.ts'

type Site = Pick<World, 'as' | 'db'>
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
let demo: Awaited<ReturnType<typeof makeDemoWorld>> | undefined
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(async () => {
  await world.end()
  await demo?.end()
})

interface Placed {
  key: string
  path: string
}

/** All that somebody finds, page by page. */
async function foundBy(site: Site, person: Person | undefined): Promise<Placed[]> {
  const browser = await site.as(person)
  const all: Placed[] = []
  for (let cursor = ''; ; ) {
    await site.db.deleteFrom('rateWindow').execute()
    const asked = new URLSearchParams({ q: 'after:1970', limit: '100', ...(cursor ? { cursor } : {}) })
    const answer = await browser.ask('GET', `/api/v1/search?${asked}`)
    const { items, next } = (await answer.json()) as { items: { kind: string; path: string }[]; next: string | null }
    all.push(...items.map(({ kind, path }) => ({ key: `${kind} ${path}`, path: path?.replace(/#.*/, '') })))
    if (!next) return all
    cursor = new URL(next, 'http://rapport.test').searchParams.get('cursor') ?? next
  }
}

/** All that search knows, of mail some of each list. */
async function allPlaced({ db }: Site): Promise<Placed[]> {
  const documents = await db.selectFrom('searchDocument').select(['id', 'kind', 'subjectId', 'listId']).orderBy('id').execute()
  const some = [...Map.groupBy(documents, ({ kind, listId }) => (kind === 'message' ? `list ${listId}` : 'others'))].flatMap(([of, all]) =>
    of === 'others' ? all : all.slice(-3),
  )
  const places = await listPlaces(db, some)
  return some.flatMap(({ id, kind }) => {
    const path = places.get(id)
    return path ? [{ key: `${kind} ${path}`, path: path.replace(/#.*/, '') }] : []
  })
}

/** What opens to her and is hers by her office or her hand, though search is for the readers of a thing. */
type Beside = (key: string) => boolean

async function disagreements(site: Site, readers: Record<string, Person | undefined>, beside: Record<string, Beside>) {
  const wrong: string[] = []
  const all = await allPlaced(site)
  const known = new Set(all.map(({ key }) => key))
  let opened = 0
  for (const [turn, [name, person]] of Object.entries(readers).entries()) {
    const browser = await site.as(person)
    const found = await foundBy(site, person)
    const keys = new Set(found.map(({ key }) => key))
    const statusOf = new Map<string, number>()
    const status = async (path: string) => {
      await site.db.deleteFrom('rateWindow').execute()
      const got = statusOf.get(path) ?? (await browser.get(path)).status
      statusOf.set(path, got)
      opened += 1
      return got
    }
    for (const { key, path } of byTurns(
      found.filter((one) => known.has(one.key)),
      turn,
    ))
      if ((await status(path)) !== 200) wrong.push(`${name} finds ${key}, and does not get it`)
    // What minutes keep for those at the table stands on the page that everybody opens, and is not shown to others there.
    for (const { key, path } of byTurns(
      all.filter((one) => !keys.has(one.key) && !one.key.startsWith('minutes-inside ')),
      turn,
    ))
      if ((await status(path)) === 200 && !beside[name]?.(key)) wrong.push(`${name} gets ${key}, and does not find it`)
  }
  return { wrong, opened }
}

// Administrators keep everything and are told of nothing that is a group's; what somebody made is hers to open.
const administers: Beside = (key) => /^(?:wish|ballot|document|meeting|decision|talk|case) /.test(key)
const made: Beside = (key) => /^(?:wish|talk|case|person) /.test(key)

test('every reader gets what she finds, and finds what she gets', async () => {
  const people = { visitor: undefined, ...world }
  const { wrong, opened } = await disagreements(world, Object.fromEntries(roles.map((role) => [role, people[role]])), {
    ada: administers,
    susi: made,
    otto: (key) => key === `person /people/${world.otto.personId}`,
    // The vendor's guest finds its answers on the desk.
    vera: (key) => key.startsWith('commitment ') || key === `person /people/${people.vera.personId}` || key.startsWith('answer '),
  })
  expect(wrong).toEqual([])
  expect(opened).toBeGreaterThan(400)
})

test('so do a visitor, a guest of the vendor’s, a coordinator and an administrator in the demo group', async () => {
  demo = await makeDemoWorld()
  const { db, clock } = demo
  const today = clock.now.toISOString().slice(0, 10)
  const of = (role: Role): Promise<Person> =>
    db
      .selectFrom('appointment')
      .innerJoin('person', 'person.id', 'appointment.personId')
      .innerJoin('address', 'address.personId', 'person.id')
      .select(['person.id as personId', 'person.name', 'address.email', 'address.id as addressId'])
      .where('appointment.role', '=', role)
      .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', today)]))
      .orderBy('appointment.id')
      .executeTakeFirstOrThrow()
  const { wrong, opened } = await disagreements(
    demo,
    { visitor: undefined, guest: await of('vendor_guest'), coordinator: await of('coordinator'), administrator: await of('administrator') },
    { guest: (key) => made(key) || /^(?:answer|commitment) /.test(key), administrator: administers },
  )
  expect(wrong).toEqual([])
  expect(opened).toBeGreaterThan(500)
})
