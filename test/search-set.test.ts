import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, visitor } from '../src/actor.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { forgetDocuments, indexDocument } from '../src/search/actions.ts'
import { findDocuments, type Hit } from '../src/search/queries.ts'
import { makeDemoWorld } from './demo-world.ts'
import { actorOf } from './requests-world.ts'
import { nonsense, searches } from './search-set.ts'

let demo: Awaited<ReturnType<typeof makeDemoWorld>>
let member: Actor
beforeAll(async () => {
  demo = await makeDemoWorld()
  await demo.write((tx) => enqueue(tx, 'search.words'))
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

const best = { order: 'best', limit: 10, fold: true } as const

const titleOf = ({ title }: Hit) => title.map(({ text }) => text).join('')

const titles = async (q: string) => {
  const { hits, alike } = await findDocuments(demo.db, member, q, best)
  // As they stand on the page.
  return [...hits, ...alike].slice(0, 10).map(titleOf)
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

/** By somebody who had seen the texts of the demo and not the program, and asked once when all was settled: 192 of 200 were found. */
test('of two hundred searches by a stranger, nineteen of twenty find what they look for among the first ten', async () => {
  const asked = readFileSync(new URL('search-blind.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const missed: string[] = []
  for (const line of asked) {
    const [q = '', wanted = ''] = line.split('|')
    const { hits, alike } = await findDocuments(demo.db, member, q, best)
    const found = [...hits, ...alike]
      .slice(0, 10)
      .map(({ title, author }) => `${title.map(({ text }) => text).join('')}\n@${author}`.toLowerCase())
    if (!wanted.split(';').some((one) => found.some((hit) => hit.includes(one.toLowerCase())))) missed.push(line)
  }
  expect(missed.length / asked.length, missed.join('\n')).toBeLessThanOrEqual(0.05)
})

const linesOf = (name: string): string[][] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|'))

/** Where each stands among the first ten: from 0, or -1. */
async function placesOf(asked: { q: string; kind: string; title: string }[]) {
  const places: { q: string; title: string; place: number }[] = []
  for (const { q, kind, title } of asked) {
    const { hits } = await findDocuments(demo.db, member, q, best)
    places.push({ q, title, place: hits.findIndex((hit) => hit.kind === kind && titleOf(hit).includes(title)) })
  }
  return places
}

/** Written down from the titles before anything was asked. With mail and the group's own records weighed alike 25 were found, 13 of them among the first three. */
test('a word of its title finds what the group itself wrote down, however much was written about it', async () => {
  const places = await placesOf(linesOf('search-own.txt').map(([q = '', kind = '', title = '']) => ({ q, kind, title })))
  const missed = places.filter(({ place }) => place < 0)
  expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(1)
  expect(places.filter(({ place }) => place >= 0 && place < 3).length).toBeGreaterThanOrEqual(26)
  expect(places).toContainEqual({ q: 'rollover', title: 'D-1', place: 2 })
})

/** As somebody remembers the subject of a mail. Before the group's own records counted more, the same 23 stood first. */
test('what a mail is called finds that mail first, whatever the group wrote down by the same words', async () => {
  const places = await placesOf(linesOf('search-mails.txt').map(([q = '', title = '']) => ({ q, kind: 'message', title })))
  const later = places.filter(({ place }) => place !== 0)
  expect(later.map(({ q }) => q)).toEqual(['rollover in a weekend', 'call for show and tell'])
  expect(places.filter(({ place }) => place < 0)).toEqual([])
})

test('minutes are found by what was spoken of, as by their own title', async () => {
  const spoken = [
    ['rollover', 'Rollover at the turn of the term'],
    ['screen readers analytics', 'Screen readers and the analytics icon'],
    ['newcomers hour', 'A newcomers’ hour'],
  ]
  for (const [q = '', topic = ''] of spoken) {
    const { hits } = await findDocuments(demo.db, member, q, best)
    const minutes = hits.find(({ kind }) => kind === 'minutes')
    const { body } = await demo.db
      .selectFrom('searchDocument')
      .select('body')
      .where('id', '=', minutes?.id ?? 0)
      .executeTakeFirstOrThrow()
    expect(body, q).toContain(topic)
  }
})

test('page after page brings each hit once, in the order of one long page', async () => {
  for (const q of ['rollover', 'minutes', 'citation', 'is:message rollover', 'from:harriet']) {
    const whole = await findDocuments(demo.db, member, q, { ...best, limit: 60 })
    const turned: number[] = []
    for (let from: number | undefined = 0; from !== undefined && turned.length < 60; ) {
      const page: Awaited<ReturnType<typeof findDocuments>> = await findDocuments(demo.db, member, q, { ...best, limit: 7, from })
      turned.push(...page.hits.map(({ id }) => id))
      from = page.from
    }
    expect(turned.length, q).toBeGreaterThan(7)
    expect(turned.slice(0, 60), q).toEqual(whole.hits.map(({ id }) => id).slice(0, turned.length))
  }
})

test('within a kind the order is the same, whether the others are asked for or not', async () => {
  const among = await findDocuments(demo.db, member, 'rollover', { ...best, limit: 100 })
  for (const kind of ['request', 'message', 'wish']) {
    const alone = await findDocuments(demo.db, member, `is:${kind} rollover`, { ...best, limit: 100 })
    expect(alone.hits.length, kind).toBeGreaterThan(1)
    expect(
      alone.hits.map(({ id }) => id),
      kind,
    ).toEqual(among.hits.filter((hit) => hit.kind === kind).map(({ id }) => id))
  }
})

test('of fifty that mean nothing none finds anything', async () => {
  expect(nonsense.length).toBeGreaterThanOrEqual(50)
  const found: string[] = []
  for (const q of nonsense) for (const title of await titles(q)) found.push(`${q}: ${title}`)
  expect(found).toEqual([])
})

test('what says the same in another language is found and said to be so, but not where only the words count', async () => {
  const { hits, instead } = await findDocuments(demo.db, member, 'Reihenfolge mit Tastatur ändern', best)
  expect(instead).toEqual({ words: undefined, same: true })
  expect(hits.map(({ title }) => title.map(({ text }) => text).join(''))).toContain('Reorder sections and items with the keyboard')
  expect(await findDocuments(demo.db, member, 'Reihenfolge mit Tastatur ändern', { ...best, exact: true })).toMatchObject({
    hits: [],
    alike: [],
  })
  // What is asked for by time is not what is near.
  const newest = await findDocuments(demo.db, member, 'Reihenfolge mit Tastatur ändern', { order: 'newest' })
  expect([newest.instead?.same, newest.alike]).toEqual([undefined, []])
  expect(newest.hits.map(({ at }) => +at)).toEqual(newest.hits.map(({ at }) => +at).toSorted((a, b) => b - a))
  expect(await findDocuments(demo.db, member, '"Reihenfolge mit Tastatur"', best)).toMatchObject({ hits: [], alike: [] })
})

test('where few have the words, what says the same stands below them, and nothing twice', async () => {
  const { hits, alike, instead } = await findDocuments(demo.db, member, 'on boarding', best)
  expect({ found: hits.length > 0, instead }).toEqual({ found: true, instead: undefined })
  const few = await findDocuments(demo.db, member, 'pdf read aloud', best)
  expect(few.alike.length).toBeGreaterThan(0)
  const ids = [...hits, ...alike].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is new is found by its sense, whatever was written anew before it was read', async () => {
  const [q, title] = ['Reihenfolge mit Tastatur ändern', 'Reorder sections and items with the keyboard']
  const readWords = async () => {
    await demo.write((tx) => enqueue(tx, 'search.words'))
    await demo.settle()
  }
  const write = (subjectId: number, about: string) =>
    demo.write((tx) =>
      indexDocument(tx, {
        ...{ kind: 'news', subjectId, audience: 'public', at: demo.clock.now, author: '', title: about, body: '', language: 'en' },
      }),
    )
  const find = async () =>
    (await findDocuments(demo.db, member, q, best)).hits.map(({ subjectId }) => subjectId).filter((id) => id > 9_000_000)
  await write(9_000_002, 'Invoices are printed twice')
  await readWords()
  await write(9_000_001, title)
  await write(9_000_002, title)
  expect(await find()).toEqual([])
  await readWords()
  expect((await find()).toSorted()).toEqual([9_000_001, 9_000_002])
  await demo.write((tx) => forgetDocuments(tx, 'news', [9_000_001, 9_000_002]))
})

test('nobody finds by its sense what they may not see, and nobody what is gone', async () => {
  const q = 'waarschuwing toestemming verloopt'
  const { hits } = await findDocuments(demo.db, member, q, best)
  // What the vendor answered is for the group's lists.
  expect(hits.map(({ kind }) => kind)).toContain('answer')
  const outside = await findDocuments(demo.db, visitor(demo.clock.now), q, best)
  expect(outside.hits.length).toBeGreaterThan(0)
  expect([...outside.hits, ...outside.alike].map(({ kind }) => kind)).not.toContain('answer')
  const [nearest] = hits
  if (!nearest) throw new Error('nothing was found')
  await demo.write((tx) => forgetDocuments(tx, nearest.kind, [nearest.subjectId]))
  const after = await findDocuments(demo.db, member, q, best)
  expect(after.hits.map(({ id }) => id)).not.toContain(nearest.id)
  expect(after.hits.length).toBeGreaterThan(0)
})

test('what was indexed before meetings, minutes and newsletters had words for their day and number is indexed anew after an upgrade', async () => {
  const kinds = ['meeting', 'minutes', 'news-issue']
  const vectors = async () =>
    (
      await sql<{
        kind: string
      }>`select kind, subject_id, vector::text from search_document where kind = any(${kinds}) order by kind, subject_id`.execute(demo.db)
    ).rows
  const before = await vectors()
  expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(kinds))
  await sql`update search_document set vector = to_tsvector('english', title) where kind = any(${kinds})`.execute(demo.db)
  expect(await vectors()).not.toEqual(before)
  await sql.raw(readFileSync(new URL('../src/lib/db/migrations/1002_words_of_minutes.sql', import.meta.url), 'utf8')).execute(demo.db)
  await demo.write((tx) => enqueue(tx, 'search.cut'))
  await demo.settle()
  expect(await vectors()).toEqual(before)
})
