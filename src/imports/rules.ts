import { keptOf } from '../lib/ui/kept.ts'

const reasons = keptOf('imports', 'reasons')
/** How a member gets a list's mail elsewhere. */
export type Delivery = 'each' | 'mime' | 'plain' | 'summary' | 'none'

/** A member of a list that moves. */
export interface Member {
  email: string
  name: string
  /** Of the program that it comes from; '' where nothing was said. */
  language: string
  delivery: Delivery
  /** Why nothing is delivered, where nothing is. */
  stopped?: 'member' | 'owner' | 'bounces' | 'unknown'
  /** Each post waits for a moderator. */
  moderated: boolean
  /** Their own posts do not come back to them. */
  notMine: boolean
  /** No copy where they are named in To or Cc. */
  noCopies: boolean
  /** Other members were not shown that they are one. */
  hidden?: boolean
}

/** What is done with the mail of somebody who is no member. */
export type NonMemberAction = 'accept' | 'hold' | 'reject' | 'discard'

/** A mail that waited for a moderator. */
export interface HeldPost {
  /** Of the program that it comes from. */
  key: string
  from: string
  subject: string
  /** The program's own words. */
  reason: string
  at: string
  /** The mail, base64. */
  raw: string
}

/** Somebody who waits to be let in. */
export interface Applicant {
  email: string
  name: string
  at: string
}

/** A setting as the program has it. */
export type Setting = string | number | boolean | null | string[]

/** What became of something, where no setting of ours says it; sentences that are kept to be said. */
export interface Remark {
  what: string
  was: string
  becomes: string
  /** taken: as it was; changed: otherwise, and why; left: not taken along; clash: the source contradicts itself. */
  how: 'taken' | 'changed' | 'left' | 'clash'
}

/** A list as it stands elsewhere, whatever program kept it. Plain data: it is kept while its import runs. */
export interface Departing {
  program: 'mailman2' | 'mailman3' | 'file'
  name: string
  host: string
  title: string
  description: string
  language: string
  archive: 'public' | 'subscribers' | 'none' | undefined
  joining: 'open' | 'confirm' | 'vetted' | undefined
  /** Bytes; 0 means without limit, undefined not said. */
  maxSize: number | undefined
  owners: string[]
  moderators: string[]
  members: Member[]
  nonMembers: { pattern: string; action: NonMemberAction }[]
  bans: string[]
  held: HeldPost[]
  applicants: Applicant[]
  /** Everything else that was set, by the program's own names. */
  settings: Record<string, Setting>
  /** What could not be read, each a sentence. */
  problems: string[]
  /** What a file of members says besides. */
  remarks?: Remark[]
}

/** A list of which nothing is known but its name. */
export const unknownList = (program: Departing['program'], name: string, host = ''): Departing => ({
  program,
  name,
  host,
  title: '',
  description: '',
  language: '',
  archive: undefined,
  joining: undefined,
  maxSize: undefined,
  owners: [],
  moderators: [],
  members: [],
  nonMembers: [],
  bans: [],
  held: [],
  applicants: [],
  settings: {},
  problems: [],
})

// What a list accepts as an address: RFC 5321 §4.5.3.1 lengths, no blanks, no brackets, one @ with a domain of letters, digits and hyphens.
const addressLike =
  /^[^\s@<>"(),:;[\]\\]{1,64}@(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u

/** Why something is no address, kept to be said; undefined where it is one. */
export function whyNoAddress(text: string): string | undefined {
  if (text === '') return reasons('noAddress')
  if (!text.includes('@')) return reasons('noAt', { text: text.slice(0, 80) })
  if (!addressLike.test(text)) return reasons('notAddress', { text: text.slice(0, 80) })
}

const longestPattern = 200

// 35 MB: the largest that a list can be set to.
const megabyte = 1024 * 1024
const largest = 35 * megabyte

/** Bytes that a list is given as its limit: at least 1 MB, at most what Rapport takes. */
export const limitOf = (bytes: number): number =>
  bytes <= 0 ? largest : Math.min(largest, Math.max(megabyte, Math.ceil(bytes / megabyte) * megabyte))

/** Whom a ban or a rule about strangers means, in Rapport's words. */
export type Pattern = { kind: 'address' | 'domain' | 'pattern'; value: string } | { why: string }

// `^.*@example\.org$`, as owners write a whole domain in Mailman.
const wholeDomain = /^\^?(?:\.\*|\[\^@\]\*)?@((?:[a-z0-9-]+\\?\.)+[a-z0-9-]+)\$?$/

/** Reads an address or a regular expression (`^…`) of Mailman. */
export function readPattern(text: string): Pattern {
  const lower = text.trim().toLowerCase()
  const domain = wholeDomain.exec(lower)?.[1]?.replaceAll('\\', '')
  if (domain && (lower.startsWith('^') || lower.startsWith('@')) && lower.includes('.')) return { kind: 'domain', value: domain }
  if (lower.startsWith('^'))
    return lower.length <= longestPattern ? { kind: 'pattern', value: lower } : { why: reasons('patternLong', { most: longestPattern }) }
  if (lower.startsWith('@')) return { why: reasons('otherList') }
  const why = whyNoAddress(lower)
  return why ? { why } : { kind: 'address', value: lower }
}
