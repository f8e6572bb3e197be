import type { Db } from '../../lib/db/connect.ts'
import { findPointedAt, theseIds } from '../../lib/db/references.ts'

/**
 * Of people whom an import brought, those upon whom nobody has built: nothing points to them but their own addresses.
 * @param except pointers that go as well, as `table.column`
 */
export async function findLoosePeople(db: Db, ids: readonly number[], except: readonly string[] = []): Promise<number[]> {
  if (ids.length === 0) return []
  const known = await findPointedAt(db, 'person', theseIds(ids), ['address.person_id', ...except])
  const addresses = await db
    .selectFrom('address')
    .select(['id', 'personId'])
    .where('personId', 'in', [...ids])
    .execute()
  const used = await findPointedAt(db, 'address', theseIds(addresses.map(({ id }) => id)), except)
  for (const { id, personId } of addresses) if (used.has(id)) known.add(personId)
  const there = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...ids])
    .where('erasedAt', 'is', null)
    .execute()
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
