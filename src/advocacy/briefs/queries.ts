import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { containing } from '../../lib/db/like.ts'
import { type Db, idsOf, orNoId, readPage } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isVendorGuest, mayCollate, mayLead } from '../../policy.ts'
import { type BriefContent, notAskedFor, withoutWithdrawn } from './rules.ts'

const t = textsOf('advocacy', 'briefs')

/** The briefs of a group, newest first, a page at a time. */
export async function listBriefs(db: Db, groupId: number, { page = 1, limit = 30 } = {}) {
  const newest = db
    .selectFrom('brief')
    .innerJoin('sharedPerson as person', 'person.id', 'brief.championId')
    .select(['brief.id', 'brief.title', 'brief.createdAt', 'brief.closedAt', 'person.name as champion'])
    .select(sql<number>`(select count(*) from brief_request r where r.brief_id = brief.id)`.as('requests'))
    .select(
      sql<Date | null>`(select max(s.submitted_at) from submission s
        where s.brief_id = brief.id and s.withdrawn_at is null)`.as('submittedAt'),
    )
    .select(
      sql<number>`(select count(*) from brief_request r where r.brief_id = brief.id and exists (select from answer a
        where a.request_id = r.request_id and a.given_at >= (select min(s.submitted_at) from submission s
          where s.brief_id = brief.id and s.withdrawn_at is null)))`.as('answered'),
    )
    .where('brief.groupId', '=', groupId)
    .orderBy('brief.id', 'desc')
  const { rows, ...found } = await readPage(newest, { page, limit })
  return { briefs: rows, ...found }
}

/** Institutions that stand behind a request and what is merged into it. */
export const institutionsBehind = sql<number>`(select count(*) from standing_support s
  where s.family_id = request.root_id and s.request_id = request.id and s.strength <> 'not_for_us')`
/** User cases behind it. */
export const casesBehind = sql<number>`(select count(*) from collated_case c where c.family_id = request.root_id and c.request_id = request.id)`

/** The vendor has the request from a package and has not answered it: it is not asked twice. */
const awaitsAnswer = sql<boolean>`exists (select from submission_item i join submission s on s.id = i.submission_id
  where i.request_id = request.id and s.withdrawn_at is null
    and not exists (select from answer a where a.request_id = i.request_id and a.given_at >= s.submitted_at))`

/**
 * A brief as its group works on it; to others, the vendor's guests too, there is none.
 * @throws NotFound
 */
export async function getBrief(db: Db, actor: Actor, id: number, { lock = false } = {}) {
  const brief = await db
    .selectFrom('brief')
    .innerJoin('sharedPerson as person', 'person.id', 'brief.championId')
    .selectAll('brief')
    .select('person.name as champion')
    .where('brief.id', '=', id)
    .$if(lock, (query) => query.forUpdate('brief'))
    .executeTakeFirst()
  if (!brief || !mayCollate(actor, brief.groupId)) throw new NotFound(t.packageNotFound2)
  const [requests, quotes, versions, submissions] = await Promise.all([
    db
      .selectFrom('briefRequest')
      .innerJoin('sharedRequest as request', 'request.id', 'briefRequest.requestId')
      .select(['briefRequest.requestId', 'briefRequest.ask', 'briefRequest.evidence', 'briefRequest.position'])
      .select(['request.title', 'request.kind', 'request.stage', 'request.rootId'])
      .select([casesBehind.as('cases'), institutionsBehind.as('institutions'), awaitsAnswer.as('waiting')])
      .where('briefRequest.briefId', '=', id)
      .orderBy('briefRequest.position')
      .orderBy('briefRequest.requestId')
      .execute(),
    db.selectFrom('briefQuote').select(['requestId', 'caseId']).where('briefId', '=', id).execute(),
    db
      .selectFrom('briefVersion')
      .leftJoin('sharedPerson as person', 'person.id', 'briefVersion.madeBy')
      .select(['briefVersion.id', 'briefVersion.number', 'briefVersion.madeAt', 'person.name as madeBy'])
      .where('briefVersion.briefId', '=', id)
      .orderBy('briefVersion.number', 'desc')
      .execute(),
    db
      .selectFrom('submission')
      .innerJoin('briefVersion', 'briefVersion.id', 'submission.versionId')
      .select(['submission.id', 'submission.submittedAt', 'submission.dueOn', 'submission.withdrawnAt', 'briefVersion.number as version'])
      .where('submission.briefId', '=', id)
      .orderBy('submission.submittedAt', 'desc')
      .execute(),
  ])
  const mayHandOver = mayLead(actor, brief.groupId) || actor.personId === brief.championId
  return { ...brief, requests, quotes, versions, submissions, mayHandOver }
}

