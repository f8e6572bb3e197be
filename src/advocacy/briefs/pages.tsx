import * as z from 'zod'
import { Invalid, missing, NotFound, notAllowedIf } from '../../errors.ts'
import { listOwners } from '../../groups/queries.ts'
import { renderPdf } from '../../lib/print/pdf.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { ifSent, keeping, line, lines, many, orEmpty, readForm, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, mailed, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { todayOf } from '../../time.ts'
import { dueOn } from '../core/rules.ts'
import { slugOf } from '../group-pages.tsx'
import { type DeskGroup, getWorkGroup, listDeskGroups, listGuests } from '../queries.ts'
import { addRequests, changeBrief, closeBrief, keepBrief, removeRequest, reopenBrief, savePage, startBrief } from './actions.ts'
import { listCasesOf } from './compose-queries.ts'
import { fileName, printBrief, sheetOfBrief } from './files.ts'
import { HandOverPage } from './hand-over-view.tsx'
import { handOver } from './handing-actions.ts'
import { getBrief, getSubmittedVersion, getVersion, listBriefs, listChoices, listTitled } from './queries.ts'
import { AddPage, RequestPage } from './request-views.tsx'
import { whyNotWork } from './rules.ts'
import { VersionPage } from './version.tsx'
import { BriefForm, BriefsPage, BriefWorkPage } from './views.tsx'

const t = textsOf('advocacy', 'briefs')
const board = textsOf('requests', 'board')

const AddForm = z.object({ requestId: many(whole()) })

export const BriefFields = z.object({
  title: line(200),
  purpose: lines(20_000).default(''),
  championId: whole().optional(),
  group: line(40).optional(),
  requestId: many(whole()),
})

const BriefChange = z.object({ ...keeping(BriefFields.shape), championId: ifSent(whole()) })

/** A package for the vendor, begun. */
export const beginBriefForm = act('work', 'createBrief', 'Begin a package for the vendor', BriefFields)
const CloseForm = z.object({ again: z.enum(['yes', 'no']).default('no') })
const PageFields = z.object({
  ask: orEmpty(lines(10_000)),
  evidence: orEmpty(lines(20_000)),
  caseIds: ifSent(many(whole())),
  position: ifSent(whole()),
})
const HandOverFields = z.object({
  personIds: many(whole()),
  toName: line(300).default(''),
  how: line(200).default(''),
  note: lines(2_000).default(''),
  on: z.iso.date(),
  dueOn: z.iso.date(),
})

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The group of a brief, with what this person may do there. */
async function groupOf(c: C, groupId: number): Promise<DeskGroup> {
  const group = (await listDeskGroups(c.var.db, c.var.actor)).find(({ id }) => id === groupId)
  if (!group?.inGroup) throw new NotFound(t.packageNotFound2)
  return group
}

const peopleOf = (c: C, groupId: number) => listOwners(c.var.db, groupId, c.var.actor.at)

/** A package that is worked on: there is nothing to fill in for one that is closed. */
async function openBrief(c: C) {
  const brief = await getBrief(c.var.db, c.var.actor, idOf(c, 'brief'))
  notAllowedIf(whyNotWork(brief))
  return brief
}

async function showForm(c: C) {
  const brief = await openBrief(c)
  const group = await groupOf(c, brief.groupId)
  return c.var.page(t.editPackage, <BriefForm group={group} brief={brief} people={await peopleOf(c, brief.groupId)} />)
}

async function showRequest(c: C) {
  const { db } = c.var
  const brief = await openBrief(c)
  const request = brief.requests.find(({ requestId }) => requestId === idOf(c, 'request')) ?? missing(t.thisRequestIsNotInThe)
  return c.var.page(request.title, <RequestPage brief={brief} request={request} cases={await listCasesOf(db, request.requestId)} />)
}

