import { randomUUID } from 'node:crypto'
import type { Actor } from '../actor.ts'
import type { Db, Tx } from '../db/connect.ts'
import type { OrganisationKind } from '../db/schema.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { findPersonByEmail } from './queries.ts'

export interface NewPerson {
  name: string
  email: string
  locale?: string
  zone?: string
  /** She has shown that the address is hers. */
  verified: boolean
}

/**
 * The person of an address: found, or made. A name is only taken for somebody new, never over what a person is called already.
 * @returns the person's and the address's id
 */
export async function ensurePerson(tx: Tx, actor: Actor, { name, email, locale = 'en', zone = 'UTC', verified }: NewPerson) {
  const known = await findPersonByEmail(tx, email)
  if (known) {
    if (verified && !known.verifiedAt)
      await tx.updateTable('address').set({ verifiedAt: actor.at }).where('id', '=', known.addressId).execute()
    return { personId: known.id, addressId: known.addressId }
  }
  const person = await tx
    .insertInto('person')
    .values({ name: name.trim() || (email.split('@')[0] as string), locale, zone, createdAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const address = await tx
    .insertInto('address')
    .values({ personId: person.id, email: email.toLowerCase(), verifiedAt: verified ? actor.at : null, createdAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'person.added', subject: `person:${person.id}` })
  return { personId: person.id, addressId: address.id }
}

/** The sign-in account of whom this address belongs to; undefined when there is none. */
export async function findAccount(db: Db, email: string): Promise<{ email: string; personId: number } | undefined> {
  return db
    .selectFrom('authUser')
    .innerJoin('address', 'address.personId', 'authUser.personId')
    .select(['authUser.email', 'authUser.personId'])
    .where('address.email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
}

/**
 * The sign-in account of a person, made when she asks for a link for the first time. Any of her addresses opens it.
 * @returns undefined for an address that is nobody's
 */
export async function ensureAccount(tx: Tx, email: string): Promise<{ email: string; personId: number } | undefined> {
  const person = await findPersonByEmail(tx, email)
  if (!person) return undefined
  await tx
    .insertInto('authUser')
    .values({ id: randomUUID(), personId: person.id, name: person.name, email: email.trim().toLowerCase(), emailVerified: true })
    .onConflict((conflict) => conflict.column('personId').doNothing())
    .execute()
  return findAccount(tx, email)
}

export interface Settings {
  name: string
  locale: string
  zone: string
  theme: 'system' | 'light' | 'dark'
  singleKeys: boolean
}

/** A person changes what concerns her alone. */
export async function changeSettings(tx: Tx, actor: Actor, settings: Settings): Promise<void> {
  if (actor.personId === null) throw new NotFound('There is no such person.')
  await tx.updateTable('person').set(settings).where('id', '=', actor.personId).execute()
  await record(tx, actor, { action: 'person.changed', subject: `person:${actor.personId}` })
}

export interface NewOrganisation {
  name: string
  kind: OrganisationKind
  /** ISO 3166-1, two letters. */
  country?: string
}

/** Adds an organisation to the register. */
export async function addOrganisation(tx: Tx, actor: Actor, { name, kind, country }: NewOrganisation): Promise<number> {
  const { id } = await tx
    .insertInto('organisation')
    .values({ name, kind, country: country ?? null, createdAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'organisation.added', subject: `organisation:${id}` })
  return id
}

/** Somebody is (or was) at an organisation; days as YYYY-MM-DD. */
export async function affiliate(
  tx: Tx,
  actor: Actor,
  affiliation: { personId: number; organisationId: number; fromOn?: string; toOn?: string },
): Promise<void> {
  const { id } = await tx
    .insertInto('affiliation')
    .values({
      personId: affiliation.personId,
      organisationId: affiliation.organisationId,
      fromOn: affiliation.fromOn ?? null,
      toOn: affiliation.toOn ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'affiliation.added', subject: `person:${affiliation.personId}`, details: { affiliationId: id } })
}
