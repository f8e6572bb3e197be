import type { Actor } from '../../actor.ts'
import { Invalid, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { changeOne, type Tx } from '../../lib/db/rows.ts'
import type { RequestStage, Severity } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import { indexRequest, nameChampion, setStageByHand } from '../actions.ts'
import { checkChoices } from '../core/choices-actions.ts'
import { getCollatedGroup, getCollatedRequest } from '../core/queries.ts'
import { requestRefusals } from '../refusals.ts'

const t = textsOf('requests', 'board')

/** What is done with several requests at once; what is left out stays, null is none. */
export type Bulk =
  | { act: 'stage'; stage: RequestStage; why: string }
  | { act: 'champion'; personId?: number | null }
  | { act: 'topic'; topicId?: number | null }
  | { act: 'area'; areaId?: number | null }
  | { act: 'severity'; severity?: Severity | null }

/**
 * Does one thing with several requests, all of them or none.
 * @returns how many it changed
 * @throws Invalid with the number of the first that cannot be
 */
export async function actOnMany(tx: Tx, actor: Actor, groupId: number, ids: number[], bulk: Bulk): Promise<number> {
  if (ids.length === 0) throw new Invalid(t.selectLeastOneRequest, { ids: t.selectLeastOneRequest })
  // In the order of their ids, so that two who act on the same wait for each other.
  let changed = 0
  for (const id of ids.toSorted((a, b) => a - b)) {
    try {
      if (await actOnOne(tx, actor, groupId, id, bulk)) changed++
    } catch (error) {
      if (error instanceof Invalid) throw new Invalid(t.requestNoRequestsWereChanged({ id, message: error.message }), error.fields)
      throw error
    }
  }
  return changed
}

/** Does one thing with one request. @returns whether that changed anything */
export async function actOnOne(tx: Tx, actor: Actor, groupId: number, id: number, bulk: Bulk): Promise<boolean> {
  if (bulk.act === 'stage') return setStageByHand(tx, actor, id, bulk.stage, bulk.why)
  if (bulk.act === 'champion') return bulk.personId !== undefined && nameChampion(tx, actor, id, bulk.personId)
  const request = await getCollatedRequest(tx, actor, id)
  if (request.groupId !== groupId) throw new NotFound(requestRefusals.request)
  if (bulk.act !== 'severity') return sort(tx, actor, request, bulk)
  const { severity } = bulk
  if (severity === undefined) return false
  if (severity && request.kind !== 'concern') refuse('severity', t.onlyConcernsHaveSeverity)
  return setFact(tx, actor, request, 'request.severity', { severity }, severity)
}

/** Puts a request under one of its group's topics or product areas. */
async function sort(tx: Tx, actor: Actor, request: { id: number; groupId: number }, bulk: Extract<Bulk, { act: 'topic' | 'area' }>) {
  const value = bulk.act === 'topic' ? bulk.topicId : bulk.areaId
  if (value === undefined) return false
  await checkChoices(tx, request.groupId, bulk)
  return setFact(tx, actor, request, `request.${bulk.act}`, bulk.act === 'topic' ? { topicId: value } : { areaId: value }, value)
}

type Fact = { topicId: number | null } | { areaId: number | null } | { severity: Severity | null }

async function setFact(
  tx: Tx,
  actor: Actor,
  request: { id: number; groupId: number },
  action: 'request.topic' | 'request.area' | 'request.severity',
  fact: Fact,
  value: number | string | null,
): Promise<boolean> {
  if (!(await changeOne(tx.updateTable('request'), request.id, fact, { changedAt: actor.at }))) return false
  await indexRequest(tx, request.id)
  await record(tx, actor, { action, subject: `request:${request.id}`, groupId: request.groupId, details: { id: value } })
  return true
}

/** What a card of the board says of its request; what is left out stays, null is none. */
export interface Card {
  stage?: RequestStage
  why: string
  personId?: number | null
  topicId?: number | null
  areaId?: number | null
  severity?: Severity | null
}

/**
 * Takes a card as somebody leaves it: what they changed is changed, and what stands there already or is left out is left alone.
 * @returns whether that changed anything
 */
export async function saveCard(tx: Tx, actor: Actor, id: number, card: Card): Promise<boolean> {
  const request = await getCollatedRequest(tx, actor, id)
  const { stage, why, personId, topicId, areaId, severity } = card
  const changes: (Bulk | false)[] = [
    stage !== undefined && stage !== request.stage && { act: 'stage', stage, why },
    personId !== undefined && personId !== request.championId && { act: 'champion', personId },
    topicId !== undefined && topicId !== request.topicId && { act: 'topic', topicId },
    areaId !== undefined && areaId !== request.areaId && { act: 'area', areaId },
    severity !== undefined && severity !== request.severity && { act: 'severity', severity },
  ]
  let changed = false
  for (const change of changes) if (change && (await actOnOne(tx, actor, request.groupId, id, change))) changed = true
  return changed
}

/** Keeps what the board shows now under a name; the same name again is the same view, changed. */
export async function saveView(tx: Tx, actor: Actor, groupId: number, view: { name: string; query?: string; shared?: boolean }) {
  const { name, query, shared } = view
  await getCollatedGroup(tx, actor, { id: groupId })
  const kept = { query: query?.slice(0, 2_000), shared }
  await tx
    .insertInto('boardView')
    .values({
      groupId,
      personId: actor.personId as number,
      name,
      ...withSaid<{ query: string; shared: boolean }>({ query: '', shared: false }, kept),
      createdAt: actor.at,
    })
    .onConflict((conflict) => conflict.columns(['groupId', 'personId', 'name']).doUpdateSet({ name, ...kept }))
    .execute()
}

/** Removes one of one's own views. */
export async function removeView(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx
    .deleteFrom('boardView')
    .where('id', '=', id)
    .where('personId', '=', actor.personId)
    .returning('id')
    .executeTakeFirstOrThrow(() => new NotFound(t.savedViewDoesNotExist))
}