async function showHandOver(c: C) {
  const { db, actor } = c.var
  const brief = await getBrief(db, actor, idOf(c, 'brief'))
  if (!brief.mayHandOver || brief.closedAt) throw new NotFound(refusals.thereIsNoSuchPage)
  const group = await groupOf(c, brief.groupId)
  const today = todayOf(actor)
  // Who stands in for somebody gets what is sent to them.
  const guests = (await listGuests(db, group.id, actor.at)).filter(({ standIn }) => !standIn)
  const due = dueOn(today, group.rule.answerMonths)
  return c.var.page(t.handOver, <HandOverPage {...{ brief, group, guests, today }} dueOn={due} />)
}

/** The form of a new package, with the requests that it begins with: from the board, or as a form that was refused brought them. */
async function showNew(c: C, slug: string | undefined) {
  const { db, actor, refused } = c.var
  const group = await getWorkGroup(db, actor, slug)
  const asked = refused ? [refused.typed.requestId ?? []].flat() : (c.req.queries('request') ?? [])
  return c.var.page(t.newBrief, <BriefForm group={group} requests={await listTitled(db, group.id, idsIn(asked).slice(0, 200))} />)
}

/** Numbers of requests that an address or a form names. */
const idsIn = (said: readonly string[]): number[] => said.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)

async function showAdding(c: C, search: string) {
  const { db, refused } = c.var
  const brief = await openBrief(c)
  const ticked = refused ? [refused.typed.requestId ?? []].flat() : (c.req.queries('requestId') ?? [])
  const chosen = await listTitled(db, brief.groupId, idsIn(ticked).slice(0, 200))
  const choices = await listChoices(db, brief.groupId, { search })
  return c.var.page(t.addRequests, <AddPage {...{ brief, choices, search, chosen }} />)
}

