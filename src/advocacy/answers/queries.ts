import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { containing } from '../../lib/db/like.ts'
import { type Db, idsOf, listRows, orNoId, readPage } from '../../lib/db/rows.ts'
import type { AnswerClass } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isVendorGuest, mayLead, signsFor, workOf } from '../../policy.ts'
import { visibleTo } from '../../requests/queries.ts'
import { signedAs } from '../core/queries.ts'

const t = textsOf('advocacy', 'answers')

/** The groups whose guest of the vendor's this actor is. */
export const guestOf = (actor: Actor): number[] => [
  ...new Set(actor.grants.flatMap(({ groupId }) => (groupId !== null && isVendorGuest(actor, groupId) ? [groupId] : []))),
]

/**
 * The answers that this actor may read: the group's people all of theirs, the vendor's guests those to what was handed over, the
 * others as the answer says and from the instant that it says, where they may see the request too. `mayHear` says it in words.
 * @param table that has `groupId`, `readers`, `readersFrom` and, where guests read it, `itemId`; joined with `request`
 */
export function readableBy(actor: Actor, table: string, { guests = true } = {}): RawBuilder<boolean> {
  const [group, readers, from] = [sql.ref(`${table}.groupId`), sql.ref(`${table}.readers`), sql.ref(`${table}.readersFrom`)]
  const answering = guests ? sql`(${sql.ref(`${table}.itemId`)} is not null and ${group} = any(${guestOf(actor)}::bigint[]))` : sql`false`
  return sql<boolean>`(${group} = any(${workOf(actor)}::bigint[]) or ${answering}
    or (${from} <= ${actor.at}::timestamptz and ${visibleTo(actor, 'request')} and (${readers} = 'public' or (${readers} = 'subscribers'
      and ${group} in (select l.group_id from shared_list l where l.archive <> 'group' and l.id = any(${actor.listIds}::bigint[]))))))`
}

/** Is an answer the newest of its request? */
export const isNewest = sql<boolean>`not exists (select from answer n
  where n.request_id = answer.request_id and (n.given_at, n.id) > (answer.given_at, answer.id))`

