import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, missing, NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepRegister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { tellOfChange, verifyAddress } from '../ways-in/actions.ts'
import { opensAccount } from '../ways-in/rules.ts'
import { findAffiliation, findClaim } from './queries.ts'
import { decideAsk } from './rules.ts'

const t = textsOf('people', 'affiliationsPage')

const ownWord = 'own word'

/**
 * Somebody works at an organisation today, as has just been shown: a current affiliation is made fresh, or a new one begins. One that rests
 * until a person looks rests on for its owner's own word.
 * @param basis how it is known: what a request proved, or their own word
 * @param issuer whose login said so
 */
export async function confirmAffiliation(
  tx: Tx,
  actor: Actor,
  {
    personId,
    organisationId,
    basis,
    issuer = '',
  }: { personId: number; organisationId: number; basis: string; issuer?: string | undefined },
): Promise<void> {
  const day = todayOf(actor)
  // Of two who confirm it at once the second finds it.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
  const ends = basis === ownWord ? {} : { suspendedAt: null, suspendedWhy: '' }
  const fresh = { basis, issuer, confirmedAt: actor.at, asks: 0, doubtedAt: null, ...ends }
  const current = await tx
    .updateTable('affiliation')
    .set(fresh)
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where(sql<boolean>`(to_on is null or to_on >= ${day}::date)`)
    .returning('id')
    .executeTakeFirst()
  const id = current?.id ?? (await insertOne(tx.insertInto('affiliation'), { personId, organisationId, fromOn: day, ...fresh }))
  await recordOf(tx, actor, 'affiliation.confirmed', { of: 'person', id: personId }, { affiliationId: id, organisationId })
}

/**
 * A login that said where somebody works says it no longer: nothing ends, and they are asked at once.
 * @param still the organisations of which it says so now
 */
export async function doubtAffiliations(tx: Tx, actor: Actor, personId: number, issuer: string, still: readonly number[]): Promise<void> {
  const doubted = await tx
    .updateTable('affiliation')
    .set({ doubtedAt: actor.at, asks: 0, askedAt: null })
    .where('personId', '=', personId)
    .where('issuer', '=', issuer)
    .where('organisationId', 'not in', orNoId(still))
    .where('toOn', 'is', null)
    .where('doubtedAt', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of doubted) {
    await record(tx, actor, { action: 'affiliation.doubted', subject: `person:${personId}`, details: { affiliationId: id } })
    await enqueue(tx, 'people.askAtOnce', { affiliationId: id })
  }
}

/**
 * Marks an affiliation as asked once more, if that is due.
 * @returns undefined when it is not, since an answer came in between
 */
export async function markAsked(tx: Tx, at: Date, id: number) {
  await tx.selectFrom('affiliation').select('id').where('id', '=', id).forUpdate().execute()
  const affiliation = await findAffiliation(tx, id)
  if (!affiliation || affiliation.toOn !== null || decideAsk(affiliation, at) !== 'ask') return undefined
  await updateOne(tx.updateTable('affiliation'), id, { askedAt: at, asks: affiliation.asks + 1 })
  return affiliation
}

/**
 * Ends an affiliation today, and what they speak for as a referent with it. The person keeps their posts, terms and data; what becomes of
 * their subscriptions a person decides.
 * @throws Conflict when it has ended already
 */
async function endAffiliation(tx: Tx, actor: Actor, id: number, how: typeof ownWord | 'keeper'): Promise<void> {
  const toOn = todayOf(actor)
  const ended = await tx
    .updateTable('affiliation')
    .set((e) => ({ toOn: sql<string>`greatest(${toOn}::date, ${e.ref('fromOn')})` }))
    .where('id', '=', id)
    .where('toOn', 'is', null)
    .returning(['personId', 'organisationId', 'toOn'])
    .executeTakeFirstOrThrow(() => new Conflict(t.someoneHasAlreadyDecided))
  await record(tx, actor, { action: 'affiliation.ended', subject: `person:${ended.personId}`, details: { affiliationId: id, how } })
  const { personId, organisationId, toOn: on } = ended
  await enqueue(tx, 'people.workplaceEnded', { personId, organisationId, on: on ?? toOn })
}

/**
 * A person answers the yearly question by its link: they still work there, or have left.
 * @throws NotFound when there is no such affiliation, Conflict when it has ended
 */
