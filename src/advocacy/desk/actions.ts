import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, missing, NotAllowed, NotFound, refuse } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertNew, insertRow, type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import type { AnswerDoor } from '../../lib/db/schema.ts'
import { keptOf, together } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate, mayLead, signsFor } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { askQuestion, takeAnswer } from '../answers/actions.ts'
import { classNames, faultsOf, type GivenAnswer, unreadOf } from '../answers/rules.ts'
import { keepCommitment, type NewCommitment } from '../commitments/actions.ts'
import { lastDayOf } from '../commitments/rules.ts'
import type { ReturnLine } from '../mails.ts'
import type { VendorGroup } from '../queries.ts'
import { matchRows, type Returned, readRows, type SheetRow, whyNotBrief, whyNotHeader } from '../reply-reader-rules.ts'
import { findQuestion, getSubmission, type Item, type Submission } from './queries.ts'

const notes = keptOf('advocacy', 'notes')

const t = textsOf('advocacy', 'desk')
const { classes } = textsOf('advocacy', 'pages')

/** @throws NotAllowed for who reads a submission and does not answer it */
export function requireAnswering({ guest, leads }: Pick<Submission, 'guest' | 'leads'>): void {
  if (!guest && !leads) throw new NotAllowed(t.theVendorsGuestsAnswerThe)
}

/** A submission that is answered now, its items locked: two files at the same instant take turns. */
async function answering(tx: Tx, actor: Actor, id: number): Promise<Submission> {
  await tx.selectFrom('submissionItem').select('id').where('submissionId', '=', id).orderBy('id').forUpdate().execute()
  const submission = await getSubmission(tx, actor, id)
  requireAnswering(submission)
  if (submission.withdrawnAt) throw new Conflict(t.groupWithdrewPackageDontHave)
  return submission
}

// Who answers one request after another is done after some minutes.
const quiet = 10 * 60_000

/** The group hears of answers together. */
const tellSoon = (tx: Tx, actor: Actor, submissionId: number): Promise<void> =>
  enqueue(tx, 'vendor.answered', { submissionId }, { key: `vendor.answered:${submissionId}`, runAt: new Date(actor.at.getTime() + quiet) })

const whoGives = (actor: Actor, submission: Submission, door: AnswerDoor) =>
  submission.guest ? { door, givenBy: actor.personId ?? undefined } : { door, givenName: submission.guests.join(', ') || submission.toName }

/**
 * A guest answers one request on the web.
 * @param seen the answer that the form showed, 0 for none: who would replace a colleague's that came meanwhile is told of it first
 * @returns the answer's id; undefined where the same was there already
 * @throws Invalid where it is no answer, with everything that was typed kept by the page
 */
export async function answerItem(tx: Tx, actor: Actor, submissionId: number, requestId: number, given: GivenAnswer, seen?: string) {
  const submission = await answering(tx, actor, submissionId)
  const item = itemOf(submission, requestId)
  if (seen !== undefined) refuseOvertaken(actor, item, given, seen)
  const asked = { groupId: submission.groupId, requestId, itemId: item.id }
  const taken = await takeAnswer(tx, actor, asked, given, whoGives(actor, submission, 'web'))
  // A cost or a question without an answer is something too.
  const said = taken.cost !== undefined || taken.question !== undefined
  const empty = given.class.trim() === '' && given.reason.trim() === ''
  const remarked = unreadOf(given)
  if (taken.open && !(said && empty)) throw new Invalid(refusals.pleaseLookAgain, { ...faultsOf(given, todayOf(actor)), ...remarked })
  if (taken.remarks.length > 0) throw new Invalid(refusals.pleaseLookAgain, remarked)
  if (taken.answerId === undefined) return undefined
  // What was published is no draft any more.
  await tx.deleteFrom('answerDraft').where('itemId', '=', item.id).execute()
  await tellSoon(tx, actor, submissionId)
  return taken.answerId
}

function itemOf({ items }: Submission, requestId: number): Item {
  return items.find((one) => one.requestId === requestId) ?? missing(t.requestNotSentVendor)
}

function refuseOvertaken(actor: Actor, { answer }: Item, given: GivenAnswer, seen: string): void {
  if (!answer || String(answer.id) === seen || answer.givenBy === actor.personId) return
  // The same words once more change nothing.
  if (classNames[answer.class] === given.class && answer.reason === given.reason.trim()) return
  const giver = answer.giver ?? (answer.givenName || t.theVendor)
  refuse('class', t.answeredMeanwhile({ giver, answer: classes[answer.class] }))
}

