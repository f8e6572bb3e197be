import type { ClauseKind } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'

const t = textsOf('charter', 'clausesPage')

/** The kinds of clauses in the order of a charter. */
export const clauseKinds = [
  'purpose',
  'objective',
  'composition',
  'activity',
  'duty',
  'role',
  'meeting',
  'list',
  'web',
] as const satisfies readonly ClauseKind[]

/** The letter that numbers of a kind begin with. */
export const kindLetters: Record<ClauseKind, string> = {
  purpose: 'P',
  objective: 'G',
  composition: 'C',
  activity: 'A',
  duty: 'O',
  role: 'R',
  meeting: 'M',
  list: 'L',
  web: 'W',
}

/** A version as far as its state depends on it. */
export interface Dated {
  id: number
  adoptedAt: Date | null
  inForceOn: string | null
}

export type VersionState = 'draft' | 'coming' | 'in_force' | 'superseded'

/** The version that binds on a day: of those adopted, the one that came into force last. */
export function inForceOn<V extends Dated>(versions: readonly V[], today: string): V | undefined {
  return versions
    .filter((one) => one.inForceOn !== null && one.inForceOn <= today)
    .sort((a, b) => (a.inForceOn ?? '').localeCompare(b.inForceOn ?? ''))
    .at(-1)
}

/** Where a version stands on a day, among the versions of its group. */
export function stateOf<V extends Dated>(version: V, versions: readonly V[], today: string): VersionState {
  if (version.inForceOn === null) return 'draft'
  if (version.inForceOn > today) return 'coming'
  return inForceOn(versions, today)?.id === version.id ? 'in_force' : 'superseded'
}

// fields ------------------------------------------------------------------------------------------------------------

/** What a text can point to instead of copying it: `{{coordinator}}`. Some name a thing: `{{list:lectio-l}}`. */
export const fields = [
  'group',
  'product',
  'vendor',
  'founded',
  'user-groups',
  'coordinator',
  'deputy',
  'liaison',
  'members',
  'roster',
  'cadence',
  'next-meeting',
  'answer-time',
  'in-force',
  'review',
] as const

export type FieldName = (typeof fields)[number]

const fieldPattern = /\{\{([^{}]*)\}\}/g

/** A text in runs: words, and fields with what they name. */
export function readFields(text: string): ({ text: string } | { field: string; of: string | undefined; raw: string })[] {
  const runs: ReturnType<typeof readFields> = []
  let at = 0
  for (const match of text.matchAll(fieldPattern)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index) })
    const [field = '', of] = (match[1] ?? '').split(':', 2)
    runs.push({ field: field.trim().toLowerCase(), of: of?.trim().toLowerCase(), raw: match[0] })
    at = match.index + match[0].length
  }
  if (at < text.length) runs.push({ text: text.slice(at) })
  return runs
}

/** Roles that an address can be named of. */
export const addressRoles = ['coordinator', 'deputy', 'liaison'] as const

type Field = { field: string; of: string | undefined; raw: string }

function whyNotField({ field, of, raw }: Field, lists: readonly string[]): string | undefined {
  if (field === 'list' && of !== undefined) {
    if (lists.includes(of)) return undefined
    return lists.length > 0 ? t.errors.noSuchList({ field: raw, lists: lists.join(', ') }) : t.errors.noList({ field: raw })
  }
  if (field === 'address' && of !== undefined)
    return (addressRoles as readonly string[]).includes(of)
      ? undefined
      : t.errors.noSuchRole({ field: raw, roles: addressRoles.join(', ') })
  if (of === undefined && (fields as readonly string[]).includes(field)) return undefined
  return t.errors.noSuchField({ field: raw, fields: [...fields, 'list:NAME', 'address:ROLE'].join(', ') })
}

/**
 * What is wrong with the fields of a text; nothing where all are known.
 * @param lists names of the group's lists
 */
export function whyNotFields(text: string, lists: readonly string[]): string | undefined {
  for (const run of readFields(text)) {
    const wrong = 'text' in run ? undefined : whyNotField(run, lists)
    if (wrong) return wrong
  }
  return /\{\{|\}\}/.test(text.replaceAll(fieldPattern, '')) ? t.errors.braces({ open: '{{', close: '}}' }) : undefined
}

// clauses -----------------------------------------------------------------------------------------------------------

export const longestClause = 10_000
export const mostClauses = 200

/** What a clause says. */
export interface ClauseText {
  number: string
  kind: ClauseKind
  text: string
}

