import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound, notAllowedIf, Refusal } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { insertOne, insertRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { VendorSide } from '../../lib/db/schema.ts'
import { wholly } from '../../lib/db/wholly.ts'
import { readTypedDay } from '../../lib/typed-day.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { signsFor } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { indexAnswer } from '../answers/actions.ts'
import { getAnswer } from '../answers/queries.ts'
import { faultsOf, noAnswer, readAnswer } from '../answers/rules.ts'
import { type CommitmentRow, getCommitment } from '../commitments/queries.ts'
import { askSoon } from '../core/actions.ts'
import { otherSide, type Signable } from '../core/rules.ts'
import { indexCommitment } from '../search-actions.ts'
import { listAsked, listWords } from './queries.ts'
import { correctedAnswer, type MailedWord, mayUndo, readWords, type SignedKind, type Signing, standingOf, whyNotSign } from './rules.ts'

const t = textsOf('advocacy', 'signing')

/** What somebody says of a thing that both sides sign. */
export interface Said {
  act: Signing
  /** The word that they have seen: what was said since is nothing that they could mean. */
  word: number
  /** Why it is wrong, or why it was corrected. */
  note: string
  /** The words that are right, as typed; what is not named stays. */
  fields: Record<string, string>
}

/** A thing that both sides sign, locked, with how it is corrected and put back. */
interface Opened {
  subject: Signable
  groupId: number
  /** Writes the words that are right. @returns what stood there before */
  correct(fields: Record<string, string>): Promise<object>
  putBack(before: object): Promise<unknown>
  index(): Promise<unknown>
}

async function openAnswer(tx: Tx, actor: Actor, id: number): Promise<Opened> {
  await tx.selectFrom('answer').select('id').where('id', '=', id).forUpdate().execute()
  const answer = await getAnswer(tx, actor, id)
  const { class: name, reason, releaseName, nextReviewOn } = answer
  const before = { class: name, reason, releaseName, nextReviewOn }
  const set = (values: Partial<typeof before>) => updateOne(tx.updateTable('answer'), id, values)
  return {
    subject: { answerId: id },
    groupId: answer.groupId,
    async correct(fields) {
      const given = { ...noAnswer, ...correctedAnswer(fields, answer) }
      // A day that has passed since it was named is no fault of who corrects something else.
      if (given.nextReview === nextReviewOn) given.nextReview = ''
      // An old answer that came without a release needs none to be corrected.
      const { answer: read } = readAnswer(given, todayOf(actor), { history: releaseName === '' })
      if (!read) throw new Invalid(refusals.pleaseLookAgain, faultsOf(given, todayOf(actor)))
      const kept = fields.nextReview === undefined || fields.nextReview === nextReviewOn
      const after = {
        ...{ class: read.class, reason: read.reason, releaseName: read.release },
        nextReviewOn: kept ? nextReviewOn : read.nextReviewOn,
      }
      if (JSON.stringify(after) === JSON.stringify(before)) throw new Invalid(t.nothingChanged, { reason: t.nothingChanged })
      await set(after)
      return before
    },
    putBack: (old) => set(old),
    index: () => indexAnswer(tx, id, actor.at),
  }
}

/** A whole number between two; undefined for anything else. */
const wholeIn = (text: string, least: number, most: number): number | undefined =>
  /^\d{1,6}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined

type Promised = Pick<CommitmentRow, 'points' | 'year' | 'dueOn'>

/**
 * The promise as it is corrected: what is not named stays.
 * @throws Invalid beside the field
 */
function readPromise(fields: Record<string, string>, { points, year, dueOn }: Promised): Promised {
  const faults: Record<string, string> = {}
  const taken = <T>(name: string, now: T, read: (text: string) => T | undefined, fault: string): T => {
    const text = fields[name]
    const value = text === undefined ? now : read(text)
    if (value === undefined) faults[name] = fault
    return value ?? now
  }
  const after = {
    points: taken('points', points, (text) => wholeIn(text, 0, 100_000), t.points),
    year: taken('year', year, (text) => wholeIn(text, 1990, 2200), t.year),
    dueOn: taken<string | null>('dueOn', dueOn, (text) => (text.trim() === '' ? null : readTypedDay(text)), t.day),
  }
  const wrong = Object.values(faults)
  if (wrong.length > 0) throw new Invalid(wrong.join(' '), faults)
  if (after.points === points && after.year === year && after.dueOn === dueOn)
    throw new Invalid(t.nothingChanged, { points: t.nothingChanged })
  return after
}

async function openCommitment(tx: Tx, actor: Actor, id: number): Promise<Opened> {
  await tx.selectFrom('commitment').select('id').where('id', '=', id).forUpdate().execute()
  const commitment = await getCommitment(tx, actor, id)
  const { points, year, dueOn, state } = commitment
  const set = (values: object) => updateOne(tx.updateTable('commitment'), id, values)
  return {
    subject: { commitmentId: id },
    groupId: commitment.groupId,
    async correct(fields) {
      if (state !== 'committed') throw new Conflict(t.ended)
      await set(readPromise(fields, commitment))
      return { points, year, dueOn }
    },
    putBack: (old) => set(old),
    index: () => indexCommitment(tx, id, actor.at),
  }
}

const open = (tx: Tx, actor: Actor, kind: SignedKind, id: number): Promise<Opened> =>
  kind === 'answer' ? openAnswer(tx, actor, id) : openCommitment(tx, actor, id)

/** @throws NotFound for who signs for no side: to them there is no such form */
export function sideOf(actor: Actor, groupId: number): { side: VendorSide; personId: number } {
  const side = signsFor(actor, groupId)
  if (side === undefined || actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return { side, personId: actor.personId }
}

/**
 * Confirms, corrects or disputes what was said, for one's own side. What is corrected keeps its old words beside it.
 * @throws NotAllowed for one's own words, Conflict where something was said since, Invalid beside the field
 */
export async function sign(tx: Tx, actor: Actor, kind: SignedKind, id: number, { act, word, note, fields }: Said): Promise<void> {
  const thing = await open(tx, actor, kind, id)
  const { subject, groupId } = thing
  const signer = sideOf(actor, groupId)
  const standing = standingOf(await listWords(tx, subject))
  if (standing.word.id !== word) throw new Conflict(t.changedSince)
  notAllowedIf(whyNotSign(standing, kind, act, signer))
  if (act === 'disputed' && note.trim() === '') throw new Invalid(t.sayWhy, { note: t.sayWhy })
  const before = act === 'corrected' ? await thing.correct(fields) : undefined
  await insertRow(tx.insertInto('signingWord'), {
    ...{ ...subject, groupId, act, note, side: signer.side, personId: signer.personId, at: actor.at },
    before: before && JSON.stringify(before),
  })
  await record(tx, actor, { action: `signing.${act}`, subject: `${kind}:${id}`, groupId })
  if (act === 'corrected') await thing.index()
  if (act !== 'confirmed') await askSoon(tx, groupId, otherSide(signer.side), actor.at)
}

/**
 * Takes back what one has said last.
 * @throws Conflict where it is too late, or somebody has said something since
 */
export async function undoWord(tx: Tx, actor: Actor, kind: SignedKind, id: number, word: number): Promise<void> {
  const thing = await open(tx, actor, kind, id)
  sideOf(actor, thing.groupId)
  const standing = standingOf(await listWords(tx, thing.subject))
  if (standing.word.id !== word || !mayUndo(standing, actor.personId, actor.at)) throw new Conflict(t.tooLate)
  await updateOne(tx.updateTable('signingWord'), word, { undoneAt: actor.at })
  if (standing.word.before) {
    await thing.putBack(standing.word.before as object)
    await thing.index()
  }
  await record(tx, actor, { action: 'signing.undone', subject: `${kind}:${id}`, groupId: thing.groupId })
}

/** What became of one thing that a mail spoke of. */
export interface MailedResult {
  number: number
  requestId: number
  title: string
  act: Signing | 'unclear'
  /** Why it was not taken. */
  whyNot?: string
}

/** Takes what a mail says of the things that its letter asked to sign: each by itself. */
export async function takeMailedWords(tx: Tx, actor: Actor, askingId: number, visible: string): Promise<MailedResult[]> {
  const asked = (await listAsked(tx, askingId)).map((row) => ({ ...row, kind: row.answerId === null ? 'commitment' : 'answer' }) as const)
  const kinds = asked.map(({ kind }) => kind)
  const results: MailedResult[] = []
  for (const [number, said] of readWords(visible, kinds)) {
    const thing = asked[number - 1]
    if (!thing) continue
    const { kind, requestId, title, wordId } = thing
    const id = thing.answerId ?? thing.commitmentId ?? 0
    results.push({ number, requestId, title, act: said.act, ...(await takeOne(tx, actor, { kind, id, wordId }, said)) })
  }
  return results
}

async function takeOne(
  tx: Tx,
  actor: Actor,
  { kind, id, wordId }: { kind: SignedKind; id: number; wordId: number },
  said: MailedWord,
): Promise<{ whyNot?: string }> {
  if (said.act === 'unclear') return { whyNot: t.unclear }
  const note = said.act === 'disputed' ? said.note : ''
  const fields = said.act === 'corrected' ? said.fields : {}
  try {
    const word = { act: said.act, word: wordId, note, fields }
    await wholly(tx, () => sign(tx, actor, kind, id, word))
    return {}
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { whyNot: error instanceof Invalid ? [...new Set(Object.values(error.fields))].join(' ') : error.message }
  }
}

/** Notes which words one side is asked to sign in a letter, in their order. @returns the letter's number */
export async function noteAsking(tx: Tx, groupId: number, side: VendorSide, wordIds: readonly number[], at: Date): Promise<number> {
  const id = await insertOne(tx.insertInto('signingAsking'), { groupId, side, at })
  for (const [i, wordId] of wordIds.entries()) await updateOne(tx.updateTable('signingWord'), wordId, { askingId: id, position: i + 1 })
  return id
}
