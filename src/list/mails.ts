import type { Keys } from '../lib/token/seal.ts'
import type { Locale } from '../lib/ui/format.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import type { Letter } from '../outbox/rules.ts'
import type { NoticeKind } from './notices/catalogue.ts'
import { sayNotice, type Template } from './notices/templates.ts'
import { listWords } from './words.ts'

/** The list that a letter speaks for. */
export interface Sender {
  id: number
  name: string
  title: string
  /** The group whose it is, in whose name it writes. */
  group: string
  groupSlug: string
  baseUrl: string
  mailDomain: string
  /** The zone of its group: where instants are at home that are said to who has none of their own. */
  homeZone: string
  /** Its page; none in a letter to somebody for whom the list is not there. */
  page?: string
  /** Of notices to people whose own language is not known. */
  language?: string
  /** The words that it has of its own, by notice and language. */
  templates?: (Template & { notice: string; locale: string })[]
}

/** Whom a letter is for. */
export interface Recipient {
  name: string
  email: string
  locale: string
  /** Null, or not there: it is not known. */
  zone?: string | null
  personId?: number
  /** Others see to it first: what waits for them too stands in the letter of their week. */
  inWeek?: boolean
}

/** What waits for somebody comes at once only where it is theirs first. */
export const waitsFor = ({ inWeek }: Recipient): Partial<Letter> => (inWeek ? { repeats: {} } : {})

const addressOf = (list: Sender, suffix = ''): string => `${list.name}${suffix}@${list.mailDomain}`

// Who asks to join types a name that is sent to an address of their choice: what could carry an advertisement is not repeated.
const plainName = /^[\p{L}\p{M}\p{N} .,'’()-]{1,60}$/u
const linkLike = /[\p{L}\p{N}]{2}\.\p{L}{2}/u

const nameFor = (name: string): string => (plainName.test(name) && !linkLike.test(name) ? name : '')

// They say what the page of the list says to everybody.
const plainNotices: ReadonlySet<NoticeKind> = new Set(['help', 'left', 'not-joined', 'welcome'])

// From the question whether they want to join to the answer: what somebody is told on the way into a list.
const joining: ReadonlySet<NoticeKind> = new Set(['confirm-join', 'request-waits', 'more-asked', 'request-rejected', 'welcome'])

/**
 * A letter of a list: greeting, text, signature, from its owners' address; in the list's own words where it has some.
 * @param facts what the notice is told, by the names that its templates use; `list` is the list's title
 */
export function letter(kind: NoticeKind, list: Sender, to: Recipient, facts: Record<string, string>, extra: Partial<Letter> = {}): Letter {
  const locale = to.locale as Locale
  const words = listWords(locale)
  const own = list.templates?.find((template) => template.notice === kind && template.locale === locale)
  const { subject, text } = sayNotice(kind, locale, { list: list.title, ...facts }, own)
  return {
    kind: `list.${kind}`,
    plain: plainNotices.has(kind),
    to: { name: nameFor(to.name), email: to.email },
    personId: to.personId,
    listId: list.id,
    group: list.group,
    from: { name: list.group, email: addressOf(list, '-owner') },
    ...(joining.has(kind) && { thread: `joining.${list.name}` }),
    subject,
    text: `${words.greeting({ name: nameFor(to.name) })}\n\n${text}\n\n${words.sign({ list: list.title })}\n`,
    ...extra,
  }
}

const answered = (list: Sender, { reply }: Keys): Partial<Letter> => ({ replyTo: `reply+${reply}@${list.mailDomain}` })

/** Until when a link of a letter opens, as its reader's clock says it. */
export const endOf = (list: Sender, { locale, zone = null }: Recipient, until: Date): string =>
  sayWhen({ locale, zone }, list.homeZone, until)

/** Asks somebody to confirm that they want to join; answering the mail is enough. */
export const confirmJoin = (list: Sender, to: Recipient, keys: Keys, until: Date): Letter =>
  letter('confirm-join', list, to, { link: `${list.baseUrl}/confirm/${keys.link}`, until: endOf(list, to, until) }, answered(list, keys))

/** The answer to a request for an address that is subscribed: only its owner learns of it. */
export const alreadyJoined = (list: Sender, to: Recipient): Letter =>
  letter('already-joined', list, to, { link: `${list.baseUrl}/me/subscriptions` })

/** The address is confirmed; `link` leads to the applicant's own page. */
export const requestWaits = (list: Sender, to: Recipient, { path, until }: { path: string; until: Date }): Letter =>
  letter('request-waits', list, to, { link: `${list.baseUrl}${path}`, until: endOf(list, to, until) })

/** Where everybody gets a copy of their data, or has it deleted. */
export const dataPage = ({ baseUrl }: Pick<Sender, 'baseUrl'>): string => `${baseUrl}/me#privacy`

/** The letter that welcomes to a list. */
export const welcome = (list: Sender, to: Recipient): Letter =>
  letter('welcome', list, to, {
    address: addressOf(list),
    settings: `${list.baseUrl}/me/subscriptions`,
    request: addressOf(list, '-request'),
    leave: addressOf(list, '-unsubscribe'),
    archive: list.page ? `${list.page}/threads` : '',
    people: `${list.baseUrl}/roster?group=${list.groupSlug}`,
    dates: `${list.baseUrl}/meetings?group=${list.groupSlug}`,
  })

/** The letter that says why somebody does not join. */
export const requestRejected = (list: Sender, to: Recipient, reason: string): Letter => letter('request-rejected', list, to, { reason })

/** Asks somebody who wrote to `-unsubscribe` to confirm: anybody can write in their name. */
export const confirmLeave = (list: Sender, to: Recipient, keys: Keys, until: Date): Letter =>
  letter(
    'confirm-leave',
    list,
    to,
    { link: `${list.baseUrl}/unsubscribe/${keys.link}`, until: endOf(list, to, until) },
    answered(list, keys),
  )

/** The letter that says that somebody is not on a list after all. */
export const notJoined = (list: Sender, to: Recipient): Letter => letter('not-joined', list, to, {})

/** The letter that confirms that somebody left a list. */
export const left = (list: Sender, to: Recipient): Letter => letter('left', list, to, { link: list.page ?? '' })

/** The letter that tells those who decide that somebody wants to join. */
export const joinForModerators = (
  list: Sender,
  to: Recipient,
  { name, email }: { name: string; email: string },
  requestId: number,
): Letter =>
  letter(
    'join-moderators',
    list,
    to,
    { who: name || email, email, link: `${list.baseUrl}/lists/${list.name}/requests/${requestId}` },
    waitsFor(to),
  )

/** The answer to a mail to `-request` that asks for help or for nothing that is known. */
export const help = (list: Sender, to: Recipient): Letter =>
  letter('help', list, to, {
    post: addressOf(list),
    subscribe: addressOf(list, '-subscribe'),
    unsubscribe: addressOf(list, '-unsubscribe'),
    owner: addressOf(list, '-owner'),
    request: addressOf(list, '-request'),
    page: list.page ?? '',
    data: dataPage(list),
  })
