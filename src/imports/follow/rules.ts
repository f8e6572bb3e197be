import { isAddress } from '../../lib/mail/is-address.ts'
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

/** Does a mail say of itself that it came over this list (RFC 2919, RFC 2369, and the fields of older programs)? */
function isPostOf(address: string, { headers }: Pick<FollowedFacts, 'headers'>): boolean {
  const [name = '', host = ''] = address.split('@')
  const marks = [address, `${name}.${host}`, `list ${address}`].map((mark) => mark.toLowerCase())
  return headers.some(
    ({ name: field, value }) =>
      listFields.has(field) &&
      marks.some((mark) => new RegExp(`(?:^|[\\s<:;])${mark.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:$|[\\s>;,])`, 'i').test(value)),
  )
}

/** Does a mail come from the host of the list: a question whether we want to join, a notice of its owners? */
function isNoticeOf(address: string, { mailFrom, from }: Pick<FollowedFacts, 'mailFrom' | 'from'>): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1)
  const isThere = (email: string) => email.toLowerCase().endsWith(`@${host}`) || email.toLowerCase().endsWith(`.${host}`)
  return isThere(from) || isThere(mailFrom)
}

const beforeAt = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')))

/** What becomes of a mail that came there: what comes neither over the list nor from its host is nobody's. */
export function decideFollowed(address: string, facts: FollowedFacts): 'post' | 'notice' | 'drop' {
  if (isPostOf(address, facts) && !/-(?:request|confirm|join|leave|owner|bounces)\b/.test(beforeAt(facts.from))) return 'post'
  return isNoticeOf(address, facts) ? 'notice' : 'drop'
}

/** Why a list elsewhere cannot be followed under this address; undefined means it can. */
export function whyNotFollow(address: string, mailDomain: string): string | undefined {
  if (!isAddress(address)) return t.notList
  if (address.endsWith(`@${mailDomain}`)) return t.ownAddress
}
