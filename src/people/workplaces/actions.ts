import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Consequences, follow } from '../../consequences.ts'
import { Conflict, Invalid, NotFound, refuse } from '../../errors.ts'
import { record, recordAll, recordOf } from '../../journal/actions.ts'
import { idsOf, insertAll, orNoId, type Tx, updateOne, updateRows, upsertRow } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself, mayKeepRegister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { confirmAffiliation } from '../affiliations/actions.ts'
import { guessZonesOfWork } from '../zones-actions.ts'
import { checksStudents, findOrganisationByWords, listBasisAddresses, organisationOf, readDomains, readOwnPlace } from './queries.ts'
import { looksLikeStudents } from './rules.ts'

const t = textsOf('people', 'workplacesPage')

/** An address is at a domain of an organisation, or below one. */
const atDomainOf = (email: ReturnType<typeof sql.ref>) =>
  sql`exists (select from organisation_domain d where d.organisation_id = affiliation.organisation_id
    and (split_part(${email}, '@', 2) = d.domain or split_part(${email}, '@', 2) like '%.' || d.domain))`

/** Affiliations of which this is true rest, until a person looks. */
async function suspendWhere(tx: Tx, actor: Actor, why: 'address' | 'domain', which: RawBuilder<boolean>): Promise<void> {
  const suspended = await tx
    .updateTable('affiliation')
    .set({ suspendedAt: actor.at, suspendedWhy: why })
    .where('toOn', 'is', null)
    .where('suspendedAt', 'is', null)
    .where(which)
    .returning(['id', 'personId'])
    .execute()
  for (const { id, personId } of suspended)
    await record(tx, actor, { action: 'affiliation.suspended', subject: `person:${personId}`, details: { affiliationId: id, why } })
}

/**
 * An address is dead: the affiliation that rests on it rests too, until a person looks. Their posts, terms and everything they wrote stay,
 * and so does an affiliation for which they have another confirmed address.
 */
export async function suspendByAddress(tx: Tx, actor: Actor, email: string): Promise<void> {
  const dead = email.toLowerCase()
  await suspendWhere(
    tx,
    actor,
    'address',
    sql`person_id in (select person_id from address where email = ${dead})
      and exists (select from address a where a.email = ${dead} and ${atDomainOf(sql.ref('a.email'))})
      and not exists (select from address other where other.person_id = affiliation.person_id and other.verified_at is not null
        and other.email <> ${dead} and ${atDomainOf(sql.ref('other.email'))})`,
  )
}

/** Domains are not an organisation's any more: affiliations of people who have no address at those that are left rest, until a person looks. */
export async function suspendByDomain(tx: Tx, actor: Actor, organisationId: number, gone: string[]): Promise<void> {
  if (gone.length === 0) return
  await suspendWhere(
    tx,
    actor,
    'domain',
    sql`organisation_id = ${organisationId} and exists (select from address a join unnest(${gone}::text[]) g (domain)
        on split_part(a.email, '@', 2) = g.domain or split_part(a.email, '@', 2) like '%.' || g.domain where a.person_id = affiliation.person_id)
      and not exists (select from address other where other.person_id = affiliation.person_id and ${atDomainOf(sql.ref('other.email'))})`,
  )
}

export interface Move {
  /** The affiliations that end, and the last day there, which somebody who leaves none has not. */
  leaving: number[]
  leftOn?: string | undefined
  /** One of their confirmed addresses, at the new place. */
  addressId?: number
  /** As they call it; needed where the address does not say it. */
  organisation?: string
  fromOn: string
  /** Their lists come to the new address. */
  moveLists: boolean
}

/** Which addresses a person settles: those that look like a student's, where a user group asks for that. */
async function leftToPerson(tx: Tx): Promise<(email: string) => boolean> {
  const checked = await checksStudents(tx)
  return (email) => checked && looksLikeStudents(email.split('@')[1] ?? '')
}

