import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packRaw } from '../src/archive/actions.ts'
import { findRaw } from '../src/archive/erasure-queries.ts'
import { consequences } from '../src/edges/consequences.ts'
import { erasePerson } from '../src/privacy/erasing-actions.ts'
import { listPersonColumns } from '../src/privacy/export/queries.ts'
import { handColumns, ownColumns, untold } from '../src/privacy/export/rules.ts'
import { listWordColumns } from '../src/privacy/mentions-queries.ts'
import { isRead, sealed, untouched, whyUntouched } from '../src/privacy/mentions-rules.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

/**
 * Nora Nilsson stands in every column of every table that can hold words, addresses or persons: one row is planted in each. Then she takes
 * her copy, and then she is erased. A column that comes with a new migration is walked as well.
 */
let world: World
let nora: Awaited<ReturnType<World['addPerson']>>
const name = 'Nora Nilsson'
const email = 'nora.nilsson@northfield.example'
const words = `Said by ${name} <${email}> today`

interface Column {
  table: string
  column: string
  type: string
  enum: string | null
  person: boolean
  required: boolean
}

async function listColumns(): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select t.relname as "table", a.attname as "column", format_type(a.atttypid, null) as "type", a.attnotnull as "required",
      (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as "enum",
      exists (select from pg_constraint c where c.contype = 'f' and c.conrelid = t.oid and c.confrelid = 'person'::regclass
        and c.conkey = array[a.attnum]) as "person"
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition and a.attnum > 0
      and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
    order by 1, a.attnum`.execute(world.db)
  return rows
}

/** A value for a column, that names Nora where it can. */
function valueFor({ table, column, type, enum: first, person }: Column): unknown {
  if (person) return nora.personId
  if (first !== null) return first
  if (column === 'name' && table !== 'list') return name
  if (/(?:^|_)email$/.test(column)) return email
  if (type === 'text') return words
  if (type === 'text[]' || type === 'character varying[]') return [words, email]
  if (type === 'jsonb') return JSON.stringify({ [email]: words, name, list: [{ text: words }] })
  if (type === 'character') return 'NO'
  if (type === 'bytea') return Buffer.from([table.length])
  if (type === 'boolean') return false
  if (type === 'date') return '2026-03-01'
  if (type.startsWith('timestamp')) return '2026-03-01T09:00:00Z'
  if (type.startsWith('time ')) return '09:00'
  if (type === 'uuid') return '00000000-0000-4000-8000-000000000001'
  if (type.endsWith('[]')) return []
  if (type === 'tsvector') return 'x'
  if (type === 'interval') return '1 day'
  if (type.endsWith('multirange')) return '{}'
  if (type === 'daterange') return '[2026-03-01,2026-03-02)'
  if (type === 'inet' || type === 'cidr') return '192.0.2.0'
  return 9_000
}

// Rows of these stand in the world already, or would end what the test walks through.
const unplanted = new Set(['person', 'address', 'journal', 'journal_link', 'migration', 'raw_mail', 'file_chunk', 'file_content', 'file'])

async function plant(columns: Column[]): Promise<void> {
  await world.write(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { rows } = await sql<{ table: string; name: string }>`
      select conrelid::regclass::text as "table", conname as "name" from pg_constraint
      where (contype = 'c' or (contype = 'f' and confrelid not in ('person'::regclass, 'raw_mail'::regclass, 'auth_user'::regclass)))
        and connamespace = 'public'::regnamespace and conrelid <> 0`.execute(tx)
    for (const one of rows) await sql`alter table ${sql.raw(one.table)} drop constraint ${sql.id(one.name)}`.execute(tx)
    const { bytes, sha256, size } = await packRaw(
      mail({ from: `${name} <${email}>`, subject: `From ${name}`, id: 'planted@northfield.example', text: words }),
    )
    await sql`insert into raw_mail (id, sha256, size, bytes) overriding system value values (9000, ${sha256}, ${size}, ${bytes})`.execute(
      tx,
    )
    const failed: string[] = []
    for (const [table, all] of Map.groupBy(columns, (one) => one.table)) {
      if (unplanted.has(table)) continue
      const named = all.map(({ column }) => sql.id(column))
      const values = all.map((one) => sql`${valueFor(one)}`)
      await sql`savepoint planting`.execute(tx)
      await sql`insert into ${sql.id(table)} (${sql.join(named)}) overriding system value values (${sql.join(values)})`
        .execute(tx)
        .catch(async (error: Error) => {
          failed.push(`${table}: ${error.message}`)
          await sql`rollback to savepoint planting`.execute(tx)
        })
    }
    expect(failed).toEqual([])
  })
}

/** Where she is still named: table and column. In what is made for links and programs, by her address. */
async function listNamed(columns: Column[]): Promise<string[]> {
  const found: string[] = []
  for (const { table, column, type } of columns) {
    if (!/^(?:text|text\[\]|jsonb|character varying)/.test(type)) continue
    const { rows } =
      await sql`select from ${sql.id(table)} where ${sql.id(column)}::text ~* ${isRead(column) ? 'nora' : 'nora.nilsson@'} limit 1`.execute(
        world.db,
      )
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

let columns: Column[]
beforeAll(async () => {
  world = await makeWorld()
  nora = await world.addPerson(name, { email })
  columns = await listColumns()
  await plant(columns)
})
afterAll(() => world.end())

test('every column that points to a person says whose the row is, or that she had a hand in it', async () => {
  const all = await listPersonColumns(world.db)
  expect(all.filter(({ column }) => !ownColumns.has(column) && !(column in handColumns))).toEqual([])
  // What is excused is there, too.
  expect(Object.keys(handColumns).filter((column) => !columns.some((one) => one.person && one.column === column))).toEqual([])
  expect(Object.keys(untold).filter((table) => !columns.some((one) => one.table === table))).toEqual([])
})

// Numbers of other things, whose columns are called as those of persons are.
const others = ['decision.superseded_by', 'request_link.from_id', 'request_link.to_id']

test('a number of a person is a key, so that copies and erasures find it', () => {
  const called = columns.filter(({ column }) => /_by$/.test(column) || ownColumns.has(column) || column in handColumns)
  const loose = called.filter(({ type, person }) => type === 'bigint' && !person).map(({ table, column }) => `${table}.${column}`)
  expect(loose).toEqual(others)
})

test('her copy tells of every table that points to her or holds her address', async () => {
  const herself = await world.as(nora)
  await sql`delete from personal_export`.execute(world.db)
  expect((await herself.post('/me/exports')).status).toBe(303)
  await world.settle()
  const { id } = await world.db.selectFrom('personalExport').select('id').executeTakeFirstOrThrow()
  const files = unzipSync(new Uint8Array(await (await herself.get(`/me/exports/${id}/file`)).arrayBuffer()))
  const told = new Set(Object.keys(files).flatMap((path) => /^records\/(?:by-address\/)?(\w+)\.json$/.exec(path)?.[1] ?? []))
  const wanted = columns.filter(
    ({ table, column, person }) => (person || /(?:^|_)email$/.test(column)) && !(table in untold) && table !== 'file',
  )
  expect([...new Set(wanted.map((one) => one.table))].filter((table) => !told.has(table))).toEqual([])
  const all = Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n')
  expect(all).toContain(words)
})

test('erased, she stands in no column of the database but those that say why', async () => {
  await world.write((tx) => erasePerson(tx, consequences, world.clock.now, nora.personId, 'name'))
  const left = await listNamed(columns)
  expect(left.filter((one) => whyUntouched(...(one.split('.') as [string, string])) === undefined)).toEqual([])
  const raw = await world.db.selectFrom('message').select('rawId').executeTakeFirstOrThrow()
  expect(String(await findRaw(world.db, raw.rawId))).not.toMatch(/nora/i)
  // And every excuse is of a table or column that is there.
  const all = new Set((await listWordColumns(world.db)).flatMap(({ table, column }) => [table, `${table}.${column}`]))
  expect(Object.keys(untouched).filter((one) => !all.has(one))).toEqual([])
})

test('every column of bytes says what is in it, and what becomes of it', () => {
  const bytes = columns.filter((one) => one.type === 'bytea').map(({ table, column }) => `${table}.${column}`)
  expect(bytes.filter((one) => !(one in sealed) && !/hash|sha256|fingerprint|mac$/.test(one))).toEqual([])
  expect(Object.keys(sealed).filter((one) => !bytes.includes(one))).toEqual([])
})
