import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, Invalid, NotFound, notAllowedIf } from '../errors.ts'
import { record, recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { countRows, idsOf, insertOne, listRows, orNoId, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import type { Actions } from '../signed.ts'
import { dayIn, todayOf } from '../time.ts'
import { indexRequest } from './actions.ts'
import { findRequest, getCollatedGroup, getCollatedRequest } from './core/queries.ts'
import { addParties, listConcernedBy } from './merging-parties-actions.ts'
import { findProposal, getProposal } from './merging-queries.ts'
import { whyNotCarryOut, whyNotMerge } from './merging-rules.ts'
import { requestRefusals } from './refusals.ts'

const t = textsOf('requests', 'merging')

const day = 86_400_000
/** Locks requests in the order of their ids, so that two who merge the same at once wait for each other. */
async function lockRequests(tx: Tx, ids: number[]): Promise<void> {
  await tx.selectFrom('request').select('id').where('id', 'in', orNoId(ids)).orderBy('id').forUpdate().execute()
}

/**
 * Proposes to treat a request as one with another. Nothing changes yet: those concerned are told and can say that they stay.
 * @returns the proposal's id
 * @throws Invalid for a merge into itself, in a ring, or of what is merged already
 */
export async function proposeMerge(tx: Tx, actor: Actor, sourceId: number, targetId: number, reason: string): Promise<number> {
  await getCollatedRequest(tx, actor, sourceId)
  await lockRequests(tx, [sourceId, targetId])
  const source = await getCollatedRequest(tx, actor, sourceId)
  const target = await findRequest(tx, targetId)
  if (!target || target.groupId !== source.groupId) throw new Invalid(refusals.pleaseLookAgain, { targetId: t.enterNumberRequestGroup })
  const open = await listRows(tx.selectFrom('mergeProposal').where('sourceId', 'in', [sourceId, targetId]), { state: 'open' }, [
    'sourceId',
    'targetId',
  ])
  const refusal = whyNotMerge(source, target, open)
  if (refusal) throw new Invalid(refusal, { targetId: refusal })
  const group = await getCollatedGroup(tx, actor, { id: source.groupId })
  const { organisationIds, caseIds } = await listConcernedBy(tx, sourceId)
  const days = organisationIds.length + caseIds.length > 0 ? group.mergeDays : 0
  const { groupId } = source
  const id = await insertOne(tx.insertInto('mergeProposal'), {
    ...{ groupId, sourceId, targetId, reason, proposedBy: actor.personId, proposedAt: actor.at },
    decideOn: dayIn(new Date(actor.at.getTime() + days * day), actor.zone),
  })
  await addParties(tx, id, sourceId)
  const details = { proposalId: id, targetId, institutions: organisationIds.length, cases: caseIds.length }
  await recordOf(tx, actor, 'merge.proposed', { of: 'request', id: sourceId, groupId }, details)
  await enqueue(tx, 'requests.mergeProposed', { proposalId: id })
  return id
}

async function lockProposal(tx: Tx, actor: Actor, id: number) {
  const seen = await getProposal(tx, actor, id)
  await lockRequests(tx, [seen.sourceId, seen.targetId])
  await tx.selectFrom('mergeProposal').select('id').where('id', '=', id).forUpdate().execute()
  return (await findProposal(tx, id)) ?? seen
}

/** Where each merged text leads in the end, for a request and all that is merged into it. */
async function setRoots(tx: Tx, requestId: number): Promise<void> {
  await sql`
    with recursive below (id) as (select ${requestId}::bigint union all select r.id from request r join below b on r.merged_into_id = b.id),
    up (id, at_id, next_id) as (
      select ${requestId}::bigint, r.id, r.merged_into_id from request r where r.id = ${requestId}
      union all select u.id, r.id, r.merged_into_id from up u join request r on r.id = u.next_id)
    update request set root_id = (select at_id from up where next_id is null) where id in (select id from below)`.execute(tx)
}

/**
 * Carries out a proposed merge. Nothing moves: the source points to the target, and what counts with it counts there, but for those
 * who stay. Who came since and was not asked stays.
 */
export async function carryOutMerge(tx: Tx, actor: Actor, proposalId: number): Promise<void> {
  const proposal = await lockProposal(tx, actor, proposalId)
  const waiting = await countRows(tx.selectFrom('mergeParty').where('proposalId', '=', proposalId).where('decidedAt', 'is', null))
  notAllowedIf(whyNotCarryOut(proposal.state, proposal.decideOn, waiting, todayOf(actor)))
  const [source, target] = [await findRequest(tx, proposal.sourceId), await findRequest(tx, proposal.targetId)]
  if (!source || !target) throw new NotFound(requestRefusals.request)
  conflictIf(whyNotMerge(source, target, []))
  const before = await tx.selectFrom('mergeParty').select('id').where('proposalId', '=', proposalId).execute()
  if ((await addParties(tx, proposalId, source.id)) > 0)
    await updateRows(tx.updateTable('mergeParty').where('id', 'not in', orNoId(idsOf(before))), { proposalId }, { stays: true })
  const merged = { mergedIntoId: target.id, rootId: target.rootId, stage: 'merged' as const, stageAt: actor.at, changedAt: actor.at }
  await updateOne(tx.updateTable('request'), source.id, merged)
  await setRoots(tx, source.id)
  const decided = { decidedBy: actor.personId, decidedAt: actor.at, stageBefore: source.stage }
  await updateOne(tx.updateTable('mergeProposal'), proposalId, { state: 'merged', ...decided })
  await settled(tx, actor, 'merge.done', proposal)
}

async function settled(tx: Tx, actor: Actor, action: keyof Actions, proposal: Awaited<ReturnType<typeof lockProposal>>): Promise<void> {
  const { id: proposalId, sourceId, targetId, groupId } = proposal
  await record(tx, actor, { action, subject: `request:${sourceId}`, groupId, details: { proposalId, targetId } })
  await indexRequest(tx, sourceId)
  await enqueue(tx, 'requests.mergeSettled', { proposalId }, { key: `merge-settled-${proposalId}` })
}

/** The proposal is let go; both stand as before. */
export async function dropMerge(tx: Tx, actor: Actor, proposalId: number): Promise<void> {
  const proposal = await lockProposal(tx, actor, proposalId)
  if (proposal.state !== 'open') throw new Conflict(t.someoneHasAlreadyDecided)
  await updateOne(tx.updateTable('mergeProposal'), proposalId, { state: 'dropped', decidedBy: actor.personId, decidedAt: actor.at })
  await settled(tx, actor, 'merge.dropped', proposal)
}

/** Undoes a merge: the source stands for itself again, with what was said of it and the stage that it had. */
export async function undoMerge(tx: Tx, actor: Actor, proposalId: number): Promise<void> {
  const proposal = await lockProposal(tx, actor, proposalId)
  if (proposal.state !== 'merged') throw new Conflict(t.canUndoOnlyCompletedMerge)
  const { sourceId, stageBefore } = proposal
  const apart = { mergedIntoId: null, rootId: sourceId, stage: stageBefore ?? 'gathering', stageAt: actor.at, changedAt: actor.at }
  await updateOne(tx.updateTable('request'), sourceId, apart)
  await setRoots(tx, sourceId)
  await updateOne(tx.updateTable('mergeProposal'), proposalId, { state: 'undone', undoneBy: actor.personId, undoneAt: actor.at })
  await settled(tx, actor, 'merge.undone', proposal)
}
