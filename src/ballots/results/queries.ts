import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import type { Result } from '../../lib/tally/election.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { countTurnout, getBallot, listExtensions, listOptions, seenBy } from '../core/queries.ts'
import type { Vote } from '../papers/rules.ts'
import type { Account, CountedPaper } from './count.ts'

const t = textsOf('ballots', 'resultsPage')

export interface KeptCount {
  rule: string
  chosen: boolean
  settings: object
  result: Result
}

/** The count by the rule that was set. */
export const getCount = async (db: Db, ballotId: number) => (await listCounts(db, ballotId)).find(({ chosen }) => chosen)

/** Counts by all rules, the chosen one first. */
export async function listCounts(db: Db, ballotId: number): Promise<KeptCount[]> {
  const rows = await db
    .selectFrom('ballotResult')
    .select(['rule', 'chosen', 'settings', 'result'])
    .where('ballotId', '=', ballotId)
    .orderBy('chosen', 'desc')
    .orderBy('rule')
    .execute()
  return rows as unknown as KeptCount[]
}

export interface PublishedPaper extends CountedPaper {
  organisationId: number | null
  name: string | null
}

/** The published papers by their receipts: an order that says nothing. */
export async function listPapers(db: Db, ballotId: number): Promise<PublishedPaper[]> {
  const rows = await db
    .selectFrom('publishedPaper')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'publishedPaper.organisationId')
    .leftJoin('sharedPerson as person', 'person.id', 'publishedPaper.personId')
    .select(['publishedPaper.receipt', 'publishedPaper.vote', 'publishedPaper.organisationId'])
    .select((e) => e.fn.coalesce('organisation.name', 'person.name').as('name'))
    .where('ballotId', '=', ballotId)
    .orderBy('receipt')
    .execute()
  return rows.map(({ vote, ...row }) => ({ ...row, vote: vote as Vote }))
}

/** What each institution asked for and what became of it: its wishes are public, its paper is not. */
async function listAskers(db: Db, ids: number[]) {
  return db.selectFrom('sharedOrganisation as organisation').select(['id', 'name']).where('id', 'in', orNoId(ids)).orderBy('name').execute()
}

/** A counted ballot with everything that can be checked. @throws NotFound before the count, and for whom the ballot is not there */
export async function getResults(db: Db, actor: Actor, ballotId: number) {
  const ballot = await getBallot(db, actor, ballotId)
  if (ballot.state !== 'counted') throw new NotFound(t.ballotHasNoResultYet)
  const [options, counts, papers, turnout, extensions] = await Promise.all([
    listOptions(db, ballotId),
    listCounts(db, ballotId),
    listPapers(db, ballotId),
    countTurnout(db, ballotId),
    listExtensions(db, { ballotId }),
  ])
  const [count] = counts
  if (!count) throw new NotFound(t.ballotHasNoResultYet)
  const askers = await listAskers(db, [...new Set(options.flatMap(({ askedBy }) => askedBy.map(Number)))])
  return { ballot, options, counts, count, papers, turnout, extensions, askers, account: ballot.account as unknown as Account }
}

export type Results = Awaited<ReturnType<typeof getResults>>

/** In which round of a cycle something was voted on, or without a cycle. */
type VotedIn = 'round_one' | 'round_two' | 'alone'

/**
 * The newest ballot that this person may see on which a request stood, for its chain: where it can be read, in which round, and what came of
 * it once it is counted.
 */
export async function findVotedOn(
  db: Db,
  actor: Actor,
  requestId: number,
): Promise<{ href: string; round: VotedIn; won?: boolean } | undefined> {
  const row = await db
    .selectFrom('ballotOption')
    .innerJoin('ballot', 'ballot.id', 'ballotOption.ballotId')
    .leftJoin('ballotResult', (join) => join.onRef('ballotResult.ballotId', '=', 'ballot.id').on('ballotResult.chosen', '=', true))
    .select(['ballot.id', 'ballot.state', 'ballot.cycleId', 'ballot.phase', 'ballotOption.number', 'ballotResult.result'])
    .where('ballotOption.requestId', '=', requestId)
    .where(seenBy(actor))
    .where('ballot.rehearsalOf', 'is', null)
    .where('ballot.state', 'in', ['open', 'closed', 'counted'])
    .orderBy('ballot.opensAt', 'desc')
    .orderBy('ballot.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const round = row.cycleId === null ? 'alone' : row.phase === 'round_two' ? 'round_two' : 'round_one'
  if (row.state !== 'counted') return { href: `/ballots/${row.id}`, round }
  const won = (row.result as unknown as Result | null)?.winners.includes(String(row.number)) ?? false
  return { href: `/ballots/${row.id}/results`, round, won }
}
