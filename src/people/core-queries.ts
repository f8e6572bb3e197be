import { sql } from 'kysely'
import { findPointedAt, theseIds } from '../lib/db/references.ts'
import { type Db, findRow, listRows, orNoId } from '../lib/db/rows.ts'
import { spellingsOf } from '../lib/mail/domain.ts'

/** The zone that instants are said in to somebody of whom none is known. */
export const homeZone = sql<string>`coalesce(person.zone, home_zone('{}'))`.as('home')

/** The first address that somebody has shown to be theirs, in a query that has `person`; null where there is none. */
export const verifiedEmail = sql<
  string | null
>`(select a.email from address a where a.person_id = person.id and a.verified_at is not null order by a.id limit 1)`

/** The person behind an address, however its domain is spelt, if anybody; `verified` says whether they have shown that it is theirs. */
export async function findPersonByEmail(db: Db, email: string) {
  const spellings = spellingsOf(email.toLowerCase())
  return db
    .selectFrom('address')
    .innerJoin('person', 'person.id', 'address.personId')
    .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'address.id as addressId'])
    .select(['address.email', 'address.verifiedAt', 'address.opensAt'])
    .where('address.email', 'in', spellings)
    .where('person.erasedAt', 'is', null)
    .orderBy(sql`array_position(${spellings}::text[], address.email)`)
    .limit(1)
    .executeTakeFirst()
}

/** A person by id; undefined for nobody, and for who was erased. */
export function findPerson(db: Db, personId: number) {
  return findRow(db.selectFrom('person').select(['id', 'name', 'locale', 'zone', homeZone]), { id: personId, erasedAt: null })
}

/** The addresses of a person that they have shown to be theirs. */
export const listVerifiedOf = async (db: Db, personId: number): Promise<string[]> =>
  (await db.selectFrom('address').select('email').where('personId', '=', personId).where('verifiedAt', 'is not', null).execute()).map(
    ({ email }) => email,
  )

/** Where mail to this person goes: their first verified address, else their first. */
export async function findEmailOf(db: Db, personId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('address')
    .select('email')
    .where('personId', '=', personId)
    .orderBy(sql`verified_at is null`)
    .orderBy('id')
    .executeTakeFirst()
  return row?.email
}

/** Is there anybody at all? An empty database leads to the set-up page. */
export async function isEmpty(db: Db): Promise<boolean> {
  const row = await db.selectFrom('person').select('id').limit(1).executeTakeFirst()
  return row === undefined
}

/** Somebody to write to: their name, language and address; undefined when there is none (any more). */
export async function findReader(
  db: Db,
  personId: number,
): Promise<{ id: number; name: string; locale: string; email: string } | undefined> {
  const [person, email] = await Promise.all([
    db.selectFrom('person').select(['id', 'name', 'locale']).where('id', '=', personId).where('erasedAt', 'is', null).executeTakeFirst(),
    findEmailOf(db, personId),
  ])
  return person && email ? { ...person, email } : undefined
}

/** Some people as letters and calendars need them, by name: who has no confirmed address has the first of theirs; who has none is left out. */
export async function listReaders(db: Db, ids: readonly number[]) {
  const rows = await db
    .selectFrom('person')
    .innerJoin('address', 'address.personId', 'person.id')
    .distinctOn('person.id')
    .select(['person.id as personId', 'person.name', 'person.locale', 'person.zone', 'address.email'])
    .select([
      sql<string>`to_char(person.works_from, 'HH24:MI')`.as('worksFrom'),
      sql<string>`to_char(person.works_to, 'HH24:MI')`.as('worksTo'),
    ])
    .where('person.id', 'in', orNoId(ids))
    .where('person.erasedAt', 'is', null)
    .orderBy('person.id')
    .orderBy('address.verifiedAt', (order) => order.asc().nullsLast())
    .orderBy('address.id')
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name) || a.personId - b.personId)
}

/**
 * Of people whom an import brought, those upon whom nobody has built: nothing points to them but their own addresses.
 * @param except pointers that go as well, as `table.column`
 */
export async function findLoosePeople(db: Db, ids: readonly number[], except: readonly string[] = []): Promise<number[]> {
  if (ids.length === 0) return []
  // That it was looked at whether something waits for them is nothing that they did.
  const known = await findPointedAt(db, 'person', theseIds(ids), ['address.person_id', 'week_choice.person_id', ...except])
  const addresses = await db
    .selectFrom('address')
    .select(['id', 'personId'])
    .where('personId', 'in', [...ids])
    .execute()
  const used = await findPointedAt(db, 'address', theseIds(addresses.map(({ id }) => id)), except)
  for (const { id, personId } of addresses) if (used.has(id)) known.add(personId)
  const there = await listRows(db.selectFrom('person').where('id', 'in', [...ids]), { erasedAt: null }, ['id'])
  return there.map(({ id }) => id).filter((id) => !known.has(id))
}

/** Of organisations that an import brought, those upon which nobody has built. */
export async function findLooseOrganisations(db: Db, ids: readonly number[], except: readonly string[] = []): Promise<number[]> {
  if (ids.length === 0) return []
  const known = await findPointedAt(db, 'organisation', theseIds(ids), except)
  const there = await db
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return there.map(({ id }) => id).filter((id) => !known.has(id))
}
