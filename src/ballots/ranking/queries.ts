import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Db, idsOf, orNoId } from '../../lib/db/rows.ts'
import type { BallotElectorate } from '../../lib/db/schema.ts'
import { mayRank } from '../../policy.ts'
import { filterOf, listRequests, listStillPublic, type Published } from '../../requests/queries.ts'
import { openStages } from '../../requests/rules.ts'
import { utcDay } from '../../time.ts'
import { listGroupCommunities, listMembersVoting } from '../core/people-queries.ts'
import { type Ballot, listElectorate, seenBy } from '../core/queries.ts'
import { mostRanked } from './rules.ts'

/**
 * The requests of a group that can be put to the vote: those that an address names or its filter finds, as far as they are open and this
 * person may read them, with most support first.
 */
export function listRankable(
  db: Db,
  actor: Actor,
  { groupId, query, ids }: { groupId: number; query: Record<string, string | undefined>; ids: number[] },
) {
  const { stages = openStages, ...filter } = filterOf(query)
  return listRequests(db, actor, {
    ...(ids.length > 0 ? { ids } : filter),
    stages: openStages.filter((stage) => stages.includes(stage)),
    groupId,
    order: 'support',
    limit: mostRanked,
  })
}

export type Rankable = Awaited<ReturnType<typeof listRankable>>['requests'][number]

/** How the group held its last ballot of requests without a cycle. */
export const findUsual = (db: Db, groupId: number) =>
  db
    .selectFrom('ballot')
    .select(['electorate', 'rule', 'secrecy'])
    .where('groupId', '=', groupId)
    .where('kind', '=', 'wishes')
    .where('cycleId', 'is', null)
    .where('rehearsalOf', 'is', null)
    .where('state', '<>', 'called_off')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many would vote today: the members of a group who may read its requests, and the institutions. */
export async function countVoters(db: Db, groupId: number, at: Date): Promise<Record<BallotElectorate, number>> {
  const recordOn = utcDay(at)
  const hosts = idsOf(await listGroupCommunities(db, [groupId]))
  const { productId } = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select('productId')
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow()
  const [members, institutions] = await Promise.all([
    listMembersVoting(db, { kind: 'wishes', electorate: 'group', groupId, rehearsalOf: null, recordOn }, at),
    listElectorate(db, { hosts, productId, cycleId: null, recordOn }),
  ])
  return { group: members.length, institutions: institutions.length }
}

/** Ballots that are not closed, as far as this person may see them, on which some of these requests stand already. */
export const listOpenVotes = (db: Db, actor: Actor, requestIds: readonly number[]) =>
  db
    .selectFrom('ballotOption')
    .innerJoin('ballot', 'ballot.id', 'ballotOption.ballotId')
    .select(['ballot.id', 'ballot.title'])
    .select(sql<number[]>`array_agg(ballot_option.request_id::int order by ballot_option.request_id)`.as('requestIds'))
    .where('ballotOption.requestId', 'in', orNoId(requestIds))
    .where('ballot.state', 'in', ['preparing', 'open'])
    .where('ballot.rehearsalOf', 'is', null)
    .where(seenBy(actor))
    .groupBy(['ballot.id', 'ballot.title'])
    .orderBy('ballot.id')
    .execute()

export type OpenVote = Awaited<ReturnType<typeof listOpenVotes>>[number]

/** The requests that became public with a ballot and are so ever since, for who may take that back while it is not counted. */
export async function listOpened(
  db: Db,
  actor: Actor,
  { id, groupId, state }: Pick<Ballot, 'id' | 'groupId' | 'state'>,
): Promise<Published[]> {
  if (!mayRank(actor, groupId) || (state !== 'open' && state !== 'called_off')) return []
  const options = await db
    .selectFrom('ballotOption')
    .select(['requestId', 'publishedVersion'])
    .where('ballotId', '=', id)
    .where('publishedVersion', 'is not', null)
    .orderBy('requestId')
    .execute()
  const opened = options.flatMap(({ requestId, publishedVersion }) =>
    requestId === null || publishedVersion === null ? [] : { id: requestId, version: publishedVersion },
  )
  const still = opened.length > 0 ? idsOf(await listStillPublic(db, groupId, opened)) : []
  return opened.filter((one) => still.includes(one.id))
}
