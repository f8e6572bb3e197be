import type { HtmlPolicy, MailAction, SenderKind } from '../lib/db/schema.ts'
import { readChain } from './moderation-rules/rules.ts'

/** What of a list says how it looks at mail. */
interface Looking {
  rules: unknown
  expireDays: number
  digestKb: number
  tellChanges: boolean
  html: HtmlPolicy
  dropTypes: readonly string[]
}

/** Whom a rule or a ban of a list is about. */
export interface Aimed {
  kind: SenderKind
  value: string
}

const escaped = (text: string): string => text.replaceAll(/[.+*?^${}()|[\]\\]/g, '\\$&')

/** An address, or an expression as Mailman has it: one that begins with `^`. */
export function aimOf({ kind, value }: Aimed): string {
  if (kind === 'address') return value
  if (kind === 'domain') return `^.*@(?:.*\\.)?${escaped(value)}$`
  return value.startsWith('^') ? value : `^.*(?:${value})`
}

/**
 * How a list looks at mail, under the names of Mailman 3's settings.
 * @param senders what was set for people who are not subscribed
 */
export function lookingOf(
  { rules, expireDays, digestKb, tellChanges, html, dropTypes }: Looking,
  senders: readonly (Aimed & { action: MailAction })[],
) {
  const chain = readChain(rules)
  const rule = (kind: (typeof chain)[number]['kind']) => chain.find((one) => one.kind === kind && one.on)
  const most = rule('many-recipients')?.number
  const listed = (action: MailAction) => senders.filter((one) => one.action === action).map(aimOf)
  const types = dropTypes.filter((type) => !type.startsWith('.'))
  return {
    default_nonmember_action: rule('not-subscribed')?.action ?? 'accept',
    administrivia: rule('administrivia') !== undefined,
    // Mailman holds what reaches the number; 0 is no limit.
    max_num_recipients: most === undefined ? 0 : most + 1,
    require_explicit_destination: rule('implicit') !== undefined,
    max_days_to_hold: expireDays,
    admin_notify_mchanges: tellChanges,
    digest_size_threshold: digestKb,
    filter_content: dropTypes.length > 0 || html === 'text',
    convert_html_to_plaintext: html === 'text',
    ...some({
      filter_types: types.map((type) => type.replace(/\/\*$/, '')),
      filter_extensions: dropTypes.filter((type) => type.startsWith('.')).map((type) => type.slice(1)),
      accept_these_nonmembers: listed('accept'),
      hold_these_nonmembers: listed('hold'),
      reject_these_nonmembers: listed('reject'),
      discard_these_nonmembers: listed('discard'),
    }),
  }
}

/** Mailman's answers to `header-matches`: its rules about header fields stand apart from its settings. */
export const headerMatchesOf = (rules: unknown) =>
  readChain(rules).flatMap(({ kind, on, action, field = '', pattern = '' }) =>
    kind === 'header' && on ? [{ header: field.toLowerCase(), pattern, action }] : [],
  )

/** A list of nothing says nothing. */
const some = (lists: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0))
