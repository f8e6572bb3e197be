import type { SigningAct, VendorSide } from '../../lib/db/schema.ts'
import { saidIn, textsOf, wordsOf } from '../../lib/ui/words.ts'
import { classNames } from '../answers/rules.ts'
import { otherSide, signingQuiet } from '../core/rules.ts'
import { readBlock } from '../reply-reader-rules.ts'

const t = textsOf('advocacy', 'signing')

/** What one side has said of an answer or a commitment. */
export interface Word {
  id: number
  side: VendorSide
  act: SigningAct
  personId: number | null
  at: Date
}

/** Where an answer or a commitment stands between both sides. */
export interface Standing<W extends Word = Word> {
  state: SigningAct
  /** The newest word, which says so. */
  word: W
  /** Whose words stand: who said it, or corrected it last. */
  claim: W
}

const states: readonly SigningAct[] = ['claimed', 'corrected']

/**
 * Where it stands, by its words from the first to the newest, without those that were undone.
 * @throws Error where there is none: whatever is said is claimed by somebody
 */
export function standingOf<W extends Word>(words: readonly W[]): Standing<W> {
  const word = words.at(-1)
  const claim = words.findLast(({ act }) => states.includes(act))
  if (!word || !claim) throw new Error('Something was said, and nobody has claimed it')
  return { state: word.act, word, claim }
}

/** The side that is waited for; undefined where both have signed. */
export const turnOf = ({ state, word }: Pick<Standing, 'state' | 'word'>): VendorSide | undefined =>
  state === 'confirmed' ? undefined : otherSide(word.side)

/** What somebody can say of it. */
export type Signing = Exclude<SigningAct, 'claimed'>

/** Somebody who signs for their side. */
export interface Signer {
  side: VendorSide
  personId: number
}

export type SignedKind = 'answer' | 'commitment'

/**
 * Why this person cannot say that of it; undefined means they can. What a side has said itself it cannot confirm or dispute, and nobody
 * can who has said it, whatever side they are on today. Both can correct it, and then it is for the other to confirm; but what the vendor has
 * answered in its own words the group cannot put into others.
 */
export function whyNotSign({ state, claim }: Standing, kind: SignedKind, act: Signing, { side, personId }: Signer): string | undefined {
  if (act === 'corrected') return kind === 'answer' && side === 'group' && claim.side === 'vendor' ? t.vendorsWords : undefined
  if (claim.side === side) return t.ownSide
  if (claim.personId === personId) return t.ownWord
  if (act === state) return act === 'confirmed' ? t.confirmedAlready : t.disputedAlready
  return undefined
}

/** Can this person take back what was said last? Their own word, for some minutes, while nobody has said anything since. */
export const mayUndo = ({ word, state }: Standing, personId: number | null, at: Date): boolean =>
  state !== 'claimed' && personId !== null && word.personId === personId && at.getTime() - word.at.getTime() < signingQuiet

/** Those words of an answer that can be corrected. */
export const answerPlaces = ['class', 'reason', 'release', 'nextReview'] as const
/** Those of a commitment. */
export const commitmentPlaces = ['points', 'year', 'dueOn'] as const

/** What a mail says of one thing that it was asked to sign. */
export type MailedWord =
  | { act: 'confirmed' }
  | { act: 'disputed'; note: string }
  | { act: 'corrected'; fields: Record<string, string> }
  | { act: 'unclear' }

