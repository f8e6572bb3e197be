import type { HtmlPolicy } from '../lib/db/schema.ts'
import { isFileType } from '../lib/mail/file-types.ts'
import { keptOf } from '../lib/ui/kept.ts'
import type { Rule } from '../list/rules.ts'
import type { Departing, Setting } from './rules.ts'

const say = keptOf('imports', 'plan')

/** How a list looks at mail and what it lets through, as an import can set it. */
export interface Habits {
  /** Rules about a header field. */
  headers?: HeaderRule[]
  /** Mail with so many addresses in To and Cc waits; null: however many there are. */
  manyRecipients?: number | null
  administrivia?: boolean
  expireDays?: number
  digestKb?: number
  html?: HtmlPolicy
  dropTypes?: string[]
}

export interface HeaderRule {
  field: string
  pattern: string
  action: 'hold' | 'reject' | 'discard'
}

/** One line of the table of what becomes what. */
type AddRow = (how: 'taken' | 'changed' | 'left', what: string, was: string, becomes: string) => void

/** Why a text is no pattern of Rapport's; rules themselves know no engine. */
export type WhyNotPattern = (pattern: string) => object | undefined

const yes = (setting: Setting | undefined): boolean => setting === true || (typeof setting === 'number' && setting !== 0)
const textsIn = (setting: Setting | undefined): string[] => (Array.isArray(setting) ? setting.map((one) => one.trim()).filter(Boolean) : [])

/** What becomes of the ways in which a list of Mailman looks at mail; each setting that is not as Mailman brings it has its row. */
export const planLooking = ({ settings: was }: Departing, row: AddRow, whyNotPattern: WhyNotPattern): Habits => ({
  ...planHeaders(was, row, whyNotPattern),
  ...planCounts(was, row),
  ...planContent(was, row),
  ...planTimes(was, row),
})

const acts: Record<string, HeaderRule['action'] | 'accept' | 'defer'> = {
  // Mailman 2.1 has numbers (Defaults.py), Mailman 3 words; without one its core holds.
  0: 'defer',
  2: 'reject',
  3: 'discard',
  6: 'accept',
  7: 'hold',
  hold: 'hold',
  reject: 'reject',
  discard: 'discard',
  accept: 'accept',
  defer: 'defer',
  '': 'hold',
}
const ruleWords = { hold: 'filterHold', reject: 'filterReject', discard: 'filterDiscard' } as const
// With the rules that every list has it stays below what a chain may hold.
const mostHeaders = 20

type Read = HeaderRule | { why: string }

function planHeaders(was: Departing['settings'], row: AddRow, whyNotPattern: WhyNotPattern): Pick<Habits, 'headers'> {
  const headers: HeaderRule[] = []
  for (const { text, read } of [
    ...textsIn(was.header_filter_rules).flatMap(readFilter),
    ...textsIn(was.header_matches).map((text) => ({ text, read: readMatch(text) })),
  ]) {
    const why = 'why' in read ? read.why : whyNotHeader(read.pattern, headers.length, whyNotPattern)
    if (why !== undefined || 'why' in read) row('left', say('headerFilter'), short(text), say('filterLeft', { why: why ?? '' }))
    else {
      headers.push(read)
      const { field, pattern, action } = read
      row('taken', say('headerFilter'), short(text), say(ruleWords[action], { field, pattern }))
    }
  }
  return headers.length > 0 ? { headers } : {}
}

function whyNotHeader(pattern: string, before: number, whyNotPattern: WhyNotPattern): string | undefined {
  if (whyNotPattern(pattern) !== undefined) return say('filterNoPattern')
  return before < mostHeaders ? undefined : tooMany
}

const tooMany = say('filterTooMany', { most: mostHeaders })
const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 120)

/** A row of Mailman 2.1: expressions, one a line, each looked for in the whole header; then a number. */
function readFilter(text: string): { text: string; read: Read }[] {
  const [, patterns = text, action = '7'] = /^([\s\S]*) \| (\d+) \|[^|]*$/.exec(text) ?? []
  return patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ text: line, read: withAction(action, () => readLine(line)) }))
}

/** `^Subject:.*win` looks for the field and its content in one. */
function readLine(line: string): Omit<HeaderRule, 'action'> | { why: string } {
  const [, field, rest = ''] = /^\^?([a-z][a-z0-9-]*):(.*)$/i.exec(line) ?? []
  if (field === undefined) return { why: say('filterNoField') }
  if (hasChoice(rest)) return { why: say('filterSeveral') }
  // A value is read here without the blanks before it.
  const value = rest.replace(/^(?:(?:\\s|\[ \\t\]| )[*+?]?)+/, '')
  return { field, pattern: value === '' ? '.*' : /^\.[*+]/.test(value) ? value : `^${value}` }
}

/** Is there a choice (`a|b`) that stands in no bracket? */
function hasChoice(pattern: string): boolean {
  let depth = 0
  for (const [part] of pattern.matchAll(/\\.|\[(?:\\[\s\S]?|[^\]\\])*\]?|[()|]/g)) {
    if (part === '(') depth++
    if (part === ')') depth--
    if (part === '|' && depth === 0) return true
  }
  return false
}

/** A row of Mailman 3: a field, what is looked for in its content, and what is done then. */
function readMatch(text: string): Read {
  const [, field, pattern = '', action = ''] = /^([!-9;-~]{1,76}): ([\s\S]*?)(?: \| (\w+))?$/.exec(text) ?? []
  return withAction(action, () => (field ? { field, pattern: pattern.trim() } : { why: say('filterNamesNone') }))
}

