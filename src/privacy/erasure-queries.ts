import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { type LedgerEntry, readLedger } from './erasure-rules.ts'

/** The file in the data folder that the ledger is written to. */
export const ledgerName = 'erasures.ledger'

/**
 * The entries of a ledger file; none where there is no file.
 * @param must whether it has to be there
 * @throws Error when it was changed, was sealed with another secret, or must be there and is not
 */
export async function findLedger(path: string, secret: string, must = false): Promise<LedgerEntry[]> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !must) return ''
    throw error
  })
  return readLedger(secret, content)
}

/** The whole ledger, oldest first. */
export async function listLedger(db: Db): Promise<LedgerEntry[]> {
  const rows = await db.selectFrom('erasure').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    personId: row.personId,
    scope: row.scope,
    listId: row.listId,
    messageId: row.messageId,
    variant: row.variant,
    words: row.words,
    mac: row.mac?.toString('hex') ?? null,
    sha256: row.sha256?.toString('hex') ?? null,
    subject: (row.figures as { subject?: boolean }).subject === true,
    reason: row.reason,
    at: row.at.toISOString(),
    byId: row.byId,
  }))
}

/** The request of a person to be erased that waits, or their last one. */
export function findErasureRequest(db: Db, personId: number) {
  return db.selectFrom('erasureRequest').selectAll().where('personId', '=', personId).orderBy('id', 'desc').limit(1).executeTakeFirst()
}

/** A request by id, for the letter about it. */
export function findErasureRequestById(db: Db, id: number) {
  return db.selectFrom('erasureRequest').select(['personId', 'state', 'reason']).where('id', '=', id).executeTakeFirst()
}

/** Requests to be erased that wait for an administrator, oldest first, and how much there is of each person. */
export function listErasureRequests(db: Db, actor: Actor) {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return db
    .selectFrom('erasureRequest')
    .innerJoin('sharedPerson as person', 'person.id', 'erasureRequest.personId')
    .select(['erasureRequest.id', 'erasureRequest.personId', 'erasureRequest.scope', 'erasureRequest.note', 'erasureRequest.askedAt'])
    .select(['person.name'])
    .select(sql<number>`(select count(*) from shared_message m where m.person_id = person.id)`.as('messages'))
    .select(
      sql<number>`(select count(*) from shared_appointment a where a.person_id = person.id and (a.to_on is null or a.to_on >= ${actor.at}::date))`.as(
        'offices',
      ),
    )
    .where('erasureRequest.state', '=', 'waiting')
    .orderBy('erasureRequest.id')
    .execute()
}

/** What was taken out, newest first: for administrators. */
export function listErasures(db: Db) {
  return db
    .selectFrom('erasure')
    .leftJoin('sharedPerson as by', 'by.id', 'erasure.byId')
    .leftJoin('sharedList as list', 'list.id', 'erasure.listId')
    .select(['erasure.id', 'erasure.kind', 'erasure.at', 'erasure.reason', 'erasure.figures', 'by.name as by', 'list.title as list'])
    .orderBy('erasure.id', 'desc')
    .limit(50)
    .execute()
}

/** Columns that hold addresses of people, with the column of the name beside each, where there is one. */
export async function listEmailColumns(db: Db): Promise<{ table: string; email: string; name: string | null }[]> {
  const { rows } = await sql<{ table: string; email: string; name: string | null }>`
    select t.relname as "table", a.attname as "email",
      (select n.attname from pg_attribute n where n.attrelid = t.oid and not n.attisdropped and n.atttypid = 'text'::regtype
        and n.attname = regexp_replace(a.attname, 'email$', 'name')) as "name"
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not a.attisdropped and a.attgenerated = ''
      and a.atttypid = 'text'::regtype and a.attname ~ '(^|_)email$' and t.relname not in ('address', 'message', 'auth_user')
    order by 1, 2`.execute(db)
  return rows
}

/** Columns with prose in tables that say by a column whose it is. */
export async function listAuthored(db: Db): Promise<{ table: string; person: string; column: string }[]> {
  const { rows } = await sql<{ table: string; person: string; column: string }>`
    select t.relname as "table", p.attname as "person", a.attname as "column"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute p on p.attrelid = t.oid and p.attnum = c.conkey[1]
    join pg_attribute a on a.attrelid = t.oid and not a.attisdropped and a.atttypid = 'text'::regtype and a.attgenerated = ''
    where c.contype = 'f' and c.confrelid = 'person'::regclass and cardinality(c.conkey) = 1 and p.attname in ('person_id', 'author_id', 'said_by', 'asked_by', 'proposed_by', 'given_by', 'tester_id', 'invited_by')
      and t.relnamespace = 'public'::regnamespace order by 1, 2, 3`.execute(db)
  return rows
}

/** Raw mails that came from them or went to them and are in no archive. */
export async function listOtherMails(db: Db, personId: number, emails: string[]): Promise<{ id: number; theirs: boolean }[]> {
  const { rows } = await sql<{ id: number; theirs: boolean }>`
    select raw_id as "id", bool_or(theirs) as "theirs" from (
      select i.raw_id, true as theirs from shared_inbound i where i.person_id = ${personId} or lower(i.mail_from) = any(${emails}::text[])
      union all
      select h.raw_id, true from (select i.raw_id, h.from_email from held_mail h join shared_inbound i on i.id = h.inbound_id) h
        where lower(h.from_email) = any(${emails}::text[])
      union all
      select m.raw_id, lower(m.from_email) = any(${emails}::text[]) from shared_correspondence_mail m
        where m.person_id = ${personId} or lower(m.from_email) = any(${emails}::text[])
          or exists (select from unnest(m.to_emails) t where lower(t) = any(${emails}::text[]))
    ) x where not exists (select from shared_message a where a.raw_id = x.raw_id) group by raw_id order by raw_id`.execute(db)
  return rows
}
