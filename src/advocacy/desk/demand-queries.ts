import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'
import { utcDay } from '../../time.ts'
import { daysBetween, itemState } from '../core/rules.ts'
import { type Demand, type DemandOrder, inOrder } from './demand-rules.ts'
import { answeredSince } from './queries.ts'

/**
 * Everything that the vendor was handed and that was not taken back, each request as it was handed over last.
 * @param all also what is answered already
 */
export async function listDemand(
  db: Db,
  groupId: number,
  at: Date,
  { order = 'support', all = false }: { order?: DemandOrder; all?: boolean } = {},
): Promise<Demand[]> {
  const { rows } = await sql<Omit<Demand, 'state'> & { answered: boolean; openQuestions: number }>`
    select distinct on (submission_item.request_id) submission.id as submission_id, submission_item.request_id,
      coalesce(p->>'title', request.title) as title, coalesce((p->'institutions'->>'total')::int, 0) as institutions,
      coalesce((p->'institutions'->>'must')::int, 0) as must, p->>'severity' as severity, submission.submitted_at, submission_item.due_on,
      submission_item.tracker_number, submission_item.tracker_link, d.item_id is not null as draft, d.reviewed_at is not null as reviewed,
      ${answeredSince} is not null as answered,
      (select count(*) from vendor_question q where q.item_id = submission_item.id and q.answered_at is null)::int as open_questions
    from submission_item join submission on submission.id = submission_item.submission_id join shared_request request on request.id = submission_item.request_id
    join brief_version v on v.id = submission.version_id
    left join lateral (select p from jsonb_array_elements(v.content->'pages') p where (p->>'requestId')::bigint = submission_item.request_id limit 1) c on true
    left join answer_draft d on d.item_id = submission_item.id
    where submission.group_id = ${groupId} and submission.withdrawn_at is null and submission.submitted_at <= ${at}
    order by submission_item.request_id, submission.submitted_at desc, submission.id desc`.execute(db)
  const today = utcDay(at)
  const found = rows.map(({ answered, openQuestions, ...row }) => ({
    ...row,
    days: daysBetween(utcDay(row.submittedAt), today),
    state: itemState({ ...row, answered, openQuestions, withdrawn: false }, today),
  }))
  return inOrder(
    found.filter(({ state }) => all || state !== 'answered'),
    order,
  )
}

/** An answer that the vendor's people still write; theirs alone. */
export const findDraft = (db: Db, itemId: number) =>
  db
    .selectFrom('answerDraft')
    .leftJoin('sharedPerson as writer', 'writer.id', 'answerDraft.authorId')
    .leftJoin('sharedPerson as reviewer', 'reviewer.id', 'answerDraft.reviewedBy')
    .select(['answerDraft.given', 'answerDraft.authorId', 'answerDraft.writtenAt', 'answerDraft.reviewedAt'])
    .select(['writer.name as writer', 'reviewer.name as reviewer'])
    .where('answerDraft.itemId', '=', itemId)
    .executeTakeFirst()
export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>
