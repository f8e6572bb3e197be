import * as z from 'zod'
import { missing, NotFound } from '../../errors.ts'
import { findHolders, findOwnTerm, listColleagues, listStandIns } from '../../groups/queries.ts'
import { line, lines, orEmpty, readForm } from '../../lib/ui/forms.ts'
import { readUpload } from '../../lib/ui/upload.ts'
import { act, bodyOf, type C, decideHere, done, idOf, mailed, pageOf, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayNameStandIn } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { withdrawSubmission } from '../briefs/handing-actions.ts'
import { promiseFields } from '../commitments/pages.tsx'
import { listProducts } from '../commitments/queries.ts'
import { getDeskGroup, getVendorGroup } from '../queries.ts'
import { listToSign } from '../signing/queries.ts'
import { answerItem, ask, moveDue, promiseItem, requireAnswering, takeSheet } from './actions.ts'
import { AnswerPage } from './answering.tsx'
import { dropDraft, reviewDraft, saveDraft, setTracker } from './demand-actions.ts'
import { findDraft, listDemand } from './demand-queries.ts'
import { demandOrders, usualOrder } from './demand-rules.ts'
import { getSubmission, listOpenQuestions, listSubmissions } from './queries.ts'
import type { OwnAway } from './stand-ins.tsx'
import { DeskPage, ReturnPage, SubmissionPage, WithdrawPage } from './views.tsx'

const t = textsOf('advocacy', 'desk')
const demandTexts = textsOf('advocacy', 'demand')

const DueForm = z.object({ dueOn: z.iso.date() })
const TextForm = z.object({ text: lines(20_000) })
const SheetForm = z.object({ file: z.instanceof(File).optional() })

const text = (longest: number) => line(longest).default('')

/** What an answer is made of, as typed; whether it counts is decided in rules. */
export const answerFields = {
  class: text(60),
  reason: lines(10_000).default(''),
  release: text(100),
  nextReview: text(40),
  cost: text(20),
  question: lines(5_000).default(''),
  readers: text(60),
  from: text(40),
}
const Answer = z.object({ ...answerFields, seen: line(20).optional(), do: z.enum(['publish', 'draft']).default('publish') })
const QuestionForm = z.object({ question: lines(5_000) })
const PromiseForm = z.object(promiseFields)
const ReviewForm = z.object({ written: z.iso.datetime() })
const TrackerFields = z.object({ trackerNumber: orEmpty(line(60)), trackerLink: orEmpty(line(500)) })