export async function answerAffiliation(tx: Tx, actor: Actor, id: number, stays: boolean): Promise<void> {
  const affiliation = (await findAffiliation(tx, id)) ?? missing(refusals.thisQuestionIsSettled)
  const self = { ...actor, personId: affiliation.personId }
  if (!stays) return endAffiliation(tx, self, id, ownWord)
  if (affiliation.toOn !== null) throw new Conflict(t.someoneHasAlreadyDecided)
  await confirmAffiliation(tx, self, { ...affiliation, basis: ownWord })
}

/** The same where somebody is known to be themselves. */
export async function answerOwnAffiliation(tx: Tx, actor: Actor & { personId: number }, id: number, stays: boolean): Promise<void> {
  const affiliation = await findAffiliation(tx, id)
  if (affiliation?.personId !== actor.personId) throw new NotFound(refusals.thisQuestionIsSettled)
  await answerAffiliation(tx, actor, id, stays)
}

/** Somebody who keeps the register settles a silent affiliation. */
export async function settleSilent(tx: Tx, actor: Actor, id: number, stays: boolean): Promise<void> {
  const affiliation = (mayKeepRegister(actor) ? await findAffiliation(tx, id) : undefined) ?? missing(t.workplaceNotFound)
  if (!stays) return endAffiliation(tx, actor, id, 'keeper')
  if (affiliation.toOn !== null) throw new Conflict(t.someoneHasAlreadyDecided)
  await confirmAffiliation(tx, actor, { ...affiliation, basis: 'known to an approver' })
}

const mostClaims = 5

/**
 * A person names one more address of theirs, for instance a private one; it counts once they have confirmed it by the mail to it.
 * The answer is the same for an address that is somebody else's: then no mail goes out.
 * @throws Invalid when they have too many open ones
 */
export async function claimAddress(tx: Tx, actor: Actor, email: string): Promise<void> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const open = await tx.selectFrom('addressClaim').select('id').where('personId', '=', actor.personId).execute()
  if (open.length >= mostClaims) throw new Invalid(refusals.pleaseLookAgain, { email: t.confirmOrWithdrawTheAddresses })
  const claim = await tx
    .insertInto('addressClaim')
    .values({ personId: actor.personId, email: email.toLowerCase(), claimedAt: actor.at })
    .onConflict((conflict) => conflict.columns(['personId', 'email']).doUpdateSet({ claimedAt: actor.at }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, 'people.claimLetter', { claimId: claim.id })
}

/**
 * An address becomes a person's by the button in the mail to it.
 * @returns from when it opens their account; null: at once
 * @throws NotFound when there is no such claim, Conflict when the address is somebody's by now
 */
export async function confirmClaim(tx: Tx, actor: Actor, claimId: number): Promise<Date | null> {
  const claim = (await findClaim(tx, claimId)) ?? missing(refusals.thisLinkIsOutOfDate)
  await tx.deleteFrom('addressClaim').where('id', '=', claimId).execute()
  const added = await tx
    .insertInto('address')
    .values({ personId: claim.personId, email: claim.email, createdAt: actor.at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(['id', 'personId', 'email'])
    .executeTakeFirstOrThrow(() => new Conflict(t.thisAddressBelongsToAnAccount))
  await record(tx, { ...actor, personId: claim.personId }, { action: 'address.added', subject: `person:${claim.personId}` })
  return verifyAddress(tx, actor, added)
}

/**
 * A person gives up an address, which is told to it and to the others. The last that opens their account stays; so does one that receives a
 * list.
 * @throws Invalid, saying why it stays
 */
export async function removeAddress(tx: Tx, actor: Actor, id: number): Promise<void> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const addresses = await tx
    .selectFrom('address')
    .select(['id', 'email', 'verifiedAt', 'opensAt'])
    .where('personId', '=', actor.personId)
    .forUpdate()
    .execute()
  const removed = addresses.find((one) => one.id === id) ?? missing(t.addressNotFound)
  const used = await tx.selectFrom('sharedSubscription as subscription').select('id').where('addressId', '=', id).executeTakeFirst()
  if (used) throw new Invalid(t.thisAddressIsOrWasSubscribed)
  if (!addresses.some((one) => one.id !== id && opensAccount(one, actor.at))) throw new Invalid(t.onlyAddressSigningAddAnother)
  await tx.deleteFrom('address').where('id', '=', id).execute()
  await record(tx, actor, { action: 'address.removed', subject: `person:${actor.personId}` })
  const change = { way: 'address-removed' as const, name: removed.email }
  await tellOfChange(tx, actor.at, actor.personId, change, opensAccount(removed, actor.at) ? removed.email : undefined)
}

/** Withdraws a claim that was not confirmed. */
export async function withdrawClaim(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx.deleteFrom('addressClaim').where('id', '=', id).where('personId', '=', actor.personId).execute()
}
