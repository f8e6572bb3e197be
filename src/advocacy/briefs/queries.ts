import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/connect.ts'
import { containing } from '../../lib/db/like.ts'
import type { ProductStage } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isVendorGuest, mayCollate, mayLead } from '../../policy.ts'
import { regionOf, sizeOf } from '../../requests/rules.ts'
import { utcDay } from '../../time.ts'
import { type BriefContent, type BriefPage, type Quote, segments, withoutWithdrawn } from './rules.ts'

const t = textsOf('advocacy', 'briefs')

/** The briefs of a group, newest first, a page at a time. */
export async function listBriefs(db: Db, groupId: number, { page = 1, limit = 30 } = {}) {
  const base = db.selectFrom('brief').where('brief.groupId', '=', groupId)
  const { total } = await base.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const briefs = await base
    .innerJoin('sharedPerson as person', 'person.id', 'brief.championId')
    .select(['brief.id', 'brief.title', 'brief.createdAt', 'brief.closedAt', 'person.name as champion'])
    .select(sql<number>`(select count(*) from brief_request r where r.brief_id = brief.id)`.as('requests'))
    .select(
      sql<Date | null>`(select max(s.submitted_at) from submission s where s.brief_id = brief.id and s.withdrawn_at is null)`.as(
        'submittedAt',
      ),
    )
    .orderBy('brief.id', 'desc')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { briefs, total, pages: Math.max(1, Math.ceil(total / limit)) }
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

const familyOf = (requestId: number): RawBuilder<number> => sql`(select root_id from shared_request request where id = ${requestId})`

/** The user cases behind a request with what their authors said to being quoted, oldest first; the group's own view. */
export async function listCasesOf(db: Db, requestId: number) {
  return db
    .selectFrom('collatedCase')
    .innerJoin('sharedUserCase as userCase', 'userCase.id', 'collatedCase.caseId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'userCase.organisationId')
    .leftJoin('sharedPerson as person', 'person.id', 'userCase.authorId')
    .select(['userCase.id', 'userCase.title', 'userCase.problem', 'userCase.consent', 'userCase.saidAt'])
    .select(['organisation.name as institution', 'userCase.authorName', 'person.name as author'])
    .select(
      sql<
        string | null
      >`(select s.excerpt from shared_user_case_source s where s.case_id = user_case.id and s.excerpt <> '' order by s.said_at, s.id limit 1)`.as(
        'excerpt',
      ),
    )
    .where('collatedCase.requestId', '=', requestId)
    .where('collatedCase.familyId', '=', familyOf(requestId))
    .orderBy('userCase.saidAt')
    .orderBy('userCase.id')
    .execute()
}

/** Has its author agreed that the vendor reads it? */
export const mayQuote = (consent: string): boolean => consent === 'vendor' || consent === 'public'

type CaseRow = Awaited<ReturnType<typeof listCasesOf>>[number]

/** A user case in its author's words: what they wrote, else what was written down of it. */
export const quoteOf = (row: CaseRow): Quote => ({
  caseId: row.id,
  text: row.excerpt?.trim() || row.problem.trim() || row.title,
  who: row.author ?? row.authorName,
  institution: row.institution ?? '',
  on: utcDay(row.saidAt),
})

const stageWords: Record<ProductStage, string> = {
  development_partner: 'development partners',
  early_adopter: 'early adopters',
  implementing: 'implementing',
  live: 'live',
}

/** Who stands behind a request, by what the vendor asks for: region, size, consortium, stage with the product. */
async function institutionsOf(db: Db, requestId: number, productId: number): Promise<BriefPage['institutions']> {
  const rows = await db
    .selectFrom('standingSupport')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'standingSupport.organisationId')
    .leftJoin('productUse', (join) =>
      join.onRef('productUse.organisationId', '=', 'organisation.id').on('productUse.productId', '=', productId),
    )
    .select(['standingSupport.strength', 'organisation.country', 'organisation.peopleServed'])
    .select(
      sql<string | null>`(select c.name from belonging b join shared_organisation c on c.id = b.parent_id and c.kind = 'consortium'
        where b.organisation_id = organisation.id and b.to_on is null order by c.name limit 1)`.as('consortium'),
    )
    .select('productUse.stage')
    .where('standingSupport.familyId', '=', familyOf(requestId))
    .where('standingSupport.requestId', '=', requestId)
    .where('standingSupport.strength', '<>', 'not_for_us')
    .execute()
  return {
    total: rows.length,
    must: rows.filter(({ strength }) => strength === 'must').length,
    regions: segments(rows.map(({ country }) => regionOf(country))),
    sizes: segments(rows.map(({ peopleServed }) => sizeOf(peopleServed))),
    consortia: segments(rows.map(({ consortium }) => consortium ?? 'no consortium')),
    stages: segments(rows.map(({ stage }) => (stage ? stageWords[stage] : 'stage unknown'))),
  }
}

/** The vendor's earlier answers to a request and to what is merged into it, newest first. */
export function listPastAnswers(db: Db, requestId: number) {
  return db
    .selectFrom('answer')
    .innerJoin('sharedRequest as request', 'request.id', 'answer.requestId')
    .select(['answer.givenAt', 'answer.class', 'answer.reason', 'answer.releaseName'])
    .where('request.rootId', '=', familyOf(requestId))
    .orderBy('answer.givenAt', 'desc')
    .orderBy('answer.id', 'desc')
    .limit(20)
    .execute()
}

/** Support cases of the vendor's, of a request and of its user cases. */
const listCaseNumbers = (db: Db, requestId: number) =>
  db
    .selectFrom('caseNumber')
    .select('number')
    .distinct()
    .where((e) =>
      e.or([
        e('requestId', '=', requestId),
        e('caseId', 'in', e.selectFrom('requestCase').select('requestCase.caseId').where('requestCase.requestId', '=', requestId)),
      ]),
    )
    .orderBy('number')
    .execute()

async function composePage(
  db: Db,
  brief: Pick<Brief, 'quotes'>,
  { requestId, ask, evidence }: Brief['requests'][number],
  productId: number,
): Promise<BriefPage> {
  const request = await db.selectFrom('sharedRequest as request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow()
  const cases = await listCasesOf(db, requestId)
  const chosen = new Set(brief.quotes.filter((quote) => quote.requestId === requestId).map(({ caseId }) => caseId))
  const [institutions, past, numbers] = await Promise.all([
    institutionsOf(db, requestId, productId),
    listPastAnswers(db, requestId),
    listCaseNumbers(db, requestId),
  ])
  const { kind, title, severity, versions, reproduction, workaround } = request
  return {
    ...{ requestId, kind, title, need: request.text, ask, evidence, severity, versions, reproduction, workaround },
    caseNumbers: numbers.map(({ number }) => number),
    cases: cases.length,
    quotes: cases.filter((row) => chosen.has(row.id) && mayQuote(row.consent)).map(quoteOf),
    institutions,
    past: past.map((one) => ({ on: utcDay(one.givenAt), class: one.class, reason: one.reason, release: one.releaseName })),
  }
}

/** The content of a brief as it stands now, made of the record: what a version keeps. */
export async function composeContent(
  db: Db,
  brief: Pick<Brief, 'title' | 'purpose' | 'champion' | 'requests' | 'quotes'>,
  group: { name: string; product: string; productId: number; vendor: string },
): Promise<BriefContent> {
  const pages: BriefPage[] = []
  for (const one of brief.requests) pages.push(await composePage(db, brief, one, group.productId))
  const { title, purpose, champion } = brief
  return { title, purpose, champion, group: group.name, product: group.product, vendor: group.vendor, pages }
}

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
      sql<
        number | null
      >`(select s.id from submission s where s.version_id = brief_version.id and s.withdrawn_at is null order by s.id limit 1)`.as(
        'submissionId',
      ),
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
    .where('id', 'in', [0, ...ids])
    .where('state', '<>', 'withdrawn')
    .where('consent', 'in', ['vendor', 'public'])
    .execute()
  return withoutWithdrawn(content, new Set(rows.map(({ id }) => id)))
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
    .where('request.stage', 'not in', ['merged', 'set_aside', 'accepted'])
    .$if(number !== null, (query) => query.where('request.id', '=', Number(number?.[1])))
    .$if(search !== '' && number === null, (query) => query.where(sql<boolean>`unaccent(lower(request.title)) like unaccent(${like})`))
    .orderBy(awaitsAnswer)
    .orderBy(sql`request.stage <> 'ready'`)
    .orderBy('institutions', 'desc')
    .orderBy('request.id')
    .limit(limit)
    .execute()
}

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
