import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/connect.ts'
import type { Role } from '../../lib/db/schema.ts'
import { mayKeepDesk, mayReadDesk } from '../../policy.ts'
import { fallbacks } from './rules.ts'

const addresses = (db: Db) =>
  db
    .selectFrom('roleAddress')
    .leftJoin('workingGroup', 'workingGroup.id', 'roleAddress.groupId')
    .leftJoin('community', 'community.id', 'roleAddress.communityId')
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
  addresses(db)
    .where('roleAddress.name', 'in', ['', ...names])
    .where('roleAddress.closedAt', 'is', null)
    .execute()

/** The address of an id, for the program itself. */
export const findAddress = (db: Db, id: number) => addresses(db).where('roleAddress.id', '=', id).executeTakeFirst()

/** Role addresses whose correspondence the actor reads. */
export async function listDesks(db: Db, actor: Actor) {
  return (await addresses(db).execute()).filter((address) => mayReadDesk(actor, address))
}

/**
 * An address whose correspondence the actor reads; to others there is none.
 * @throws NotFound
 */
export async function getDesk(db: Db, actor: Actor, name: string) {
  const address = await addresses(db).where('roleAddress.name', '=', name.toLowerCase()).executeTakeFirst()
  if (!address || !mayReadDesk(actor, address)) throw new NotFound('No such correspondence.')
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
  if (!address || !mayKeepDesk(actor, address)) throw new NotFound('No such address.')
  return address
}

/** The open addresses of a role in a group, for a handover. */
export const listAddressesOf = (db: Db, groupId: number, role: Role) =>
  addresses(db)
    .where('roleAddress.groupId', '=', groupId)
    .where('roleAddress.role', '=', role)
    .where('roleAddress.closedAt', 'is', null)
    .execute()

interface Desk {
  role: Role
  groupId: number | null
  communityId: number | null
}

const holders = (db: Db, on: Date) =>
  db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'address.email'])
    .distinctOn('person.id')
    .where('address.verifiedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .where(sql<boolean>`appointment.from_on <= ${on}::date and (appointment.to_on is null or appointment.to_on >= ${on}::date)`)
    .orderBy('person.id')
    .orderBy('address.id')

/** Who gets the mail to a role on a day: its holders; where there is none, those who lead the group; at last the administrators. */
export async function findDeskHolders(db: Db, { role, groupId, communityId }: Desk, on: Date) {
  const own = await holders(db, on)
    .where('appointment.role', '=', role)
    .where('appointment.groupId', 'is not distinct from', groupId)
    .where('appointment.communityId', 'is not distinct from', communityId)
    .execute()
  if (own.length > 0) return own
  const leading = groupId === null ? [] : await holders(db, on).where('groupId', '=', groupId).where('role', 'in', fallbacks).execute()
  return leading.length > 0 ? leading : holders(db, on).where('role', '=', 'administrator').execute()
}

/** Does this person hold the role, or deputise for it, on a day? By any of her confirmed addresses. */
export async function findDeskWriter(db: Db, { role, groupId, communityId }: Desk, email: string, on: Date) {
  return holders(db, on)
    .where('address.email', '=', email.toLowerCase())
    .where((e) =>
      e.or([
        e.and([
          e('appointment.role', '=', role),
          e('appointment.groupId', 'is not distinct from', groupId),
          e('appointment.communityId', 'is not distinct from', communityId),
        ]),
        ...(groupId === null ? [] : [e.and([e('appointment.role', '=', 'deputy'), e('appointment.groupId', '=', groupId)])]),
      ]),
    )
    .executeTakeFirst()
}

/** All addresses of those who hold or have held a role: what comes from them in an old mailbox went out. */
export async function listPastHolders(db: Db, { role, groupId, communityId }: Desk): Promise<string[]> {
  const rows = await db
    .selectFrom('appointment')
    .innerJoin('address', 'address.personId', 'appointment.personId')
    .select('address.email')
    .distinct()
    .where('appointment.role', '=', role)
    .where('appointment.groupId', 'is not distinct from', groupId)
    .where('appointment.communityId', 'is not distinct from', communityId)
    .execute()
  return rows.map((row) => row.email)
}
