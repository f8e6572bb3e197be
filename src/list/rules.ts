import { textsOf } from '../lib/ui/words.ts'

export { settingsOf } from './import-rules.ts'
export { readInvitees } from './invitations/invitees-rules.ts'
export { type Rule, readChain } from './moderation-rules/rules.ts'
export { moderationTabs, settingsTabs } from './places-rules.ts'

const t = textsOf('list', 'pages')
const closing = textsOf('list', 'closing')

/** What an address of the mail domain stands for. */
export type Destination =
  | { kind: 'post'; list: string }
  | { kind: 'request' | 'subscribe' | 'unsubscribe' | 'owner'; list: string }
  | { kind: 'case'; list: string }
  | { kind: 'bounces'; list?: string; token: string }
  | { kind: 'reply'; token: string }
  | { kind: 'follow'; token: string }
  | { kind: 'postmaster' }
  | { kind: 'report' }
  | { kind: 'desk'; name: string }

const suffixes = ['request', 'subscribe', 'unsubscribe', 'owner', 'bounces'] as const

// What other programs call them. The headers and footers of years of mail name these addresses, and people write to them after a move:
// Mailman (`LIST-leave@`) and Groups.io (`LIST+unsubscribe@`).
const otherSuffixes = { join: 'subscribe', leave: 'unsubscribe' } as const
const afterPlus = new Map<string, 'request' | 'subscribe' | 'unsubscribe' | 'owner'>([
  ['subscribe', 'subscribe'],
  ['unsubscribe', 'unsubscribe'],
  ['owner', 'owner'],
  ['help', 'request'],
])

// Every domain has them (RFC 2142 §5, RFC 5321 §4.5.1).
const forAdministrators = new Set(['postmaster', 'abuse'])

/** Where other servers report how our mail fared (RFC 7489 §7.2, RFC 8460 §3). */
const forReports = 'mail-reports'

/** The address for such reports. */
export const reportsAddress = (mailDomain: string): string => `${forReports}@${mailDomain}`

/** Suffixes that no list name may end in, or its address would be another list's. */
export const isReserved = (name: string): boolean =>
  name === 'reply' ||
  name === forReports ||
  forAdministrators.has(name) ||
  [...suffixes, ...Object.keys(otherSuffixes)].some((suffix) => name.endsWith(`-${suffix}`)) ||
  suffixes.some((suffix) => name === suffix)

/**
 * Reads the local part of an address (RFC 5321 §4.1.2): a list, one of its suffix addresses, or a reply token.
 * @param lists names of the lists of this site, in lower case
 * @param desks names of the addresses of roles
 * @returns undefined for an address that is nobody's
 */
export function readDestination(
  localPart: string,
  lists: ReadonlySet<string>,
  desks: ReadonlySet<string> = new Set(),
): Destination | undefined {
  const [base = '', token = ''] = localPart.toLowerCase().split('+', 2)
  if (base === 'reply' || base === 'bounces') return token ? { kind: base, token } : undefined
  const alone = readAlone(base, desks)
  if (alone) return token ? undefined : alone
  if (lists.has(base)) return readListToken(base, token)
  if (base === forReports) return token ? undefined : { kind: 'report' }
  return readSuffix(base, token, lists)
}

/** An address that has nothing behind a plus. */
function readAlone(base: string, desks: ReadonlySet<string>): Destination | undefined {
  // Many a list elsewhere takes no address that has a plus.
  const followed = /^follow-([a-z2-7]{31})$/.exec(base)?.[1]
  if (followed) return { kind: 'follow', token: followed }
  if (forAdministrators.has(base)) return { kind: 'postmaster' }
  return desks.has(base) ? { kind: 'desk', name: base } : undefined
}

/** A list's own address, the one for user cases, or what Groups.io writes behind a plus. */
function readListToken(list: string, token: string): Destination | undefined {
  if (token === '') return { kind: 'post', list }
  if (token === 'case') return { kind: 'case', list }
  const kind = afterPlus.get(token)
  return kind && { kind, list }
}

/** One of the addresses that stand beside a list's own. */
function readSuffix(base: string, token: string, lists: ReadonlySet<string>): Destination | undefined {
  const [, list = '', suffix = ''] = /^(.+)-([a-z]+)$/.exec(base) ?? []
  const kind =
    suffixes.find((one) => one === suffix) ?? (Object.hasOwn(otherSuffixes, suffix) ? otherSuffixes[suffix as 'join'] : undefined)
  if (!kind || !lists.has(list)) return undefined
  return kind === 'bounces' ? { kind, list, token } : { kind, list }
}

/** Why a list cannot be closed now: nothing may wait where nobody looks any more. */
export function whyNotClose({ held, leaving, requests }: { held: number; leaving: number; requests: number }): string | undefined {
  if (held > 0 || requests > 0) return closing.undecided({ held, requests })
  if (leaving > 0) return closing.leaving({ leaving })
}

/** Does a closed list refuse what comes to this address of its? Its subscribers still leave, and its owners can be asked. */
export const isClosedFor = (destination: Destination, closed: ReadonlySet<string>): boolean =>
  (destination.kind === 'post' || destination.kind === 'case' || destination.kind === 'subscribe') && closed.has(destination.list)

/** Why somebody cannot ask to join this way; undefined means they can. */
export function whyNotJoin(list: { joinPolicy: 'open' | 'confirm' | 'vetted' | 'closed'; closedAt: Date | null }): string | undefined {
  if (list.closedAt !== null) return closing.isClosed
  if (list.joinPolicy === 'closed') return t.closed
}

// Long enough for a holiday; who works there is asked once a year.
const returnsWithin = 30 * 86_400_000

interface Left {
  endedAt: Date | null
  endedHow: string | null
  /** Somebody has decided since that they do not belong there. */
  rejected: unknown
}

/** May somebody whom a person has let in, and who left by themselves, come back without being asked again? */
export const mayReturn = (left: Left | undefined, now: Date): boolean =>
  left?.endedAt != null &&
  !left.rejected &&
  ['link', 'mail', 'page'].includes(left.endedHow ?? '') &&
  now.getTime() - left.endedAt.getTime() < returnsWithin

/** Does a confirmed request need a decision by a person? Always at a group's own list, whose address any stranger can write to. */
export const needsDecision = (list: {
  joinPolicy: 'open' | 'confirm' | 'vetted' | 'closed'
  archive: 'public' | 'subscribers' | 'group'
}): boolean => list.joinPolicy === 'vetted' || list.archive === 'group'
