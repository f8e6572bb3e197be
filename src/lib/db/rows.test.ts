import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { changeRow, findRow, insertNew, listRows, type Tx, updateRows, upsertRow } from './rows.ts'
import type { DB } from './schema.ts'

const said: string[] = []
beforeEach(() => {
  said.length = 0
})
// It only writes down what it would ask a database.
const tx = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  log: ({ query }) => {
    said.push(query.sql)
  },
}) as Tx

test('rows are found by what their columns hold, and null is what holds nothing', async () => {
  await findRow(tx.selectFrom('release').forUpdate(), { id: 1, groupId: 2 }, ['name'])
  await listRows(tx.selectFrom('handover').selectAll().orderBy('id'), { groupId: 2, settledAt: null })
  expect(said).toEqual([
    'select "name" from "release" where "id" = $1 and "groupId" = $2 for update',
    'select * from "handover" where "groupId" = $1 and "settledAt" is null order by "id"',
  ])
})

test('rows are changed by what their columns hold; where nothing is given, nothing is asked', async () => {
  await changeRow(tx.updateTable('handover').returning('id'), { id: 1, state: 'prepared' }, { note: '' })
  expect(await updateRows(tx.updateTable('handover'), { groupId: 2 }, { note: undefined })).toBe(0)
  expect(await insertNew(tx.insertInto('community'), [])).toBe(false)
  expect(said).toEqual(['update "handover" set "note" = $1 where "id" = $2 and "state" = $3 returning "id"'])
})

test('a row that is there keeps what only a new one is given', async () => {
  const day = new Date(0)
  await upsertRow(tx.insertInto('putOff'), { personId: 1, key: 'a' }, { until: day, batch: 2 }, { putOffAt: day })
  expect(said[0]).toMatch(/^insert into "putOff" .* on conflict \("personId", "key"\) do update set "until" = \$\d+, "batch" = \$\d+$/)
})

test('another column, another type and what may be null do not compile', () => {
  const wrong = (maybe: number | null) => {
    // @ts-expect-error there is no such column
    void findRow(tx.selectFrom('release'), { id: 1, colour: 2 }, ['name'])
    // @ts-expect-error a number, not a text
    void findRow(tx.selectFrom('release'), { id: '1' }, ['name'])
    // @ts-expect-error it would find one, and where it is null all that hold nothing
    void findRow(tx.selectFrom('release'), { id: maybe }, ['name'])
    // @ts-expect-error there is no such column
    void findRow(tx.selectFrom('release'), { id: 1 }, ['colour'])
  }
  expect(wrong).toBeTypeOf('function')
})
