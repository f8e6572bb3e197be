import { sql } from 'kysely'
import { type Db, orNoText } from '../../lib/db/rows.ts'
import { isDisguised, lookOf } from '../../lib/mail/alike.ts'
import { bySpelling, domainOf, showDomain, spellingsOf, suffixesOf } from '../../lib/mail/domain.ts'
import { pluck } from '../../lib/pluck.ts'
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

const disguised = (address: string): Likeness | undefined => (isDisguised(spelt(address)) ? { kind: 'disguised', address } : undefined)

const spelt = (address: string): string => address.slice(0, address.lastIndexOf('@') + 1) + showDomain(domainOf(address))

/**
 * What somebody who applies can be taken for: by their address, or by the pages that they name.
 * @param pages addresses of pages that are to show where they work
 */
export async function likenessesOf(db: Db, { email, pages = [] }: { email: string; pages?: readonly string[] }): Promise<Likeness[]> {
  const hosts = pages.flatMap((page) => URL.parse(page)?.hostname.replace(/^www\./, '') ?? [])
  const own = disguised(email)
  return [...(own ? [own] : []), ...(await likeDomains(db, [...new Set([domainOf(email), ...hosts])]))]
}

/** Those of a list for whom writers to it can be taken, who are not on it under these addresses: by address, nothing for whoever is on it. */
async function likeSubscribers(db: Db, listId: number, emails: readonly string[]): Promise<Map<string, Likeness | undefined>> {
  const subscribers = db
    .selectFrom('subscription')
    .innerJoin('sharedAddress as address', 'address.personId', 'subscription.personId')
    .innerJoin('sharedPerson as person', 'person.id', 'address.personId')
    .where('subscription.listId', '=', listId)
    .where('subscription.endedAt', 'is', null)
    .where('address.verifiedAt', 'is not', null)
  const own = await subscribers
    .select('address.email')
    .where('address.email', 'in', orNoText(emails.flatMap(spellingsOf)))
    .execute()
  const known = bySpelling(emails, new Map(own.map((one) => [one.email, one])))
  const others = emails.filter((email) => !known.has(email))
  if (others.length === 0) return new Map()
  const lengths = others.map((email) => spelt(email).length)
  // What looks the same is of about the same length: `rn` for `m`, and some letters that nobody sees.
  const near = await subscribers
    .select(['address.email', 'person.name'])
    .where(sql<boolean>`length(address.email) between ${Math.min(...lengths) - 12}::int and ${Math.max(...lengths) + 12}::int`)
    .orderBy('address.id', 'desc')
    .execute()
  const byLook = new Map(near.map((one) => [lookOf(spelt(one.email)), one]))
  return new Map(
    others.map((email): [string, Likeness | undefined] => {
      const like = byLook.get(lookOf(spelt(email)))
      return [email, like && { kind: 'address', address: email, like: like.email, name: like.name }]
    }),
  )
}

/**
 * For whom the writers of mails to lists can be taken, by the id of the mail; none of those that are on the list under that address, or look like
 * nobody.
 */
export async function findWritersLikenesses(
  db: Db,
  mails: readonly { id: number; listId: number; fromEmail: string }[],
): Promise<Map<number, Likeness>> {
  const named = mails.filter(({ fromEmail }) => fromEmail !== '')
  const ofLists = await Promise.all(
    [...Map.groupBy(named, ({ listId }) => listId)].map(async ([listId, ones]) => {
      const like = await likeSubscribers(db, listId, [...new Set(pluck(ones, 'fromEmail'))])
      return ones.flatMap(({ id, fromEmail }) => (like.has(fromEmail) ? [{ id, fromEmail, like: like.get(fromEmail) }] : []))
    }),
  )
  const strangers = ofLists.flat()
  const domains = await likeDomains(db, [...new Set(strangers.map(({ fromEmail }) => domainOf(fromEmail)))])
  return new Map(
    strangers.flatMap(({ id, fromEmail, like }): [number, Likeness][] => {
      const domain = showDomain(domainOf(fromEmail))
      const one = like ?? disguised(fromEmail) ?? domains.find((found) => found.kind === 'domain' && found.domain === domain)
      return one ? [[id, one]] : []
    }),
  )
}

/** For whom of a list the writer of a mail can be taken, who is not on it under that address; undefined where for nobody. */
export const findWritersLikeness = async (db: Db, listId: number, email: string): Promise<Likeness | undefined> =>
  (await findWritersLikenesses(db, [{ id: 0, listId, fromEmail: email }])).get(0)
