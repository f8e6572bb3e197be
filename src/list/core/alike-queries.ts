import { sql } from 'kysely'
import { type Db, isThere } from '../../lib/db/rows.ts'
import { isDisguised, lookOf } from '../../lib/mail/alike.ts'
import { domainOf, showDomain, spellingsOf, suffixesOf } from '../../lib/mail/domain.ts'
import { listDomainNames } from '../../people/queries.ts'
import type { Likeness } from './alike-words.ts'

/** The organisation whose domain each of these looks like without being it, or a part of it. */
async function likeDomains(db: Db, domains: readonly string[]): Promise<Likeness[]> {
  const asked = domains.map((domain) => ({ domain: showDomain(domain), parts: suffixesOf(domain) })).filter(({ parts }) => parts.length > 0)
  if (asked.length === 0) return []
  const known = await listDomainNames(db)
  const itself = new Set(known.map(({ domain }) => domain))
  const byLook = new Map(known.map((one) => [lookOf(showDomain(one.domain)), one]))
  return asked.flatMap(({ domain, parts }): Likeness[] => {
    if (parts.some((part) => itself.has(part))) return []
    const like = parts.map((part) => byLook.get(lookOf(showDomain(part)))).find((one) => one !== undefined)
    return like ? [{ kind: 'domain', domain, like: showDomain(like.domain), name: like.name }] : []
  })
}

const spelt = (address: string): string => address.slice(0, address.lastIndexOf('@') + 1) + showDomain(domainOf(address))

/**
 * What somebody who applies can be taken for: by their address, or by the pages that they name.
 * @param pages addresses of pages that are to show where they work
 */
export async function likenessesOf(db: Db, { email, pages = [] }: { email: string; pages?: readonly string[] }): Promise<Likeness[]> {
  const hosts = pages.flatMap((page) => URL.parse(page)?.hostname.replace(/^www\./, '') ?? [])
  const disguised = isDisguised(spelt(email)) ? [{ kind: 'disguised' as const, address: email }] : []
  return [...disguised, ...(await likeDomains(db, [...new Set([domainOf(email), ...hosts])]))]
}

/** For whom of a list the writer of a mail can be taken, who is not on it under that address; undefined where for nobody. */
export async function findWritersLikeness(db: Db, listId: number, email: string): Promise<Likeness | undefined> {
  if (email === '') return undefined
  const [look, spellings] = [lookOf(spelt(email)), spellingsOf(email)]
  const subscribers = db
    .selectFrom('subscription')
    .innerJoin('sharedAddress as address', 'address.personId', 'subscription.personId')
    .innerJoin('sharedPerson as person', 'person.id', 'address.personId')
    .where('subscription.listId', '=', listId)
    .where('subscription.endedAt', 'is', null)
    .where('address.verifiedAt', 'is not', null)
  if (await isThere(subscribers.select('address.id').where('address.email', 'in', spellings))) return undefined
  // What looks the same is of about the same length: `rn` for `m`, and some letters that nobody sees.
  const near = await subscribers
    .select(['address.email', 'person.name'])
    .where(sql<boolean>`abs(length(address.email) - ${spelt(email).length}::int) <= 12`)
    .orderBy('address.id')
    .execute()
  const like = near.find((one) => lookOf(spelt(one.email)) === look)
  if (like) return { kind: 'address', address: email, like: like.email, name: like.name }
  return (await likenessesOf(db, { email }))[0]
}
