import * as z from 'zod'
import { listNamable } from '../charter/queries.ts'
import { NotFound } from '../errors.ts'
import { listGroups } from '../groups/queries.ts'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { renderPdf } from '../lib/print/pdf.ts'
import { sendFile } from '../lib/ui/download.ts'
import { ifSent, keeping, line, lines, readForm, tick, whole } from '../lib/ui/forms.ts'
import { act, askedFirst, bodyOf, type C, done, idOf, pageOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { approveReport, freezeReport, publishReport, renameReport, reopenReport, startReport, thawReport } from './actions.ts'
import { FiguresPage } from './figures-views.tsx'
import { printReport } from './printing.ts'
import {
  getKeptReport,
  getReport,
  getSection,
  getShown,
  listDue,
  listEditions,
  listReportGroups,
  listReports,
  listSections,
} from './queries.ts'
import { listPeriods } from './rules.ts'
import { addSection, moveSection, removeSection, saveSection } from './sections-actions.ts'
import { ReportPage, ReportsPage, reportPath } from './views.tsx'
import { Acts, NewReportPage, WritingPage } from './writing-views.tsx'

const t = textsOf('reports', 'pagesPage')
const reportWords = textsOf('reports', 'pages')

const NewForm = z.object({
  group: line(60),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  title: line(200).optional(),
})
const TitleForm = z.object({ title: line(200) })
export const SectionForm = z.object({
  title: line(200),
  body: lines(20_000).default(''),
  internal: tick(),
  leftOut: tick(),
})

/** A section of a report, added. */
export const addSectionForm = act('work', 'addReportSection', 'Add a section to a report', SectionForm)
const ChangeForm = z.object({ ...keeping(SectionForm.shape), version: whole() })
const MoveForm = z.object({ to: z.enum(['up', 'down']) })
const PublishForm = z.object({ public: ifSent(tick()) })
const ApproveForm = z.object({ public: tick(), decisionId: whole().optional() })

const slugOf = (c: C): string => c.req.param('report') ?? ''
/** The edition that an address asks for, if any. @throws NotFound for what is no number */
function editionOf(c: C): number | undefined {
  const asked = c.req.query('edition')
  if (asked === undefined) return undefined
  if (!/^\d{1,6}$/.test(asked)) throw new NotFound(t.thereIsNoSuchEdition)
  return Number(asked)
}

async function showReport(c: C) {
  const { db, actor } = c.var
  const report = await getReport(db, actor, slugOf(c))
  const asked = editionOf(c)
  const [shown, editions, decisions] = await Promise.all([
    getShown(db, report, actor.at, asked),
    listEditions(db, report),
    report.mayWrite ? listNamable(db, report.groupId) : [],
  ])
  const acts = report.mayWrite && asked === undefined && <Acts {...{ report, shown, decisions }} />
  return c.var.page(shown.title, <ReportPage {...{ report, shown, editions, acts }} />)
}

/** The period that a new report has at first: the last year where its report is owed, else the running one. */
async function periodFor(c: C) {
  const { db, actor } = c.var
  const today = todayOf(actor)
  const groups = askedFirst(c, await listReportGroups(db, actor))
  const due = await listDue(db, actor.at, idsOf(groups))
  const owed = due.some(({ report }) => report === null)
  const { reports: before } = await listReports(db, actor)
  const mine = before.filter(({ groupId }) => groups.some(({ id }) => id === groupId)).map(({ toOn }) => toOn)
  const choices = listPeriods(today, mine)
  const asked = z.object({ from: z.iso.date(), to: z.iso.date() }).safeParse(c.req.query())
  const period = asked.success ? { fromOn: asked.data.from, toOn: asked.data.to } : choices[owed ? 0 : 1]
  return { groups, choices, period: period ?? { fromOn: today, toOn: today } }
}

async function showNew(c: C) {
  const { groups, period, choices } = await periodFor(c)
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.page(t.startReport, <NewReportPage {...{ groups, period, choices }} />)
}

async function showWriting(c: C) {
  const { db, actor } = c.var
  const report = await getKeptReport(db, actor, slugOf(c))
  if (report.state === 'final') throw new NotFound(refusals.thereIsNoSuchPage)
  const [shown, sections] = await Promise.all([getShown(db, report, actor.at), listSections(db, report.id)])
  return c.var.page(t.edit({ title: report.title }), <WritingPage {...{ report, shown, sections }} />)
}

/** Takes what a form of the writing page sent; what is wrong comes back beside its field. */
async function take<S extends z.ZodType>(
  c: C,
  { form, schema, said }: { form: string; schema: S; said: string },
  perform: (tx: Tx, slug: string, typed: z.output<S>) => Promise<unknown>,
) {
  const { id, slug } = await getKeptReport(c.var.db, c.var.actor, slugOf(c))
  if (c.req.param('section')) await getSection(c.var.db, id, idOf(c, 'section'))
  return refusable(c, () => showWriting(c), form).take(schema, async (typed) => {
    await c.var.write((tx) => perform(tx, slug, typed))
    return done(c, `${reportPath(slug)}/edit${form.startsWith('section-') ? `#${form}` : ''}`, said)
  })
}

/** Does one act of a report and goes back to it. */
async function actOn(c: C, said: string, does: (tx: Tx, slug: string) => Promise<unknown>) {
  await c.var.write((tx) => does(tx, slugOf(c)))
  return done(c, reportPath(slugOf(c)), said)
}

async function readPrinted(c: C) {
  const { db, actor, site } = c.var
  const report = await getReport(db, actor, slugOf(c))
  return printReport(report, await getShown(db, report, actor.at, editionOf(c)), site.baseUrl)
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Reports: read them, write them, freeze and approve them. */
export const reportPages = pages()
  .get('/reports', async (c) => {
    const { db, actor } = c.var
    const page = pageOf(c)
    const group = c.req.query('group') || undefined
    const [found, groups, mine] = await Promise.all([listReports(db, actor, { group, page }), listGroups(db), listReportGroups(db, actor)])
    return c.var.page(reportWords.name, <ReportsPage {...{ found, groups, group, page }} mayBegin={mine.length > 0} />, {
      description: reportWords.lead,
    })
  })
  .get('/reports/new', (c) => showNew(c))
  .post('/reports', act('work', 'beginReport', 'Begin a report', NewForm), async (c) => {
    if ((await listReportGroups(c.var.db, c.var.actor)).length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showNew(c)).take(NewForm, async (form) => {
      const slug = await c.var.write((tx) => startReport(tx, c.var.actor, form))
      return done(c, reportPath(slug), t.reportStartedDraftReadyEdit)
    })
  })
  .get('/reports/:report', (c) => showReport(c))
  .get('/reports/:report/figures', async (c) => {
    const { db, actor } = c.var
    const report = await getReport(db, actor, slugOf(c))
    const shown = await getShown(db, report, actor.at, editionOf(c))
    return c.var.page(reportWords.figures, <FiguresPage {...{ report, shown }} />)
  })
  .get('/reports/:report/report.pdf', async (c) =>
    sendFile(c, { name: `${slugOf(c)}.pdf`, type: 'application/pdf' }, renderPdf(await readPrinted(c))),
  )
  .get('/reports/:report/report.docx', async (c) =>
    sendFile(c, { name: `${slugOf(c)}.docx`, type: docx }, await (await import('../lib/print/docx.ts')).renderDocx(await readPrinted(c))),
  )
  .get('/reports/:report/edit', (c) => showWriting(c))
  .post('/reports/:report/title', act('work', 'renameReport', 'Rename a report', TitleForm), (c) =>
    take(c, { form: 'title', schema: TitleForm, said: t.titleSaved }, (tx, slug, { title }) => renameReport(tx, c.var.actor, slug, title)),
  )
  .post('/reports/:report/sections', addSectionForm, (c) =>
    take(c, { form: 'new', schema: SectionForm, said: t.sectionAdded }, (tx, slug, section) => addSection(tx, c.var.actor, slug, section)),
  )
  .post('/reports/:report/sections/:section', act('work', 'editReportSection', 'Change a section of a report', ChangeForm), (c) =>
    take(c, { form: `f${idOf(c, 'section')}`, schema: ChangeForm, said: t.sectionSaved }, (tx, slug, section) =>
      saveSection(tx, c.var.actor, slug, idOf(c, 'section'), section),
    ),
  )
  .post('/reports/:report/sections/:section/move', act('work', 'moveReportSection', 'Move a section of a report', MoveForm), (c) =>
    take(c, { form: `f${idOf(c, 'section')}`, schema: MoveForm, said: t.sectionMoved }, (tx, slug, { to }) =>
      moveSection(tx, c.var.actor, slug, idOf(c, 'section'), to),
    ),
  )
  .post('/reports/:report/sections/:section/remove', act('work', 'removeReportSection', 'Remove a section of a report'), (c) =>
    take(c, { form: '', schema: z.object({}), said: t.sectionRemoved }, (tx, slug) =>
      removeSection(tx, c.var.actor, slug, idOf(c, 'section')),
    ),
  )
  .post('/reports/:report/freeze', act('work', 'freezeReportFigures', 'Freeze the figures of a report'), (c) =>
    actOn(c, t.numbersLocked, (tx, slug) => freezeReport(tx, c.var.actor, slug)),
  )
  .post('/reports/:report/thaw', act('work', 'unfreezeReportFigures', 'Unfreeze the figures of a report'), (c) =>
    actOn(c, t.numbersUnlocked, (tx, slug) => thawReport(tx, c.var.actor, slug)),
  )
  .post('/reports/:report/approve', act('will', 'approveReportEdition', 'Approve a report', ApproveForm), async (c) => {
    await getKeptReport(c.var.db, c.var.actor, slugOf(c))
    return refusable(c, () => showReport(c), 'approve').take(ApproveForm, async (approval) => {
      await c.var.write((tx) => approveReport(tx, c.var.actor, slugOf(c), approval))
      return done(c, reportPath(slugOf(c)), t.reportApprovedLiaison)
    })
  })
  .post('/reports/:report/reopen', act('work', 'reopenReport', 'Begin a new edition of a report'), (c) =>
    actOn(c, t.newEditionStarted, (tx, slug) => reopenReport(tx, c.var.actor, slug)),
  )
  .post(
    '/reports/:report/publish',
    act('work', 'setReportReaders', 'Show a report to everyone, or to its own readers', PublishForm),
    async (c) => {
      const { public: open } = readForm(PublishForm, await bodyOf(c))
      const said = open ? t.everyoneCanReadReportNow : t.theGroupAndItsUserGroups
      return actOn(c, said, (tx, slug) => publishReport(tx, c.var.actor, slug, open))
    },
  )
