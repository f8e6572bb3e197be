import type { Actor } from '../../actor.ts'
import { recordAll } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { forgetDocuments } from '../../search/actions.ts'
import { findLooseOrganisations, findLoosePeople } from './queries.ts'

/**
 * Takes back people whom an import brought, where nobody has built upon them.
 * @returns how many went
 */
export async function removeLoosePeople(tx: Tx, actor: Actor, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  // Locked, so that who gives one of them a role at this moment is seen by the next query, or comes too late.
  await tx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const loose = await findLoosePeople(tx, ids)
  if (loose.length === 0) return 0
  await forgetDocuments(tx, 'person', loose)
  await tx.deleteFrom('address').where('personId', 'in', loose).execute()
  await tx.deleteFrom('person').where('id', 'in', loose).execute()
  await recordAll(
    tx,
    actor,
    loose.map((id) => ({ action: 'person.taken-back', subject: `person:${id}` })),
  )
  return loose.length
}

/**
 * Takes back organisations that an import brought, where nobody has built upon them.
 * @returns how many went
 */
export async function removeLooseOrganisations(tx: Tx, actor: Actor, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  await tx
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  const loose = await findLooseOrganisations(tx, ids)
  if (loose.length === 0) return 0
  await forgetDocuments(tx, 'organisation', loose)
  await tx.deleteFrom('organisation').where('id', 'in', loose).execute()
  await recordAll(
    tx,
    actor,
    loose.map((id) => ({ action: 'organisation.taken-back', subject: `organisation:${id}` })),
  )
  return loose.length
}
