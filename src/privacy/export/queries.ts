import { sql } from 'kysely'
import { readMailsOf } from '../../archive/queries.ts'
import { listTasksLeft } from '../../groups/queries.ts'
import { listOutside } from '../../journal/queries.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import { writeMbox } from '../../lib/mail/mbox-write.ts'
import { isOwn, isTold, otherAddresses, type PersonColumn, tellRow } from './rules.ts'

/** Their copies, newest first. */
export function listExports(db: Db, personId: number) {
  return db.selectFrom('personalExport').selectAll().where('personId', '=', personId).orderBy('id', 'desc').limit(10).execute()
}

/** A copy that its owner may fetch now; undefined for everybody else's, and when it is over. */
export function findExport(db: Db, personId: number, id: number, now: Date) {
  return db
    .selectFrom('personalExport')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('state', '=', 'ready')
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Every column of this database that points to a person: a domain that comes later is not forgotten. */
export async function listPointers(db: Db): Promise<PersonColumn[]> {
  const { rows } = await sql<PersonColumn>`
    select t.relname as "table", p.attname as "column"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute p on p.attrelid = t.oid and p.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and cardinality(c.conkey) = 1 and t.relnamespace = 'public'::regnamespace
    order by 1, 2`.execute(db)
  return rows
}

/** Those of them of which a copy tells row by row. */
export const listPersonColumns = async (db: Db): Promise<PersonColumn[]> => (await listPointers(db)).filter(({ table }) => isTold(table))

/** A file of a copy. */
export interface ExportFile {
  name: string
  content: string | AsyncIterable<Uint8Array>
}

/** What a domain adds to a copy that no row says as it is: `src/privacy/export/parts.ts` lists them. */
export type ExportPart = (db: Db, personId: number, at: Date) => AsyncIterable<ExportFile>

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Who they are here: name, settings, addresses. */
export async function* profile(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const person = await db
    .selectFrom('sharedPerson as person')
    .select(['id', 'name', 'locale', 'zone', 'zoneFrom', 'theme', 'about', 'createdAt'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const addresses = await db
    .selectFrom('sharedAddress as address')
    .select(['email', 'verifiedAt', 'createdAt'])
    .where('personId', '=', personId)
    .execute()
  yield { name: 'profile.json', content: json({ ...person, addresses }) }
}

/**
 * Every record that points to them: whole where it is theirs, by its number and times where they only had a hand in it. Of a task that they left
 * with its group, they had it; what is written of it since is the group's.
 */
export async function* recordsOf(db: Db, personId: number, at: Date): AsyncGenerator<ExportFile> {
  const tables = Map.groupBy(await listPersonColumns(db), (one) => one.table)
  const left = new Set(await listTasksLeft(db, personId, at))
  for (const [table, columns] of tables) {
    const told: object[] = []
    for (const { column } of columns) {
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) as row from ${sql.id(table)} t where ${sql.id(column)} = ${personId} order by t.ctid limit 100000`.execute(db)
      const isLeft = (row: Record<string, unknown>) => table === 'action' && column === 'owner_id' && left.has(Number(row.id))
      told.push(
        ...rows.map(({ row }) =>
          isLeft(row) ? { ...tellRow(row, { table, column }, false), title: row.title } : tellRow(row, { table, column }, isOwn(column)),
        ),
      )
    }
    if (told.length > 0) yield { name: `records/${table}.json`, content: json(told) }
  }
}

/** Every column of this database that holds addresses of people, one or several. */
export async function listAddressColumns(db: Db): Promise<PersonColumn[]> {
  const { rows } = await sql<PersonColumn>`
    select t.relname as "table", a.attname as "column" from pg_class t join pg_attribute a on a.attrelid = t.oid
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition and a.attnum > 0
      and not a.attisdropped and a.atttypid = 'text'::regtype and a.attname ~ '(^|_)email$' order by 1, 2`.execute(db)
  return [...rows, ...otherAddresses].filter(({ table }) => isTold(table))
}

/** Records that know them by an address alone: an invitation, a bounce, what they wrote to an office before they had a place here. */
export async function* recordsByAddress(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const addresses = await db
    .selectFrom('sharedAddress as address')
    .select('email')
    .where('personId', '=', personId)
    .where('verifiedAt', 'is not', null)
    .execute()
  const emails = addresses.map((one) => one.email)
  const persons = await listPersonColumns(db)
  for (const [table, columns] of Map.groupBy(await listAddressColumns(db), (one) => one.table)) {
    const told: object[] = []
    const own = persons.filter((one) => one.table === table && isOwn(one.column)).map((one) => one.column)
    for (const { column } of columns) {
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) as row from ${sql.id(table)} t
        where ${column.endsWith('_emails') ? sql`${sql.id(column)} && ${emails}::text[]` : sql`lower(${sql.id(column)}) = any(${emails}::text[])`}
        order by t.ctid limit 100000`.execute(db)
      // What points to them is told already.
      told.push(
        ...rows.filter(({ row }) => !own.some((one) => row[one] === personId)).map(({ row }) => tellRow(row, { table, column }, true)),
      )
    }
    if (told.length > 0) yield { name: `records/by-address/${table}.json`, content: json(told) }
  }
}

/** Where they are signed in, and the accounts elsewhere that they sign in with. */
export async function* sessions(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const rows = await db
    .selectFrom('authSession')
    .innerJoin('authUser', 'authUser.id', 'authSession.userId')
    .select(['authSession.createdAt', 'authSession.expiresAt', 'authSession.ipAddress', 'authSession.userAgent', 'authSession.how'])
    .where('authUser.personId', '=', personId)
    .orderBy('authSession.createdAt')
    .execute()
  if (rows.length > 0) yield { name: 'sessions.json', content: json(rows) }
}

/** What they wrote, as it came, and what was written to them. */
export async function* mails(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const own = await db.selectFrom('sharedMessage as message').select('id').where('personId', '=', personId).orderBy('sentAt').execute()
  if (own.length > 0) yield { name: 'messages.mbox', content: writeMbox(readMailsOf(db, idsOf(own))) }
  // What lets somebody in or acts for them is in their mailbox alone.
  const letters = await db
    .selectFrom('sharedLetter as letter')
    .select(['id', 'createdAt'])
    .where('personId', '=', personId)
    .where('secret', '=', false)
    .orderBy('id')
    .execute()
  if (letters.length > 0) yield { name: 'letters.mbox', content: writeMbox(lettersAt(db, letters)) }
}

/** Letters one by one: no more than one is held in memory. */
async function* lettersAt(db: Db, letters: { id: number; createdAt: Date }[]): AsyncGenerator<{ raw: Uint8Array; date: Date }> {
  for (const { id, createdAt } of letters) {
    const letter = await db.selectFrom('sharedLetter as letter').select('bytes').where('id', '=', id).executeTakeFirst()
    if (letter) yield { raw: letter.bytes, date: createdAt }
  }
}

/** What they did and what was done to them, as the journal has it. */
export async function* journalOf(db: Db, personId: number): AsyncGenerator<ExportFile> {
  const lines = await db
    .selectFrom('sharedJournal as journal')
    .select(['at', 'via', 'action', 'subject', 'details'])
    .where((e) => e.or([e('personId', '=', personId), e('subject', '=', `person:${personId}`)]))
    .orderBy('id')
    .execute()
  yield { name: 'journal.json', content: json(lines) }
  const older = [...(await listOutside(db, `by:${personId}`)), ...(await listOutside(db, `person:${personId}`))]
  if (older.length > 0)
    yield { name: 'journal-older.json', content: json(older.map(({ name, lines: count }) => ({ file: name, lines: count }))) }
}