async function showAnswer(c: C) {
  const { db, actor } = c.var
  const submission = await getSubmission(db, actor, idOf(c, 'submission'))
  const item = submission.items.find(({ requestId }) => requestId === idOf(c, 'request'))
  if (!item || submission.withdrawnAt || !(submission.guest || submission.leads)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { rule, vendorId, productId } = await getVendorGroup(db, submission.groupId)
  return c.var.page(
    t.answer2({ requestId: item.requestId }),
    <AnswerPage
      {...{ submission, item }}
      usual={rule.readers}
      draft={submission.guest ? await findDraft(db, item.id) : undefined}
      promising={submission.guest ? { products: await listProducts(db, vendorId), productId, today: todayOf(actor) } : undefined}
      personId={actor.personId}
    />,
  )
}

/** What was handed over of one request: its numbers, its page, and its place on the page of all of it. */
function itemOf(c: C) {
  const [submissionId, requestId] = [idOf(c, 'submission'), idOf(c, 'request')]
  const all = `/submissions/${submissionId}`
  return { submissionId, requestId, page: `${all}/requests/${requestId}`, here: `${all}#r${requestId}` }
}

async function showSubmission(c: C) {
  const submission = await getSubmission(c.var.db, c.var.actor, idOf(c, 'submission'))
  const standIns = submission.inGroup ? await listStandIns(c.var.db, submission.groupId, todayOf(c.var.actor)) : []
  return c.var.page(submission.content.title, <SubmissionPage {...{ submission, standIns }} today={todayOf(c.var.actor)} />)
}

/** Who stands in for a guest, as that guest sees it. */
async function readAway(c: C, groupId: number, standIns: OwnAway['standIns']): Promise<OwnAway> {
  const { db, actor } = c.var
  const today = todayOf(actor)
  const own = mayNameStandIn(actor, groupId) ? await findOwnTerm(db, actor, groupId) : undefined
  const colleagues = own && (await listColleagues(db, { groupId, personId: own.personId }, today))
  return { personId: actor.personId ?? 0, standIns, colleagues, today }
}

/** What was sent to the vendor: the first page of its guests, and the group's own. */
export async function showDesk(c: C, slug: string | undefined) {
  const { db, actor } = c.var
  const group = await getDeskGroup(db, actor, slug)
  const page = pageOf(c)
  const order = demandOrders.find((one) => one === c.req.query('order')) ?? usualOrder(group.guest)
  const all = c.req.query('all') === 'on'
  const standIns = await listStandIns(db, group.id, todayOf(actor))
  return c.var.page(
    group.guest ? t.yourDesk : t.sentToTheVendor,
    <DeskPage
      group={group}
      found={await listSubmissions(db, group.id, { page })}
      questions={await listOpenQuestions(db, [group.id])}
      toSign={group.guest || group.leads ? await listToSign(db, group.id, group.guest ? 'vendor' : 'group') : []}
      hosts={group.guest ? (await findHolders(db, group.id, ['coordinator', 'deputy'], actor.at)).map(({ name }) => name) : []}
      demand={await listDemand(db, group.id, actor.at, { order, all })}
      away={group.guest ? await readAway(c, group.id, standIns) : undefined}
      today={todayOf(actor)}
      {...{ order, all, page, standIns }}
    />,
  )
}

export const deskPages = pages()
  .get('/desk', (c) => showDesk(c, c.req.query('group')))
  .get('/submissions/:submission', (c) => showSubmission(c))
  .get('/submissions/:submission/withdraw', async (c) => {
    const submission = await getSubmission(c.var.db, c.var.actor, idOf(c, 'submission'))
    if (!submission.leads || submission.withdrawnAt) throw new NotFound(refusals.thereIsNoSuchPage)
    return c.var.page(t.withdrawPackage, <WithdrawPage submission={submission} />)
  })
  .post('/submissions/:submission/withdraw', act('work', 'withdrawSubmission', 'Withdraw what was sent to the vendor'), async (c) => {
    await c.var.write((tx) => withdrawSubmission(tx, c.var.actor, idOf(c, 'submission')))
    return done(c, `/submissions/${idOf(c, 'submission')}`, t.packageWithdrawn)
  })
  .get('/submissions/:submission/requests/:request', (c) => showAnswer(c))
  .post(
    '/submissions/:submission/requests/:request',
    twin('will', 'POST /submissions/{submission}/requests/{request}/answer'),
    async (c) => {
      const { submissionId, requestId, page, here } = itemOf(c)
      return refusable(c, () => showAnswer(c), 'answer').run(async (body) => {
        await getSubmission(c.var.db, c.var.actor, submissionId)
        const { do: what, seen, ...given } = readForm(Answer, body)
        if (what === 'draft') {
          await c.var.write((tx) => saveDraft(tx, c.var.actor, submissionId, requestId, given))
          return done(c, page, demandTexts.draftSaved)
        }
        await c.var.write((tx) => answerItem(tx, c.var.actor, submissionId, requestId, given, seen))
        return done(c, here, t.answerPublished)
      })
    },
  )
  .post(
    '/submissions/:submission/requests/:request/questions',
    twin('will', 'POST /submissions/{submission}/requests/{request}/questions'),
    async (c) => {
      const { submissionId, requestId, here } = itemOf(c)
      requireAnswering(await getSubmission(c.var.db, c.var.actor, submissionId))
      return refusable(c, () => showAnswer(c), 'ask').take(QuestionForm, async ({ question }) => {
        await c.var.write((tx) => ask(tx, c.var.actor, submissionId, requestId, question))
        return done(c, here, t.questionSentGroup)
      })
    },
  )
  .post(
    '/submissions/:submission/requests/:request/promise',
    act('will', 'promiseRequest', 'Promise a request that was sent to me', PromiseForm),
    async (c) => {
      const { submissionId, requestId } = itemOf(c)
      if (!(await getSubmission(c.var.db, c.var.actor, submissionId)).guest) throw new NotFound(refusals.thereIsNoSuchPage)
      return refusable(c, () => showAnswer(c), 'promise').take(PromiseForm, async (facts) => {
        const id = await c.var.write((tx) => promiseItem(tx, c.var.actor, submissionId, requestId, facts))
        return done(c, `/commitments/${id}`, mailed(c, t.promiseMade), id)
      })
    },
  )
  .post(
    '/submissions/:submission/requests/:request/review',
    act('will', 'reviewAnswerDraft', 'Mark the draft of an answer as reviewed', ReviewForm),
    async (c) => {
      const { submissionId, requestId, page } = itemOf(c)
      const { guest } = await getSubmission(c.var.db, c.var.actor, submissionId)
      if (!guest) throw new NotFound(refusals.thereIsNoSuchPage)
      const { written } = readForm(ReviewForm, await bodyOf(c))
      await c.var.write((tx) => reviewDraft(tx, c.var.actor, submissionId, requestId, new Date(written)))
      return done(c, page, demandTexts.reviewSaved)
    },
  )
  .post(
    '/submissions/:submission/requests/:request/discard',
    act('work', 'discardAnswerDraft', 'Discard a draft of an answer'),
    async (c) => {
      const { submissionId, requestId, page } = itemOf(c)
      await c.var.write((tx) => dropDraft(tx, c.var.actor, submissionId, requestId))
      return done(c, page, demandTexts.draftDiscarded)
    },
  )
  .post(
    '/submissions/:submission/requests/:request/tracker',
    act('work', 'setTracker', 'Set the number and link in the vendor’s tracker', TrackerFields),
    async (c) => {
      const { submissionId, requestId, page } = itemOf(c)
      const { guest, leads } = await getSubmission(c.var.db, c.var.actor, submissionId)
      if (!guest && !leads) throw new NotFound(refusals.thereIsNoSuchPage)
      return refusable(c, () => showAnswer(c), 'tracker').take(TrackerFields, async (typed) => {
        const said = { number: typed.trackerNumber, link: typed.trackerLink }
        await c.var.write((tx) => setTracker(tx, c.var.actor, submissionId, requestId, said))
        return done(c, page, demandTexts.trackerSaved)
      })
    },
  )
  .post(
    '/submissions/:submission/requests/:request/due',
    act('work', 'setAnswerDueDay', 'Change the day on which an answer is due', DueForm),
    async (c) => {
      const { submissionId, requestId, here } = itemOf(c)
      if (!(await getSubmission(c.var.db, c.var.actor, submissionId)).leads) throw new NotFound(t.packageNotFound)
      return refusable(c, () => showAnswer(c), 'due').take(DueForm, async ({ dueOn }) => {
        await c.var.write((tx) => moveDue(tx, c.var.actor, submissionId, requestId, dueOn))
        return done(c, here, t.moved)
      })
    },
  )
  .post(
    '/submissions/:submission/questions/:question',
    act('will', 'answerVendorQuestion', 'Answer a question of the vendor', TextForm),
    async (c) => {
      const { id, content } = await getSubmission(c.var.db, c.var.actor, idOf(c, 'submission'))
      const question = idOf(c, 'question')
      return refusable(c, () => showSubmission(c), `q${question}`).take(TextForm, ({ text: said }) => {
        const decided = { what: 'vendorQuestion', id: question, title: content.title, choice: 'yes', reason: said } as const
        return decideHere(c, { ...decided, to: `/submissions/${id}`, said: mailed(c, t.answerSentVendorsGuestsGet) })
      })
    },
  )
  .post(
    '/submissions/:submission/returns',
    act('will', 'readReturnedSheet', 'Import the completed spreadsheet', SheetForm, { files: ['file'] }),
    async (c) => {
      const { db, actor, write } = c.var
      const { id } = await getSubmission(db, actor, idOf(c, 'submission'))
      return refusable(c, () => showSubmission(c), 'up').run(async (body) => {
        const { table, filename } = await readUpload(body, t.chooseTheFilledSpreadsheet)
        await write((tx) => takeSheet(tx, actor, id, table, { door: 'sheet', filename }))
        const { returns } = await getSubmission(db, actor, id)
        return done(c, `/submissions/${id}/returns/${returns[0]?.id}`)
      })
    },
  )
  .get('/submissions/:submission/returns/:return', async (c) => {
    const submission = await getSubmission(c.var.db, c.var.actor, idOf(c, 'submission'))
    const one = submission.returns.find(({ id }) => id === idOf(c, 'return')) ?? missing(refusals.thereIsNoSuchPage)
    return c.var.page(t.answersReceived, <ReturnPage submission={submission} one={one} />)
  })
