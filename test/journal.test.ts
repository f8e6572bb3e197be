import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chainJournal } from '../src/journal/actions.ts'
import { verifyJournal } from '../src/journal/queries.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

test('a line can be neither changed nor removed', async () => {
  await expect(sql`update journal set action = 'nothing'`.execute(world.db)).rejects.toThrow('append-only')
  await expect(sql`delete from journal`.execute(world.db)).rejects.toThrow('append-only')
  await expect(sql`truncate journal cascade`.execute(world.db)).rejects.toThrow('append-only')
})

test('the chain holds, and shows where somebody changed a line behind our back', async () => {
  while ((await world.write((tx) => chainJournal(tx, 5))) > 0);
  const whole = await verifyJournal(world.db)
  expect([whole.unchained, whole.brokenAt]).toEqual([0, null])
  expect(whole.chained).toBeGreaterThan(10)

  const { id } = await world.db.selectFrom('journal').select('id').orderBy('id').offset(6).limit(1).executeTakeFirstOrThrow()
  await sql`alter table journal disable trigger journal_append_only`.execute(world.db)
  await sql`update journal set subject = 'person:999' where id = ${id}`.execute(world.db)
  expect((await verifyJournal(world.db)).brokenAt).toBe(id)
})

test('a line that commits late is chained late, and the chain still holds', async () => {
  const late = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = world.write(async (tx) => {
    await tx.insertInto('journal').values({ at: world.clock.now, via: 'job', action: 'slow.begun', subject: 'test:1' }).execute()
    begun.resolve()
    await late.promise
  })
  await begun.promise
  await world.write((tx) =>
    tx.insertInto('journal').values({ at: world.clock.now, via: 'job', action: 'quick.done', subject: 'test:2' }).execute(),
  )
  await world.write((tx) => chainJournal(tx))
  late.resolve()
  await slow
  await world.write((tx) => chainJournal(tx))
  const { unchained, brokenAt } = await verifyJournal(world.db)
  expect([unchained, brokenAt]).toEqual([0, null])
})