/**
 * Somebody changes their job, in one act: the old workplace ends, the new one begins, their lists follow; their posts and terms stay. What
 * they speak for as a referent ends with the institution. Where the register does not say whose their new address is, a person settles it.
 * @returns whether the new workplace is known at once
 * @throws Invalid with a sentence for the field
 */
export async function changeJob(tx: Tx, actor: Actor, consequences: readonly Consequences[], move: Move): Promise<boolean> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await tx.selectFrom('person').select('id').where('id', '=', actor.personId).forUpdate().execute()
  const place = await readOwnPlace(tx, actor)
  const { left, leftOn, address } = checkMove(place, move, todayOf(actor))
  for (const one of left) {
    await leave(tx, actor, one, leftOn)
    await follow(consequences, 'workplaceLeft', tx, actor, one.organisationId, leftOn)
  }
  const recognised = address && !(await leftToPerson(tx))(address.email) ? organisationOf(address.email, await readDomains(tx)) : undefined
  if (recognised !== undefined) await begin(tx, actor, actor.personId, recognised, move.fromOn)
  else if (move.organisation)
    await claimWorkplace(tx, actor, actor.personId, { organisation: move.organisation, email: address?.email ?? '', fromOn: move.fromOn })
  else if (address) throw new Invalid(refusals.pleaseLookAgain, { organisation: t.enterWhereWorkDirectoryDoes })
  else if (left.length === 0) throw new Invalid(refusals.pleaseLookAgain, { organisation: t.enterWhereWork })
  if (move.moveLists && address) await follow(consequences, 'listsMoved', tx, actor, address.id)
  return recognised !== undefined
}

/** What they leave and come to, of what is theirs. */
function checkMove({ affiliations, addresses }: Awaited<ReturnType<typeof readOwnPlace>>, move: Move, today: string) {
  const { leftOn = '' } = move
  const address = addresses.find((one) => one.id === move.addressId)
  if (move.addressId !== undefined && !address) throw new Invalid(refusals.pleaseLookAgain, { addressId: t.chooseOneOfYourConfirmed })
  const left = affiliations.filter((one) => move.leaving.includes(one.id))
  if (leftOn > today || (left.length > 0 && leftOn === ''))
    throw new Invalid(refusals.pleaseLookAgain, { leftOn: t.chooseLastDayTodayEarlier })
  if (left.some((one) => one.fromOn !== null && one.fromOn > leftOn))
    throw new Invalid(refusals.pleaseLookAgain, { leftOn: t.chooseLastDayAfterFirst })
  return { left, leftOn, address }
}

async function leave(tx: Tx, actor: Actor & { personId: number }, { id }: { id: number }, leftOn: string) {
  await tx.updateTable('affiliation').set({ toOn: leftOn }).where('id', '=', id).execute()
  await recordOf(tx, actor, 'affiliation.ended', { of: 'person', id: actor.personId }, { affiliationId: id, how: 'job change' })
}

/** An affiliation begins on a day, as has just been shown; one that is there already is made fresh. */
async function begin(tx: Tx, actor: Actor, personId: number, organisationId: number, fromOn: string): Promise<void> {
  await confirmAffiliation(tx, actor, { personId, organisationId, basis: 'address' })
  await updateRows(tx.updateTable('affiliation'), { personId, organisationId, toOn: null, fromOn: todayOf(actor) }, { fromOn })
}

/** Somebody says where they work, and a person settles it; what they said before is replaced. */
export async function claimWorkplace(
  tx: Tx,
  actor: Actor,
  personId: number,
  { organisation, email, fromOn }: { organisation: string; email: string; fromOn: string },
): Promise<void> {
  // What was said twice at once is said one after the other.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
  await tx.deleteFrom('workplaceClaim').where('personId', '=', personId).where('settledAt', 'is', null).execute()
  await tx.insertInto('workplaceClaim').values({ personId, organisation, email, fromOn, askedAt: actor.at }).execute()
  await record(tx, { ...actor, personId }, { action: 'workplace.claimed', subject: `person:${personId}` })
}

