import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { listCharterGroups } from '../charter/queries.ts'
import { NotFound } from '../errors.ts'
import { checkHost } from '../groups/queries.ts'
import { type Db, pagesOf } from '../lib/db/rows.ts'
import { guessLanguage } from '../lib/similar/words.ts'
import { type Locale, locales } from '../lib/ui/format.ts'
import { inLanguage, languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { mayWriteReports, reportStanding } from '../policy.ts'
import { utcDay } from '../time.ts'
import { isVendorSide } from '../vendor-side-queries.ts'
import { readFigures } from './figures-queries.ts'
import type { Audience, Figures } from './figures-rules.ts'
import { dueYear, type Section, withoutFields } from './rules.ts'

const t = textsOf('reports', 'queries')
const pages = textsOf('reports', 'pagesPage')

const reports = (db: Db) =>
  db
    .selectFrom('report')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'report.groupId')
    .leftJoin('sharedPerson as freezer', 'freezer.id', 'report.frozenBy')
    .selectAll('report')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug', 'freezer.name as freezer'])
    .select(
      sql<number[]>`array(select g.community_id::int from shared_group_community g where g.group_id = report.group_id)`.as('communityIds'),
    )
    .select(
      sql<string | null>`(select e.title from report_edition e where e.report_id = report.id order by e.number desc limit 1)`.as(
        'approvedTitle',
      ),
    )
    .select(sql<number>`coalesce((select max(e.number) from report_edition e where e.report_id = report.id), 0)::int`.as('editions'))

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

/** A report with what this reader may do with it. */
function forReader(actor: Actor, { approvedTitle, ...row }: Row) {
  const standing: Audience = reportStanding(actor, row)
  const mayWrite = mayWriteReports(actor, row.groupId)
  // What a draft is called, its readers are told once it is approved.
  return { ...row, standing, mayWrite, title: standing === 'group' || mayWrite ? row.title : (approvedTitle ?? row.title) }
}

export type Report = ReturnType<typeof forReader>

// The group sees drafts; its steering committees what was final once; everyone what is public.
const sees = ({ standing, mayWrite, editions, public: open }: Report): boolean =>
  standing === 'group' || mayWrite || (editions > 0 && (standing === 'steering' || open))

export const reportsPerPage = 30

/**
 * Reports that the actor may see, the newest period first.
 * @throws NoSuchGroup
 */
export async function listReports(
  db: Db,
  actor: Actor,
  { group, page = 1, limit = reportsPerPage }: { group?: string; page?: number; limit?: number } = {},
) {
  await checkHost(db, group)
  const rows = await reports(db)
    .$if(group !== undefined, (query) => query.where('workingGroup.slug', '=', group ?? ''))
    .orderBy('report.toOn', 'desc')
    .orderBy('report.id', 'desc')
    .limit(2_000)
    .execute()
  const seen = rows.map((row) => forReader(actor, row)).filter(sees)
  const from = (page - 1) * limit
  return { reports: seen.slice(from, from + limit), total: seen.length, pages: pagesOf(seen.length, limit) }
}

/**
 * The only way to a report.
 * @throws NotFound where there is none for this person
 */
export async function getReport(db: Db, actor: Actor, slug: string, { lock = false } = {}): Promise<Report> {
  if (lock) await db.selectFrom('report').select('id').where('slug', '=', slug).forUpdate().execute()
  const row = await reports(db).where('report.slug', '=', slug).executeTakeFirst()
  const report = row && forReader(actor, row)
  if (!report || !sees(report)) throw new NotFound(t.thereIsNoSuchReport)
  return report
}

/** A report that the actor may change; to others there is nothing to change. */
export async function getKeptReport(db: Db, actor: Actor, slug: string, { lock = false } = {}): Promise<Report> {
  const report = await getReport(db, actor, slug, { lock })
  if (!report.mayWrite) throw new NotFound(t.thereIsNoSuchReport)
  return report
}

/** Reports for jobs, which act for nobody. */
export const findReport = (db: Db, id: number) => reports(db).where('report.id', '=', id).executeTakeFirst()

/** The sections of the draft, in their order. */
export const listSections = (db: Db, reportId: number) =>
  db.selectFrom('reportSection').selectAll().where('reportId', '=', reportId).orderBy('position').orderBy('id').execute()

/** One section of a report's draft. @throws NotFound */
export async function getSection(db: Db, reportId: number, id: number) {
  const section = await db.selectFrom('reportSection').selectAll().where('id', '=', id).where('reportId', '=', reportId).executeTakeFirst()
  if (!section) throw new NotFound(t.thereIsNoSuchSection)
  return section
}

export type DraftSection = Awaited<ReturnType<typeof listSections>>[number]

/** The language that a report is written in, as far as its words tell: its figures speak it too, whoever reads. */
function languageOf(sections: readonly Pick<Section, 'title' | 'body'>[]): Locale {
  const guessed = guessLanguage(sections.map(({ title, body }) => `${title}\n${withoutFields(body)}`).join('\n'))
  return locales.find((one) => one === guessed) ?? languageNow()
}

