import type { Actor } from '../actor.ts'
import { type ByDecision, decisionFor } from '../charter/actions.ts'
import { listCharterGroups } from '../charter/queries.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertAll, insertRow, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import { formatNumber } from '../lib/ui/format.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayWriteReports } from '../policy.ts'
import { forgetDocuments, indexDocument } from '../search/actions.ts'
import { todayOf } from '../time.ts'
import { draftSections } from './drafting.ts'
import type { Figures } from './figures-rules.ts'
import { figuresOf, findReport, getKeptReport, listEditions, listSections, type Report } from './queries.ts'
import { readSections, slugOf, stateOf, whyNotPeriod, yearOf } from './rules.ts'

const t = textsOf('reports', 'actions')

/** What a person sends to begin a report. */
export interface NewReport {
  /** The group's slug. */
  group: string
  fromOn: string
  toOn: string
  title?: string
}

/**
 * Begins a report: a draft that is full already, since its figures come from the record.
 * @returns its slug
 * @throws Invalid with a sentence for each field, NotFound for who may write none of this group
 */
export async function startReport(tx: Tx, actor: Actor, { group: slug, fromOn, toOn, title }: NewReport): Promise<string> {
  const group = (await listCharterGroups(tx)).find((one) => one.slug === slug)
  if (!group || !mayWriteReports(actor, group.id)) throw new NotFound(refusals.noSuchGroup)
  const problems = whyNotPeriod({ fromOn, toOn }, todayOf(actor))
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.lookAgain, problems)
  const year = yearOf({ fromOn, toOn })
  const made = await tx
    .insertInto('report')
    .values({
      slug: slugOf(group.slug, { fromOn, toOn }),
      groupId: group.id,
      title: title ?? (year ? t.annualReport({ year }) : t.report),
      fromOn,
      toOn,
      createdAt: actor.at,
      createdBy: actor.personId,
      changedAt: actor.at,
    })
    // Two people may begin the same year at once: one report is enough.
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow(() => new Invalid(refusals.lookAgain, { toOn: t.thereIsAReportOfThis }))
  await insertAll(
    tx.insertInto('reportSection'),
    draftSections(group.name).map((one, at) => ({ ...one, reportId: made.id, position: at + 1 })),
  )
  await recordOf(tx, actor, 'report.begun', { id: made.id, groupId: group.id }, { fromOn, toOn })
  return made.slug
}

/** Locks a report that is still written on. @throws Conflict where it is frozen or final: what was agreed on stays as it is */
export async function lockDraft(tx: Tx, actor: Actor, slug: string): Promise<Report> {
  const report = await getKeptReport(tx, actor, slug, { lock: true })
  const state = stateOf(report)
  if (state === 'final') throw new Conflict(t.reportApprovedStartNew)
  if (state === 'frozen') throw new Conflict(t.numbersLockedUnlockThemEdit)
  return report
}

/** Gives a report another title. */
export async function renameReport(tx: Tx, actor: Actor, slug: string, title: string): Promise<void> {
  const report = await lockDraft(tx, actor, slug)
  await updateOne(tx.updateTable('report'), report.id, { title, changedAt: actor.at })
  await recordOf(tx, actor, 'report.renamed', report, { title })
}

/** Keeps the figures as they are now. @throws Conflict where somebody was faster */
export async function freezeReport(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const report = await getKeptReport(tx, actor, slug, { lock: true })
  const state = stateOf(report)
  if (state === 'frozen') throw new Conflict(t.hasAlreadyLockedNumbers({ freezer: report.freezer ?? t.someone }))
  if (state === 'final') throw new Conflict(t.reportApprovedSoItsNumbers)
  await keepFigures(tx, actor, report)
  await recordOf(tx, actor, 'report.frozen', report)
}

async function keepFigures(tx: Tx, actor: Actor, report: Report) {
  const figures = await figuresOf(tx, report, actor.at)
  const kept = { frozenAt: actor.at, frozenBy: actor.personId, changedAt: actor.at }
  await updateOne(tx.updateTable('report'), report.id, { figures: JSON.stringify(figures), ...kept })
  return figures
}

/** Links the figures with the record again. */
export async function thawReport(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const report = await getKeptReport(tx, actor, slug, { lock: true })
  if (stateOf(report) !== 'frozen') throw new Conflict(t.numbersNotLocked)
  await thaw(tx, actor, report)
  await recordOf(tx, actor, 'report.thawed', report)
}

