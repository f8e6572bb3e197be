import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { record, recordAll } from '../journal/actions.ts'
import { changeOne, type Db, findRow, insertOne, type Tx, updateOne } from '../lib/db/rows.ts'
import type { OrganisationKind, Role } from '../lib/db/schema.ts'
import { spellingsOf } from '../lib/mail/domain.ts'
import { clipped, oneLine } from '../lib/mail/one-line.ts'
import { countryName } from '../lib/ui/countries.ts'
import { locales } from '../lib/ui/format.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type Document, forgetDocuments, indexDocuments } from '../search/actions.ts'
import { roleNamesIn } from './affiliations/rules.ts'
import { findLooseOrganisations, findLoosePeople, findPersonByEmail } from './core-queries.ts'
import { lockRegister } from './organisations/actions.ts'
import { verifyAddress } from './ways-in/actions.ts'
import { opensAccount } from './ways-in/rules.ts'

export { confirmAffiliation } from './affiliations/actions.ts'
export { dropDraft, returnDraft } from './drafts-actions.ts'
export { eraseAddress } from './erasure-actions.ts'
export { lockRegister } from './organisations/actions.ts'
export { askForTool, noteSent } from './proposals/actions.ts'
export {
  answersChannel,
  answerTool,
  askCaller,
  type Caller,
  cancelCall,
  dropQuestions,
  takeAnswers,
} from './proposals/questions-actions.ts'
export { lockSheet, noteSheetUndone, sheetsOf } from './sheets-actions.ts'
export { dropOldSessions, takeFlow } from './sign-in/actions.ts'
export { suspendByAddress } from './workplaces/actions.ts'
export { guessZone } from './zones-actions.ts'

const t = textsOf('people', 'actions')

export interface NewPerson {
  name: string
  email: string
  locale?: string
  /** As somebody who knows has written it down; without it, theirs is not known. */
  zone?: string
  /** They have shown that the address is theirs. */
  verified: boolean
}

const longestName = 200

/**
 * What a person or an institution is called, from wherever the word came: one line of a bounded length, without addresses, which some mail
 * programs put there; where it says nothing, the beginning of the address.
 */
export const calledBy = (said: string, email = ''): string =>
  clipped(hideAddresses(oneLine(said)) || oneLine(email.split('@')[0] ?? '') || '?', longestName)

/**
 * The person of an address: found, or made. A name is only taken for somebody new, never over what a person is called already.
 * @returns the person's and the address's id
 */
export async function ensurePerson(tx: Tx, actor: Actor, { name, email, locale = actor.locale, zone, verified }: NewPerson) {
  let known = await findPersonByEmail(tx, email)
  if (!known) {
    // Two that make somebody of one address at the same instant: the second finds whom the first made.
    await sql`select pg_advisory_xact_lock(hashtextextended(${email.toLowerCase()}, 7275))`.execute(tx)
    known = await findPersonByEmail(tx, email)
  }
  if (known) {
    if (verified && !known.verifiedAt)
      await verifyAddress(tx, actor, { id: known.addressId, personId: known.id, email: email.toLowerCase() })
    return { personId: known.id, addressId: known.addressId }
  }
  const named = { name: calledBy(name, email), locale, zone: zone ?? null, createdAt: actor.at }
  const personId = await insertOne(tx.insertInto('person'), named)
  const addressId = await insertOne(tx.insertInto('address'), {
    personId,
    email: email.toLowerCase(),
    verifiedAt: verified ? actor.at : null,
    createdAt: actor.at,
  })
  await record(tx, actor, { action: 'person.added', subject: `person:${personId}` })
  return { personId, addressId }
}

/**
 * The person whose account this address opens; undefined when it opens none. A confirmed address opens its person's; one that
 * nobody has confirmed (a spreadsheet, an import or a colleague brought it) only while they have no confirmed one at all: it is then the
 * first word with them, and whoever reads the mail confirms it. Otherwise a mistyped line of a roster would open somebody else's account.
 * One that was added beside others waits (ways-in).
 */
export async function findOpener(db: Db, email: string, at: Date) {
  const person = await findPersonByEmail(db, email.trim())
  if (!person) return undefined
  if (person.verifiedAt !== null) return opensAccount(person, at) ? person : undefined
  const confirmed = await findRow(db.selectFrom('address').where('verifiedAt', 'is not', null), { personId: person.id }, ['id'])
  return confirmed ? undefined : person
}

/** A person's sign-in account, made where there is none. Its address is a name for the library and opens nothing. */
export async function ensureAccountOf(tx: Tx, personId: number) {
  const { name } = await tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow()
  await tx
    .insertInto('authUser')
    .values({ id: randomUUID(), personId, name, email: `person-${personId}@account.invalid`, emailVerified: true })
    .onConflict((conflict) => conflict.column('personId').doNothing())
    .execute()
  return tx.selectFrom('authUser').selectAll().where('personId', '=', personId).executeTakeFirstOrThrow()
}

