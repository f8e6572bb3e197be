import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { recordAll } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { MailAction, Receiving } from '../../lib/db/schema.ts'
import { cancelDeliveries } from '../../outbox/actions.ts'
import { getModeratedList } from '../core/queries.ts'

/** What is done to several subscribers at once. */
export type BulkAct =
  | { act: 'receiving'; receiving: Receiving }
  | { act: 'posting'; posting: MailAction | null }
  | { act: 'remove'; reason: string; tell: boolean }

/**
 * Does one thing to several subscribers of a list; those that are not of it, or have left meanwhile, are passed over.
 * @returns how many were changed
 * @throws NotFound for who does not moderate the list
 */
export async function changeMembers(tx: Tx, actor: Actor, listName: string, ids: number[], change: BulkAct): Promise<number> {
  const list = await getModeratedList(tx, actor, listName)
  const changed = change.act === 'remove' ? await remove(tx, actor, list.id, ids, change) : await set(tx, list.id, ids, change)
  await recordAll(
    tx,
    actor,
    changed.map((subscriptionId) => ({
      action: change.act === 'remove' ? 'subscription.ended' : 'subscription.changed',
      subject: `list:${list.id}`,
      groupId: list.groupId,
      details: { subscriptionId, ...detailsOf(change) },
    })),
  )
  return changed.length
}

function detailsOf(change: BulkAct): Record<string, string | boolean> {
  if (change.act === 'receiving') return { receiving: change.receiving }
  if (change.act === 'posting') return { posting: change.posting ?? 'rules' }
  return { how: 'owner', told: change.tell }
}

async function set(tx: Tx, listId: number, ids: number[], change: Exclude<BulkAct, { act: 'remove' }>): Promise<number[]> {
  const value = change.act === 'receiving' ? sql`receiving = ${change.receiving}::receiving` : sql`posting = ${change.posting}::mail_action`
  const differs =
    change.act === 'receiving'
      ? sql`receiving <> ${change.receiving}::receiving`
      : sql`posting is distinct from ${change.posting}::mail_action`
  const { rows } = await sql<{ id: number }>`update subscription set ${value}
    where list_id = ${listId} and ended_at is null and id = any(${ids}::bigint[]) and ${differs} returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

async function remove(
  tx: Tx,
  actor: Actor,
  listId: number,
  ids: number[],
  { reason, tell }: { reason: string; tell: boolean },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`update subscription set ended_at = ${actor.at}, ended_how = 'owner'
    where list_id = ${listId} and ended_at is null and id = any(${ids}::bigint[]) returning id`.execute(tx)
  for (const { id } of rows) {
    await cancelDeliveries(tx, id, actor.at, { skipHeld: true })
    // What a lane holds just now is seen to later, whether they are told or not.
    await enqueue(tx, 'list.removed', { subscriptionId: id, reason, tell })
  }
  return rows.map(({ id }) => id)
}
