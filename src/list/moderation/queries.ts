import { sql } from 'kysely'
import { NotFound } from '../../errors.ts'
import { countRows, type Db, isThere, orNoId } from '../../lib/db/rows.ts'
import type { HeldState } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

import { approvalLasts, undoLasts } from './rules.ts'

const t = textsOf('list', 'moderationPage')

const claimer = sql<string | null>`(select name from shared_person person where person.id = held_mail.claimed_by)`.as('claimer')

/** Held mail of a list in one state: what waits, oldest first; what is decided, newest first. */
export async function listHeld(
  db: Db,
  listId: number,
  { state = 'held', after = 0, limit = 30 }: { state?: HeldState; after?: number; limit?: number } = {},
) {
  const waiting = state === 'held'
  const rows = await db
    .selectFrom('heldMail')
    .innerJoin('sharedInbound as inbound', 'inbound.id', 'heldMail.inboundId')
    .leftJoin('sharedPerson as person', 'person.id', 'heldMail.decidedBy')
    .selectAll('heldMail')
    .select(['person.name as decider', 'inbound.rawId', claimer])
    .where('listId', '=', listId)
    .where('heldMail.state', '=', state)
    .$if(after > 0, (query) => query.where('heldMail.id', waiting ? '>' : '<', after))
    .orderBy('heldMail.id', waiting ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return { held: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

/** Does this mail still wait for a decision? */
export const isHeld = (db: Db, id: number): Promise<boolean> =>
  isThere(db.selectFrom('heldMail').select('id').where('id', '=', id).where('state', '=', 'held'))

/** Does any mail of a list wait for a decision? */
export const isAnyHeld = (db: Db, listId: number): Promise<boolean> =>
  isThere(db.selectFrom('heldMail').select('id').where('listId', '=', listId).where('state', '=', 'held'))

/** The name of the list at which a mail is held. */
export async function findHeldList(db: Db, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('heldMail')
    .innerJoin('list', 'list.id', 'heldMail.listId')
    .select('list.name')
    .where('heldMail.id', '=', id)
    .executeTakeFirst()
  return row?.name
}

/**
 * One held mail of a list.
 * @throws NotFound
 */
export async function getHeld(db: Db, listId: number, id: number, { lock = false } = {}) {
  return db
    .selectFrom('heldMail')
    .innerJoin('sharedInbound as inbound', 'inbound.id', 'heldMail.inboundId')
    .selectAll('heldMail')
    .select(['inbound.rawId', 'inbound.mailFrom', 'inbound.receivedAt', 'inbound.via', claimer])
    .select(sql<string | null>`(select name from shared_person person where person.id = held_mail.decided_by)`.as('decider'))
    .where('heldMail.listId', '=', listId)
    .where('heldMail.id', '=', id)
    .$if(lock, (query) => query.forUpdate('heldMail'))
    .executeTakeFirstOrThrow(() => new NotFound(t.heldMessageNotFound))
}

/** A held mail by id alone, for the letters about it. */
export const findHeld = (db: Db, id: number) => db.selectFrom('heldMail').selectAll().where('id', '=', id).executeTakeFirst()

/** A moderator's key to a held mail, with its list; undefined when there is none. */
export function findNotice(db: Db, id: number) {
  return db
    .selectFrom('heldNotice')
    .innerJoin('heldMail', 'heldMail.id', 'heldNotice.heldId')
    .innerJoin('list', 'list.id', 'heldMail.listId')
    .select([
      'heldNotice.id',
      'heldNotice.heldId',
      'heldNotice.personId',
      'heldMail.listId',
      'heldMail.state',
      'list.name as list',
      'list.savedReplies',
    ])
    .where('heldNotice.id', '=', id)
    .executeTakeFirst()
}

/** Held mail of which the moderators are to be reminded, by list: it waits for as long as the list says, and they heard of it that long ago. */
export async function listForgotten(db: Db, at: Date) {
  const rows = await db
    .selectFrom('heldMail')
    .innerJoin('list', 'list.id', 'heldMail.listId')
    .select(['heldMail.id', 'heldMail.listId', 'heldMail.subject', 'heldMail.fromName', 'heldMail.heldAt'])
    .select(['list.groupId', 'list.expireDays'])
    .where('heldMail.state', '=', 'held')
    .where(sql<boolean>`coalesce(held_mail.reminded_at, held_mail.held_at) <= ${at}::timestamptz - make_interval(days => list.remind_days)`)
    .orderBy('heldMail.id')
    .limit(1_000)
    .execute()
  return Map.groupBy(rows, (row) => row.listId)
}

/** Mails that are let through and cannot be taken back any more, of these; they are posted without another question. */
export async function listApproved(db: Db, inboundIds: number[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('heldMail')
    .select(['inboundId', 'listId'])
    .where('inboundId', 'in', orNoId(inboundIds))
    .where('state', '=', 'approved')
    .where('releasedAt', 'is not', null)
    .execute()
  return new Set(rows.map((row) => `${row.inboundId}:${row.listId}`))
}

/** Since when the oldest mail waits at a list of which no notice was sent, of those that came since an instant. */
export async function findFirstUntold(db: Db, listId: number, since: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('heldMail')
    .select('heldAt')
    .where('listId', '=', listId)
    .where('state', '=', 'held')
    .where('heldAt', '>', since)
    .where(sql<boolean>`not exists (select from held_notice n where n.held_id = held_mail.id)`)
    .orderBy('heldAt')
    .limit(1)
    .executeTakeFirst()
  return row?.heldAt
}

/** Mails that were approved before an instant and have not left. Locked, so that none of them leaves meanwhile. */
export const listStuck = (db: Db, before: Date) =>
  db
    .selectFrom('heldMail')
    .innerJoin('list', 'list.id', 'heldMail.listId')
    .select(['heldMail.id', 'heldMail.listId', 'list.groupId'])
    .where('heldMail.state', '=', 'approved')
    .where('heldMail.releasedAt', 'is', null)
    .where('heldMail.decidedAt', '<', before)
    .orderBy('heldMail.id')
    .limit(500)
    .forUpdate('heldMail')
    .skipLocked()
    .execute()

/** How many mails wait for a moderator of these lists. */
export async function countHeld(db: Db, listIds: number[]): Promise<number> {
  return countRows(db.selectFrom('heldMail').where('listId', 'in', orNoId(listIds)).where('state', '=', 'held'))
}

/** How many mails are let through at these lists and leave within a minute. */
export async function countLeaving(db: Db, listIds: number[]): Promise<number> {
  return countRows(
    db.selectFrom('heldMail').where('listId', 'in', orNoId(listIds)).where('state', '=', 'approved').where('releasedAt', 'is', null),
  )
}

// What is counted up, or answers, in a subject does not tell one mail of a flood from the next.
const likeness = (subject: string) =>
  sql`regexp_replace(regexp_replace(lower(${sql.ref(subject)}), '^((re|aw|fwd?|wg|sv|tr):\\s*)+', ''), '[^[:alpha:]]+', ' ', 'g')`

/** What waits at a list under the same subject as a held mail, itself among it; a subject of a few letters says nothing. */
export async function listAlikeHeld(db: Db, listId: number, id: number, limit: number): Promise<{ id: number; fromEmail: string }[]> {
  const { rows } = await sql<{ id: number; fromEmail: string }>`
    select h.id, h.from_email as "fromEmail" from held_mail h,
      (select ${likeness('o.subject')} as subject from held_mail o where o.id = ${id} and o.list_id = ${listId}) this
    where h.list_id = ${listId} and h.state = 'held' and length(this.subject) >= 8 and ${likeness('h.subject')} = this.subject
    order by h.id limit ${limit}`.execute(db)
  return rows
}

/** Do so many wait at a list since a time that came before a held mail, and are of its writer or have its subject? */
export async function isOneOfMany(
  db: Db,
  mail: { listId: number; id: number; fromEmail: string },
  { since, many }: { since: Date; many: number },
): Promise<boolean> {
  const { rows } = await sql`
    select from held_mail h, (select ${likeness('o.subject')} as subject from held_mail o where o.id = ${mail.id}) this
    where h.list_id = ${mail.listId} and h.state = 'held' and h.held_at > ${since} and h.id < ${mail.id}
      and (h.from_email = nullif(${mail.fromEmail}, '') or (length(this.subject) >= 8 and ${likeness('h.subject')} = this.subject))
    limit ${many}`.execute(db)
  return rows.length === many
}

/** How much waits of the writer of a held mail. */
export const countOfWriter = async (db: Db, listId: number, email: string): Promise<number> =>
  email === ''
    ? 0
    : countRows(db.selectFrom('heldMail').where('listId', '=', listId).where('fromEmail', '=', email).where('state', '=', 'held'))

/** Writers of whom much waits at a list, the most first: who they are, how much, and the newest subject. */
export const listFlooding = (db: Db, listId: number, atLeast: number) =>
  db
    .selectFrom('heldMail')
    .select(['fromEmail'])
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.max('fromName').as('fromName')])
    .select(sql<string>`(array_agg(subject order by id desc))[1]`.as('subject'))
    .where('listId', '=', listId)
    .where('state', '=', 'held')
    .where('fromEmail', '<>', '')
    .groupBy('fromEmail')
    .having((e) => e.fn.countAll(), '>=', atLeast)
    .orderBy('count', 'desc')
    .orderBy('fromEmail')
    .limit(20)
    .execute()

/**
 * What this person has decided last at a list, where it can be taken back: rejected or discarded since a time. What was approved is with the
 * readers already.
 */
export const findUndoable = (db: Db, listId: number, personId: number, now: Date) =>
  db
    .selectFrom('heldMail')
    .select(['decidedAt', sql<boolean>`bool_or(state = 'approved')`.as('approved')])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('listId', '=', listId)
    .where('decidedBy', '=', personId)
    .where((e) =>
      e.or([
        e('state', 'in', ['rejected', 'discarded']).and('decidedAt', '>', new Date(now.getTime() - undoLasts)),
        e('state', '=', 'approved')
          .and('releasedAt', 'is', null)
          .and('decidedAt', '>', new Date(now.getTime() - approvalLasts)),
      ]),
    )
    .groupBy('decidedAt')
    .orderBy('decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What waits at a list since a time, with how much of its writer waits there; of a great flood those of whom the least waits. */
export async function listWaitingSince(db: Db, listId: number, since: Date, limit: number) {
  const alike = sql<number>`greatest(count(*) over (partition by from_email), count(*) over (partition by ${likeness('subject')}))`
  return db
    .selectFrom('heldMail')
    .select(['id', 'fromName', 'fromEmail', 'subject', alike.as('alike')])
    .select([sql<number>`count(*) over ()`.as('all'), sql<Date>`min(held_at) over ()`.as('oldest')])
    .where('listId', '=', listId)
    .where('state', '=', 'held')
    .where('heldAt', '>', since)
    .orderBy('alike')
    .orderBy('id')
    .limit(limit)
    .execute()
}
