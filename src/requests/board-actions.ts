import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/connect.ts'
import type { RequestStage } from '../lib/db/schema.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { textsOf } from '../lib/ui/words.ts'
import { indexRequest, nameChampion, setStageByHand } from './actions.ts'
import { getCollatedGroup, getCollatedRequest } from './core/queries.ts'
import { requestRefusals } from './refusals.ts'

const t = textsOf('requests', 'board')

/** What is done with several requests at once. */
export type Bulk =
  | { act: 'stage'; stage: RequestStage; why: string }
  | { act: 'champion'; personId?: number }
  | { act: 'topic'; topicId?: number }
  | { act: 'area'; areaId?: number }

/**
 * Does one thing with several requests, all of them or none.
 * @throws Invalid with the number of the first that cannot be
 */
export async function actOnMany(tx: Tx, actor: Actor, groupId: number, ids: number[], bulk: Bulk): Promise<number> {
  if (ids.length === 0) throw new Invalid(t.selectLeastOneRequest, { ids: t.selectLeastOneRequest })
  // In the order of their ids, so that two who act on the same wait for each other.
  for (const id of ids.toSorted((a, b) => a - b)) {
    try {
      await actOnOne(tx, actor, groupId, id, bulk)
    } catch (error) {
      if (error instanceof Invalid) throw new Invalid(t.requestNoRequestsWereChanged({ id, message: error.message }), error.fields)
      throw error
    }
  }
  return ids.length
}

async function actOnOne(tx: Tx, actor: Actor, groupId: number, id: number, bulk: Bulk): Promise<void> {
  if (bulk.act === 'stage') return setStageByHand(tx, actor, id, bulk.stage, bulk.why)
  if (bulk.act === 'champion') return nameChampion(tx, actor, id, bulk.personId)
  const request = await getCollatedRequest(tx, actor, id)
  if (request.groupId !== groupId) throw new NotFound(requestRefusals.request)
  const [table, value] = bulk.act === 'topic' ? (['topic', bulk.topicId] as const) : (['productArea', bulk.areaId] as const)
  if (value !== undefined) {
    const row = await tx.selectFrom(table).select('id').where('id', '=', value).where('groupId', '=', groupId).executeTakeFirst()
    if (!row) throw new Invalid(refusals.chooseOneOfThoseThatAre)
  }
  const changed = bulk.act === 'topic' ? { topicId: value ?? null } : { areaId: value ?? null }
  await tx
    .updateTable('request')
    .set({ ...changed, changedAt: actor.at })
    .where('id', '=', id)
    .execute()
  await indexRequest(tx, id)
  await record(tx, actor, { action: `request.${bulk.act}`, subject: `request:${id}`, groupId, details: { id: value ?? null } })
}

/** Keeps what the board shows now under a name; the same name again is the same view, changed. */
export async function saveView(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { name, query, shared }: { name: string; query: string; shared: boolean },
): Promise<void> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const kept = { query: query.slice(0, 2_000), shared }
  await tx
    .insertInto('boardView')
    .values({ groupId, personId: actor.personId as number, name, ...kept, createdAt: actor.at })
    .onConflict((conflict) => conflict.columns(['groupId', 'personId', 'name']).doUpdateSet(kept))
    .execute()
}

/** Removes one of one's own views. */
export async function removeView(tx: Tx, actor: Actor, id: number): Promise<void> {
  const gone = await tx
    .deleteFrom('boardView')
    .where('id', '=', id)
    .where('personId', '=', actor.personId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new NotFound(t.savedViewDoesNotExist)
}
