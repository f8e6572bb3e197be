import type { MailAction } from '../../lib/db/schema.ts'
import { isFileType } from '../../lib/mail/file-types.ts'
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
const programs = '.exe .com .bat .cmd .scr .pif .js .jse .vbs .vbe .wsf .hta .msi .jar .lnk .iso .img .ps1'.split(' ')

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

/** Is a rule of this kind always on? */
export const isAlwaysOn = (kind: RuleKind): boolean => always.includes(kind)

/** What an owner may have a rule do. What is found by harm alone is never let through for it. */
export function actionsOf(kind: RuleKind): readonly MailAction[] {
  if (kind === 'emergency') return ['hold']
  if (kind === 'writer') return ['accept']
  if (kind === 'header') return ['hold', 'reject', 'discard', 'accept']
  if (kind === 'not-subscribed') return ['hold', 'reject', 'discard', 'accept']
  return ['hold', 'reject', 'discard']
}

/** Does a rule of this kind have a number? */
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

/** What a rule of these kinds looks at holds for whatever is written, by mail or not. */
const ofWriters: readonly RuleKind[] = ['banned', 'emergency', 'writer', 'first-posts', 'attachments']

/** The rules for what is written on the web: its writer is known by their session, so that what looks for forged or automatic mail has nothing to find. */
export const chainOfWritten = (chain: readonly Rule[]): Rule[] => chain.filter(({ kind }) => ofWriters.includes(kind))

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