/** A row that says nothing that counts: what was answered stays answered, the rest keeps its sentence. */
async function leaveOpen(tx: Tx, actor: Actor, item: Item, { line, problem = notes('noAnswer') }: Returned): Promise<string> {
  if (item.answer) return together(line === null ? [notes('earlierStays')] : [problem, notes('earlierStays')])
  await updateOne(tx.updateTable('submissionItem'), item.id, { note: problem, noteAt: actor.at })
  return problem
}

async function takeRow(tx: Tx, actor: Actor, submission: Submission, row: Returned, door: AnswerDoor): Promise<ReturnLine> {
  const { line, requestId, given } = row
  const item = submission.items.find((one) => one.requestId === requestId)
  if (!item || requestId === null) return { line, requestId, title: '', counts: false, message: row.problem ?? notes('noAnswer') }
  if (!given) return { line, requestId, title: item.title, counts: false, message: await leaveOpen(tx, actor, item, row) }
  const asked = { groupId: submission.groupId, requestId, itemId: item.id }
  const taken = await takeAnswer(tx, actor, asked, given, whoGives(actor, submission, door))
  return { line, requestId, title: item.title, counts: taken.answer !== undefined, message: messageOf(taken) }
}

/** Takes several answers at once, a file's or a mail's: each row counts or stays open by itself, with its message. */
async function takeRows(
  tx: Tx,
  actor: Actor,
  submission: Submission,
  rows: Returned[],
  { door, filename }: { door: AnswerDoor; filename: string },
): Promise<ReturnLine[]> {
  const lines: ReturnLine[] = []
  for (const row of rows) lines.push(await takeRow(tx, actor, submission, row, door))
  await insertRow(tx.insertInto('answerReturn'), {
    submissionId: submission.id,
    door,
    filename,
    personId: actor.personId,
    at: actor.at,
    rows: JSON.stringify(lines),
  })
  const counts = lines.filter((line) => line.counts).length
  await recordOf(tx, actor, 'brief.returned', { ...submission, of: 'submission' }, { door, counts, open: lines.length - counts })
  await tellSoon(tx, actor, submission.id)
  return lines
}

function messageOf({ answer, open, known, remarks }: Awaited<ReturnType<typeof takeAnswer>>): string {
  const said = answer ? (known ? notes('known') : notes('answered')) : known ? notes('earlierStays') : (open ?? '')
  return together([said, ...remarks])
}

/**
 * Takes a filled spreadsheet of a brief, as `src/lib/sheet` has read it.
 * @returns what became of each row
 * @throws Invalid for a file that is none of this brief: then nothing is changed
 */
export async function takeSheet(
  tx: Tx,
  actor: Actor,
  submissionId: number,
  table: { header: string[]; rows: SheetRow[] },
  { door, filename }: { door: 'sheet' | 'mail'; filename: string },
): Promise<ReturnLine[]> {
  const submission = await answering(tx, actor, submissionId)
  const rows = readRows(table.header, table.rows)
  const refusal = whyNotHeader(table.header) ?? whyNotBrief(rows, submission.briefId)
  if (refusal) throw new Invalid(refusal, { file: refusal })
  const ids = submission.items.map(({ requestId }) => requestId)
  if (!rows.some(({ requestId }) => requestId !== undefined && ids.includes(requestId))) throw new Invalid(t.noRow, { file: t.noRow })
  return takeRows(tx, actor, submission, matchRows(rows, ids), { door, filename })
}

/**
 * Takes the answers of a mail, by request. What it says nothing about stays as it is.
 * @param strays numbers in it that are none of these requests, which are said
 */
export async function takeMailed(
  tx: Tx,
  actor: Actor,
  submissionId: number,
  answers: Map<number, GivenAnswer>,
  strays: readonly number[],
): Promise<ReturnLine[]> {
  const submission = await answering(tx, actor, submissionId)
  const rows = [
    ...[...answers].map(([requestId, given]): Returned => ({ line: null, requestId, given })),
    ...strays.map((id): Returned => ({ line: null, requestId: null, problem: notes('notInPackage', { id: String(id) }) })),
  ]
  return takeRows(tx, actor, submission, rows, { door: 'mail', filename: '' })
}

