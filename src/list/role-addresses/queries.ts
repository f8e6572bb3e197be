import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { findDeskHolders } from '../../groups/queries.ts'
import { type Db, orNoText } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayKeepDesk, mayReadDesk } from '../../policy.ts'

const t = textsOf('list', 'roleAddresses')

const addresses = (db: Db) =>
  db
    .selectFrom('roleAddress')
    .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'roleAddress.groupId')
    .leftJoin('sharedCommunity as community', 'community.id', 'roleAddress.communityId')
    .selectAll('roleAddress')
    .select(['workingGroup.name as group', 'workingGroup.slug as groupSlug', 'community.name as community'])
    .orderBy('roleAddress.name')

export type RoleAddress = Awaited<ReturnType<typeof findAddressesByName>>[number]

/** Names of the role addresses that take mail, for addressing it. */
export async function listDeskNames(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('roleAddress').select('name').where('closedAt', 'is', null).execute()
  return new Set(rows.map((row) => row.name))
}

/** Addresses by their names, for the program itself. */
export const findAddressesByName = (db: Db, names: string[]) =>
  addresses(db).where('roleAddress.name', 'in', orNoText(names)).where('roleAddress.closedAt', 'is', null).execute()

/** The address of an id, for the program itself. */
export const findAddress = (db: Db, id: number) => addresses(db).where('roleAddress.id', '=', id).executeTakeFirst()

/** Role addresses whose correspondence the actor reads. */
export const listDesks = async (db: Db, actor: Actor) => (await addresses(db).execute()).filter((address) => mayReadDesk(actor, address))

/**
 * An address whose correspondence the actor reads; to others there is none.
 * @throws NotFound
 */
export async function getDesk(db: Db, actor: Actor, name: string) {
  const address = await addresses(db).where('roleAddress.name', '=', name.toLowerCase()).executeTakeFirst()
  if (!address || !mayReadDesk(actor, address)) throw new NotFound(t.roleMailboxNotFound)
  return address
}

/** Role addresses that the actor may open and close, each with who gets its mail today. */
export async function listKeptAddresses(db: Db, actor: Actor) {
  const kept = (await addresses(db).execute()).filter((address) => mayKeepDesk(actor, address))
  return Promise.all(kept.map(async (address) => ({ ...address, holders: await findDeskHolders(db, address, actor.at) })))
}

/**
 * An address that the actor may open and close.
 * @throws NotFound
 */
export async function getKeptAddress(db: Db, actor: Actor, id: number) {
  const address = await findAddress(db, id)
  if (!address || !mayKeepDesk(actor, address)) throw new NotFound(t.roleMailboxNotFound2)
  return address
}

/** The open addresses of a role in a group, for a handover. */
export const listAddressesOf = (db: Db, groupId: number, role: Role) =>
  addresses(db)
    .where('roleAddress.groupId', '=', groupId)
    .where('roleAddress.role', '=', role)
    .where('roleAddress.closedAt', 'is', null)
    .execute()