/** The figures of a report: as they were frozen, else as the record has them now, in the language of its words. */
export async function figuresOf(
  db: Db,
  report: Pick<Row, 'id' | 'groupId' | 'groupSlug' | 'figures' | 'fromOn' | 'toOn'>,
  at: Date,
  sections?: readonly Section[],
): Promise<Figures> {
  if (report.figures !== null) return JSON.parse(report.figures) as Figures
  const span = { group: { id: report.groupId, slug: report.groupSlug }, fromOn: report.fromOn, toOn: report.toOn, at }
  const language = languageOf(sections ?? (await listSections(db, report.id)))
  return inLanguage(language, () => readFigures(db, span))
}

const editions = (db: Db, reportId: number) =>
  db
    .selectFrom('reportEdition')
    .leftJoin('sharedDecision as decision', 'decision.id', 'reportEdition.decisionId')
    .leftJoin('sharedPerson as person', 'person.id', 'reportEdition.finalBy')
    .selectAll('reportEdition')
    .select(['decision.number as decisionNumber', 'person.name as approver'])
    .where('reportEdition.reportId', '=', reportId)

/** The editions of a report, the newest first; for everybody those that were for everybody. */
export async function listEditions(db: Db, { id, standing }: Pick<Report, 'id'> & Partial<Pick<Report, 'standing'>>) {
  const rows = await editions(db, id)
    .$if(standing === 'public', (query) => query.where('reportEdition.public', '=', true))
    .orderBy('reportEdition.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, sections: JSON.parse(row.sections) as Section[], figures: JSON.parse(row.figures) as Figures }))
}

export type Edition = Awaited<ReturnType<typeof listEditions>>[number]

/** What of a report is shown: its draft, or an edition of it. */
export interface Shown {
  title: string
  sections: Section[]
  figures: Figures
  /** Of its words. */
  language: Locale
  edition: Edition | undefined
  /** The approved edition stands while a new one is written. */
  newer: boolean
}

/**
 * A report as it is to be read: an edition by its number, else for the group the draft where there is one, else the newest edition.
 * @throws NotFound for a number that there is not
 */
export async function getShown(db: Db, report: Report, at: Date, number?: number): Promise<Shown> {
  const all = await listEditions(db, report)
  const inside = report.standing === 'group' || report.mayWrite
  const edition =
    number === undefined ? (report.state === 'final' || !inside ? all[0] : undefined) : all.find((one) => one.number === number)
  if ((number !== undefined || !inside) && !edition) throw new NotFound(pages.thereIsNoSuchEdition)
  if (edition) {
    const { title, sections, figures } = edition
    return { title, sections, figures, language: languageOf(sections), edition, newer: inside && report.state === 'draft' }
  }
  const sections = await listSections(db, report.id)
  const figures = await figuresOf(db, report, at, sections)
  return { title: report.title, sections, figures, language: languageOf(sections), edition: undefined, newer: false }
}

/** The groups for which the actor may begin a report. */
export const listReportGroups = async (db: Db, actor: Actor) => (await listCharterGroups(db)).filter(({ id }) => mayWriteReports(actor, id))

/** Groups whose report of the last calendar year is not final; a group that was not there then owes none, nor does any on a site without reports. */
export async function listDue(db: Db, at: Date, groupIds: readonly number[]) {
  const { fromOn, toOn } = dueYear(utcDay(at))
  const { rows } = await sql<{ groupId: number; group: string; slug: string; report: string | null; editions: number }>`
    select g.id::int as group_id, g.name as "group", g.slug, r.slug as report,
      (select count(*)::int from report_edition e where e.report_id = r.id) as editions
    from shared_working_group g left join report r on r.group_id = g.id and r.from_on = ${fromOn}::date and r.to_on = ${toOn}::date
    where g.id = any(${groupIds as number[]}::bigint[]) and coalesce(g.founded_on, (g.created_at at time zone 'UTC')::date) <= ${toOn}::date
      and not exists (select from site_look where 'reports' = any(unused))
    order by g.id`.execute(db)
  return rows.filter(({ editions: done }) => done === 0).map((row) => ({ ...row, year: fromOn.slice(0, 4), fromOn, toOn }))
}

/** Whom a report is told to: the liaisons of its group and the steering committees of its user groups. */
export async function listTold(db: Db, report: Pick<Row, 'groupId' | 'communityIds'>, on: Date) {
  const { rows } = await sql<{ id: number; name: string; locale: string; zone: string | null; email: string }>`
    select distinct on (p.id) p.id::int, p.name, p.locale, p.zone, a.email
    from shared_appointment t join shared_person p on p.id = t.person_id and p.erased_at is null
      join shared_address a on a.person_id = p.id and a.verified_at is not null
    where ((t.role = 'liaison' and t.group_id = ${report.groupId}) or (t.role = 'steering' and t.community_id = any(${report.communityIds}::bigint[])))
      and t.from_on <= ${on}::date and (t.to_on is null or t.to_on >= ${on}::date) and not ${isVendorSide(sql.ref('p.id'), on)}
    order by p.id, a.id`.execute(db)
  return rows
}
