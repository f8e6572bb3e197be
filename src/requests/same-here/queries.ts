import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Db, idsOf, orNoId } from '../../lib/db/rows.ts'
import { isSure } from '../../lib/similar/why.ts'
import { excerptOf, titleFrom } from '../cases/excerpt.ts'
import { numbersIn } from '../comments-rules.ts'
import { visibleTo } from '../core/queries.ts'
import { openStages } from '../core/rules.ts'
import { findSimilar } from '../similar-queries.ts'

/** What somebody wrote to a list, or below a concern. */
export interface Reply {
  messageId: number | null
  commentId: number | null
  groupId: number
  personId: number
  at: Date
  subject: string
  own: string
  threadId: number | null
  /** Of a comment. */
  requestId: number | null
}

/** A message of somebody who is known; undefined for others. */
export async function findReply(db: Db, messageId: number): Promise<Reply | undefined> {
  const row = await db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['message.id', 'message.subject', 'message.text', 'message.personId', 'message.sentAt', 'message.threadId', 'list.groupId'])
    .where('message.id', '=', messageId)
    .executeTakeFirst()
  if (!row || row.personId === null) return undefined
  const { groupId, personId, sentAt: at, subject, text, threadId } = row
  return { messageId, commentId: null, groupId, personId, at, subject, own: excerptOf(text), threadId, requestId: null }
}

/** A comment on a request, of somebody who is known; undefined for others, and for one that was taken back. */
export async function findRemark(db: Db, commentId: number): Promise<Reply | undefined> {
  const row = await db
    .selectFrom('requestComment')
    .innerJoin('request', 'request.id', 'requestComment.requestId')
    .select(['requestComment.personId', 'requestComment.text', 'requestComment.at', 'request.id as requestId', 'request.groupId'])
    .where('requestComment.id', '=', commentId)
    .where('requestComment.removedAt', 'is', null)
    .executeTakeFirst()
  if (!row || row.personId === null) return undefined
  const { groupId, personId, at, text: own, requestId } = row
  return { messageId: null, commentId, groupId, personId, at, subject: '', own, threadId: null, requestId }
}

/** Open concerns of a group that this person may see, by a condition. */
const concerns = (db: Db, actor: Actor, groupId: number) =>
  db
    .selectFrom('request')
    .select(['request.id', 'request.title'])
    .where('request.groupId', '=', groupId)
    .where('request.kind', '=', 'concern')
    .where('request.stage', 'in', openStages)
    .where(visibleTo(actor, 'request'))

/**
 * The open concern that a reply is about: the one under which it stands, that it names by number, that was made from its thread, or that the
 * beginning of its thread is surely like. Undefined where that is none, or more than one.
 */
export async function findConcern(db: Db, actor: Actor, { groupId, requestId, subject, own, threadId }: Reply) {
  const only = <T>(rows: T[]): T | undefined => (rows.length === 1 ? rows[0] : undefined)
  const named = requestId === null ? numbersIn([`${subject}\n${own.slice(0, 5_000)}`]) : [requestId]
  if (named.length > 0) return only(await concerns(db, actor, groupId).where('request.id', 'in', named).execute())
  if (threadId === null) return undefined
  const ofThread = await concerns(db, actor, groupId)
    .where(
      sql<boolean>`exists (select from collated_case c join user_case_source s on s.case_id = c.case_id join shared_message m on m.id = s.message_id
        where c.family_id = request.root_id and c.request_id = request.id and m.thread_id = ${threadId})`,
    )
    .execute()
  if (ofThread.length > 0) return only(ofThread)
  const beginning = await findBeginning(db, threadId)
  if (!beginning) return undefined
  const entry = { title: titleFrom(beginning.subject), text: excerptOf(beginning.text), mail: true }
  const sure = (await findSimilar(db, actor, groupId, entry, { limit: 3 })).filter(isSure)
  const ids = idsOf(sure)
  return only(await concerns(db, actor, groupId).where('request.id', 'in', orNoId(ids)).execute())
}

const findBeginning = (db: Db, threadId: number) =>
  db
    .selectFrom('sharedMessage as message')
    .select(['id', 'subject', 'text'])
    .where('threadId', '=', threadId)
    .orderBy('sentAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** What was said first of a concern: how the thread of a reply begins, where that is not the reply itself, else how the request is told. */
export async function findFirstWords(db: Db, requestId: number, { threadId, messageId }: Reply): Promise<string> {
  const beginning = threadId === null ? undefined : await findBeginning(db, threadId)
  if (beginning && beginning.id !== messageId) return excerptOf(beginning.text)
  const { text } = await db.selectFrom('request').select('text').where('id', '=', requestId).executeTakeFirstOrThrow()
  return text
}

/** Is an institution counted for a request already, by whatever its people have said? */
export async function isCounted(db: Db, requestId: number, organisationId: number): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`select exists (select from request_affected where request_id = ${requestId}
      and organisation_id = ${organisationId})
    or exists (select from support where request_id = ${requestId} and organisation_id = ${organisationId} and ended_at is null) as counted`.execute(
    db,
  )
  return rows[0]?.counted === true
}

/** The institutions that a concern touches: those it is said to, those behind it, and those of its user cases; each once. */
export async function listTouched(db: Db, requestId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`select o.id, o.name from shared_organisation o where o.id in (
    select organisation_id from request_affected where request_id = ${requestId}
    union select s.organisation_id from standing_support s join request r on r.id = ${requestId}
      where s.family_id = r.root_id and s.request_id = r.id and s.strength <> 'not_for_us'
    union select u.organisation_id from collated_case c join request r on r.id = ${requestId} join user_case u on u.id = c.case_id
      where c.family_id = r.root_id and c.request_id = r.id and u.state <> 'withdrawn' and u.organisation_id is not null)
    order by o.name, o.id`.execute(db)
  return rows
}

const questions = (db: Db) =>
  db
    .selectFrom('sameHere')
    .innerJoin('request', 'request.id', 'sameHere.requestId')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'sameHere.organisationId')
    .selectAll('sameHere')
    .select(['request.title', 'request.groupId', 'organisation.name as institution'])

/** The question to somebody whether their institution is counted, with what it is about. */
export const findSameHere = (db: Db, id: number) => questions(db).where('sameHere.id', '=', id).executeTakeFirst()

/** Questions of this kind that somebody has not answered and still may, about what they may read. */
export const listOpenSameHere = (db: Db, actor: Actor) =>
  questions(db)
    .where('sameHere.personId', '=', actor.personId)
    .where('sameHere.answeredAt', 'is', null)
    .where('request.stage', 'in', openStages)
    .where(visibleTo(actor, 'request'))
    .orderBy('sameHere.id')
    .execute()