function withAction(word: string, read: () => Omit<HeaderRule, 'action'> | { why: string }): Read {
  const action = acts[word]
  if (action === 'accept') return { why: say('filterAccepts') }
  if (action === 'defer') return { why: say('filterNothing') }
  if (action === undefined) return { why: say('filterUnknown') }
  const rule = read()
  return 'why' in rule ? rule : { ...rule, action }
}

function planCounts(was: Departing['settings'], row: AddRow): Pick<Habits, 'manyRecipients' | 'administrivia'> {
  const habits: Pick<Habits, 'manyRecipients' | 'administrivia'> = {}
  const most = was.max_num_recipients
  if (typeof most === 'number' && most >= 0 && most <= 1_000) {
    // Mailman holds what reaches the number, Rapport what goes beyond it.
    habits.manyRecipients = most === 0 ? null : Math.max(1, Math.trunc(most) - 1)
    row(
      'taken',
      say('recipients'),
      most === 0 ? say('noLimit') : say('recipientsWas', { n: most }),
      habits.manyRecipients === null ? say('recipientsOff') : say('recipientsNow', { n: habits.manyRecipients }),
    )
  }
  if (was.administrivia !== undefined && was.administrivia !== null) {
    habits.administrivia = yes(was.administrivia)
    if (habits.administrivia) row('taken', say('commands'), say('commandsHeldWas'), say('commandsHeld'))
    else row('taken', say('commands'), say('commandsSentWas'), say('commandsSent'))
  }
  if (yes(was.require_explicit_destination)) row('left', say('mustBeNamed'), say('yes'), say('mustBeNamedLeft'))
  return habits
}

const plainTypes = new Set(['text/plain', 'message/rfc822'])

/** Types and endings as Mailman has them: `image`, `image/png`, `exe`. */
const typesOf = (was: Departing['settings'], ...names: string[]): string[] => names.flatMap((name) => textsIn(was[name]))

function planContent(was: Departing['settings'], row: AddRow): Pick<Habits, 'html' | 'dropTypes'> {
  if (!yes(was.filter_content)) return {}
  const named = typesOf(was, 'filter_mime_types', 'filter_types').map((type) => type.toLowerCase())
  const media = named.map((type) => (type.includes('/') ? type : `${type}/*`))
  const endings = typesOf(was, 'filter_filename_extensions', 'filter_extensions').map((one) => `.${one.toLowerCase().replace(/^\./, '')}`)
  const asText = yes(was.convert_html_to_plaintext) || media.some((type) => type === 'text/html' || type === 'text/*')
  const dropTypes = [...new Set([...media, ...endings])].filter(
    (type) => isFileType(type) && !type.startsWith('multipart/') && !type.startsWith('text/') && !plainTypes.has(type),
  )
  if (dropTypes.length > 0) row('taken', say('droppedFiles'), dropTypes.join(' '), say('droppedFilesNow'))
  if (asText) row('taken', say('html'), say('htmlWas'), say('htmlNow'))
  const passed = typesOf(was, 'pass_mime_types', 'pass_types', 'pass_filename_extensions', 'pass_extensions')
  if (passed.length > 0) row('left', say('onlyTypes'), passed.join(' '), say('onlyTypesLeft'))
  return { ...(asText ? { html: 'text' as const } : {}), ...(dropTypes.length > 0 ? { dropTypes: dropTypes.slice(0, 100) } : {}) }
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.ceil(value)))

function planTimes(was: Departing['settings'], row: AddRow): Pick<Habits, 'expireDays' | 'digestKb'> {
  const habits: Pick<Habits, 'expireDays' | 'digestKb'> = {}
  const [days, size] = [was.max_days_to_hold, was.digest_size_threshhold ?? was.digest_size_threshold]
  if (typeof days === 'number' && days > 0) {
    // Moderators are reminded before it expires.
    habits.expireDays = within(days, 3, 90)
    const kept = habits.expireDays
    row(kept === days ? 'taken' : 'changed', say('expires'), say('expiresWas', { n: days }), say('expiresNow', { n: kept }))
  }
  if (typeof size === 'number' && size > 0) {
    habits.digestKb = within(size, 30, 5_000)
    const now = say('digestFullNow', { n: habits.digestKb })
    row(habits.digestKb === size ? 'taken' : 'changed', say('digestFull'), say('digestFullWas', { n: size }), now)
  }
  return habits
}

/**
 * The rules of a list with what an import brings: rules about headers stand after those that know a forged mail, and none comes twice.
 */
export function chainWith(chain: readonly Rule[], { headers = [], manyRecipients, administrivia }: Habits): Rule[] {
  const rules = chain.map((rule): Rule => {
    if (rule.kind === 'many-recipients' && manyRecipients !== undefined)
      return manyRecipients === null ? { ...rule, on: false } : { ...rule, on: true, number: manyRecipients }
    return rule.kind === 'administrivia' && administrivia !== undefined ? { ...rule, on: administrivia } : rule
  })
  const fresh = headers.filter(
    ({ field, pattern }) =>
      !rules.some((rule) => rule.kind === 'header' && rule.field?.toLowerCase() === field.toLowerCase() && rule.pattern === pattern),
  )
  const place = rules.findIndex(({ kind }) => kind === 'dmarc-fails') + 1
  const added = fresh.map(({ field, pattern, action }): Rule => ({ kind: 'header', action, on: true, field, pattern }))
  return rules.toSpliced(place, 0, ...added)
}
