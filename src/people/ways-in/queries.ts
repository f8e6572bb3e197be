import { type Db, listRows } from '../../lib/db/rows.ts'
import { homeZone } from '../core-queries.ts'
import { opensAccount } from './rules.ts'

/** The addresses that open a person's account today, oldest first. */
export async function listOpeners(db: Db, personId: number, at: Date) {
  const addresses = await listRows(db.selectFrom('address').orderBy('id'), { personId }, ['id', 'email', 'verifiedAt', 'opensAt'])
  return addresses.filter((one) => opensAccount(one, at))
}

/** An address that waits before it opens an account, for the link in the letter to the others; undefined once it is settled. */
export function findWaiting(db: Db, addressId: number, at: Date) {
  return db
    .selectFrom('address')
    .innerJoin('person', 'person.id', 'address.personId')
    .select(['address.id', 'address.email', 'address.personId', 'address.opensAt', 'person.locale', 'person.zone', homeZone])
    .where('address.id', '=', addressId)
    .where('address.opensAt', '>', at)
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()
}
