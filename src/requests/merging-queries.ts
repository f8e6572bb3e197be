import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { utcDay } from '../time.ts'
import { getCollatedGroup } from './core/queries.ts'

const t = textsOf('requests', 'merging')

// Where one of the two has gone to another group since, neither group reads both.
const proposals = (db: Db) =>
  db
    .selectFrom('mergeProposal')
    .innerJoin('request as source', (join) =>
      join.onRef('source.id', '=', 'mergeProposal.sourceId').onRef('source.groupId', '=', 'mergeProposal.groupId'),
    )
    .innerJoin('request as target', (join) =>
      join.onRef('target.id', '=', 'mergeProposal.targetId').onRef('target.groupId', '=', 'mergeProposal.groupId'),
    )
    .leftJoin('sharedPerson as proposer', 'proposer.id', 'mergeProposal.proposedBy')
    .leftJoin('sharedPerson as decider', 'decider.id', 'mergeProposal.decidedBy')
    .selectAll('mergeProposal')
    .select(['source.title as source', 'source.text as sourceText', 'target.title as target', 'target.text as targetText'])
    .select(['proposer.name as proposer', 'decider.name as decider'])

/** A proposal by id. Who may see it is asked before. */
export const findProposal = (db: Db, id: number) => proposals(db).where('mergeProposal.id', '=', id).executeTakeFirst()

/** A proposal for those who collate its group. @throws NotFound to others */
export async function getProposal(db: Db, actor: Actor, id: number) {
  const proposal = (await findProposal(db, id)) ?? missing(t.mergeProposalDoesNotExist)
  await getCollatedGroup(db, actor, { id: proposal.groupId })
  return proposal
}

/** The proposals of a group in a state, those due first. */
export const listProposals = (db: Db, groupId: number, states: ('open' | 'merged' | 'dropped' | 'undone')[]) =>
  proposals(db)
    .where('mergeProposal.groupId', '=', groupId)
    .where('mergeProposal.state', 'in', states)
    .orderBy('mergeProposal.decideOn')
    .orderBy('mergeProposal.id', 'desc')
    .limit(100)
    .execute()

/** Proposals of some groups that can be carried out by now: all who are concerned have answered, or their time is over. */
export const listMergesReady = (db: Db, groupIds: readonly number[], at: Date) =>
  proposals(db)
    .where('mergeProposal.state', '=', 'open')
    .where(sql<boolean>`merge_proposal.group_id = any(${groupIds}::bigint[])`)
    .where(
      sql<boolean>`(merge_proposal.decide_on <= ${utcDay(at)}::date
        or not exists (select from merge_party m where m.proposal_id = merge_proposal.id and m.decided_at is null))`,
    )
    .orderBy('mergeProposal.decideOn')
    .orderBy('mergeProposal.id')
    .execute()

/** The proposals that a request is an end of, the newest first. */
export const listProposalsOf = (db: Db, requestId: number) =>
  proposals(db)
    .where((e) => e.or([e('mergeProposal.sourceId', '=', requestId), e('mergeProposal.targetId', '=', requestId)]))
    .orderBy('mergeProposal.id', 'desc')
    .execute()

/** Everyone concerned by a proposal, with what would go along and what they said. */
export const listParties = (db: Db, proposalId: number) =>
  db
    .selectFrom('mergeParty')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'mergeParty.organisationId')
    .leftJoin('userCase', 'userCase.id', 'mergeParty.caseId')
    .leftJoin('sharedPerson as person', 'person.id', 'mergeParty.decidedBy')
    .selectAll('mergeParty')
    .select(['organisation.name as organisation', 'userCase.title as case', 'userCase.authorId', 'person.name as decider'])
    .select(sql<number>`(select count(*) from merge_notice n where n.party_id = merge_party.id and n.told_at is not null)`.as('told'))
    .where('proposalId', '=', proposalId)
    .orderBy('organisation.name')
    .orderBy('userCase.id')
    .execute()

const notices = (db: Db) =>
  db
    .selectFrom('mergeNotice')
    .innerJoin('mergeParty', 'mergeParty.id', 'mergeNotice.partyId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'mergeParty.organisationId')
    .leftJoin('userCase', 'userCase.id', 'mergeParty.caseId')
    .select(['mergeNotice.id', 'mergeParty.stays', 'organisation.name as organisation', 'userCase.title as case'])

/** A notice by id, for the link in it: whom it went to, about what. */
export const findNotice = (db: Db, id: number) =>
  notices(db)
    .innerJoin('mergeProposal', 'mergeProposal.id', 'mergeParty.proposalId')
    .innerJoin('request as source', 'source.id', 'mergeProposal.sourceId')
    .innerJoin('request as target', 'target.id', 'mergeProposal.targetId')
    .select(['mergeNotice.personId', 'mergeParty.id as partyId', 'mergeParty.decidedAt', 'mergeParty.organisationId'])
    .select(['mergeProposal.id as proposalId', 'mergeProposal.state', 'mergeProposal.decideOn', 'mergeProposal.reason'])
    .select(['mergeProposal.groupId', 'source.id as sourceId', 'source.title as source', 'source.text as sourceText'])
    .select(['target.id as targetId', 'target.title as target', 'target.text as targetText'])
    .where('mergeNotice.id', '=', id)
    .executeTakeFirst()

/** All that is one person's in a proposal: the support they speak for, and the user cases that they wrote. */
export const listNoticesOf = (db: Db, proposalId: number, personId: number) =>
  notices(db)
    .where('mergeParty.proposalId', '=', proposalId)
    .where('mergeNotice.personId', '=', personId)
    .orderBy('organisation.name')
    .orderBy('mergeNotice.id')
    .execute()

/** Both sides of a merge: what stands behind each request now, and behind the one that would come of them. Who says “not for us” does not. */
export async function pictureMerge(
  db: Db,
  { sourceId, targetId, source, target }: { sourceId: number; targetId: number; source: string; target: string },
) {
  const { rows } = await sql<{ id: number; organisations: number[]; cases: number[] }>`
    select r.id,
      array(select s.organisation_id from standing_support s where s.family_id = r.root_id and s.request_id = r.id
        and s.strength <> 'not_for_us') as organisations,
      array(select c.case_id from collated_case c where c.family_id = r.root_id and c.request_id = r.id) as cases
    from request r where r.id in (${sourceId}, ${targetId})`.execute(db)
  const side = (ids: number[], title: string) => {
    const some = rows.filter(({ id }) => ids.includes(Number(id)))
    return {
      id: ids[0] ?? 0,
      title,
      institutions: new Set(some.flatMap(({ organisations }) => organisations)).size,
      cases: new Set(some.flatMap(({ cases }) => cases)).size,
    }
  }
  return { source: side([sourceId], source), target: side([targetId], target), together: side([sourceId, targetId], '') }
}

/** Those who have been told of a proposal, to tell them how it ended. */
export const listTold = (db: Db, proposalId: number) =>
  db
    .selectFrom('mergeNotice')
    .innerJoin('mergeParty', 'mergeParty.id', 'mergeNotice.partyId')
    .select('mergeNotice.personId')
    .distinct()
    .where('mergeParty.proposalId', '=', proposalId)
    .where('mergeNotice.toldAt', 'is not', null)
    .execute()