const answers = (db: Db) =>
  db
    .selectFrom('answer')
    .innerJoin('sharedRequest as request', 'request.id', 'answer.requestId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'answer.groupId')
    .leftJoin('sharedPerson as giver', 'giver.id', 'answer.givenBy')
    .leftJoin('submissionItem', 'submissionItem.id', 'answer.itemId')
    .leftJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .select(['answer.id', 'answer.groupId', 'answer.requestId', 'answer.class', 'answer.reason', 'answer.releaseName'])
    .select(['answer.nextReviewOn', 'answer.door', 'answer.givenName', 'answer.givenAt', 'answer.link', 'answer.readers'])
    .select(['answer.readersFrom', 'answer.recordedAt', 'answer.itemId', 'giver.name as giver'])
    .select([
      'request.title as request',
      'request.kind',
      'request.stage',
      'workingGroup.slug as groupSlug',
      'workingGroup.name as groupName',
    ])
    .select(['submission.id as submissionId', 'submission.submittedAt', 'submission.briefId', 'submission.withdrawnAt'])
    .select(signedAs('answer_id', sql.ref('answer.id')).as('signed'))
    .select(isNewest.as('holds'))

/** The newest answer to a request, to be selected from. */
export const newestAnswer = (db: Db, requestId: number) =>
  db.selectFrom('answer').where('answer.requestId', '=', requestId).orderBy('answer.givenAt', 'desc').orderBy('answer.id', 'desc').limit(1)

export interface AnswerFilter {
  groupId?: number
  class?: AnswerClass
  search?: string
  requestId?: number
  /** Only the newest of each request. */
  holds?: boolean
}

/** The answers that this person may read, newest first, a page at a time. */
export async function listAnswers(db: Db, actor: Actor, filter: AnswerFilter = {}, { page = 1, limit = 30 } = {}) {
  const like = containing(filter.search ?? '')
  const base = db
    .selectFrom(
      answers(db)
        .where(readableBy(actor, 'answer'))
        .$if(filter.groupId !== undefined, (query) => query.where('answer.groupId', '=', filter.groupId ?? 0))
        .$if(filter.class !== undefined, (query) => query.where('answer.class', '=', filter.class ?? 'planned'))
        .$if(filter.requestId !== undefined, (query) => query.where('answer.requestId', '=', filter.requestId ?? 0))
        .$if(Boolean(filter.search), (query) =>
          query.where(
            sql<boolean>`(unaccent(lower(request.title)) like unaccent(${like}) or unaccent(lower(answer.reason)) like unaccent(${like}))`,
          ),
        )
        .as('found'),
    )
    .$if(filter.holds === true, (query) => query.where('found.holds', '=', true))
  const newest = base.selectAll('found').orderBy('found.givenAt', 'desc').orderBy('found.id', 'desc')
  const { rows, ...found } = await readPage(newest, { page, limit })
  return { answers: rows, ...found }
}

export type AnswerRow = Awaited<ReturnType<typeof listAnswers>>['answers'][number]

/**
 * One answer as this person may read it.
 * @throws NotFound
 */
export async function getAnswer(db: Db, actor: Actor, id: number) {
  const answer = await answers(db)
    .where('answer.id', '=', id)
    .where(readableBy(actor, 'answer'))
    .executeTakeFirstOrThrow(() => new NotFound(t.answerNotFound))
  const guest = signsFor(actor, answer.groupId) === 'vendor' && answer.submissionId !== null && answer.withdrawnAt === null
  return { ...answer, guest, mayDecide: mayLead(actor, answer.groupId) && !actor.vendorSide }
}

/** An answer by its id, whoever may read it; for the program itself. */
export const findAnswer = (db: Db, id: number) => answers(db).where('answer.id', '=', id).executeTakeFirst()

/** What the vendor's portal says about a request, with its history, newest first; the group's own view. */
export async function listPortalCases(db: Db, groupId: number, requestId: number) {
  const cases = await listRows(db.selectFrom('portalCase').orderBy('label'), { groupId, requestId }, ['id', 'label', 'link'])
  const statuses = await db
    .selectFrom('portalStatus')
    .select(['portalCaseId', 'onDay', 'status', 'recordedAt'])
    .where('portalCaseId', 'in', orNoId(idsOf(cases)))
    .orderBy('onDay', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute()
  return cases.map((one) => ({ ...one, statuses: statuses.filter(({ portalCaseId }) => portalCaseId === one.id) }))
}

/** What the vendor says that requests cost in points, the newest word on each: for ballots and commitments. */
export async function listCosts(db: Db, requestIds: number[]) {
  return db
    .selectFrom('answerCost')
    .select(['requestId', 'points', 'note', 'givenAt'])
    .distinctOn('requestId')
    .where('requestId', 'in', orNoId(requestIds))
    .orderBy('requestId')
    .orderBy('givenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The group's request of a number, its own or the one that it had before Rapport. */
export async function findNumbered(db: Db, groupId: number, number: string): Promise<number | undefined> {
  const digits = number.replace(/^#/, '').trim()
  const row = await db
    .selectFrom('sharedRequest as request')
    .select('id')
    .where('groupId', '=', groupId)
    .where((e) => e.or([e('oldNumber', '=', digits), e('id', '=', /^\d{1,9}$/.test(digits) ? Number(digits) : 0)]))
    .orderBy(sql`old_number is distinct from ${digits}`)
    .executeTakeFirst()
  return row?.id
}

/** The item of the newest package that asked the vendor for a request, by a day where one is given. */
export const findAskedItem = (db: Db, requestId: number, by = 'infinity') =>
  db
    .selectFrom('submissionItem')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .select('submissionItem.id')
    .where('submissionItem.requestId', '=', requestId)
    .where('submission.withdrawnAt', 'is', null)
    .where(sql<boolean>`submission.submitted_at::date <= ${by}::date`)
    .orderBy('submission.submittedAt', 'desc')
    .executeTakeFirst()