/** Somebody has read the mail that went to this address: it is theirs. */
export async function confirmAddress(tx: Tx, actor: Actor, personId: number, email: string): Promise<void> {
  const address = await tx
    .selectFrom('address')
    .select(['id', 'personId', 'email'])
    .where('personId', '=', personId)
    .where('email', 'in', spellingsOf(email.trim().toLowerCase()))
    .where('verifiedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!address) return
  await verifyAddress(tx, actor, address)
  await record(tx, { ...actor, personId }, { action: 'address.confirmed', subject: `person:${personId}` })
}

export interface Settings {
  name: string
  locale: string
  /** Null: none is kept. */
  zone: string | null
  theme: 'system' | 'light' | 'dark'
  /** Left out, it stays. */
  singleKeys?: boolean
}

/**
 * A person changes what concerns them alone.
 * @returns whether anything was otherwise
 */
export async function changeSettings(tx: Tx, actor: Actor, settings: Settings): Promise<boolean> {
  if (actor.personId === null) throw new NotFound(t.personNotFound)
  // What they had none of and leave empty is still to be asked of their browser.
  const said = settings.zone !== null || actor.zoneKnown ? { zoneFrom: 'person' as const } : {}
  if (!(await changeOne(tx.updateTable('person'), actor.personId, { ...settings, ...said }))) return false
  await record(tx, actor, { action: 'person.changed', subject: `person:${actor.personId}` })
  return true
}

/** Somebody needs the sentence for the first time at a place no more; `all`: none of them, `none`: each again. */
export async function hideHint(tx: Tx, actor: Actor, hint: string): Promise<void> {
  if (actor.personId === null) throw new NotFound(t.personNotFound)
  const before = hint === 'none' ? [] : (actor.hiddenHints ?? []).filter((one) => one !== hint)
  await updateOne(tx.updateTable('person'), actor.personId, {
    hiddenHints: hint === 'none' ? [] : hint === 'all' ? ['all'] : [...before, hint],
  })
}

export interface NewOrganisation {
  name: string
  kind: OrganisationKind
  /** ISO 3166-1, two letters. */
  country?: string
}

/** Adds an organisation to the register. */
export async function addOrganisation(tx: Tx, actor: Actor, { name, kind, country }: NewOrganisation): Promise<number> {
  const id = await insertOne(tx.insertInto('organisation'), { name: calledBy(name), kind, country: country ?? null, createdAt: actor.at })
  await record(tx, actor, { action: 'organisation.added', subject: `organisation:${id}` })
  return id
}

/** Somebody is (or was) at an organisation; days as YYYY-MM-DD. */
export async function affiliate(
  tx: Tx,
  actor: Actor,
  affiliation: { personId: number; organisationId: number; fromOn?: string; toOn?: string },
): Promise<void> {
  const id = await insertOne(tx.insertInto('affiliation'), {
    personId: affiliation.personId,
    organisationId: affiliation.organisationId,
    fromOn: affiliation.fromOn ?? null,
    toOn: affiliation.toOn ?? null,
  })
  await record(tx, actor, { action: 'affiliation.added', subject: `person:${affiliation.personId}`, details: { affiliationId: id } })
}

interface Row {
  id: number
  title: string
  body: string
  at: Date
  hidden: boolean
  roles: Role[] | null
  country: string | null
}

/** The roles of a person and the country of an organisation as the pages call them, in each language: whoever searches has read them there. */
const calledIn = ({ roles, country }: Row): string =>
  locales
    .flatMap((locale) => [
      ...(roles ?? []).map((role) => roleNamesIn(locale).names[role]),
      ...(country === null ? [] : [countryName(country, locale)]),
    ])
    .join('\n\n')

const documentOf = (kind: 'person' | 'organisation', row: Row): Document => ({
  kind,
  subjectId: row.id,
  audience: kind === 'organisation' ? 'accounts' : row.hidden ? 'register' : 'people',
  at: row.at,
  author: '',
  title: row.title,
  body: row.body,
  also: calledIn(row),
  // Names are found as they are written.
  language: 'und',
})

const atOnce = 500

/**
 * Makes people and organisations findable: by name, institution, roles and what somebody says of herself; organisations by their names,
 * domains and country. What is there already as it should be is not written.
 * @param day whose roles and institutions count
 */
export async function indexPeople(tx: Tx, day: string): Promise<void> {
  const people = await sql<Row>`
    select p.id, p.name as title, p.created_at as at, not p.profile_shown as hidden, concat_ws(E'\\n\\n', nullif(p.about, ''),
      (select string_agg(distinct o.name, E'\\n\\n') from affiliation f join organisation o on o.id = f.organisation_id
        where f.person_id = p.id and (f.to_on is null or f.to_on >= ${day}::date)),
      (select string_agg(distinct replace(a.role::text, '_', ' ') || coalesce(', ' || g.name, ''), E'\\n\\n') from shared_appointment a
        left join shared_working_group g on g.id = a.group_id where a.person_id = p.id and a.role <> 'administrator'
          and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date))) as body, null as country,
      (select json_agg(distinct a.role) from shared_appointment a where a.person_id = p.id and a.role <> 'administrator'
        and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date)) as roles
    from person p where p.erased_at is null order by p.id`.execute(tx)
  const organisations = await sql<Row>`
    select o.id, o.name as title, o.created_at as at, false as hidden, concat_ws(E'\\n\\n', replace(o.kind::text, '_', ' '), o.country, nullif(o.website, ''),
      (select string_agg(d.domain, ', ') from organisation_domain d where d.organisation_id = o.id)) as body,
      o.country, null as roles
    from organisation o order by o.id`.execute(tx)
  await replace(tx, 'person', people.rows)
  await replace(tx, 'organisation', organisations.rows)
}

async function replace(tx: Tx, kind: 'person' | 'organisation', rows: Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce)
    await indexDocuments(
      tx,
      rows.slice(at, at + atOnce).map((row) => documentOf(kind, row)),
    )
  const there = await tx.selectFrom('searchDocument').select('subjectId').where('kind', '=', kind).execute()
  const known = new Set(rows.map(({ id }) => id))
  const gone = there.map(({ subjectId }) => subjectId).filter((id) => !known.has(id))
  await forgetDocuments(tx, kind, gone)
}