export const briefPages = pages()
  .get('/briefs', async (c) => {
    const { db, actor } = c.var
    const group = await getWorkGroup(db, actor, c.req.query('group'))
    const page = pageOf(c)
    return c.var.page(t.briefs, <BriefsPage group={group} page={page} found={await listBriefs(db, group.id, { page })} />)
  })
  .get('/briefs/new', (c) => showNew(c, c.req.query('group')))
  .post('/briefs', beginBriefForm, async (c) => {
    const { db, actor, write } = c.var
    const slug = slugOf(await bodyOf(c))
    return refusable(c, () => showNew(c, slug)).take(BriefFields, async ({ title, purpose, requestId }) => {
      const group = await getWorkGroup(db, actor, slug)
      const id = await write(async (tx) => {
        const made = await startBrief(tx, actor, { groupId: group.id, title, purpose })
        if (requestId.length > 0) await addRequests(tx, actor, made, requestId)
        return made
      })
      return done(c, `/briefs/${id}`, t.packageCreated, id)
    })
  })
  .get('/briefs/:brief', async (c) => {
    const brief = await getBrief(c.var.db, c.var.actor, idOf(c, 'brief'))
    return c.var.page(brief.title, <BriefWorkPage brief={brief} group={await groupOf(c, brief.groupId)} />)
  })
  .get('/briefs/:brief/edit', (c) => showForm(c))
  .post('/briefs/:brief', act('work', 'editBrief', 'Change a package for the vendor', BriefChange), (c) =>
    refusable(c, () => showForm(c)).take(BriefChange, async (facts) => {
      await c.var.write((tx) => changeBrief(tx, c.var.actor, idOf(c, 'brief'), facts))
      return done(c, `/briefs/${idOf(c, 'brief')}`, t.saved)
    }),
  )
  .get('/briefs/:brief/add', (c) => showAdding(c, c.req.query('q') ?? ''))
  .post('/briefs/:brief/requests', act('work', 'addBriefRequests', 'Add requests to a package for the vendor', AddForm), (c) =>
    refusable(c, () => showAdding(c, '')).take(AddForm, async ({ requestId }) => {
      if (requestId.length === 0) throw new Invalid(refusals.pleaseLookAgain, { requestId: board.selectLeastOneRequest })
      const added = await c.var.write((tx) => addRequests(tx, c.var.actor, idOf(c, 'brief'), requestId))
      return done(c, `/briefs/${idOf(c, 'brief')}`, t.oneRequestAdded({ added }))
    }),
  )
  .get('/briefs/:brief/requests/:request', (c) => showRequest(c))
  .post('/briefs/:brief/requests/:request', act('work', 'editBriefPage', 'Write the page of a request in a package', PageFields), (c) =>
    refusable(c, () => showRequest(c)).take(PageFields, async (facts) => {
      await c.var.write((tx) => savePage(tx, c.var.actor, idOf(c, 'brief'), idOf(c, 'request'), facts))
      return done(c, `/briefs/${idOf(c, 'brief')}`, t.saved)
    }),
  )
  .post('/briefs/:brief/requests/:request/remove', act('work', 'removeBriefRequest', 'Remove a request from a package'), async (c) => {
    await c.var.write((tx) => removeRequest(tx, c.var.actor, idOf(c, 'brief'), idOf(c, 'request')))
    return done(c, `/briefs/${idOf(c, 'brief')}`, t.requestRemoved)
  })
  .post('/briefs/:brief/versions', act('work', 'saveBriefVersion', 'Keep a version of a package'), async (c) => {
    const number = await c.var.write((tx) => keepBrief(tx, c.var.actor, idOf(c, 'brief')))
    return done(c, `/briefs/${idOf(c, 'brief')}/versions/${number}`, t.versionSaved({ number }))
  })
  .post('/briefs/:brief/close', act('work', 'closeBrief', 'Close a package for the vendor, or open it again', CloseForm), async (c) => {
    const { again } = readForm(CloseForm, await bodyOf(c))
    await c.var.write((tx) => (again === 'yes' ? reopenBrief : closeBrief)(tx, c.var.actor, idOf(c, 'brief')))
    return done(c, `/briefs/${idOf(c, 'brief')}`, again === 'yes' ? t.packageOpened : t.packageClosed)
  })
  .get('/briefs/:brief/hand-over', (c) => showHandOver(c))
  .post('/briefs/:brief/hand-over', act('work', 'sendBrief', 'Send a package to the vendor', HandOverFields), (c) =>
    refusable(c, () => showHandOver(c)).take(HandOverFields, async ({ on, ...facts }) => {
      const { actor } = c.var
      const at = on === todayOf(actor) ? actor.at : new Date(`${on}T12:00:00Z`)
      const id = await c.var.write((tx) => handOver(tx, actor, idOf(c, 'brief'), { ...facts, at }))
      return done(c, `/submissions/${id}`, mailed(c, t.packageSent), id)
    }),
  )
  .get('/briefs/:brief/versions/:version', async (c) => {
    const version = await getVersion(c.var.db, c.var.actor, idOf(c, 'brief'), idOf(c, 'version'))
    return c.var.page(version.content.title, <VersionPage version={version} />)
  })
  .get('/briefs/:brief/versions/:version/brief.pdf', async (c) => {
    const { content, edition } = await editionOf(c)
    return sendFile(c, { name: fileName(edition, 'pdf'), type: 'application/pdf' }, renderPdf(printBrief(content, edition)))
  })
  .get('/briefs/:brief/versions/:version/brief.xlsx', async (c) => {
    const { content, edition } = await editionOf(c)
    return sendFile(c, { name: fileName(edition, 'xlsx'), type: xlsxType }, await sheetOfBrief(content, edition))
  })

/** A version as a file, with the day on which answers are due where it was handed over. */
async function editionOf(c: C) {
  const version = await getVersion(c.var.db, c.var.actor, idOf(c, 'brief'), idOf(c, 'version'))
  const { briefId, number, madeAt } = version
  const submitted = version.submissionId === null ? undefined : await getSubmittedVersion(c.var.db, version.submissionId)
  return { content: version.content, edition: { briefId, number, madeAt, dueOn: submitted?.edition.dueOn } }
}
