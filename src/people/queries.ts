import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'

/** The person behind an address, if anybody; `verified` says whether they have shown that it is theirs. */
export async function findPersonByEmail(db: Db, email: string) {
  return db
    .selectFrom('address')
    .innerJoin('person', 'person.id', 'address.personId')
    .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'address.id as addressId'])
    .select(['address.verifiedAt', 'address.opensAt'])
    .where('address.email', '=', email.toLowerCase())
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()
}

/** A person by id; undefined for nobody, and for who was erased. */
export function findPerson(db: Db, personId: number) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'locale', 'zone'])
    .where('id', '=', personId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
}

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