const thaw = (tx: Tx, actor: Actor, report: Report) =>
  updateOne(tx.updateTable('report'), report.id, { figures: null, frozenAt: null, frozenBy: null, state: 'draft', changedAt: actor.at })

/** How a report is approved: by a decision, or in the coordinator's own name. */
export interface Approval extends ByDecision {
  public: boolean
}

/**
 * Makes a draft final: its sections and figures become an edition that stays as it is.
 * @throws Conflict where it is final already, Invalid where the decision is not there
 */
export async function approveReport(tx: Tx, actor: Actor, slug: string, { public: open, ...decision }: Approval): Promise<number> {
  const report = await getKeptReport(tx, actor, slug, { lock: true })
  if (report.state === 'final') throw new Conflict(t.thisReportIsFinalAlready)
  const byDecision = decision.decisionId !== undefined || decision.decisionText !== undefined
  const decisionId = byDecision ? await decisionFor(tx, actor, report.groupId, decision, `/reports/${slug}`) : null
  const figures = report.figures === null ? await keepFigures(tx, actor, report) : (JSON.parse(report.figures) as Figures)
  const sections = (await listSections(tx, report.id)).map(({ title, body, internal, leftOut }) => ({ title, body, internal, leftOut }))
  const number = report.editions + 1
  await insertRow(tx.insertInto('reportEdition'), {
    reportId: report.id,
    number,
    title: report.title,
    sections: JSON.stringify(sections),
    figures: JSON.stringify(figures),
    finalAt: actor.at,
    finalBy: actor.personId,
    decisionId,
    public: open,
  })
  await updateOne(tx.updateTable('report'), report.id, { state: 'final', public: open, changedAt: actor.at })
  await recordOf(tx, actor, 'report.approved', report, { number, public: open, decisionId })
  await enqueue(tx, 'report.told', { reportId: report.id }, { key: `report.told:${report.id}` })
  await indexReport(tx, report.id)
  return number
}

/** Opens a final report for its next edition; readers keep the one that was approved. */
export async function reopenReport(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const report = await getKeptReport(tx, actor, slug, { lock: true })
  if (report.state !== 'final') throw new Conflict(t.thisReportIsADraftAlready)
  await thaw(tx, actor, report)
  await recordOf(tx, actor, 'report.reopened', report)
}

/** Shows a report to everyone, or to the group and its steering committees alone. */
export async function publishReport(tx: Tx, actor: Actor, slug: string, open: boolean | undefined): Promise<void> {
  const report = await getKeptReport(tx, actor, slug, { lock: true })
  if (report.editions === 0) throw new Conflict(t.approveReportBeforeChangeWho)
  if (open === undefined || report.public === open) return
  await updateOne(tx.updateTable('report'), report.id, { public: open, changedAt: actor.at })
  // Who reads the newest edition; those of before stay for those whom they were for.
  if (open) await updateRows(tx.updateTable('reportEdition'), { reportId: report.id, number: report.editions }, { public: true })
  await recordOf(tx, actor, open ? 'report.published' : 'report.withdrawn', report)
  await indexReport(tx, report.id)
}

/** Notes that the liaison and the steering committee have heard of a report. @returns false where they had before */
export async function markTold(tx: Tx, at: Date, reportId: number): Promise<boolean> {
  return (await updateRows(tx.updateTable('report'), { id: reportId, toldAt: null }, { toldAt: at })) > 0
}

/** Puts a report into the index. What is found of it is what everyone of its readers may read: its words as the public has them, unless it is the group's. */
export async function indexReport(tx: Tx, id: number): Promise<void> {
  const report = await findReport(tx, id)
  if (!report) return
  const { public: open } = report
  const [edition] = await listEditions(tx, report)
  if (!edition) return forgetDocuments(tx, 'report', [report.id])
  const standing = open ? 'public' : 'steering'
  const number = (value: number) => formatNumber('en', value)
  const tell = { standing, number, day: (on: string) => on, evidence: () => undefined, link: () => undefined } as const
  const { figures } = edition
  const body = readSections(edition.sections, figures, tell)
    .flatMap(({ section, parts }) => [section.title, ...parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))])
    .join('\n\n')
  await indexDocument(tx, {
    kind: 'report',
    subjectId: report.id,
    audience: open ? 'public' : `group:${report.groupId}`,
    groupId: report.groupId,
    at: edition.finalAt,
    author: report.group,
    title: edition.title,
    body,
    markdown: true,
    language: 'en',
  })
}
