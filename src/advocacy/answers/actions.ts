import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { findRow, insertNewRow, insertOne, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { AnswerDoor, Visibility } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { audienceOf } from '../../policy.ts'
import { setStage } from '../../requests/actions.ts'
import { narrower } from '../../requests/rules.ts'
import { indexDocument } from '../../search/actions.ts'
import { utcDay } from '../../time.ts'
import { claim } from '../core/actions.ts'
import { getVendorGroup, type VendorGroup } from '../queries.ts'
import { noteNews } from '../telling/actions.ts'
import { findAnswer, getAnswer, newestAnswer } from './queries.ts'
import { classNames, fingerprintOf, type GivenAnswer, type ReadAnswer, readAnswer } from './rules.ts'

const t = textsOf('advocacy', 'answers')

const day = 86_400_000

/** Where an answer came from. */
export interface Provenance {
  door: AnswerDoor
  /** The guest who gave it. */
  givenBy?: number
  /** Who gave it, where that is nobody here. */
  givenName?: string
  /** When, where that was not now. */
  givenAt?: Date
  link?: string
  /** An answer of the years before: nobody is told, and the release may be unknown. */
  history?: boolean
}

/** What an answer is given to: a request, as part of what was handed over or not. */
export interface Asked {
  groupId: number
  requestId: number
  itemId?: number
}

/** From when, and for whom: as the answer says, else by the group's rule. */
function readersOf(read: ReadAnswer, { rule }: VendorGroup, at: Date): { readers: Visibility; readersFrom: Date } {
  const readers = read.readers ?? rule.readers
  const readersFrom = read.readersFrom ? new Date(`${read.readersFrom}T00:00:00Z`) : new Date(at.getTime() + rule.holdDays * day)
  return { readers, readersFrom: readersFrom < at ? at : readersFrom }
}

/** Puts an answer into the index for those who may read it at this instant; the job `vendor.widen` does so again when more may. */
export async function indexAnswer(tx: Tx, id: number, at: Date): Promise<void> {
  const answer = await findAnswer(tx, id)
  if (!answer) return
  const request = await tx
    .selectFrom('sharedRequest as request')
    .select(['visibility', 'language'])
    .where('id', '=', answer.requestId)
    .executeTakeFirstOrThrow()
  const readers = answer.readersFrom > at ? 'group' : narrower(answer.readers, request.visibility)
  await indexDocument(tx, {
    kind: 'answer',
    subjectId: id,
    audience: audienceOf(answer.groupId, readers),
    groupId: answer.groupId,
    at: answer.givenAt,
    author: answer.giver ?? answer.givenName,
    title: `${classNames[answer.class]}: ${answer.request}`,
    body: [answer.reason, answer.releaseName].filter(Boolean).join('\n\n'),
    language: request.language,
  })
}

/** Keeps who has said so: the guest who gave it, or the group that took it down. */
async function claimIt(tx: Tx, actor: Actor, answerId: number, { groupId, itemId }: Asked, { givenBy, history }: Provenance) {
  const side = givenBy === undefined ? 'group' : 'vendor'
  const claimed = { groupId, side, personId: givenBy ?? actor.personId, at: actor.at } as const
  // Answers to what was handed over are told together, in a letter that asks to confirm them.
  await claim(tx, { answerId }, { ...claimed, quiet: history === true, told: side === 'vendor' && itemId !== undefined })
}

/** Keeps an answer that counts, once. */
async function keepAnswer(
  tx: Tx,
  actor: Actor,
  asked: Asked,
  read: ReadAnswer,
  answer: NonNullable<ReadAnswer['answer']>,
  from: Provenance,
): Promise<number | undefined> {
  const group = await getVendorGroup(tx, asked.groupId)
  const givenAt = from.givenAt ?? actor.at
  const shown = readersOf(read, group, from.history ? givenAt : actor.at)
  // The same words on another day are another answer: what was in discovery is still.
  const fingerprint = `${from.history || from.givenAt ? utcDay(givenAt) : (asked.itemId ?? utcDay(givenAt))}|${fingerprintOf(answer)}`
  const kept = await insertNewRow(tx.insertInto('answer').returning('id'), {
    ...{ groupId: asked.groupId, requestId: asked.requestId, itemId: asked.itemId ?? null },
    ...{ class: answer.class, reason: answer.reason, releaseName: answer.release, nextReviewOn: answer.nextReviewOn },
    ...{ door: from.door, givenBy: from.givenBy ?? null, givenName: from.givenName ?? '', givenAt, link: from.link ?? '' },
    ...{ recordedBy: actor.personId, recordedAt: actor.at, ...shown, fingerprint },
  })
  if (!kept) return undefined
  if (asked.itemId !== undefined) await updateOne(tx.updateTable('submissionItem'), asked.itemId, { note: '', noteAt: null })
  const details = { requestId: asked.requestId, class: answer.class, door: from.door }
  await recordOf(tx, actor, 'answer.given', { id: kept.id, groupId: asked.groupId }, details)
  await claimIt(tx, actor, kept.id, asked, from)
  const news = { ...shown, groupId: asked.groupId, requestId: asked.requestId, at: actor.at }
  await noteNews(tx, { ...news, kind: 'answer', subjectId: kept.id, quiet: from.history })
  await moveStage(tx, actor, asked.requestId, kept.id)
  await indexAnswer(tx, kept.id, actor.at)
  if (shown.readersFrom > actor.at && shown.readers !== 'group')
    await enqueue(tx, 'vendor.widen', { answerId: kept.id }, { key: `vendor.widen:${kept.id}`, runAt: shown.readersFrom })
  return kept.id
}

// What was promised, delivered or accepted since stays so, whatever is said besides.
const behind = ['gathering', 'ready', 'submitted', 'answered'] as const

/** The request is answered, if this is the newest word on it and nothing has followed yet. */
async function moveStage(tx: Tx, actor: Actor, requestId: number, answerId: number): Promise<void> {
  const newest = await newestAnswer(tx, requestId)
    .innerJoin('sharedRequest as request', 'request.id', 'answer.requestId')
    .select(['answer.id', 'request.stage'])
    .executeTakeFirst()
  if (newest?.id === answerId && behind.some((stage) => stage === newest.stage)) await setStage(tx, actor, requestId, 'answered')
}

/** What became of one answer that was given. */
export interface TakenAnswer extends ReadAnswer {
  /** The new answer; absent where it stays open or came before. */
  answerId?: number
  /** The same answer was there already. */
  known?: boolean
}

/**
 * Takes what was given as an answer: it counts with its reason, costs and questions count without. What does not count is kept
 * beside the request as the sentence why it is still open.
 */
export async function takeAnswer(tx: Tx, actor: Actor, asked: Asked, given: GivenAnswer, from: Provenance): Promise<TakenAnswer> {
  const read = readAnswer(given, utcDay(from.givenAt ?? actor.at), from)
  const result: TakenAnswer = read
  if (read.answer) {
    const id = await keepAnswer(tx, actor, asked, read, read.answer, from)
    if (id === undefined) result.known = true
    else result.answerId = id
  } else if (asked.itemId !== undefined && read.open) {
    const settled = await tx.selectFrom('answer').select('id').where('itemId', '=', asked.itemId).limit(1).executeTakeFirst()
    // An answer that counted is not undone by an empty row of a later file.
    if (settled) result.known = true
    else await updateOne(tx.updateTable('submissionItem'), asked.itemId, { note: read.open, noteAt: actor.at })
  }
  if (read.cost !== undefined) await keepCost(tx, actor, asked, read.cost, from)
  if (read.question && asked.itemId !== undefined) await askQuestion(tx, actor, asked.itemId, read.question, from.givenBy)
  return result
}

/** What a request costs, in the vendor's points; the same number again says nothing new. */
async function keepCost(tx: Tx, actor: Actor, asked: Asked, points: number, from: Provenance): Promise<void> {
  const last = await findRow(
    tx.selectFrom('answerCost').orderBy('givenAt', 'desc').orderBy('id', 'desc').limit(1),
    { requestId: asked.requestId },
    ['points'],
  )
  if (last?.points === points) return
  const id = await insertOne(tx.insertInto('answerCost'), {
    ...{ groupId: asked.groupId, requestId: asked.requestId, itemId: asked.itemId ?? null, points },
    ...{ givenBy: from.givenBy ?? null, givenAt: from.givenAt ?? actor.at },
  })
  const subject = `request:${asked.requestId}`
  await record(tx, actor, { action: 'request.costed', subject, groupId: asked.groupId, details: { costId: id, points } })
}

/** The vendor asks; the same question that waits already is not asked twice. */
export async function askQuestion(tx: Tx, actor: Actor, itemId: number, text: string, askedBy: number | undefined): Promise<number> {
  const open = await tx.selectFrom('vendorQuestion').select('id').where('itemId', '=', itemId).where('text', '=', text).executeTakeFirst()
  if (open) return open.id
  const id = await insertOne(tx.insertInto('vendorQuestion'), { itemId, text, askedBy: askedBy ?? null, askedAt: actor.at })
  await record(tx, actor, { action: 'vendor.asked', subject: `question:${id}`, details: { itemId } })
  await enqueue(tx, 'vendor.asked', { questionId: id })
  return id
}

/**
 * Decides who may read an answer and from when. What was told already stays told.
 * @param from the instant from which they may; now where it lies in the past
 */
export async function setReaders(tx: Tx, actor: Actor, id: number, readers: Visibility, from: Date): Promise<void> {
  const answer = await getAnswer(tx, actor, id)
  if (!answer.mayDecide) throw new NotFound(t.answerNotFound)
  const readersFrom = from < actor.at ? actor.at : from
  await updateOne(tx.updateTable('answer'), id, { readers, readersFrom })
  await updateRows(tx.updateTable('tellingEvent'), { kind: 'answer', subjectId: id, toldAt: null }, { readers, readersFrom })
  await recordOf(tx, actor, 'answer.released', { id, groupId: answer.groupId }, { readers })
  await indexAnswer(tx, id, actor.at)
  if (readersFrom > actor.at) await enqueue(tx, 'vendor.widen', { answerId: id }, { key: `vendor.widen:${id}`, runAt: readersFrom })
}
