import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { refuse } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { type Tx, upsertRow } from '../lib/db/rows.ts'
import type { LinkKind } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'
import { lockRequest } from './actions.ts'
import { findRequest } from './core/queries.ts'
import { whyNotLink } from './core/rules.ts'

const t = textsOf('requests', 'actions')
/**
 * Links two requests of a group.
 * @throws Invalid where that would be to itself or in a ring, or there is no such request
 */
export async function linkRequests(tx: Tx, actor: Actor, fromId: number, toId: number, kind: LinkKind): Promise<void> {
  const request = await lockRequest(tx, actor, fromId)
  // Two people who link two requests to each other at once must not close a ring.
  await sql`select pg_advisory_xact_lock(7274, ${request.groupId}::int)`.execute(tx)
  const other = await findRequest(tx, toId)
  if (!other || other.groupId !== request.groupId) return refuse('toId', t.enterNumberRequestGroup)
  const links = await tx
    .selectFrom('requestLink')
    .innerJoin('request', 'request.id', 'requestLink.fromId')
    .select(['requestLink.fromId', 'requestLink.toId', 'requestLink.kind'])
    .where('request.groupId', '=', request.groupId)
    .where('requestLink.kind', '=', 'part_of')
    .execute()
  const refusal = whyNotLink({ fromId, toId, kind }, links)
  if (refusal) refuse('toId', refusal)
  await upsertRow(tx.insertInto('requestLink'), { fromId, toId }, { kind, addedBy: actor.personId, addedAt: actor.at })
  await recordOf(tx, actor, 'request.linked', { id: fromId, groupId: request.groupId }, { toId, kind })
}

/** Takes the link between two requests away. */
export async function unlinkRequests(tx: Tx, actor: Actor, id: number, otherId: number): Promise<void> {
  const request = await lockRequest(tx, actor, id)
  await tx
    .deleteFrom('requestLink')
    .where((e) => e.or([e.and([e('fromId', '=', id), e('toId', '=', otherId)]), e.and([e('fromId', '=', otherId), e('toId', '=', id)])]))
    .execute()
  await recordOf(tx, actor, 'request.unlinked', { id, groupId: request.groupId }, { toId: otherId })
}