/**
 * Somebody who keeps the register settles a claim: at which organisation of the register it is, or that it counts for nothing.
 * @param words the organisation's name, domain or ROR id; undefined: it counts for nothing
 */
export async function settleClaim(tx: Tx, actor: Actor, id: number, words: string | undefined): Promise<void> {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const claim = await tx.selectFrom('workplaceClaim').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!claim) throw new NotFound(t.entryNotFound)
  if (claim.settledAt !== null) throw new Conflict(t.someoneHasAlreadyDecided)
  const organisationId = words === undefined ? null : ((await findOrganisationByWords(tx, words)) ?? null)
  if (words !== undefined && organisationId === null) refuse('organisation', t.organisationNotFoundEnter)
  await updateOne(tx.updateTable('workplaceClaim'), id, { settledAt: actor.at, settledBy: actor.personId, organisationId })
  if (organisationId !== null) {
    await confirmAffiliation(tx, actor, { personId: claim.personId, organisationId, basis: 'known to an approver' })
    await updateRows(
      tx.updateTable('affiliation'),
      { personId: claim.personId, organisationId, fromOn: todayOf(actor) },
      { fromOn: claim.fromOn },
    )
  }
  await record(tx, actor, { action: 'workplace.settled', subject: `person:${claim.personId}`, details: { organisationId } })
}

/**
 * Gives everybody without a basis, whose confirmed address belongs to exactly one organisation, an affiliation that is not confirmed yet:
 * they are asked like all others, and where nothing is known of it their zone is that of its country. Student-looking and free addresses are left to a person.
 * @returns how many
 */
export async function matchByDomain(tx: Tx, actor: Actor): Promise<number> {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const domains = await readDomains(tx)
  const isLeft = await leftToPerson(tx)
  const found = new Map<number, number>()
  // Read once they are locked: of two who press the button at once the second finds nobody left.
  const people = orNoId(idsOf(await listBasisAddresses(tx)))
  await tx.selectFrom('person').select('id').where('id', 'in', people).orderBy('id').forNoKeyUpdate().execute()
  for (const { id, email } of await listBasisAddresses(tx)) {
    const organisationId = isLeft(email) ? undefined : organisationOf(email, domains)
    if (organisationId !== undefined && !found.has(id)) found.set(id, organisationId)
  }
  const rows = [...found].map(([personId, organisationId]) => ({ personId, organisationId, basis: 'domain' }))
  for (let at = 0; at < rows.length; at += 1_000) await insertAll(tx.insertInto('affiliation'), rows.slice(at, at + 1_000))
  await recordAll(
    tx,
    actor,
    rows.map(({ personId, organisationId }) => ({
      action: 'affiliation.added',
      subject: `person:${personId}`,
      details: { organisationId, basis: 'domain' },
    })),
  )
  await guessZonesOfWork(tx, actor, [...found.keys()])
  return rows.length
}

/** A person looks, and lets somebody stay without a basis. */
export async function excuse(tx: Tx, actor: Actor, personId: number): Promise<void> {
  const person = mayKeepRegister(actor)
    ? await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
    : undefined
  if (!person) throw new NotFound(t.personNotFound)
  const excused = { excusedAt: actor.at, excusedBy: actor.personId }
  await upsertRow(tx.insertInto('basisAsk'), { personId }, excused, { askedAt: actor.at, asks: 0 })
  await record(tx, actor, { action: 'workplace.excused', subject: `person:${personId}` })
}

/** Notes that somebody was asked where they work. */
export async function markBasisAsked(tx: Tx, at: Date, personId: number): Promise<void> {
  await tx
    .insertInto('basisAsk')
    .values({ personId, askedAt: at })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ askedAt: at, asks: sql`basis_ask.asks + 1` }))
    .execute()
}
