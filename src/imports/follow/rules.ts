import { isAddress } from '../../lib/mail/is-address.ts'
import { domainOf, isWithin, type Sender } from '../../lib/mail/proof-rules.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('imports', 'follow')
/** What is known of a mail that came to the address under which a list is followed. */
export interface FollowedFacts {
  /** Header fields in their order, names in lower case. */
  headers: { name: string; value: string }[]
  mailFrom: string
  from: string
}

const listFields = new Set(['list-id', 'list-post', 'x-beenthere', 'x-mailing-list', 'mailing-list', 'delivered-to'])

/** The fields by which a mail says of itself that it came over this list (RFC 2919, RFC 2369, and those of older programs). */
function fieldsOf(address: string, { headers }: Pick<FollowedFacts, 'headers'>): string[] {
  const [name = '', host = ''] = address.split('@')
  const marks = [address, `${name}.${host}`, `list ${address}`].map((mark) => mark.toLowerCase())
  const isMarked = (value: string) =>
    marks.some((mark) => new RegExp(`(?:^|[\\s<:;])${mark.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:$|[\\s>;,])`, 'i').test(value))
  const found = headers.filter(({ name: field, value }) => listFields.has(field) && isMarked(value)).map(({ name: field }) => field)
  // Another list of the same host may pass on what its writers say of theirs, but it says itself which one it is.
  const ids = headers.filter(({ name: field }) => field === 'list-id')
  const isAnother = ids.some(({ value }) => value.toLowerCase().includes(`.${host}>`)) && !found.includes('list-id')
  return isAnother ? [] : found
}

/** Those of these fields that a signature can stand for: which one of two it signs is not seen. */
export const signableOf = (address: string, facts: Pick<FollowedFacts, 'headers'>): string[] =>
  fieldsOf(address, facts).filter((field) => facts.headers.filter(({ name }) => name === field).length === 1)

/** Does a mail come from the host of the list: a question whether we want to join, a notice of its owners? */
function isNoticeOf(address: string, { mailFrom, from }: Pick<FollowedFacts, 'mailFrom' | 'from'>): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1)
  const isThere = (email: string) => email.toLowerCase().endsWith(`@${host}`) || email.toLowerCase().endsWith(`.${host}`)
  return isThere(from) || isThere(mailFrom)
}

const beforeAt = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')))

/** What becomes of a mail that came there: what comes neither over the list nor from its host is nobody's. */
export function decideFollowed(address: string, facts: FollowedFacts): 'post' | 'notice' | 'drop' {
  if (fieldsOf(address, facts).length > 0 && !/-(?:request|confirm|join|leave|owner|bounces)\b/.test(beforeAt(facts.from))) return 'post'
  return isNoticeOf(address, facts) ? 'notice' : 'drop'
}

/** What is known of where mail of a list comes from, once some of it came. */
interface Origin {
  /** It is proven to come from where the list's mail may come from; undefined where nobody knows yet where that is. */
  proven: boolean | undefined
  /** From here it comes by itself from now on, without anybody's word: the host says so of itself. */
  learnt: string[]
  /** All that stood for it and is nobody's own, who wrote it. */
  seen: string[]
}

/**
 * Judges where a mail comes from. The first one that the list's own domain stands for says from where the others come; until then nothing is
 * asked, as many hosts prove nothing. What stands for a writer says nothing of the list that they write to.
 * @param from the address in From
 * @param accepted domains from which the list's mail may come
 */
export function judgeOrigin(address: string, from: string, accepted: readonly string[], senders: readonly Sender[]): Origin {
  const host = domainOf(address)
  // A list that writes in its authors' stead names itself there.
  const ofList = from.toLowerCase().startsWith(`${beforeAt(address)}@`) && isWithin(domainOf(from), host)
  const seen = [...new Set(senders.filter(({ ofAuthor }) => ofList || !ofAuthor).map(({ domain }) => domain))].sort()
  if (accepted.length > 0) return { proven: senders.some(({ domain }) => accepted.some((one) => isWithin(domain, one))), learnt: [], seen }
  const own = seen.filter((domain) => isWithin(domain, host) || isWithin(host, domain))
  // The narrowest: in the name of a domain above it, many others send.
  const learnt = own.filter((domain) => !own.some((other) => other !== domain && isWithin(other, domain)))
  return { proven: learnt.length > 0 || undefined, learnt, seen }
}

/** Why a list elsewhere cannot be followed under this address; undefined means it can. */
export function whyNotFollow(address: string, mailDomain: string): string | undefined {
  if (!isAddress(address)) return t.notList
  if (address.endsWith(`@${mailDomain}`)) return t.ownAddress
}