export type Brief = Awaited<ReturnType<typeof getBrief>>

/**
 * A version as it may be read now. The group reads all of its versions, the vendor's guests those that were handed over.
 * @throws NotFound
 */
export async function getVersion(db: Db, actor: Actor, briefId: number, number: number) {
  const version = await db
    .selectFrom('briefVersion')
    .innerJoin('brief', 'brief.id', 'briefVersion.briefId')
    .select(['briefVersion.id', 'briefVersion.number', 'briefVersion.madeAt', 'briefVersion.content', 'brief.groupId'])
    .select('brief.id as briefId')
    .select(
      sql<number | null>`(select s.id from submission s where s.version_id = brief_version.id and s.withdrawn_at is null
        order by s.id limit 1)`.as('submissionId'),
    )
    .where('briefVersion.briefId', '=', briefId)
    .where('briefVersion.number', '=', number)
    .executeTakeFirst()
  const inGroup = version !== undefined && mayCollate(actor, version.groupId)
  if (!version || !(inGroup || (version.submissionId !== null && isVendorGuest(actor, version.groupId))))
    throw new NotFound(t.packageNotFound2)
  return { ...version, inGroup, content: await readContent(db, version.content) }
}

/** Kept content without what was withdrawn since. */
export async function readContent(db: Db, kept: unknown): Promise<BriefContent> {
  const content = kept as BriefContent
  const ids = content.pages.flatMap(({ quotes }) => quotes.map(({ caseId }) => caseId))
  const rows = await db
    .selectFrom('sharedUserCase as userCase')
    .select('id')
    .where('id', 'in', orNoId(ids))
    .where('state', '<>', 'withdrawn')
    .where('consent', 'in', ['vendor', 'public'])
    .execute()
  return withoutWithdrawn(content, new Set(idsOf(rows)))
}

/** Requests that can go into a brief: a group's own that are not merged, set aside or accepted; those that are ready come first, those that the vendor has not answered last. */
export async function listChoices(db: Db, groupId: number, { search = '', limit = 60 } = {}) {
  const number = /^#?(\d{1,9})$/.exec(search.trim())
  const like = containing(search.trim())
  return db
    .selectFrom('sharedRequest as request')
    .select(['request.id', 'request.title', 'request.kind', 'request.stage'])
    .select([institutionsBehind.as('institutions'), casesBehind.as('cases')])
    .where('request.groupId', '=', groupId)
    .where('request.stage', 'not in', notAskedFor)
    .$if(number !== null, (query) => query.where('request.id', '=', Number(number?.[1])))
    .$if(search !== '' && number === null, (query) => query.where(sql<boolean>`unaccent(lower(request.title)) like unaccent(${like})`))
    .orderBy(awaitsAnswer)
    .orderBy(sql`request.stage <> 'ready'`)
    .orderBy('institutions', 'desc')
    .orderBy('request.id')
    .limit(limit)
    .execute()
}

/** Some requests of a group, by the titles they have. */
export const listTitled = (db: Db, groupId: number, ids: readonly number[]) =>
  db
    .selectFrom('sharedRequest as request')
    .select(['request.id', 'request.title'])
    .where('request.groupId', '=', groupId)
    .where('request.id', 'in', orNoId(ids))
    .orderBy('request.id')
    .execute()

/** What was handed over with a submission, as it may be read now, and to which guests; for letters and files. */
export async function getSubmittedVersion(db: Db, submissionId: number) {
  const row = await db
    .selectFrom('submission')
    .innerJoin('briefVersion', 'briefVersion.id', 'submission.versionId')
    .select(['briefVersion.content', 'briefVersion.number', 'briefVersion.madeAt', 'submission.briefId', 'submission.dueOn'])
    .select(sql<number[]>`array(select g.person_id::int from submission_guest g where g.submission_id = submission.id)`.as('personIds'))
    .where('submission.id', '=', submissionId)
    .executeTakeFirstOrThrow()
  const { content, personIds, ...edition } = row
  return { content: await readContent(db, content), edition, personIds }
}
