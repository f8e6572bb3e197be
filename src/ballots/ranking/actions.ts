import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound, refuse } from '../../errors.ts'
import { idsOf, insertAll, type Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayRank } from '../../policy.ts'
import { publishRequests, unpublishRequests } from '../../requests/actions.ts'
import { getRequest, listBehind, type Published } from '../../requests/queries.ts'
import { todayOf } from '../../time.ts'
import { createBallot, type NewBallot, openBallot } from '../core/actions.ts'
import { listGroupCommunities } from '../core/people-queries.ts'
import { getBallot } from '../core/queries.ts'
import { formOf } from '../rules.ts'
import { listOpened } from './queries.ts'
import { hiddenFrom, mostRanked, whyNotRank } from './rules.ts'

const t = textsOf('ballots', 'ranking')

export interface NewRanking extends Pick<NewBallot, 'groupId' | 'title' | 'electorate' | 'closesAt' | 'zone' | 'rule' | 'secrecy'> {
  requestIds: number[]
  /** How many are chosen. */
  seats: number
  /** Points of a vote, where the rule takes points. */
  budget: number
  /** Whether requests that its voters cannot read become public with it. */
  publish?: boolean
}

/**
 * Puts requests to the vote without a cycle: a ballot like the round of one, with their texts as they stand now. It is open from now on.
 * @param secret seals the key of the votes
 * @returns the ballot
 * @throws NotFound to those who may not, Invalid beside each field that does not fit
 */
export async function rankRequests(tx: Tx, actor: Actor, secret: string, facts: NewRanking): Promise<number> {
  const { groupId, title, requestIds, electorate, closesAt, zone, rule, seats, budget, secrecy, publish = false } = facts
  if (!mayRank(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const requests = await lockRequests(tx, actor, groupId, [...new Set(requestIds)])
  const faults = whyNotRank(requests, facts, actor.at)
  if (Object.keys(faults).length > 0) throw new Invalid(refusals.pleaseLookAgain, faults)
  const published = publish ? await publishRequests(tx, actor, hiddenFrom(electorate, requests)) : []
  const form = formOf(rule)
  const id = await createBallot(tx, actor, {
    groupId,
    kind: 'wishes',
    title,
    form,
    ...(form === 'points' ? { budget } : {}),
    seats,
    rule,
    ties: 'lot',
    secrecy,
    electorate,
    communityIds: electorate === 'group' ? [] : idsOf(await listGroupCommunities(tx, [groupId])),
    recordOn: todayOf(actor),
    zone,
    opensAt: actor.at,
    closesAt,
  })
  await putOnBallot(tx, id, requests, published)
  if (await openBallot(tx, secret, actor.at, id)) refuse('electorate', t.noOneCanVote)
  return id
}

/**
 * Takes back that requests became public with a ballot: those that it opened, and that are public ever since. The ballot keeps their texts.
 * @returns how many
 * @throws NotFound to those who may not, Conflict where there is nothing to take back
 */
export async function undoPublishing(tx: Tx, actor: Actor, ballotId: number): Promise<number> {
  const ballot = await getBallot(tx, actor, ballotId, { lock: 'update' })
  if (!mayRank(actor, ballot.groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const opened = await listOpened(tx, actor, ballot)
  if (opened.length === 0) throw new Conflict(t.nothingToUndo)
  return unpublishRequests(tx, actor, ballot.groupId, opened)
}

/** The requests of a group, the oldest first, which nobody moves or merges until this is done. */
async function lockRequests(tx: Tx, actor: Actor, groupId: number, ids: number[]) {
  if (ids.length === 0) return []
  if (ids.length > mostRanked) refuse('requestId', t.tooMany({ most: mostRanked }))
  await tx.selectFrom('sharedRequest as request').select('id').where('id', 'in', ids).orderBy('id').forShare().execute()
  const requests: Awaited<ReturnType<typeof getRequest>>[] = []
  for (const id of ids) {
    const request = await getRequest(tx, actor, id).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
    })
    if (!request || request.groupId !== groupId) return refuse('requestId', t.notThere({ number: `#${id}` }))
    requests.push(request)
  }
  return requests.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id)
}

async function putOnBallot(
  tx: Tx,
  ballotId: number,
  requests: Awaited<ReturnType<typeof lockRequests>>,
  published: readonly Published[],
): Promise<void> {
  const behind = await listBehind(tx, idsOf(requests))
  const supporters = Map.groupBy(behind, ({ requestId }) => requestId)
  await insertAll(
    tx.insertInto('ballotOption'),
    requests.map(({ id, title, text, area }, place) => ({
      ballotId,
      number: place + 1,
      requestId: id,
      title,
      text,
      area: area ?? '',
      publishedVersion: published.find((one) => one.id === id)?.version ?? null,
      askedBy: [...new Set((supporters.get(id) ?? []).map(({ organisationId }) => organisationId))],
    })),
  )
}
