import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../src/actor.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { findDocuments } from '../src/search/queries.ts'
import { makeDemoWorld } from './demo-world.ts'
import { actorOf } from './requests-world.ts'
import { nonsense, searches } from './search-set.ts'

let demo: Awaited<ReturnType<typeof makeDemoWorld>>
let member: Actor
beforeAll(async () => {
  demo = await makeDemoWorld()
  await demo.write((tx) => enqueue(tx, 'people.index'))
  await demo.settle()
  const { personId } = await demo.db
    .selectFrom('appointment')
    .select('personId')
    .where('role', '=', 'member')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const person = await demo.db
    .selectFrom('person')
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['person.id as personId', 'person.name', 'address.email', 'address.id as addressId'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  member = await actorOf(demo as never, person)
})
afterAll(() => demo.end())

const titles = async (q: string) => {
  const { hits } = await findDocuments(demo.db, member, q, { order: 'best', limit: 10, fold: true })
  return hits.map(({ title }) => title.map(({ text }) => text).join(''))
}

test('of two hundred searches as people type them, nineteen of twenty find what they look for among the first ten', async () => {
  expect(new Set(searches.map(({ q }) => q)).size).toBeGreaterThanOrEqual(200)
  const missed: string[] = []
  for (const { q, title } of searches) {
    const found = await titles(q)
    if (!found.some((one) => one.toLowerCase().includes(title.toLowerCase())))
      missed.push(`${q} (${title}): ${found.slice(0, 3).join(' | ')}`)
  }
  expect(missed.length / searches.length, missed.join('\n')).toBeLessThanOrEqual(0.05)
})

test('of fifty that mean nothing none finds anything', async () => {
  expect(nonsense.length).toBeGreaterThanOrEqual(50)
  const found: string[] = []
  for (const q of nonsense) for (const title of await titles(q)) found.push(`${q}: ${title}`)
  expect(found).toEqual([])
})
