import type { CorrespondenceState } from '../lib/db/schema.ts'
import { isDoubtful, mayWait, type Proof } from '../lib/mail/proof-rules.ts'

export const states = ['open', 'waiting', 'answered'] as const satisfies CorrespondenceState[]

/** What is known of a mail to a role's address when it is decided whether it is passed on. */
export interface DeskFacts {
  /** It has been passed on by this address before, or has gone through too many hosts. */
  goingRound: boolean
  /** It answers by itself: an absence notice, a bounce, a receipt. */
  autoReply: boolean
  hasFrom: boolean
  proof: Proof
  /** More come for this address than a person writes. */
  flood: boolean
}

/** Why a mail is kept and not passed on; the words for people stand in views. */
export const keptBackReasons = ['loop', 'automatic', 'no-from', 'forged', 'flood'] as const
export type KeptBack = (typeof keptBackReasons)[number]

/**
 * Decides what becomes of a mail to a role's address. Every mail is kept; these are passed on to nobody: what goes round, what answers by
 * itself (RFC 3834 §2), what is not proven to be from its sender, and a flood.
 * @param attempts how often it was tried before
 */
export function decidePassing(mail: DeskFacts, attempts: number): { pass: true } | { pass: false; reason: KeptBack } | 'later' {
  const back = (reason: KeptBack) => ({ pass: false as const, reason })
  if (mail.goingRound) return back('loop')
  if (mail.autoReply) return back('automatic')
  if (!mail.hasFrom) return back('no-from')
  if (mayWait(mail.proof, attempts)) return 'later'
  if (isDoubtful(mail.proof)) return back('forged')
  if (mail.flood) return back('flood')
  return { pass: true }
}

/** What a mail that comes or goes does to the state: theirs makes it ours to answer, ours makes it answered, or theirs to answer. */
export const stateAfter = (direction: 'in' | 'out', answerExpected: boolean): CorrespondenceState =>
  direction === 'in' ? 'open' : answerExpected ? 'waiting' : 'answered'

/** Is an answer late, ours or theirs? */
export const isLate = ({ state, answerBy }: { state: CorrespondenceState; answerBy: string | null }, today: string): boolean =>
  state !== 'answered' && answerBy !== null && answerBy < today

/** The subject of an answer. */
export const answerSubject = (subject: string): string => (/^\s*(re|aw|sv|antw|ref)\s*:/i.test(subject) ? subject : `Re: ${subject}`)

/** A path of this site that a thing can be linked to, or undefined for what is none. */
export const readAbout = (text: string): string | undefined => {
  const path = text.trim().replace(/^https?:\/\/[^/]+/, '')
  return /^(\/groups\/[a-z0-9-]+)?\/[a-z-]+\/[\w.:-]{1,80}$/.test(path) ? path : undefined
}
