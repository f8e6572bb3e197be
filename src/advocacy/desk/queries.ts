import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NotFound } from '../../errors.ts'
import { type Db, idsOf, orNoId, readPage } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isVendorGuest, mayCollate, mayLead } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { readContent } from '../briefs/queries.ts'
import { itemState } from '../core/rules.ts'

const t = textsOf('advocacy', 'desk')

const submissions = (db: Db) =>
  db
    .selectFrom('submission')
    .innerJoin('brief', 'brief.id', 'submission.briefId')
    .innerJoin('briefVersion', 'briefVersion.id', 'submission.versionId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'submission.groupId')
    .leftJoin('sharedPerson as submitter', 'submitter.id', 'submission.submittedBy')
    .select(['submission.id', 'submission.groupId', 'submission.briefId', 'submission.submittedAt', 'submission.dueOn'])
    .select(['submission.withdrawnAt', 'submission.toName', 'submission.how', 'submission.note', 'submission.submittedBy'])
    .select(['brief.title', 'brief.championId', 'briefVersion.number as version', 'submitter.name as submitter'])
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug'])
    .select(
      sql<string[]>`array(select p.name from submission_guest g join shared_person p on p.id = g.person_id
        where g.submission_id = submission.id order by p.name)`.as('guests'),
    )

/** The newest answer that came since something was handed over: the one that settles its item. */
export const answeredSince = sql<number | null>`(select a.id from answer a where a.request_id = submission_item.request_id
  and (a.item_id = submission_item.id or a.given_at >= submission.submitted_at) order by a.given_at desc, a.id desc limit 1)`

/** How many questions of the vendor's about an item nobody has answered. */
export const openQuestions = sql<number>`(select count(*) from vendor_question q
  where q.item_id = submission_item.id and q.answered_at is null)`

/** What the vendor has promised about an item and not delivered yet. */
const openPromise = sql<number | null>`(select c.id from commitment c where c.request_id = submission_item.request_id
  and c.group_id = submission.group_id and c.state = 'committed' order by c.id desc limit 1)`

const perPage = 30

/** What was handed over in a group, newest first, with how much of it is answered. */
export async function listSubmissions(db: Db, groupId: number, { page = 1, limit = perPage } = {}) {
  const base = submissions(db).where('submission.groupId', '=', groupId).where('submission.withdrawnAt', 'is', null)
  const newest = base
    .select(sql<number>`(select count(*) from submission_item i where i.submission_id = submission.id)`.as('items'))
    .select(
      sql<number>`(select count(*) from submission_item i where i.submission_id = submission.id and exists (select from answer a
        where a.request_id = i.request_id and (a.item_id = i.id or a.given_at >= submission.submitted_at)))`.as('answered'),
    )
    .orderBy('submission.submittedAt', 'desc')
    .orderBy('submission.id', 'desc')
  const { rows, ...found } = await readPage(newest, { page, limit })
  return { submissions: rows, ...found }
}

/** A submission by its id, whoever may see it; for the program itself. */
export const findSubmission = (db: Db, id: number) => submissions(db).where('submission.id', '=', id).executeTakeFirst()
export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findSubmission>>>

/** The items of a submission in their order, each with what is known of it. */
export async function listItems(db: Db, submissionId: number, at: Date) {
  const rows = await db
    .selectFrom('submissionItem')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .innerJoin('sharedRequest as request', 'request.id', 'submissionItem.requestId')
    .select(['submissionItem.id', 'submissionItem.requestId', 'submissionItem.position', 'submissionItem.dueOn'])
    .select(['submissionItem.note', 'submissionItem.noteAt', 'submissionItem.reminded', 'submission.withdrawnAt', 'request.title'])
    .select(['submissionItem.trackerNumber', 'submissionItem.trackerLink'])
    .select([answeredSince.as('answerId'), openQuestions.as('openQuestions'), openPromise.as('promiseId')])
    .where('submissionItem.submissionId', '=', submissionId)
    .orderBy('submissionItem.position')
    .execute()
  const ids = idsOf(rows)
  const [answers, questions, costs] = await Promise.all([
    db
      .selectFrom('answer')
      .leftJoin('sharedPerson as person', 'person.id', 'answer.givenBy')
      .select(['answer.id', 'answer.class', 'answer.reason', 'answer.releaseName', 'answer.nextReviewOn', 'answer.givenAt'])
      .select(['answer.givenBy', 'answer.givenName', 'answer.door', 'answer.readers', 'answer.readersFrom', 'person.name as giver'])
      .where('answer.id', 'in', orNoId(rows.flatMap(({ answerId }) => answerId ?? [])))
      .execute(),
    db
      .selectFrom('vendorQuestion')
      .leftJoin('sharedPerson as asker', 'asker.id', 'vendorQuestion.askedBy')
      .leftJoin('sharedPerson as answerer', 'answerer.id', 'vendorQuestion.answeredBy')
      .selectAll('vendorQuestion')
      .select(['asker.name as asker', 'answerer.name as answerer'])
      .where('vendorQuestion.itemId', 'in', orNoId(ids))
      .orderBy('vendorQuestion.id')
      .execute(),
    db
      .selectFrom('answerCost')
      .select(['itemId', 'points', 'note', 'givenAt'])
      .distinctOn('itemId')
      .where('itemId', 'in', orNoId(ids))
      .orderBy('itemId')
      .orderBy('givenAt', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  ])
  return rows.map((row) => ({
    ...row,
    state: itemState(
      { dueOn: row.dueOn, answered: row.answerId !== null, openQuestions: row.openQuestions, withdrawn: row.withdrawnAt !== null },
      utcDay(at),
    ),
    answer: answers.find(({ id }) => id === row.answerId),
    questions: questions.filter(({ itemId }) => itemId === row.id),
    cost: costs.find(({ itemId }) => itemId === row.id),
  }))
}

export type Item = Awaited<ReturnType<typeof listItems>>[number]

/**
 * What was handed over, as its group and the vendor's guests see it: the same page for both, with nothing of the group's own on it.
 * @throws NotFound for everybody else, and for guests when it was taken back
 */
export async function getSubmission(db: Db, actor: Actor, id: number) {
  const submission = (await findSubmission(db, id)) ?? missing(t.packageNotFound)
  const inGroup = mayCollate(actor, submission.groupId)
  const guest = !inGroup && isVendorGuest(actor, submission.groupId)
  if (!(inGroup || guest)) throw new NotFound(t.packageNotFound)
  if (guest && submission.withdrawnAt !== null) throw new NotFound(t.groupWithdrewPackageDontHave)
  const [items, returns, version] = await Promise.all([
    listItems(db, id, actor.at),
    db
      .selectFrom('answerReturn')
      .leftJoin('sharedPerson as person', 'person.id', 'answerReturn.personId')
      .select(['answerReturn.id', 'answerReturn.door', 'answerReturn.filename', 'answerReturn.at', 'answerReturn.rows'])
      .select(['person.name as person'])
      .where('answerReturn.submissionId', '=', id)
      .orderBy('answerReturn.id', 'desc')
      .limit(50)
      .execute(),
    db
      .selectFrom('briefVersion')
      .innerJoin('submission', 'submission.versionId', 'briefVersion.id')
      .select('briefVersion.content')
      .where('submission.id', '=', id)
      .executeTakeFirstOrThrow(),
  ])
  const content = await readContent(db, version.content)
  // The title as it was handed over: what the group has renamed since is the group's.
  const titled = items.map((item) => ({
    ...item,
    title: content.pages.find(({ requestId }) => requestId === item.requestId)?.title ?? item.title,
  }))
  return {
    ...submission,
    inGroup,
    guest,
    leads: inGroup && (mayLead(actor, submission.groupId) || actor.personId === submission.championId),
    items: titled,
    returns,
    content,
  }
}

export type Submission = Awaited<ReturnType<typeof getSubmission>>

/** Answers that are late in a group, the longest first: for the agenda of its next meeting, and for who asks where they are. */
export async function listLateAnswers(db: Db, groupId: number, at: Date) {
  return db
    .selectFrom('submissionItem')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .innerJoin('sharedRequest as request', 'request.id', 'submissionItem.requestId')
    .select(['submissionItem.id', 'submissionItem.requestId', 'submissionItem.submissionId', 'submissionItem.dueOn', 'request.title'])
    .select('submission.submittedAt')
    .where('submission.groupId', '=', groupId)
    .where('submission.withdrawnAt', 'is', null)
    .where('submissionItem.dueOn', '<', utcDay(at))
    .where(sql<boolean>`${answeredSince} is null`)
    .where(openQuestions, '=', 0)
    .orderBy('submissionItem.dueOn')
    .orderBy('submissionItem.position')
    .execute()
}

/** Items of all groups whose answer is due within so many days, or was in the last two weeks, and has not come; for reminders. */
export async function listDueItems(db: Db, at: Date, withinDays: number) {
  return db
    .selectFrom('submissionItem')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .select(['submissionItem.id', 'submissionItem.submissionId', 'submissionItem.dueOn', 'submissionItem.reminded', 'submission.groupId'])
    .where('submission.withdrawnAt', 'is', null)
    .where(sql<boolean>`submission_item.due_on between ${utcDay(at)}::date - 14 and ${utcDay(at)}::date + ${withinDays}::int`)
    .where(sql<boolean>`${answeredSince} is null`)
    .orderBy('submissionItem.submissionId')
    .orderBy('submissionItem.position')
    .execute()
}

/** Questions of the vendor's that wait for a group, the oldest first. */
export function listOpenQuestions(db: Db, groupIds: number[]) {
  return db
    .selectFrom('vendorQuestion')
    .innerJoin('submissionItem', 'submissionItem.id', 'vendorQuestion.itemId')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .innerJoin('sharedRequest as request', 'request.id', 'submissionItem.requestId')
    .select(['vendorQuestion.id', 'vendorQuestion.text', 'vendorQuestion.askedAt', 'submissionItem.requestId'])
    .select(['submission.id as submissionId', 'request.title', 'submission.groupId'])
    .where('submission.groupId', 'in', orNoId(groupIds))
    .where('submission.withdrawnAt', 'is', null)
    .where('vendorQuestion.answeredAt', 'is', null)
    .orderBy('vendorQuestion.id')
    .execute()
}

/** One question with where it belongs; for the program itself. */
export const findQuestion = (db: Db, id: number) =>
  db
    .selectFrom('vendorQuestion')
    .innerJoin('submissionItem', 'submissionItem.id', 'vendorQuestion.itemId')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .innerJoin('brief', 'brief.id', 'submission.briefId')
    .innerJoin('sharedRequest as request', 'request.id', 'submissionItem.requestId')
    .leftJoin('sharedPerson as asker', 'asker.id', 'vendorQuestion.askedBy')
    .selectAll('vendorQuestion')
    .select(['submissionItem.requestId', 'submission.id as submissionId', 'submission.groupId', 'submission.withdrawnAt'])
    .select(['brief.championId', 'request.title', 'asker.name as asker'])
    .where('vendorQuestion.id', '=', id)
    .executeTakeFirst()

/** Quotes of briefs that are with the vendor whose author has taken their yes back since, and whose champion does not know. */
export async function listWithdrawnQuotes(db: Db) {
  const { rows } = await sql<{ submissionId: number; caseId: number; requestIds: number[] }>`
    select s.id as submission_id, u.id as case_id, array_agg((p->>'requestId')::int order by (p->>'requestId')::int) as request_ids
    from submission s join brief_version v on v.id = s.version_id
    cross join lateral jsonb_array_elements(v.content->'pages') p cross join lateral jsonb_array_elements(p->'quotes') q
    join shared_user_case u on u.id = (q->>'caseId')::bigint
    where s.withdrawn_at is null and (u.state = 'withdrawn' or u.consent not in ('vendor', 'public'))
      and not exists (select from withdrawn_quote w where w.submission_id = s.id and w.case_id = u.id)
    group by s.id, u.id order by s.id, u.id limit 100`.execute(db)
  return rows
}

/** The raw bytes of a mail that came in, by its row. */
export async function findInboundRaw(db: Db, inboundId: number): Promise<number | undefined> {
  const row = await db.selectFrom('sharedInbound as inbound').select('rawId').where('id', '=', inboundId).executeTakeFirst()
  return row?.rawId
}

/** An item by its id; for the program itself. */
export const findItem = (db: Db, id: number) =>
  db.selectFrom('submissionItem').select(['id', 'submissionId', 'requestId']).where('id', '=', id).executeTakeFirst()
