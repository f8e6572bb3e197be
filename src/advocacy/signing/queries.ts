import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { AnswerClass, CommitmentState, SigningAct, VendorSide } from '../../lib/db/schema.ts'
import { signsFor } from '../../policy.ts'
import { isHandedOver } from '../core/queries.ts'
import type { Signable } from '../core/rules.ts'
import { getVendorGroup } from '../queries.ts'
import { standingOf } from './rules.ts'

/** What both sides have said of one thing, from the first to the newest; without what was undone. */
export const listWords = (db: Db, subject: Signable) =>
  db
    .selectFrom('signingWord')
    .leftJoin('sharedPerson as person', 'person.id', 'signingWord.personId')
    .select(['signingWord.id', 'signingWord.side', 'signingWord.act', 'signingWord.note', 'signingWord.before', 'signingWord.personId'])
    .select(['signingWord.at', 'signingWord.quiet', 'person.name as person'])
    .where('answerId' in subject ? 'signingWord.answerId' : 'signingWord.commitmentId', '=', Object.values(subject)[0] as number)
    .where('signingWord.undoneAt', 'is', null)
    .orderBy('signingWord.id')
    .execute()

export type SignedWord = Awaited<ReturnType<typeof listWords>>[number]

/** Is the vendor asked about a thing? Of a request that it was never handed it sees nothing. */
async function isVendorAsked(db: Db, subject: Signable): Promise<boolean> {
  const asked =
    'answerId' in subject
      ? sql`select a.item_id is not null or ${isHandedOver(sql`a.request_id`)} as asked from answer a where a.id = ${subject.answerId}`
      : sql`select ${isHandedOver(sql`c.request_id`)} as asked from commitment c where c.id = ${subject.commitmentId}`
  const { rows } = await sql<{ asked: boolean }>`${asked}`.execute(db)
  return rows[0]?.asked ?? false
}

/** Where a thing stands between both sides, for a page: who has said what, and for which side the reader signs. */
export async function findSigned(db: Db, actor: Actor, groupId: number, subject: Signable) {
  const [words, { name: group, vendor }, vendorAsked] = await Promise.all([
    listWords(db, subject),
    getVendorGroup(db, groupId),
    isVendorAsked(db, subject),
  ])
  const { personId, at } = actor
  return { words, ...standingOf(words), names: { group, vendor }, vendorAsked, side: signsFor(actor, groupId), personId, at }
}

export type Signed = Awaited<ReturnType<typeof findSigned>>

/** Something that waits for one side's word. */
export interface ToSign {
  wordId: number
  kind: 'answer' | 'commitment'
  id: number
  requestId: number
  title: string
  act: SigningAct
  note: string
  person: string | null
  at: Date
  askingId: number | null
  /** Of an answer. */
  class: AnswerClass | null
  reason: string | null
  releaseName: string | null
  submissionId: number | null
  /** Of a commitment. */
  points: number | null
  year: number | null
  dueOn: string | null
  state: CommitmentState | null
}

/**
 * What waits for one side's word, the oldest first: what the other has claimed, corrected or disputed. Of answers the newest of a request;
 * for the vendor, what is of a request that it was handed.
 */
export async function listToSign(db: Db, groupId: number, side: VendorSide): Promise<ToSign[]> {
  const theirs = side === 'group' ? sql`true` : sql`((a.id is not null and a.item_id is not null) or ${isHandedOver(sql`r.id`)})`
  const { rows } = await sql<ToSign>`
    select w.id as word_id, case when a.id is null then 'commitment' else 'answer' end as kind, coalesce(a.id, c.id) as id, r.id as request_id, r.title,
      w.act, w.note, p.name as person, w.at, w.asking_id, a.class, a.reason, a.release_name, i.submission_id,
      c.points, c.year, c.due_on, c.state
    from (select distinct on (answer_id, commitment_id) * from signing_word where group_id = ${groupId} and undone_at is null
      order by answer_id, commitment_id, id desc) w
    left join answer a on a.id = w.answer_id left join commitment c on c.id = w.commitment_id left join shared_person p on p.id = w.person_id
    left join submission_item i on i.id = a.item_id
    join shared_request r on r.id = coalesce(a.request_id, c.request_id)
    where w.act <> 'confirmed' and w.side <> ${side} and not w.quiet and (c.id is null or c.state in ('committed', 'dropped')) and ${theirs}
      and not exists (select from answer n where n.request_id = a.request_id and (n.given_at, n.id) > (a.given_at, a.id))
    order by w.id`.execute(db)
  return rows
}

/** What a word is about; for the program itself. */
export async function findWord(db: Db, id: number): Promise<{ kind: 'answer' | 'commitment'; subjectId: number } | undefined> {
  const word = await db.selectFrom('signingWord').select(['answerId', 'commitmentId']).where('id', '=', id).executeTakeFirst()
  if (word?.answerId) return { kind: 'answer', subjectId: word.answerId }
  return word?.commitmentId ? { kind: 'commitment', subjectId: word.commitmentId } : undefined
}

/** What a letter has asked to sign, by its number; the words may have changed since. */
export const listAsked = (db: Db, askingId: number) =>
  db
    .selectFrom('signingWord')
    .leftJoin('answer', 'answer.id', 'signingWord.answerId')
    .leftJoin('commitment', 'commitment.id', 'signingWord.commitmentId')
    .innerJoin('sharedRequest as request', (join) => join.on('request.id', '=', sql`coalesce(answer.request_id, commitment.request_id)`))
    .select(['signingWord.id as wordId', 'signingWord.answerId', 'signingWord.commitmentId', 'signingWord.position'])
    .select(['request.id as requestId', 'request.title'])
    .where('signingWord.askingId', '=', askingId)
    .orderBy('signingWord.position')
    .execute()

/** Whom a letter has asked, by its number; for the program itself. */
export const findAsking = (db: Db, id: number) => db.selectFrom('signingAsking').selectAll().where('id', '=', id).executeTakeFirst()
