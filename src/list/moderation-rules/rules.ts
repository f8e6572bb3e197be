import type { MailAction } from '../../lib/db/schema.ts'
import { isFileType, isOfTypes } from '../../lib/mail/file-types.ts'
import { mayWait, type Proof } from '../../lib/mail/proof-rules.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'moderationRules').errors

/** What a rule looks at. The names stand in the database and in the journal. */
export const ruleKinds = [
  'banned',
  'emergency',
  'no-from',
  'dmarc-fails',
  'passed-on',
  'too-large',
  'spam',
  'header',
  'writer',
  'not-subscribed',
  'automatic',
  'first-posts',
  'suspicious',
  'many-recipients',
  'implicit',
  'administrivia',
  'attachments',
] as const
export type RuleKind = (typeof ruleKinds)[number]

/** One rule of a chain: what it looks at, what it does, and its own settings. */
export interface Rule {
  kind: RuleKind
  /** Of the rule `writer` it is what was set for that writer, and this says nothing. */
  action: MailAction
  on: boolean
  /** first-posts: how many; many-recipients: how many are still right; spam: the score from which it is some. */
  number?: number
  /** attachments: media types and endings; header: the pattern. */
  types?: string[]
  field?: string
  pattern?: string
}

// Programs, by ending, and the archives that only carry them; what a spreadsheet needs is not among them.
const programs = [
  '.exe',
  '.com',
  '.bat',
  '.cmd',
  '.scr',
  '.pif',
  '.js',
  '.jse',
  '.vbs',
  '.vbe',
  '.wsf',
  '.hta',
  '.msi',
  '.jar',
  '.lnk',
  '.iso',
  '.img',
  '.ps1',
]

/** The chain as Rapport brings it. */
export const defaultChain: readonly Rule[] = [
  { kind: 'banned', action: 'discard', on: true },
  { kind: 'emergency', action: 'hold', on: true },
  { kind: 'no-from', action: 'hold', on: true },
  { kind: 'dmarc-fails', action: 'hold', on: true },
  { kind: 'passed-on', action: 'hold', on: true },
  { kind: 'too-large', action: 'hold', on: true },
  { kind: 'spam', action: 'hold', on: true, number: 5 },
  { kind: 'writer', action: 'accept', on: true },
  { kind: 'not-subscribed', action: 'hold', on: true },
  { kind: 'automatic', action: 'hold', on: true },
  { kind: 'first-posts', action: 'hold', on: false, number: 1 },
  { kind: 'suspicious', action: 'hold', on: true },
  { kind: 'many-recipients', action: 'hold', on: true, number: 30 },
  { kind: 'implicit', action: 'hold', on: false },
  { kind: 'administrivia', action: 'hold', on: true },
  { kind: 'attachments', action: 'hold', on: true, types: programs },
]

/** These guard everybody's name and cannot be switched off. */
const always: readonly RuleKind[] = ['banned', 'emergency', 'no-from', 'dmarc-fails', 'writer']

export const isAlwaysOn = (kind: RuleKind): boolean => always.includes(kind)

/** What an owner may have a rule do. What is found by harm alone is never let through for it. */
export function actionsOf(kind: RuleKind): readonly MailAction[] {
  if (kind === 'emergency') return ['hold']
  if (kind === 'writer') return ['accept']
  if (kind === 'header') return ['hold', 'reject', 'discard', 'accept']
  if (kind === 'not-subscribed') return ['hold', 'reject', 'discard', 'accept']
  return ['hold', 'reject', 'discard']
}

export const hasNumber = (kind: RuleKind): boolean => kind === 'first-posts' || kind === 'many-recipients' || kind === 'spam'

const isKind = (value: unknown): value is RuleKind => ruleKinds.includes(value as RuleKind)

/**
 * A stored chain made whole: what is missing in it (a rule that came with a newer version) is added as Rapport brings it, what it does
 * not know is left out.
 */
export function readChain(stored: unknown): Rule[] {
  if (!Array.isArray(stored)) return defaultChain.map((rule) => ({ ...rule }))
  const rules = stored.flatMap((one: Partial<Rule>): Rule[] => {
    if (!one || !isKind(one.kind)) return []
    const action = actionsOf(one.kind).find((allowed) => allowed === one.action) ?? (actionsOf(one.kind)[0] as MailAction)
    return [{ ...one, kind: one.kind, action, on: isAlwaysOn(one.kind) || one.on !== false }]
  })
  for (const [place, rule] of defaultChain.entries())
    if (!rules.some(({ kind }) => kind === rule.kind)) rules.splice(Math.min(place, rules.length), 0, { ...rule })
  return rules
}

const mostRules = 40

/**
 * What contradicts itself in a chain, by the place of the rule; empty when nothing does.
 * @param whyNotPattern why a text is no pattern
 */
export function findContradictions(rules: readonly Rule[], whyNotPattern: (pattern: string) => string | undefined): Map<number, string> {
  const wrong = new Map<number, string>()
  if (rules.length > mostRules) wrong.set(mostRules, t.tooMany({ most: mostRules }))
  const dmarc = rules.findIndex(({ kind }) => kind === 'dmarc-fails')
  for (const [place, rule] of rules.entries()) {
    const lets = rule.on && (rule.action === 'accept' || rule.kind === 'writer')
    const twice = rule.kind !== 'header' && rules.findIndex(({ kind }) => kind === rule.kind) !== place
    const why =
      whyNotRule(rule, whyNotPattern) ??
      // Else whoever meets that rule could write in anybody's name.
      (lets && place < dmarc ? t.order : twice ? t.twice : undefined)
    if (why) wrong.set(place, why)
  }
  return wrong
}

const isCount = (number: number | undefined, most: number): boolean =>
  Number.isInteger(number) && Number(number) >= 1 && Number(number) <= most

/** What is wrong with one rule by itself. */
function whyNotRule(rule: Rule, whyNotPattern: (pattern: string) => string | undefined): string | undefined {
  if (!actionsOf(rule.kind).includes(rule.action)) return t.action
  if (rule.kind === 'header') {
    if (!/^[!-9;-~]{1,76}$/.test(rule.field ?? '')) return t.field
    return whyNotPattern(rule.pattern ?? '')
  }
  if (rule.kind === 'attachments' && rule.types?.some((type) => !isFileType(type))) return t.type
  if (!rule.on) return undefined
  if (rule.kind === 'attachments' && !rule.types?.length) return t.noTypes
  if (rule.kind === 'first-posts' && !isCount(rule.number, 100)) return t.count({ most: 100 })
  if (hasNumber(rule.kind) && !isCount(rule.number, 1_000)) return t.count({ most: 1_000 })
}

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
export const holdReasons = [...ruleKinds, 'dmarc-unknown', 'not-proven', 'several-authors', 'imported'] as const
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
