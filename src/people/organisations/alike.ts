import { lookOf } from '../../lib/mail/alike.ts'
import { findRegistrable, showDomain } from '../../lib/mail/domain.ts'

interface Known {
  domain: string
  organisationId: number
  name: string
}

/** What a domain is registered as, as people read it: what is below it is nobody's but its owner's. */
const registered = (domain: string): string => showDomain(findRegistrable(domain) ?? domain)

/** Of shorter names, many an honest one is a letter apart from another: of a domain of so many characters, its ending among them. */
const shortestNear = 10

/** Is one text the other but for a single letter, which is another, is missing or is one more? */
function isOneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || short === long) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1)
}

const likes = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= shortestNear && isOneApart(one, other))

/**
 * The domains of other organisations for which these can be taken: they look the same, or are a letter apart.
 * @param organisationId whose domains these are, where it is known yet
 */
export function listLikeDomains(domains: readonly string[], known: readonly Known[], organisationId?: number) {
  const others = known
    .filter((one) => one.organisationId !== organisationId)
    .map(({ domain, name }) => ({ name, registered: registered(domain) }))
    .map((one) => ({ ...one, look: lookOf(one.registered) }))
  return domains.flatMap((typed) => {
    const own = registered(typed)
    const look = lookOf(own)
    const like = others.find((one) => one.registered !== own && likes(look, one.look))
    return like ? [{ domain: showDomain(typed), like: like.registered, name: like.name }] : []
  })
}
