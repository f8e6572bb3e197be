import type { MailAction } from '../../lib/db/schema.ts'
import { isOfTypes } from '../../lib/mail/file-types.ts'
import { mayWait, type Proof } from '../../lib/mail/proof-rules.ts'
import { type Rule, type RuleKind, ruleKinds } from './rules.ts'

/** What is known about a mail to a list when its fate is decided. */
export interface MailFacts {
  /** The writer's address is a subscriber's, or another address of one. */
  subscribed: boolean
  /** What was set for this writer: of a member, or of somebody who is not subscribed. */
  writer: MailAction | null
  banned: boolean
  emergency: boolean
  proof: Proof
  /** Proven by signatures alone and not written to this list: anybody who got a copy can have brought it. */
  passedOn: boolean
  /** How many From names. */
  authors: number
  /** The list asks those it knows to be proven also where their domain publishes nothing. */
  provenSenders: boolean
  /** Why it counts as written by a program (RFC 3834), if it does. */
  automatic?: string
  /** It answers by itself, or comes from nobody: an absence notice, a bounce. */
  autoReply: boolean
  /** It has been through this list before. */
  looped: boolean
  hasFrom: boolean
  size: number
  maxSize: number
  /** How many mails of theirs this list has. */
  posts: number
  recipients: number
  /** The list stands in To or Cc. */
  addressed: boolean
  /** What the filter in front gave it. */
  spamScore?: number
  /** What looks wrong about its header, if something does. */
  suspicion?: string
  /** It says nothing but a command. */
  command: boolean
  files: { filename: string; type: string }[]
  headers: { name: string; value: string }[]
}

/** Why a mail is held, rejected or discarded; the words for people stand in words.ts. */
export const holdReasons = [
  ...ruleKinds,
  'dmarc-unknown',
  'not-proven',
  'several-authors',
  'repeats',
  'thread-held',
  'holds-key',
  'elsewhere-unproven',
  'elsewhere-holds-key',
  'imported',
] as const
export type HoldReason = (typeof holdReasons)[number]

export type Fate =
  | { fate: 'post' }
  | { fate: 'hold' | 'reject' | 'discard'; reason: HoldReason }
  | { fate: 'drop'; reason: string }
  | { fate: 'later' }

/** Why a mail goes nowhere, as it is kept. */
export const dropReasons = { loop: 'it has been through this list before', automatic: 'it is an automatic answer' } as const

/** A list says whether a pattern is found in a text; rules themselves know no engine. */
export type Matches = (pattern: string, text: string) => boolean

/** Whether a rule applies to a mail. */
const applies: Record<RuleKind, (mail: MailFacts, rule: Rule, matches: Matches) => boolean> = {
  banned: (mail) => mail.banned,
  emergency: (mail) => mail.emergency,
  'no-from': (mail) => !mail.hasFrom,
  // Never posted on the claim alone: whoever writes in a known writer's name must be let through by that domain.
  'dmarc-fails': (mail) => mail.proof === 'not proven' && isKnown(mail),
  // What somebody wrote to one person is not theirs to publish, though it is truly written by its author.
  'passed-on': (mail) => mail.passedOn,
  'too-large': (mail) => mail.size > mail.maxSize,
  spam: (mail, { number = 0 }) => mail.spamScore !== undefined && mail.spamScore >= number,
  header: (mail, { field, pattern = '' }, matches) =>
    mail.headers.some(({ name, value }) => name === field?.toLowerCase() && matches(pattern, value)),
  writer: (mail) => mail.writer !== null,
  'not-subscribed': (mail) => !mail.subscribed,
  automatic: (mail) => mail.automatic !== undefined,
  'first-posts': (mail, { number = 0 }) => mail.posts < number,
  suspicious: (mail) => mail.suspicion !== undefined,
  'many-recipients': (mail, { number = 0 }) => mail.recipients > number,
  implicit: (mail) => !mail.addressed,
  administrivia: (mail) => mail.command,
  attachments: (mail, { types = [] }) => mail.files.some((file) => isOfTypes(file, types)),
}

const isKnown = (mail: MailFacts): boolean => mail.subscribed || mail.writer !== null

/**
 * Decides what becomes of a mail to a list: the first rule of the chain that applies says it; where none does, it is posted.
 * @param attempts how often it was tried before
 */
export function decideFate(chain: readonly Rule[], mail: MailFacts, attempts: number, matches: Matches): Fate {
  // A loop between two list servers ends here (RFC 3834 §2); no chain can change that.
  if (mail.looped) return { fate: 'drop', reason: dropReasons.loop }
  if (mail.autoReply) return { fate: 'drop', reason: dropReasons.automatic }
  for (const rule of chain) {
    const fate = rule.on ? judge(rule, mail, attempts, matches) : undefined
    if (fate) return fate.fate === 'post' ? post(mail, attempts) : fate
  }
  return post(mail, attempts)
}

/** Whatever lets a mail through, in nobody's name is it posted without a person's look when it is not proven to be theirs. */
function post(mail: MailFacts, attempts: number): Fate {
  if (mail.proof === 'not proven') return { fate: 'hold', reason: 'dmarc-fails' }
  return mail.proof === 'unanswered' ? waitOrHold(mail, attempts) : { fate: 'post' }
}

// The domain's name servers get about an hour to come back before a person decides instead.
const waitOrHold = (mail: MailFacts, attempts: number): Fate =>
  mayWait(mail.proof, attempts) ? { fate: 'later' } : { fate: 'hold', reason: 'dmarc-unknown' }

/** What one rule says; undefined where it does not apply. */
function judge(rule: Rule, mail: MailFacts, attempts: number, matches: Matches): Fate | undefined {
  if (rule.kind === 'dmarc-fails') {
    // Whoever is named first may be anybody: readers see the others.
    if (mail.authors > 1) return { fate: 'hold', reason: 'several-authors' }
    if (mail.proof === 'unanswered' && isKnown(mail)) return waitOrHold(mail, attempts)
    if (mail.provenSenders && mail.proof === 'nothing claimed' && isKnown(mail)) return { fate: 'hold', reason: 'not-proven' }
  }
  if (!applies[rule.kind](mail, rule, matches)) return undefined
  const action = rule.kind === 'writer' ? (mail.writer as MailAction) : rule.action
  return action === 'accept' ? { fate: 'post' } : { fate: action, reason: rule.kind }
}

/** When a mail that could not be decided is looked at again: minutes, doubled each time. */
export const laterBy = (attempts: number): number => 60_000 * 2 ** Math.min(attempts, 10)

/** Who does not want mail that a program could take for a person's is not written to by us either: may a writer be told of a decision? */
export const mayTellAuthor = (mail: { proof: Proof; automatic?: string; mailFrom: string }): boolean =>
  mail.proof !== 'not proven' && mail.automatic === undefined && mail.mailFrom !== ''