async function removeLoose(
  tx: Tx,
  actor: Actor,
  table: 'person' | 'organisation',
  ids: readonly number[],
  findLoose: (tx: Tx, ids: readonly number[]) => Promise<number[]>,
): Promise<number> {
  if (ids.length === 0) return 0
  // Locked, so that who builds upon one of them at this moment is seen by the next query, or comes too late.
  await tx
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const loose = await findLoose(tx, ids)
  if (loose.length === 0) return 0
  await forgetDocuments(tx, table, loose)
  if (table === 'person') await tx.deleteFrom('address').where('personId', 'in', loose).execute()
  await tx.deleteFrom(table).where('id', 'in', loose).execute()
  const entries = loose.map((id) => ({ action: `${table}.taken-back` as const, subject: `${table}:${id}` }))
  await recordAll(tx, actor, entries)
  return loose.length
}

/**
 * Takes back people whom an import brought, where nobody has built upon them.
 * @returns how many went
 */
export const removeLoosePeople = (tx: Tx, actor: Actor, ids: readonly number[]): Promise<number> =>
  removeLoose(tx, actor, 'person', ids, findLoosePeople)

/**
 * Takes back organisations that an import brought, where nobody has built upon them.
 * @returns how many went
 */
export const removeLooseOrganisations = (tx: Tx, actor: Actor, ids: readonly number[]): Promise<number> =>
  removeLoose(tx, actor, 'organisation', ids, findLooseOrganisations)

/**
 * People whom a list or a sheet brings, each with the address that it names; nobody is told.
 * @param people `verified` where they have shown elsewhere that the address is theirs
 * @returns their ids and those of their addresses, in the same order
 */
export async function addPeople(
  tx: Tx,
  actor: Actor,
  people: readonly { name: string; email?: string; locale?: string; verified?: boolean; hidden?: boolean | undefined }[],
): Promise<{ personId: number; addressId: number | undefined }[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ id: number }>`insert into person (name, locale, profile_shown, created_at)
    select p.name, p.locale, not p.hidden, ${actor.at} from unnest(${people.map(({ name, email }) => calledBy(name, email))}::text[],
      ${people.map(({ locale = actor.locale }) => locale)}::text[], ${people.map(({ hidden = false }) => hidden)}::boolean[])
      with ordinality as p (name, locale, hidden, place)
    order by p.place returning id`.execute(tx)
  const known = people.flatMap(({ email, verified }, i) => (email ? [{ personId: rows[i]?.id as number, email, verified }] : []))
  const addresses = await sql<{ id: number; personId: number }>`insert into address (person_id, email, verified_at, created_at)
    select a.person_id, a.email, case when a.verified then ${actor.at}::timestamptz end, ${actor.at}
    from unnest(${known.map(({ personId }) => personId)}::bigint[], ${known.map(({ email }) => email)}::text[],
      ${known.map(({ verified = false }) => verified)}::boolean[]) as a (person_id, email, verified) returning id, person_id`.execute(tx)
  const addressOf = new Map(addresses.rows.map(({ personId, id }) => [personId, id]))
  return rows.map(({ id }) => ({ personId: id, addressId: addressOf.get(id) }))
}

/** Institutions that a list or a sheet names and the register does not have. @returns their ids, in the same order */
export async function addInstitutions(tx: Tx, actor: Actor, names: readonly string[]): Promise<number[]> {
  if (names.length === 0) return []
  const rows = await tx
    .insertInto('organisation')
    .values(names.map((name) => ({ name: calledBy(name), kind: 'institution' as const, createdAt: actor.at })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The vendor of this name: found, however its letters are written, or made. */
export async function ensureVendor(tx: Tx, name: string, at: Date): Promise<number> {
  await lockRegister(tx)
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where(sql<boolean>`unaccent(lower(name)) = unaccent(lower(${name}))`)
    .where('kind', '=', 'vendor')
    .orderBy(sql`name = ${name}`, 'desc')
    .executeTakeFirst()
  return found?.id ?? insertOne(tx.insertInto('organisation'), { name, kind: 'vendor', createdAt: at })
}
