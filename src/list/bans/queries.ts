import { sql } from 'kysely'
import { type Db, orNoId, orNoText } from '../../lib/db/rows.ts'
import type { MailAction } from '../../lib/db/schema.ts'
import { spellingsOf } from '../../lib/mail/domain.ts'
import { matchesPattern } from '../../lib/mail/pattern.ts'
import { isMeant } from './rules.ts'

// Its last day is part of a ban.
const holdsStill = (on: Date) => sql<boolean>`(until is null or until >= ${on}::date)`

/** Whom these lists, and the site, do not want today, and what was set for writers who are not subscribed. */
export async function loadAims(db: Db, listIds: number[], on: Date) {
  const bans = await db
    .selectFrom('ban')
    .select(['listId', 'kind', 'value'])
    .where((e) => e.or([e('listId', 'is', null), e('listId', 'in', orNoId(listIds))]))
    .where(holdsStill(on))
    .execute()
  const senders = await db
    .selectFrom('listSender')
    .select(['listId', 'kind', 'value', 'action'])
    .where('listId', 'in', orNoId(listIds))
    // One address speaks before its domain, and both before a pattern.
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return {
    isBanned: (listId: number, email: string): boolean =>
      bans.some((ban) => (ban.listId === null || ban.listId === listId) && isMeant(ban, email, matchesPattern)),
    senderAction: (listId: number, email: string): MailAction | null =>
      senders.find((sender) => sender.listId === listId && isMeant(sender, email, matchesPattern))?.action ?? null,
  }
}

export type Aims = Awaited<ReturnType<typeof loadAims>>

/**
 * Which of these addresses are kept from joining a list: by the address itself, or by another that the same person has confirmed.
 * @param emails in lower case
 */
export async function findBanned(db: Db, listId: number, emails: readonly string[], on: Date): Promise<ReadonlySet<string>> {
  const aims = await loadAims(db, [listId], on)
  const confirmed = await db
    .selectFrom('sharedAddress as address')
    .innerJoin('sharedAddress as other', 'other.personId', 'address.personId')
    .select(['address.email', 'other.email as other'])
    .where('address.email', 'in', orNoText(emails.flatMap(spellingsOf)))
    .where('other.verifiedAt', 'is not', null)
    .execute()
  const theirs = Map.groupBy(confirmed, ({ email }) => email)
  const othersOf = (email: string) => spellingsOf(email).flatMap((one) => theirs.get(one) ?? [])
  const isKept = (email: string) => [email, ...othersOf(email).map(({ other }) => other)].some((one) => aims.isBanned(listId, one))
  return new Set(emails.filter(isKept))
}

/** Is who asks from this address kept from joining a list, by it or by another confirmed address of theirs? */
export const isBanned = async (db: Db, listId: number, email: string, on: Date): Promise<boolean> =>
  (await findBanned(db, listId, [email.toLowerCase()], on)).size > 0

/** Bans of a list that hold on this day, for ever or for a while. */
export const listHolding = (db: Db, listId: number, on: Date) =>
  db.selectFrom('ban').select(['kind', 'value']).where('listId', '=', listId).where(holdsStill(on)).orderBy('value').execute()

/** The bans of a list, or of the site where it is null, newest first; those that are over among them. */
export function listBans(db: Db, listId: number | null) {
  return db
    .selectFrom('ban')
    .leftJoin('sharedPerson as person', 'person.id', 'ban.createdBy')
    .selectAll('ban')
    .select('person.name as by')
    .where((e) => (listId === null ? e('listId', 'is', null) : e('listId', '=', listId)))
    .orderBy('ban.id', 'desc')
    .limit(1_000)
    .execute()
}

/** What was set for writers who are not subscribed to a list, newest first. */
export function listSenders(db: Db, listId: number) {
  return db
    .selectFrom('listSender')
    .leftJoin('sharedPerson as person', 'person.id', 'listSender.createdBy')
    .selectAll('listSender')
    .select('person.name as by')
    .where('listId', '=', listId)
    .orderBy('listSender.id', 'desc')
    .limit(1_000)
    .execute()
}
