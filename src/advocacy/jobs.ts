import { readRaw } from '../archive/queries.ts'
import { setFirstCosts } from '../ballots/actions.ts'
import { listOptions } from '../ballots/queries.ts'
import { Refusal } from '../errors.ts'
import { findHolders, loadActor } from '../groups/queries.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { type Db, idsOf, type Tx } from '../lib/db/rows.ts'
import type { ParsedMessage } from '../lib/mail/message.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { renderPdf } from '../lib/print/pdf.ts'
import { readTable } from '../lib/sheet/read.ts'
import { SheetError, type Table } from '../lib/sheet/table.ts'
import { sealReply } from '../lib/token/seal.ts'
import type { Locale } from '../lib/ui/format.ts'
import { inLanguage } from '../lib/ui/language.ts'
import { sendLetter } from '../outbox/actions.ts'
import type { Addressee, Letter } from '../outbox/rules.ts'
import { mayCollate } from '../policy.ts'
import type { TaskContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { indexAnswer } from './answers/actions.ts'
import { listCosts } from './answers/queries.ts'
import { draftBrief } from './briefs/draft-actions.ts'
import { type Edition, fileName, printBrief, sheetOfBrief } from './briefs/files.ts'
import { getSubmittedVersion } from './briefs/queries.ts'
import type { BriefContent } from './briefs/rules.ts'
import { findReader } from './core/queries.ts'
import { decideReminder } from './core/rules.ts'
import { answerQuestion, markReminded, markWithdrawn, takeMailed, takeSheet } from './desk/actions.ts'
import { listDemand } from './desk/demand-queries.ts'
import {
  findInboundRaw,
  findItem,
  findQuestion,
  findSubmission,
  listDueItems,
  listItems,
  listLateAnswers,
  listWithdrawnQuotes,
  type SubmissionRow,
} from './desk/queries.ts'
import * as mails from './mails.ts'
import { getVendorGroup, listGuests, listReached } from './queries.ts'
import { listStrays, readReply } from './reply-reader-rules.ts'
import { indexAround } from './search-actions.ts'
import { noteAsking } from './signing/actions.ts'
import { listSigners, signingAddress } from './signing/jobs.ts'
import { listToSign } from './signing/queries.ts'

const day = 86_400_000
const hour = 3_600
// Answers are given weeks after the question, and late ones too.
const tokenDays = 400
const refusalsPerSubmission = 4
const largestFiles = 8 * 1024 * 1024

const replyAddress = ({ site, now }: TaskContext, purpose: 'submission' | 'submissionItem' | 'vendorQuestion', id: number): string =>
  `reply+${sealReply(site.secret, purpose, id, new Date(now().getTime() + tokenDays * day))}@${site.mailDomain}`

const aboutOf = ({ site }: TaskContext, { id, title, group }: SubmissionRow): mails.About => ({
  title,
  group,
  link: `${site.baseUrl}/submissions/${id}`,
})

/** The champion, while they work in the group, and those who lead it, each once. */
async function listLeaders(db: Db, { groupId, championId }: { groupId: number; championId: number }, at: Date): Promise<Addressee[]> {
  const holders = await findHolders(db, groupId, ['coordinator', 'deputy'], at)
  if (holders.some(({ id }) => id === championId)) return holders
  const champion = await findReader(db, championId, at)
  return champion && mayCollate(champion.actor, groupId) ? [...holders, champion.to] : holders
}

const send = (tx: Tx, { site, now }: TaskContext, letter: Letter) => sendLetter(tx, site, now(), letter)

/** Writes to each of some people. */
const sendAll = (context: TaskContext, people: readonly Addressee[], compose: (to: Addressee) => Letter) =>
  context.write(async (tx) => {
    for (const to of people) await send(tx, context, compose(to))
  })

/** A brief as it goes by mail, in the language of whoever is answered: without the PDF where both are too large. */
async function filesOf(content: BriefContent, edition: Edition) {
  const files = [
    { filename: fileName(edition, 'pdf'), type: 'application/pdf', content: new Uint8Array(renderPdf(printBrief(content, edition))) },
    {
      filename: fileName(edition, 'xlsx'),
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await sheetOfBrief(content, edition),
    },
  ]
  return files.reduce((sum, file) => sum + file.content.length, 0) <= largestFiles ? files : files.slice(1)
}

/** What was handed over, and those of its guests who are so today. */
async function readHanded({ db, now }: TaskContext, { id, groupId }: SubmissionRow) {
  const { personIds, ...version } = await getSubmittedVersion(db, id)
  const guests = await listReached(db, groupId, now(), personIds)
  return { ...version, guests }
}

/** A brief goes to the guests that it is handed over to, with its files, unless they are too large for a mail. */
export async function handedOver({ submissionId }: { submissionId: number }, context: TaskContext): Promise<void> {
  const submission = await findSubmission(context.db, submissionId)
  if (!submission || submission.withdrawnAt) return
  const { content, edition, guests } = await readHanded(context, submission)
  const about = { ...aboutOf(context, submission), note: submission.note, dueOn: submission.dueOn, requests: content.pages }
  const replyTo = replyAddress(context, 'submission', submissionId)
  const files = new Map<string, Awaited<ReturnType<typeof filesOf>>>()
  for (const locale of new Set(guests.map((guest) => guest.locale)))
    files.set(locale, await inLanguage(locale as Locale, () => filesOf(content, edition)))
  await sendAll(context, guests, (guest) => mails.briefHanded(guest, about, replyTo, files.get(guest.locale) ?? []))
}

/** The guests who got what is taken back since hear that nothing of it waits for them. */
export async function takenBack({ submissionId }: { submissionId: number }, context: TaskContext): Promise<void> {
  const submission = await findSubmission(context.db, submissionId)
  if (!submission) return
  const { guests } = await readHanded(context, submission)
  await sendAll(context, guests, (guest) => mails.packageWithdrawn(guest, aboutOf(context, submission)))
}

/** Reminds the vendor before answers are due, and tells the group the day after, or once jobs run again; each once. */
export async function remind(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  const due = await listDueItems(db, now(), 60)
  const bySubmission = Map.groupBy(due, ({ submissionId }) => submissionId)
  for (const [submissionId, items] of bySubmission) {
    const submission = await findSubmission(db, submissionId)
    if (!submission) continue
    const group = await getVendorGroup(db, submission.groupId)
    await remindVendor(context, submission, items, group.rule.remindDays)
    const late = (await listLateAnswers(db, submission.groupId, now())).filter(
      (item) => item.submissionId === submissionId && items.some(({ id, reminded }) => id === item.id && !reminded.includes(0)),
    )
    if (late.length === 0) continue
    const leaders = await listLeaders(db, submission, now())
    await write(async (tx) => {
      const told = await toldOf(late, (item) => markReminded(tx, item, 0))
      if (told.length === 0) return
      for (const leader of leaders) await send(tx, context, mails.answersLate(leader, aboutOf(context, submission), told))
    })
  }
}

/** Those of some items that are marked as told of just now. */
async function toldOf<Item>(items: readonly Item[], mark: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const told: Item[] = []
  for (const item of items) if (await mark(item)) told.push(item)
  return told
}

async function remindVendor(
  context: TaskContext,
  submission: SubmissionRow,
  items: Awaited<ReturnType<typeof listDueItems>>,
  remindDays: number[],
): Promise<void> {
  const { db, write, now } = context
  const open = (await listItems(db, submission.id, now())).filter(({ state }) => state === 'waiting')
  const wanted = open.flatMap((item) => {
    const days = items.some(({ id }) => id === item.id) ? decideReminder(item, remindDays, utcDay(now())) : undefined
    return days === undefined ? [] : [{ ...item, days }]
  })
  const guests = await listReached(db, submission.groupId, now())
  for (const [dueOn, of] of Map.groupBy(wanted, (item) => item.dueOn)) {
    await write(async (tx) => {
      const requests = await toldOf(of, (item) => markReminded(tx, item, item.days))
      const [first, ...others] = requests
      if (!first) return
      const replyTo =
        others.length === 0 ? replyAddress(context, 'submissionItem', first.id) : replyAddress(context, 'submission', submission.id)
      const about = { ...aboutOf(context, submission), dueOn, requests }
      for (const guest of guests) await send(tx, context, mails.answersDue(guest, about, replyTo))
    })
  }
}

/** Those who lead the group are asked to confirm what has come, each by its number in the letter that tells of it. */
async function askFor(tx: Tx, { id, groupId }: SubmissionRow, at: Date) {
  const fresh = (await listToSign(tx, groupId, 'group')).filter((one) => one.submissionId === id && one.askingId === null)
  const wordIds = fresh.map(({ wordId }) => wordId)
  const askingId = wordIds.length > 0 ? await noteAsking(tx, groupId, 'group', wordIds, at) : undefined
  const numbers = new Map(fresh.map((one, i) => [one.id, i + 1]))
  return { askingId, numberOf: (answerId: number) => numbers.get(answerId) }
}

/** Answers have come: those who lead the group hear of them together, some minutes after the last. */
export async function answered({ submissionId }: { submissionId: number }, context: TaskContext): Promise<void> {
  const { db, write, now, site } = context
  const submission = await findSubmission(db, submissionId)
  if (!submission) return
  const items = await listItems(db, submissionId, now())
  const answers = items.flatMap(({ requestId, title, answer }) => (answer ? [{ requestId, title, answer }] : []))
  const open = items.filter(({ answer }) => !answer).map(({ requestId, title, note }) => ({ requestId, title, note }))
  if (answers.length === 0) return
  const about = { ...aboutOf(context, submission), telling: `${site.baseUrl}/telling?group=${submission.groupSlug}` }
  const leaders = await listLeaders(db, submission, now())
  const signers = idsOf(await listSigners(db, submission.groupId, 'group', now()))
  await write(async (tx) => {
    const { askingId, numberOf } = await askFor(tx, submission, now())
    const said = answers.map((one) => ({ ...one, number: numberOf(one.answer.id) }))
    const replyTo = askingId === undefined ? undefined : signingAddress(context, askingId)
    for (const leader of leaders)
      await send(tx, context, mails.answersCame(leader, about, said, open, signers.includes(leader.id) ? replyTo : undefined))
  })
}

type Question = NonNullable<Awaited<ReturnType<typeof findQuestion>>>

async function aboutQuestion({ db, site }: TaskContext, { title, groupId, submissionId, requestId }: Question): Promise<mails.About> {
  const { name: group } = await getVendorGroup(db, groupId)
  return { title, group, link: `${site.baseUrl}/submissions/${submissionId}#r${requestId}` }
}

/** A question of the vendor's goes to those who can answer it. */
export async function asked({ questionId }: { questionId: number }, context: TaskContext): Promise<void> {
  const { db, now } = context
  const question = await findQuestion(db, questionId)
  if (!question || question.answeredAt) return
  const about = await aboutQuestion(context, question)
  const replyTo = replyAddress(context, 'vendorQuestion', questionId)
  const leaders = await listLeaders(db, question, now())
  const { asker, text } = question
  await sendAll(context, leaders, (leader) => mails.vendorAsks(leader, about, { asker, question: text }, replyTo))
}

/** The group's answer goes to the vendor's guests. */
export async function questionAnswered({ questionId }: { questionId: number }, context: TaskContext): Promise<void> {
  const { db, now } = context
  const question = await findQuestion(db, questionId)
  if (!question?.answer || question.withdrawnAt) return
  const about = await aboutQuestion(context, question)
  const replyTo = replyAddress(context, 'submissionItem', question.itemId)
  const said = { question: question.text, answer: question.answer }
  const guests = await listReached(db, question.groupId, now())
  await sendAll(context, guests, (guest) => mails.groupAnswers(guest, about, said, replyTo))
}

/** Who has become a guest hears what that means. */
export async function invited({ groupId, personId }: { groupId: number; personId: number }, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  const group = await getVendorGroup(db, groupId)
  const guest = (await listGuests(db, groupId, now())).find(({ id }) => id === personId)
  if (!guest) return
  // Who takes over from a colleague finds what was sent before they came.
  const waiting = (await listDemand(db, groupId, now())).filter(({ state }) => state === 'waiting' || state === 'late')
  const late = waiting.filter(({ state }) => state === 'late').length
  const about = { group: group.name, link: `${site.baseUrl}/desk?group=${group.slug}`, waiting: waiting.length, late }
  await write((tx) => send(tx, context, mails.guestInvited(guest, about)))
}

/** An answer may be read by more from now on: it is found by them too. */
export const widen = ({ answerId }: { answerId: number }, { write, now }: TaskContext): Promise<void> =>
  write((tx) => indexAnswer(tx, answerId, now()))

/** What went from one round of a cycle to the next gets the costs that the vendor has named already. */
export const costs = ({ ballotId }: { ballotId: number }, { write }: TaskContext): Promise<void> =>
  write(async (tx) => {
    const requestIds = (await listOptions(tx, ballotId)).flatMap(({ requestId }) => requestId ?? [])
    const said = await listCosts(tx, requestIds)
    await setFirstCosts(
      tx,
      ballotId,
      said.map(({ requestId, points, note }) => ({ requestId, cost: points, solution: note })),
    )
  })

/** Who may read a request has changed, or hears of what was promised from now on: what is found of it is for the same. */
export const refind = ({ requestId }: { requestId: number }, { write, now }: TaskContext): Promise<void> =>
  write((tx) => indexAround(tx, requestId, now()))

/** Champions hear of quotes that were withdrawn after the brief went out. */
export async function withdrawn(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  for (const { submissionId, caseId, requestIds } of await listWithdrawnQuotes(db)) {
    const submission = await findSubmission(db, submissionId)
    if (!submission) continue
    const leaders = await listLeaders(db, submission, now())
    await write(async (tx) => {
      if (!(await markWithdrawn(tx, submissionId, caseId, now()))) return
      for (const leader of leaders) await send(tx, context, mails.quoteWithdrawn(leader, aboutOf(context, submission), requestIds))
    })
  }
}

export interface ReplyMail {
  inboundId: number
  /** Questions wait here from before their answers were taken at once. */
  purpose: 'submission' | 'submissionItem' | 'vendorQuestion'
  id: number
  /** In lower case, as the mail says. */
  from: string
  /** Who wrote, as the gate for answers says; null where it refused them. */
  personId: number | null
}

/** An answer by mail of the vendor to what was handed over. */
export async function reply(mail: ReplyMail, context: TaskContext): Promise<void> {
  const { db, now, parser } = context
  const rawId = await findInboundRaw(db, mail.inboundId)
  if (rawId === undefined) return
  const actor = !mail.personId ? undefined : await loadActor(db, mail.personId, now(), 'mail')
  const message = await parser.parse(await readRaw(db, rawId))
  // What is wrong with it is written to who answered, in their language.
  await inLanguage(actor?.locale ?? 'en', () =>
    mail.purpose === 'vendorQuestion'
      ? takeGroupsAnswer(mail.id, actor, message, context)
      : takeVendorsAnswer(mail, actor, message, context),
  )
}

type Answerer = Awaited<ReturnType<typeof loadActor>>

async function takeVendorsAnswer(mail: ReplyMail, actor: Answerer, message: ParsedMessage, context: TaskContext): Promise<void> {
  const { db, now } = context
  const found = await findAsked(db, mail)
  if (!found) return
  const { submission, requestIds } = found
  const isGuest = actor && (await listGuests(db, submission.groupId, now())).some(({ id }) => id === actor.personId)
  if (!actor || !(isGuest || actor.grants.some((grant) => grant.groupId === submission.groupId)))
    return refuseStranger(context, submission, mail.from)
  const to = { id: actor.personId as number, name: actor.name, email: mail.from, locale: actor.locale }
  const again = replyAddress(context, mail.purpose, mail.id)
  const about = aboutOf(context, submission)
  try {
    const file = message.attachments.find(({ filename }) => isSheet(filename))
    const sheet = file && { table: await inLanguage(actor.locale, () => readTable(file.content)), filename: file.filename }
    await context.write(async (tx) => {
      const lines = await inLanguage(actor.locale, () => takeAnswers(tx, actor, submission.id, requestIds, { message, sheet }))
      // What this mail said nothing about waits as well.
      const open = (await listItems(tx, submission.id, now())).filter(({ answer }) => !answer).length
      const letter = lines
        ? mails.answersReceived(to, { ...about, open }, lines, again)
        : mails.answersRefused(to, about, 'no answer', again)
      await send(tx, context, letter)
    })
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof SheetError)) throw error
    const why = { sentence: error.message }
    await context.write((tx) => send(tx, context, mails.answersRefused(to, about, why, again)))
  }
}