const said = wordsOf('advocacy', 'said')
const fold = (text: string): string => text.toLowerCase().replaceAll(/[’']/g, '’').trim()
const oneOf = (pick: Parameters<typeof saidIn>[0]): string =>
  saidIn(pick)
    .map((word) => fold(word).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|')
const yes = new RegExp(`^(?:${oneOf((locale) => said(locale).signing.yes)})[\\s.!,;]*$`, 'iu')
// “No problem” and “no objection” dispute nothing: a sign or a new line parts the no from its reason.
const no = new RegExp(`^(?:${oneOf((locale) => said(locale).signing.no)})(?:\\s*$|(?:[ \\t]*[.!,;:–—-]+\\s*|\\s*\\n\\s*)(.*)$)`, 'isu')
const labels = commitmentPlaces.map((place): [string, RegExp] => [
  place,
  new RegExp(`^[*_]?(?:${oneOf((locale) => said(locale).signing[place])})[*_]?\\s*[:=]\\s*(.+)$`, 'isu'),
])

/** The places of a commitment that a block of lines names, each with what stands behind it. */
function placesIn(lines: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const line of lines)
    for (const [place, pattern] of labels) {
      const value = pattern.exec(fold(line))?.[1]
      if (value !== undefined) found[place] = value.trim()
    }
  return found
}

/** What one block of a mail says: yes, no and why, or the words that are right. */
function readWord(lines: readonly string[], kind: SignedKind): MailedWord {
  const text = lines.join('\n').trim()
  const [first = ''] = text.split('\n')
  if (yes.test(fold(first))) return { act: 'confirmed' }
  const disputed = no.exec(text)
  if (disputed) return disputed[1]?.trim() ? { act: 'disputed', note: disputed[1].trim().slice(0, 2_000) } : { act: 'unclear' }
  if (kind === 'commitment') {
    const fields = placesIn(lines)
    return Object.keys(fields).length > 0 ? { act: 'corrected', fields } : { act: 'unclear' }
  }
  const given = readBlock([...lines])
  const named = given.class !== '' || given.release !== '' || given.nextReview !== ''
  const fields = Object.fromEntries(answerPlaces.flatMap((place) => (given[place] ? [[place, given[place]]] : [])))
  return named ? { act: 'corrected', fields } : { act: 'unclear' }
}

const isQuote = (line: string): boolean => /^\s*>/.test(line)
const spoken = [oneOf((locale) => said(locale).signing.yes), oneOf((locale) => said(locale).signing.no)].join('|')
// “2. yes”, “2: no, because …”, “2 yes”; “2 weeks ago” begins nothing.
const heading = new RegExp(`^[\\s>]*(\\d{1,3})(?:\\s*[.):]\\s*|\\s*$|\\s+(?=(?:${spoken})(?:[\\s.!,;:–—-]|$)))(.*)$`, 'isu')

/**
 * Reads what a mail says of what it was asked to sign: a yes to all of it, or each by its number.
 * @param visible what its author has written, without what was said before
 * @param asked by their numbers in the letter, from 1 on
 * @returns by number; empty where nothing could be read
 */
export function readWords(visible: string, asked: readonly SignedKind[]): Map<number, MailedWord> {
  const lines = visible.trim().split('\n')
  const numbered = asked.length > 1 && lines.some((line) => numberOf(line, asked))
  if (!numbered && yes.test(fold(lines[0] ?? ''))) return new Map(asked.map((_, i) => [i + 1, { act: 'confirmed' }]))
  return new Map(
    [...blocksOf(lines, asked)]
      .filter(([, block]) => block.some((line) => line.trim() !== ''))
      .map(([number, block]) => [number, readWord(block, asked[number - 1] ?? 'answer')]),
  )
}

/** The lines about each thing; where one was asked, all of them. What is quoted is not the author's. */
function blocksOf(lines: readonly string[], asked: readonly SignedKind[]): Map<number, string[]> {
  const blocks = new Map<number, string[]>()
  let current = asked.length === 1 ? 1 : undefined
  for (const line of lines) {
    const begun = numberOf(line, asked)
    current = begun?.number ?? current
    if (current === undefined || isQuote(line)) continue
    const block = blocks.get(current) ?? []
    block.push(begun ? begun.rest : line)
    blocks.set(current, block)
  }
  return blocks
}

/** The number that a line begins with, where it is one of those that were asked, and what is said behind it. */
function numberOf(line: string, asked: readonly unknown[]): { number: number; rest: string } | undefined {
  const match = heading.exec(line)
  const number = Number(match?.[1])
  if (!match || !(number >= 1 && number <= asked.length)) return undefined
  return { number, rest: match[2]?.trim() ?? '' }
}

/** How an answer reads that is corrected: what is not named stays. */
export const correctedAnswer = (
  fields: Record<string, string>,
  now: { class: keyof typeof classNames; reason: string; releaseName: string; nextReviewOn: string | null },
): { class: string; reason: string; release: string; nextReview: string } => ({
  class: fields.class ?? classNames[now.class],
  reason: fields.reason ?? now.reason,
  release: fields.release ?? now.releaseName,
  nextReview: fields.nextReview ?? now.nextReviewOn ?? '',
})
