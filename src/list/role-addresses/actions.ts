import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { changeRow, findRow, insertOne, isThere, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepDesk } from '../../policy.ts'
import { getKeptAddress } from './queries.ts'

const t = textsOf('list', 'roleAddresses')

export interface NewAddress {
  /** What stands before the @. */
  name: string
  title: string
  role: Role
  groupId?: number
  communityId?: number
}

// A list and a role must not take one name at the same instant.
const nameLock = 7_275

/** Names of lists and of roles are given out one at a time. */
export async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${nameLock})`.execute(tx)
}

/**
 * Is a name a role's address, open or closed? A closed one is not given to a list: old letters would go there.
 */
export async function isRoleAddress(tx: Tx, name: string): Promise<boolean> {
  return isThere(tx.selectFrom('roleAddress').select('id').where('name', '=', name))
}

/**
 * Gives a role an address that follows it.
 * @param reserved whether the name could be taken for one of a list's own addresses
 * @throws NotFound to who may not; Invalid when the name is taken, or could be a list's
 */
export async function openAddress(
  tx: Tx,
  actor: Actor,
  { name, title, role, groupId, communityId }: NewAddress,
  reserved: boolean,
): Promise<number> {
  const owner = { groupId: groupId ?? null, communityId: communityId ?? null }
  if (!mayKeepDesk(actor, owner)) throw new NotFound(refusals.thereIsNoSuchPage)
  if ((role === 'steering') !== (owner.communityId !== null))
    throw new Invalid(refusals.pleaseLookAgain, { role: t.chooseUserGroupSteering })
  await lockNames(tx)
  const list = await tx.selectFrom('list').select('name').where('name', '=', name).executeTakeFirst()
  if (list || reserved) throw new Invalid(t.nameBelongsMailingList, { name: t.chooseAnotherNameMailingList })
  const taken = await findRow(tx.selectFrom('roleAddress'), { name }, ['id', 'closedAt', 'role', 'groupId', 'communityId'])
  const same = taken?.closedAt && taken.role === role && taken.groupId === owner.groupId && taken.communityId === owner.communityId
  if (taken && !same) throw new Invalid(t.thisAddressIsTaken, { name: t.chooseAnotherNameAnotherRole })
  const id = taken?.id ?? (await insertOne(tx.insertInto('roleAddress'), { name, title, role, ...owner, createdAt: actor.at }))
  if (taken) await updateOne(tx.updateTable('roleAddress'), id, { title, closedAt: null })
  await record(tx, actor, { action: 'address.opened', subject: `role-address:${id}`, groupId, details: { role } })
  return id
}

/**
 * A role's address takes no more mail; its correspondence stays.
 * @throws Conflict when it is closed already
 */
export async function closeAddress(tx: Tx, actor: Actor, id: number): Promise<void> {
  const address = await getKeptAddress(tx, actor, id)
  if (!(await changeRow(tx.updateTable('roleAddress').returning('id'), { id, closedAt: null }, { closedAt: actor.at })))
    throw new Conflict(t.thisAddressIsClosedAlready)
  await record(tx, actor, { action: 'address.closed', subject: `role-address:${id}`, groupId: address.groupId ?? undefined })
}
