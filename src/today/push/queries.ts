import type { Db } from '../../lib/db/rows.ts'
import { unseal } from '../../lib/sealed.ts'
import { isSessionOpen } from '../../people/queries.ts'
import type { SiteKey, Subscription } from './rules.ts'

/** What rests sealed; what was sealed under another secret is none. */
function opened<Kept>(secret: string, sealed: Buffer): Kept | undefined {
  try {
    return JSON.parse(unseal(secret, sealed)) as Kept
  } catch {
    return undefined
  }
}

/** Does this site tell devices what is due? */
export const isPushOpen = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('pushSetting').select('opened').executeTakeFirst())?.opened === true

/** By what this site is known; undefined where it tells devices nothing. */
export async function findSiteKey(db: Db, secret: string, { closed = false } = {}): Promise<SiteKey | undefined> {
  const row = await db.selectFrom('pushSetting').select(['opened', 'sealed']).executeTakeFirst()
  return row?.sealed && (row.opened || closed) ? opened<SiteKey>(secret, row.sealed) : undefined
}

/** Somebody's devices, as they are told of them. */
export const listDevices = (db: Db, personId: number) =>
  db
    .selectFrom('pushDevice')
    .select(['id', 'name', 'sessionId', 'madeAt', 'toldAt'])
    .where('personId', '=', personId)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute()

/** A device with where it is told; undefined where it is not, or nobody is signed in there any more. */
export async function findDevice(db: Db, secret: string, id: number, now: Date) {
  const row = await db.selectFrom('pushDevice').selectAll().where('id', '=', id).executeTakeFirst()
  const subscription = row && (await isSessionOpen(db, row.personId, row.sessionId, now)) && opened<Subscription>(secret, row.sealed)
  return subscription ? { id, personId: row.personId, subscription } : undefined
}

/** Everybody who has a device. */
export const listTold = (db: Db) =>
  db
    .selectFrom('pushDevice')
    .innerJoin('sharedPerson as person', 'person.id', 'pushDevice.personId')
    .select('pushDevice.personId')
    .distinct()
    .where('person.erasedAt', 'is', null)
    .orderBy('pushDevice.personId')
    .execute()

/** What somebody's devices were told, of these. */
export async function listToldOf(db: Db, personId: number, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.selectFrom('pushTold').select('key').where('personId', '=', personId).where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}
