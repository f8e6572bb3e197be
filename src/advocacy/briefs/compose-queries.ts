import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'
import type { ProductStage } from '../../lib/db/schema.ts'
import { regionOf, sizeOf } from '../../requests/rules.ts'
import { utcDay } from '../../time.ts'
import type { Brief } from './queries.ts'
import { type BriefContent, type BriefPage, type Quote, segments } from './rules.ts'

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
      sql<string | null>`(select s.excerpt from shared_user_case_source s where s.case_id = user_case.id and s.excerpt <> ''
        order by s.said_at, s.id limit 1)`.as('excerpt'),
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
