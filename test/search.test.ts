import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitor } from '../src/actor.ts'
import { keepMail } from '../src/inbound/actions.ts'
import { countDocuments, findDocuments } from '../src/search/queries.ts'
import { readQuery } from '../src/search/rules.ts'
import { makeWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await makeWorld()
  const raw = Buffer.from(
    'From: Maria <maria@maria.example>\r\nTo: lectio-l@lists.localhost\r\nSubject: Résumé of the loans\r\nMessage-ID: <s1@maria.example>\r\nDate: Mon, 5 Oct 2026 10:00:00 +0000\r\n\r\nThe zibeline reports were renewed yesterday.\r\n',
  )
  await world.write((tx) => keepMail(tx, { raw, mailFrom: world.maria.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' }))
  await world.settle()
})
afterAll(() => world.end())

const finds = async (path: string, person?: World['maria']) => {
  const page = await (await (await world.as(person)).get(`/search?q=${encodeURIComponent(path)}`)).text()
  return !page.includes('Nothing found')
}

test('a private list’s message is found by a subscriber, not by a visitor, and a change of access counts at once', async () => {
  expect(await finds('zibeline', world.susi)).toBe(true)
  expect(await finds('zibeline', world.otto)).toBe(false)
  expect(await finds('zibeline')).toBe(false)
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  expect(await finds('zibeline')).toBe(true)
  await world.db.updateTable('list').set({ archive: 'group' }).where('id', '=', world.listId).execute()
  expect(await finds('zibeline', world.susi)).toBe(false)
  expect(await finds('zibeline', world.carla)).toBe(true)
  await world.db.updateTable('list').set({ archive: 'subscribers' }).where('id', '=', world.listId).execute()
})

test.each([
  ['report', true],
  ['resume', true],
  ['"zibeline reports"', true],
  ['"reports zibeline"', false],
  ['zibeline -renewed', false],
  ['nowhere or zibeline', true],
  ['zibeline from:maria', true],
  ['zibeline from:carla', false],
  ['subject:loans', true],
  ['subject:zibeline', false],
  ['zibeline list:lectio-l', true],
  ['zibeline list:other', false],
  ['zibeline after:2026-10 before:2026-11', true],
  ['zibeline before:2026-10', false],
  ['zibeline has:attachment', false],
  ['zibeline is:message', true],
  ['zibeline before:0000', true],
])('Susi searches for %s', async (query, found) => {
  expect(await finds(query, world.susi)).toBe(found)
})

test('whatever is typed is read, and the database can answer it', async () => {
  const actor = visitor(world.clock.now)
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom('"', '-', 'or', 'from:', 'subject:"', 'before:', 'after:0000-01', '!', '&', ':*', '<->', '(', "'", '\\', '\0', 'a'),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(' ')),
    fc
      .array(fc.constantFrom('"', '-', 'or ', 'from:', '-subject:', 'list:', 'is:', 'has:', '!', "'", '\\'), { maxLength: 20 })
      .map((parts) => parts.join('')),
    fc.constantFrom('x'.repeat(10_000), '" '.repeat(5_000), '-a '.repeat(3_400)),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect(readQuery(text).words).toBeTypeOf('string')
      await findDocuments(world.db, actor, text)
      await findDocuments(world.db, actor, text, { order: 'best' })
      await countDocuments(world.db, actor, text)
    }),
    { numRuns: 150 },
  )
})

test.each(['99999999999999999.1', '1.5.2', '1e3.1e400', 'x.y'])('a place %s that no page has begins at the first', async (after) => {
  const susi = await world.as(world.susi)
  expect((await susi.get(`/search?q=zibeline&after=${after}`)).status).toBe(200)
})