async function takeGroupsAnswer(questionId: number, actor: Answerer, message: ParsedMessage, { write, log }: TaskContext): Promise<void> {
  const said = trimReply(message.text, message.html).visible.trim()
  if (!actor || said === '') return
  try {
    await write((tx) => answerQuestion(tx, actor, questionId, said.slice(0, 20_000)))
  } catch (error) {
    // Somebody was faster, or they are not in the group (any more): the page says so.
    if (!(error instanceof Refusal)) throw error
    log.info({ questionId, reason: error.message }, 'an answer by mail was not taken')
  }
}

async function findAsked(db: Db, { purpose, id }: ReplyMail) {
  if (purpose === 'submission') {
    const submission = await findSubmission(db, id)
    return submission && { submission, requestIds: (await listItems(db, id, new Date(0))).map(({ requestId }) => requestId) }
  }
  const item = await findItem(db, id)
  const submission = item && (await findSubmission(db, item.submissionId))
  return item && submission && { submission, requestIds: [item.requestId] }
}

const isSheet = (name: string): boolean => /\.(?:xlsx|csv|tsv)$/i.test(name)

/** A filled spreadsheet counts before the words around it; without one, the words that are not quoted. */
async function takeAnswers(
  tx: Tx,
  actor: NonNullable<Answerer>,
  submissionId: number,
  requestIds: number[],
  { message, sheet }: { message: ParsedMessage; sheet: { table: Table; filename: string } | undefined },
): Promise<mails.ReturnLine[] | undefined> {
  if (sheet) return takeSheet(tx, actor, submissionId, sheet.table, { door: 'mail', filename: sheet.filename })
  const { visible } = trimReply(message.text, message.html)
  const [answers, strays] = [readReply(visible, requestIds), listStrays(visible, requestIds)]
  return answers.size + strays.length > 0 ? takeMailed(tx, actor, submissionId, answers, strays) : undefined
}

/** A mail from somebody else: nothing is changed, and the guests hear of it, a few times an hour at most. */
async function refuseStranger(context: TaskContext, submission: SubmissionRow, from: string): Promise<void> {
  const { db, write, now } = context
  const guests = await listReached(db, submission.groupId, now())
  await write(async (tx) => {
    if (!(await takeTurn(tx, `vendor.stranger:${submission.id}`, refusalsPerSubmission, hour, now()))) return
    const again = replyAddress(context, 'submission', submission.id)
    for (const guest of guests)
      await send(tx, context, mails.answersRefused(guest, aboutOf(context, submission), { wrongSender: from }, again))
  })
}

/** A third institution has the same trouble: a package is drafted, and waits for who may send it. */
export async function draft({ requestId }: { requestId: number }, { write, now }: TaskContext): Promise<void> {
  await write((tx) => draftBrief(tx, now(), requestId))
}