/**
 * A guest promises a request that they were handed. It counts at once, as an answer of theirs does, and the group is asked to confirm it.
 * @returns the commitment's id
 * @throws NotFound for who does not sign for the vendor; as `commit` otherwise
 */
export async function promiseItem(
  tx: Tx,
  actor: Actor,
  submissionId: number,
  requestId: number,
  facts: Pick<NewCommitment, 'productId' | 'year' | 'points' | 'dueOn'>,
): Promise<number> {
  const submission = await answering(tx, actor, submissionId)
  if (signsFor(actor, submission.groupId) !== 'vendor') throw new NotFound(refusals.thereIsNoSuchPage)
  itemOf(submission, requestId)
  if (lastDayOf({ year: facts.year, dueOn: facts.dueOn ?? null }) < todayOf(actor))
    refuse(facts.dueOn === undefined ? 'year' : 'dueOn', t.chooseTodayLaterDate)
  return keepCommitment(tx, actor, submission.groupId, { ...facts, requestId }, 'vendor')
}

/** A guest asks the group something about a request. */
export async function ask(tx: Tx, actor: Actor, submissionId: number, requestId: number, text: string): Promise<number> {
  const { id } = itemOf(await answering(tx, actor, submissionId), requestId)
  return askQuestion(tx, actor, id, text, actor.personId ?? undefined)
}

/**
 * Somebody of the group answers a question of the vendor's; the vendor's clock runs on from then.
 * @throws Conflict when it was answered already
 */
export async function answerQuestion(tx: Tx, actor: Actor, questionId: number, text: string): Promise<void> {
  await tx.selectFrom('vendorQuestion').select('id').where('id', '=', questionId).forUpdate().execute()
  const question = await findQuestion(tx, questionId)
  if (!question || !mayCollate(actor, question.groupId)) throw new NotFound(t.questionNotFound)
  if (question.answeredAt) throw new Conflict(t.somebodyHasAnsweredThisQuestion)
  await updateOne(tx.updateTable('vendorQuestion'), questionId, { answer: text, answeredBy: actor.personId, answeredAt: actor.at })
  await record(tx, actor, { action: 'vendor.told', subject: `question:${questionId}`, groupId: question.groupId })
  await enqueue(tx, 'vendor.questionAnswered', { questionId })
}

/**
 * The day until which an answer is due is moved, for one request: agreed with the vendor, and on record.
 * @throws Invalid for a day in the past
 */
export async function moveDue(tx: Tx, actor: Actor, submissionId: number, requestId: number, on: string): Promise<void> {
  const submission = await getSubmission(tx, actor, submissionId)
  if (!submission.leads) throw new NotFound(t.packageNotFound)
  const item = itemOf(submission, requestId)
  if (on < todayOf(actor)) throw new Invalid(refusals.pleaseLookAgain, { dueOn: t.chooseTodayLaterDate })
  await updateOne(tx.updateTable('submissionItem'), item.id, { dueOn: on, reminded: [] })
  await recordOf(tx, actor, 'brief.dueMoved', { of: 'submission', id: submissionId, groupId: submission.groupId }, { requestId })
}

/** How a group and its vendor work: from now on, for what is handed over next. */
export async function setVendorRule(tx: Tx, actor: Actor, groupId: number, rule: VendorGroup['rule']): Promise<void> {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  await upsertRow(tx.insertInto('vendorRule'), { groupId }, rule)
  await record(tx, actor, { action: 'vendor.ruleChanged', subject: `group:${groupId}`, groupId })
}

/** Marks a reminder of a day as sent. @returns false where it was sent already, or the answer is due on another day by now */
export async function markReminded(tx: Tx, { id, dueOn }: { id: number; dueOn: string }, days: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('submissionItem')
    .set({ reminded: sql`array_append(reminded, ${days}::smallint)` })
    .where('id', '=', id)
    .where('dueOn', '=', dueOn)
    .where(sql<boolean>`${days}::smallint <> all(reminded)`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Marks a withdrawn quote as told. @returns false when it was told already */
export const markWithdrawn = (tx: Tx, submissionId: number, caseId: number, at: Date): Promise<boolean> =>
  insertNew(tx.insertInto('withdrawnQuote'), { submissionId, caseId, toldAt: at })
