import { sql } from 'kysely'
import { type Actor, program } from '../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { type Actions, record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/connect.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { textsOf } from '../lib/ui/words.ts'
import { dayIn, todayOf } from '../time.ts'
import { indexRequest } from './actions.ts'
import { findRequest, getCollatedGroup, getCollatedRequest } from './core/queries.ts'
import { findNotice, findProposal, getProposal, listNoticesOf } from './merging-queries.ts'
import { whyNotCarryOut, whyNotMerge } from './merging-rules.ts'
import { requestRefusals } from './refusals.ts'
import { listSpeakers } from './support/queries.ts'

const t = textsOf('requests', 'merging')

const day = 86_400_000
/** Locks requests in the order of their ids, so that two who merge the same at once wait for each other. */
async function lockRequests(tx: Tx, ids: number[]): Promise<void> {
  await tx
    .selectFrom('request')
    .select('id')
    .where('id', 'in', [0, ...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The institutions and user cases that count with a request now, those that came by earlier merges too. */
async function listConcernedBy(tx: Tx, requestId: number): Promise<{ organisationIds: number[]; caseIds: number[] }> {
  const { rows } = await sql<{ organisationIds: number[]; caseIds: number[] }>`
    select array(select s.organisation_id from standing_support s where s.family_id = r.root_id and s.request_id = r.id order by 1) as "organisationIds",
      array(select c.case_id from collated_case c where c.family_id = r.root_id and c.request_id = r.id order by 1) as "caseIds"
    from request r where r.id = ${requestId}`.execute(tx)
  const [row] = rows
  return { organisationIds: (row?.organisationIds ?? []).map(Number), caseIds: (row?.caseIds ?? []).map(Number) }
}

/** Everyone concerned gets a place in the proposal; who has one keeps it. */
async function addParties(tx: Tx, proposalId: number, requestId: number): Promise<number> {
  const { organisationIds, caseIds } = await listConcernedBy(tx, requestId)
  const rows = [
    ...organisationIds.map((organisationId) => ({ proposalId, organisationId, caseId: null })),
    ...caseIds.map((caseId) => ({ proposalId, organisationId: null, caseId })),
  ]
  if (rows.length === 0) return 0
  const added = await tx
    .insertInto('mergeParty')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length
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
  const open = await tx
    .selectFrom('mergeProposal')
    .select(['sourceId', 'targetId'])
    .where('state', '=', 'open')
    .where('sourceId', 'in', [sourceId, targetId])
    .execute()
  const refusal = whyNotMerge(source, target, open)
  if (refusal) throw new Invalid(refusal, { targetId: refusal })
  const group = await getCollatedGroup(tx, actor, { id: source.groupId })
  const { organisationIds, caseIds } = await listConcernedBy(tx, sourceId)
  const days = organisationIds.length + caseIds.length > 0 ? group.mergeDays : 0
  const { id } = await tx
    .insertInto('mergeProposal')
    .values({
      groupId: source.groupId,
      sourceId,
      targetId,
      reason,
      proposedBy: actor.personId,
      proposedAt: actor.at,
      decideOn: dayIn(new Date(actor.at.getTime() + days * day), actor.zone),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addParties(tx, id, sourceId)
  await record(tx, actor, {
    action: 'merge.proposed',
    subject: `request:${sourceId}`,
    groupId: source.groupId,
    details: { proposalId: id, targetId, institutions: organisationIds.length, cases: caseIds.length },
  })
  await enqueue(tx, 'requests.mergeProposed', { proposalId: id })
  return id
}

/**
 * Whom a letter about a party goes to; each once.
 * @returns what has not been told yet, by whom it is to be told: one letter each
 */
export async function addNotices(tx: Tx, proposalId: number, at: Date): Promise<Map<number, number[]>> {
  const parties = await tx
    .selectFrom('mergeParty')
    .innerJoin('mergeProposal', 'mergeProposal.id', 'mergeParty.proposalId')
    .leftJoin('userCase', 'userCase.id', 'mergeParty.caseId')
    .select(['mergeParty.id', 'mergeParty.organisationId', 'mergeProposal.sourceId', 'userCase.authorId'])
    .where('mergeParty.proposalId', '=', proposalId)
    .execute()
  for (const { id, organisationId, sourceId, authorId } of parties) {
    const people = organisationId === null ? [authorId ?? 0].filter(Boolean) : await listSpeakers(tx, organisationId, sourceId, at)
    for (const personId of people)
      await tx
        .insertInto('mergeNotice')
        .values({ partyId: id, personId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
  const rows = await tx
    .selectFrom('mergeNotice')
    .innerJoin('mergeParty', 'mergeParty.id', 'mergeNotice.partyId')
    .select(['mergeNotice.id', 'mergeNotice.personId'])
    .where('mergeParty.proposalId', '=', proposalId)
    .where('mergeNotice.toldAt', 'is', null)
    .orderBy('mergeNotice.id')
    .forUpdate('mergeNotice')
    .execute()
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return new Map([...byPerson].map(([personId, notices]) => [personId, notices.map(({ id }) => id)]))
}

/** The letter that tells of some notices is in the outbox. */
export async function markNoticesTold(tx: Tx, ids: number[], at: Date): Promise<void> {
  await tx
    .updateTable('mergeNotice')
    .set({ toldAt: at })
    .where('id', 'in', [0, ...ids])
    .execute()
}

/**
 * One click: what is theirs stays with the first text, or goes along. Until it is decided they can change their mind.
 * @throws Conflict when it is decided
 */
export async function decideParty(tx: Tx, at: Date, via: Actor['via'], noticeId: number, stays: boolean): Promise<void> {
  const seen = await findNotice(tx, noticeId)
  if (!seen) throw new NotFound(refusals.thisLinkIsOutOfDate)
  await tx.selectFrom('mergeProposal').select('id').where('id', '=', seen.proposalId).forUpdate().execute()
  const notice = await findNotice(tx, noticeId)
  if (notice?.state !== 'open') throw new Conflict(refusals.thisIsDecidedAlready)
  if (notice.stays === stays && notice.decidedAt !== null) return
  await tx.updateTable('mergeParty').set({ stays, decidedBy: notice.personId, decidedAt: at }).where('id', '=', notice.partyId).execute()
  await record(
    tx,
    { ...program(at), via, personId: notice.personId },
    {
      action: stays ? 'merge.stays' : 'merge.agrees',
      subject: `request:${notice.sourceId}`,
      groupId: notice.groupId,
      details: { proposalId: notice.proposalId, partyId: notice.partyId },
    },
  )
}

/**
 * One click for all that is a person's in a proposal, or for one part of it.
 * @param noticeId any notice of theirs, the one whose link they have
 * @param part the notice of the part
 * @throws NotFound where the part is not theirs; Conflict when it is decided
 */
export async function decideParties(tx: Tx, at: Date, via: Actor['via'], noticeId: number, stays: boolean, part?: number): Promise<void> {
  const notice = await findNotice(tx, noticeId)
  if (!notice) throw new NotFound(refusals.thisLinkIsOutOfDate)
  const own = (await listNoticesOf(tx, notice.proposalId, notice.personId)).filter(({ id }) => part === undefined || id === part)
  if (own.length === 0) throw new NotFound(refusals.thisLinkIsOutOfDate)
  for (const { id } of own) await decideParty(tx, at, via, id, stays)
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
  const waiting = await tx
    .selectFrom('mergeParty')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('proposalId', '=', proposalId)
    .where('decidedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const refusal = whyNotCarryOut(proposal.state, proposal.decideOn, waiting.count, todayOf(actor))
  if (refusal) throw new NotAllowed(refusal)
  const [source, target] = [await findRequest(tx, proposal.sourceId), await findRequest(tx, proposal.targetId)]
  if (!source || !target) throw new NotFound(requestRefusals.request)
  const ring = whyNotMerge(source, target, [])
  if (ring) throw new Conflict(ring)
  const before = await tx.selectFrom('mergeParty').select('id').where('proposalId', '=', proposalId).execute()
  if ((await addParties(tx, proposalId, source.id)) > 0)
    await tx
      .updateTable('mergeParty')
      .set({ stays: true })
      .where('proposalId', '=', proposalId)
      .where('id', 'not in', [0, ...before.map(({ id }) => id)])
      .execute()
  await tx
    .updateTable('request')
    .set({ mergedIntoId: target.id, rootId: target.rootId, stage: 'merged', stageAt: actor.at, changedAt: actor.at })
    .where('id', '=', source.id)
    .execute()
  await setRoots(tx, source.id)
  await tx
    .updateTable('mergeProposal')
    .set({ state: 'merged', decidedBy: actor.personId, decidedAt: actor.at, stageBefore: source.stage })
    .where('id', '=', proposalId)
    .execute()
  await settled(tx, actor, 'merge.done', proposal)
}

async function settled(
  tx: Tx,
  actor: Actor,
  action: keyof Actions,
  proposal: { id: number; sourceId: number; targetId: number; groupId: number },
): Promise<void> {
  const { id: proposalId, sourceId, targetId, groupId } = proposal
  await record(tx, actor, { action, subject: `request:${sourceId}`, groupId, details: { proposalId, targetId } })
  await indexRequest(tx, sourceId)
  if (action !== 'merge.dropped') await enqueue(tx, 'requests.mergeSettled', { proposalId }, { key: `merge-settled-${proposalId}` })
}

/** The proposal is let go; both stand as before. */
export async function dropMerge(tx: Tx, actor: Actor, proposalId: number): Promise<void> {
  const proposal = await lockProposal(tx, actor, proposalId)
  if (proposal.state !== 'open') throw new Conflict(t.someoneHasAlreadyDecided)
  await tx
    .updateTable('mergeProposal')
    .set({ state: 'dropped', decidedBy: actor.personId, decidedAt: actor.at })
    .where('id', '=', proposalId)
    .execute()
  await settled(tx, actor, 'merge.dropped', proposal)
}

/** Undoes a merge: the source stands for itself again, with what was said of it and the stage that it had. */
export async function undoMerge(tx: Tx, actor: Actor, proposalId: number): Promise<void> {
  const proposal = await lockProposal(tx, actor, proposalId)
  if (proposal.state !== 'merged') throw new Conflict(t.canUndoOnlyCompletedMerge)
  await tx
    .updateTable('request')
    .set({
      mergedIntoId: null,
      rootId: proposal.sourceId,
      stage: proposal.stageBefore ?? 'gathering',
      stageAt: actor.at,
      changedAt: actor.at,
    })
    .where('id', '=', proposal.sourceId)
    .execute()
  await setRoots(tx, proposal.sourceId)
  await tx
    .updateTable('mergeProposal')
    .set({ state: 'undone', undoneBy: actor.personId, undoneAt: actor.at })
    .where('id', '=', proposalId)
    .execute()
  await settled(tx, actor, 'merge.undone', proposal)
}
