import { sql } from 'kysely'
import { type Actor, program } from '../actor.ts'
import { Conflict, missing, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { idsOf, insertNew, orNoId, type Tx, updateOne } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { findNotice, listNoticesOf } from './merging-queries.ts'
import { listSpeakers } from './support/queries.ts'

/** The institutions and user cases that count with a request now, those that came by earlier merges too. */
export async function listConcernedBy(tx: Tx, requestId: number): Promise<{ organisationIds: number[]; caseIds: number[] }> {
  const { rows } = await sql<{ organisationIds: number[]; caseIds: number[] }>`
    select array(select s.organisation_id from standing_support s where s.family_id = r.root_id and s.request_id = r.id order by 1) as "organisationIds",
      array(select c.case_id from collated_case c where c.family_id = r.root_id and c.request_id = r.id order by 1) as "caseIds"
    from request r where r.id = ${requestId}`.execute(tx)
  const [row] = rows
  return { organisationIds: (row?.organisationIds ?? []).map(Number), caseIds: (row?.caseIds ?? []).map(Number) }
}

/** Everyone concerned gets a place in the proposal; who has one keeps it. */
export async function addParties(tx: Tx, proposalId: number, requestId: number): Promise<number> {
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
    for (const personId of people) await insertNew(tx.insertInto('mergeNotice'), { partyId: id, personId })
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
  return new Map([...byPerson].map(([personId, notices]) => [personId, idsOf(notices)]))
}

/** The letter that tells of some notices is in the outbox. */
export async function markNoticesTold(tx: Tx, ids: number[], at: Date): Promise<void> {
  await tx.updateTable('mergeNotice').set({ toldAt: at }).where('id', 'in', orNoId(ids)).execute()
}

/**
 * One click: what is theirs stays with the first text, or goes along. Until it is decided they can change their mind.
 * @throws Conflict when it is decided
 */
export async function decideParty(tx: Tx, at: Date, via: Actor['via'], noticeId: number, stays: boolean): Promise<void> {
  const seen = (await findNotice(tx, noticeId)) ?? missing(refusals.thisLinkIsOutOfDate)
  await tx.selectFrom('mergeProposal').select('id').where('id', '=', seen.proposalId).forUpdate().execute()
  const notice = await findNotice(tx, noticeId)
  if (notice?.state !== 'open') throw new Conflict(refusals.thisIsDecidedAlready)
  if (notice.stays === stays && notice.decidedAt !== null) return
  await updateOne(tx.updateTable('mergeParty'), notice.partyId, { stays, decidedBy: notice.personId, decidedAt: at })
  const { personId, sourceId, groupId, proposalId, partyId } = notice
  const subject = { of: 'request', id: sourceId, groupId } as const
  await recordOf(tx, { ...program(at), via, personId }, stays ? 'merge.stays' : 'merge.agrees', subject, { proposalId, partyId })
}

/** What somebody was asked about is theirs to decide while they speak for it; a user case is its author's. */
async function isTheirs(tx: Tx, at: Date, noticeId: number): Promise<boolean> {
  const notice = await findNotice(tx, noticeId)
  if (!notice || notice.organisationId === null) return notice !== undefined
  return (await listSpeakers(tx, notice.organisationId, notice.sourceId, at)).includes(notice.personId)
}

/**
 * One click for all that is a person's in a proposal, or for one part of it.
 * @param noticeId any notice of theirs, the one whose link they have
 * @param part the notice of the part
 * @throws NotFound where the part is not theirs, or no longer; Conflict when it is decided
 */
export async function decideParties(tx: Tx, at: Date, via: Actor['via'], noticeId: number, stays: boolean, part?: number): Promise<void> {
  const notice = (await findNotice(tx, noticeId)) ?? missing(refusals.thisLinkIsOutOfDate)
  const asked = (await listNoticesOf(tx, notice.proposalId, notice.personId)).filter(({ id }) => part === undefined || id === part)
  const own: number[] = []
  for (const { id } of asked) if (await isTheirs(tx, at, id)) own.push(id)
  if (own.length === 0) throw new NotFound(refusals.thisLinkIsOutOfDate)
  for (const id of own) await decideParty(tx, at, via, id, stays)
}
