import type { HeldState } from '../../lib/db/schema.ts'
import { saidIn, wordsOf } from '../../lib/ui/words.ts'

/** What a moderator may decide on a held mail. */
export const decisions = ['approve', 'reject', 'discard'] as const

export interface Decision {
  decision: (typeof decisions)[number]
  /** Goes to the writer when the mail is rejected. */
  note: string
  /** With an approval: this writer's mail goes to the list from now on. */
  allow?: boolean
}

/** The writer of a held mail by name and address, and by the address alone where the mail gives no other name. */
export const writerShown = ({ fromName, fromEmail }: { fromName: string; fromEmail: string }): string =>
  fromName === '' || fromName === fromEmail ? fromEmail : `${fromName} <${fromEmail}>`

const said = wordsOf('list', 'said')
const words = new Map(decisions.flatMap((decision) => saidIn((locale) => said(locale)[decision]).map((word) => [word, decision] as const)))
const always = new Set(saidIn((locale) => said(locale).always))

/**
 * A decision that came as an answer by mail: its first line says it, what follows a rejection is the reason for the writer.
 * @param text what the moderator says, without what they quote
 * @returns undefined where the first word is no decision
 */
export function readDecision(text: string): Decision | undefined {
  const [first = '', ...rest] = text.trim().split('\n')
  const begun = cutWord(first.trim())
  // As some languages say it: always approve.
  const forGood = always.has(begun.word)
  const { word, more } = forGood ? cutWord(begun.more) : begun
  const decision = words.get(word)
  if (!decision || (forGood && decision !== 'approve')) return undefined
  const note = decision === 'reject' ? [more, ...rest].join('\n').trim().slice(0, 2_000) : ''
  return { decision, note, allow: decision === 'approve' && (forGood || always.has(cutWord(more).word)) }
}

/** The first word of a line, in small letters, and what follows it. */
function cutWord(line: string): { word: string; more: string } {
  const [, word = '', more = ''] = /^(\p{L}+)[.,:;!]*\s*(.*)$/su.exec(line) ?? []
  return { word: word.toLowerCase(), more }
}

/** As much as a rejection says. */
export const longestReply = 2_000

/** The saved replies of a list: what is parted by empty lines. */
export const readReplies = (saved: string): string[] =>
  saved
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((reply) => reply.trim())
    .filter(Boolean)

/** The saved reply with this number, counted from one; undefined where none has it. */
export const replyAt = (saved: string, number: string): string | undefined =>
  /^\d{1,3}$/.test(number) ? readReplies(saved)[Number(number) - 1] : undefined

/** A reason with the saved reply of a number behind it; as it was where none has it. */
export const addReply = (note: string, saved: string, number: string): string => [note, replyAt(saved, number)].filter(Boolean).join('\n\n')

/** A decision whose reason is a number says the saved reply that has it; undefined where none has it, as nobody is told a number. */
export function withSaved(decision: Decision | undefined, saved: string): Decision | undefined {
  const [, number] = /^(\d{1,3})\.?$/.exec(decision?.note ?? '') ?? []
  if (!decision || number === undefined) return decision
  const note = replyAt(saved, number)
  return note === undefined ? undefined : { ...decision, note }
}

// Long enough for a weekend, short enough that a forgotten claim does not keep others away.
const claimLasts = 3 * 86_400_000

/** Does somebody's "I am looking at it" still hold? */
export const isClaimed = (held: { claimedAt: Date | null }, now: Date): boolean =>
  held.claimedAt !== null && now.getTime() - held.claimedAt.getTime() < claimLasts

/** For so long a decision that nobody outside has seen yet can be taken back, in milliseconds. */
export const undoLasts = 10 * 60_000

/** An approved mail goes to its list after so long, in milliseconds, and until then it can be taken back. */
export const approvalLasts = 60_000

/** An approved mail that has not left after so long, in milliseconds, is looked after. */
export const stuckAfter = 15 * 60_000

/** So many mails of one writer are decided at once; the rest by the next click. */
export const mostAtOnce = 5_000

/** From so many waiting mails on a writer stands for themself above the others, and what is like them gets no notice of its own. */
export const manyOfOne = 3

/**
 * Of mails in a flood those that most likely come from a person who means it: of somebody whom the site knows first, then what has the fewest like
 * it, by its writer or under its subject.
 * @param known addresses of people whom the site knows
 */
export const mostLikely = <M extends { id: number; fromEmail: string; alike: number }>(
  mails: readonly M[],
  known: ReadonlySet<string>,
  most: number,
): M[] =>
  mails
    .toSorted((a, b) => Number(known.has(b.fromEmail)) - Number(known.has(a.fromEmail)) || a.alike - b.alike || a.id - b.id)
    .slice(0, most)

/** Can a decision be made anew? Not while the mail waits or leaves, and nothing that is with the readers is taken back. */
export const mayReopen = ({ state }: { state: HeldState }): boolean => ['rejected', 'discarded', 'expired'].includes(state)

/**
 * Did who wrote what waits write to us? Of what came from a list elsewhere they hear nothing, and whether theirs comes by itself from now on says
 * that list's host, not they.
 */
export const wroteHere = ({ reason }: { reason: string }): boolean => !reason.startsWith('elsewhere-')