/** What is wrong with a clause among the others of its version, by field. */
export function whyNotClause({ number, text }: ClauseText, others: readonly string[], lists: readonly string[]): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$/.test(number)) problems.number = t.errors.number
  else if (others.some((other) => other.toLowerCase() === number.toLowerCase())) problems.number = t.errors.numberTaken({ number })
  if (text.trim() === '') problems.text = t.errors.noText
  else if (text.length > longestClause) problems.text = t.errors.tooLong({ most: longestClause })
  else {
    const wrong = whyNotFields(text, lists)
    if (wrong) problems.text = wrong
  }
  return problems
}

/** The next free number of a kind. */
export function nextNumber(kind: ClauseKind, taken: readonly string[]): string {
  const lower = new Set(taken.map((one) => one.toLowerCase()))
  for (let n = 1; ; n++) {
    const number = `${kindLetters[kind]}${n}`
    if (!lower.has(number.toLowerCase())) return number
  }
}

/** Why a draft cannot be adopted. */
export function whyNotAdopt(draft: { adoptedAt: Date | null; clauses: number }): string | undefined {
  if (draft.adoptedAt !== null) return t.errors.adopted
  if (draft.clauses === 0) return t.errors.noClause
  return undefined
}

/** What is wrong with the days of an adoption, by field. */
export function whyNotInForce(inForce: string, review: string | null, others: readonly (string | null)[]): Record<string, string> {
  const problems: Record<string, string> = {}
  const last = others
    .filter((one) => one !== null)
    .sort()
    .at(-1)
  if (last !== undefined && inForce <= last) problems.inForceOn = t.errors.inForceOn
  if (review !== null && review <= inForce) problems.reviewOn = t.errors.reviewOn
  return problems
}

/** What is wrong with a waiver, by field. */
export function whyNotWaiver({ fromOn, toOn, reason }: { fromOn: string; toOn: string; reason: string }): Record<string, string> {
  const problems: Record<string, string> = {}
  if (toOn < fromOn) problems.toOn = t.errors.waiverDays
  else if (Temporal.PlainDate.from(fromOn).until(Temporal.PlainDate.from(toOn), { largestUnit: 'years' }).years >= 2)
    problems.toOn = t.errors.waiverLong
  if (reason.trim() === '') problems.reason = refusals.sayWhy
  return problems
}

/** A clause in two versions. */
export interface Compared<C> {
  lineId: number
  before?: C
  after?: C
  change: 'same' | 'changed' | 'added' | 'removed' | 'moved'
}

/** Two versions clause by clause, in the order of the later one; what is gone stands where it stood. */
export function compareClauses<C extends ClauseText & { lineId: number }>(before: readonly C[], after: readonly C[]): Compared<C>[] {
  const old = new Map(before.map((clause) => [clause.lineId, clause]))
  const kept = new Set(after.map(({ lineId }) => lineId))
  const order = before.filter(({ lineId }) => kept.has(lineId)).map(({ lineId }) => lineId)
  const now = after.filter(({ lineId }) => old.has(lineId)).map(({ lineId }) => lineId)
  const rows = after.map((clause): Compared<C> => {
    const was = old.get(clause.lineId)
    if (!was) return { lineId: clause.lineId, after: clause, change: 'added' }
    const same = was.text === clause.text && was.number === clause.number && was.kind === clause.kind
    const moved = order.indexOf(clause.lineId) !== now.indexOf(clause.lineId)
    return { lineId: clause.lineId, before: was, after: clause, change: same ? (moved ? 'moved' : 'same') : 'changed' }
  })
  for (const [at, clause] of before.entries())
    if (!kept.has(clause.lineId)) rows.splice(Math.min(at, rows.length), 0, { lineId: clause.lineId, before: clause, change: 'removed' })
  return rows
}

/** Days before the review on which its coordinator is reminded, and the day after it has passed. */
export const reviewNotices = [60, 14, 0, -30] as const

/** Which reminder is due: the last whose day has come, unless it or a later one went out. */
export function decideReviewNotice(reviewOn: string, today: string, sent: readonly number[]): number | undefined {
  const left = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(reviewOn), { largestUnit: 'days' }).days
  const due = reviewNotices.filter((days) => left <= days).at(-1)
  return due === undefined || sent.some((days) => days <= due) ? undefined : due
}

/** A clause's words alone, without marks, and with a sign where a field stands: for search, which keeps nothing that changes by the day. */
export const plainText = (text: string): string =>
  text
    .replaceAll(fieldPattern, '…')
    .replaceAll(/[*_`#>]+|\]\([^)[\]]*\)|\[/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
