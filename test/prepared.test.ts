import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { isAway } from '../src/lib/db/away.ts'
import { connect } from '../src/lib/db/connect.ts'
import { createDatabase, dropDatabase } from './database.ts'

async function open() {
  const url = await createDatabase()
  const database = connect(url, { size: 1 })
  onTestFinished(async () => {
    await database.close()
    dropDatabase(url)
  })
  const { db } = database
  const prepared = async () =>
    (await sql<{ statement: string }>`select statement from pg_prepared_statements order by statement`.execute(db)).rows
  return { ...database, prepared }
}

const often = async (ask: () => Promise<unknown>) => {
  for (let n = 0; n < 12; n++) await ask()
}

test('what is asked often is prepared, what searches is not, and what changed below it is asked anew', async () => {
  const { db, prepared, write } = await open()
  await sql`create table thing (id int)`.execute(db)
  await sql`insert into thing values (1)`.execute(db)
  const ask = (given = db) => sql<object>`select * from thing where id = ${1}`.execute(given)
  await often(() => ask())
  await often(() => sql`select id from thing where id::text like ${'%1%'}`.execute(db))
  await often(() => sql`select id from thing where id::text like 'one:%' and id > ${0}`.execute(db))
  await sql`select ${'once'}::text`.execute(db)
  await sql`create unique index on thing (id) where id > 0`.execute(db)
  await often(() => sql`insert into thing values (${2}) on conflict (id) where id > ${0} do nothing`.execute(db))
  expect((await prepared()).map(({ statement }) => statement)).toEqual([
    'select * from thing where id = $1',
    "select id from thing where id::text like 'one:%' and id > $1",
  ])
  await sql`alter table thing add column name text default 'it'`.execute(db)
  expect((await ask()).rows).toEqual([{ id: 1, name: 'it' }])
  await sql`alter table thing add column more text`.execute(db)
  await often(() => ask())
  await sql`alter table thing drop column more`.execute(db)
  // In a transaction it fails as what may be asked again does, and the next one holds.
  const failed = await write((tx) => ask(tx as typeof db)).catch((error: unknown) => error)
  expect(isAway(failed)).toBe(true)
  expect((await write((tx) => ask(tx as typeof db))).rows).toEqual([{ id: 1, name: 'it' }])
})

test('no connection prepares without end: what is asked no more makes room for what is, also after a transaction that failed', async () => {
  const { db, prepared } = await open()
  const ask = (n: number) => sql<{ sum: number }>`select ${sql.lit(n)} + ${1}::int as sum`.execute(db)
  const always = () => sql`select ${'always'}::text as said`.execute(db)
  for (let n = 0; n < 230; n++) {
    await often(() => ask(n))
    await always()
    if (n % 10 === 0)
      await db
        .transaction()
        .execute((tx) => sql`select 1 / ${0}::int`.execute(tx))
        .catch(() => {})
  }
  const kept = (await prepared()).map(({ statement }) => statement)
  expect(kept).toHaveLength(200)
  expect(kept).toContain('select $1::text as said')
  expect(kept).toContain('select 229 + $1::int as sum')
  expect(kept).not.toContain('select 0 + $1::int as sum')
  // What was given up is prepared again under its name, in the place of another.
  expect((await ask(0)).rows).toEqual([{ sum: 1 }])
  expect((await prepared()).map(({ statement }) => statement)).toContain('select 0 + $1::int as sum')
  expect(await prepared()).toHaveLength(200)
})

test('a statement that a pooler’s other server does not know is asked anew', async () => {
  const { db, prepared } = await open()
  const ask = () => sql<{ sum: number }>`select 1 + ${2}::int as sum`.execute(db)
  await often(ask)
  await sql`deallocate all`.execute(db)
  expect(await prepared()).toEqual([])
  expect((await ask()).rows).toEqual([{ sum: 3 }])
  await often(ask)
  expect(await prepared()).toHaveLength(1)
})
