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
  const [, word = '', more = ''] = /^([\p{L}]+)[.,:;!]*\s*(.*)$/u.exec(first.trim()) ?? []
  const decision = words.get(word.toLowerCase())
  if (!decision) return undefined
  const note = decision === 'reject' ? [more, ...rest].join('\n').trim().slice(0, 2_000) : ''
  return { decision, note, allow: decision === 'approve' && always.has(/^\p{L}*/u.exec(more.trim().toLowerCase())?.[0] ?? '') }
}

// Long enough for a weekend, short enough that a forgotten claim does not keep others away.
const claimLasts = 3 * 86_400_000

/** Does somebody's "I am looking at it" still hold? */
export const isClaimed = (held: { claimedAt: Date | null }, now: Date): boolean =>
  held.claimedAt !== null && now.getTime() - held.claimedAt.getTime() < claimLasts
