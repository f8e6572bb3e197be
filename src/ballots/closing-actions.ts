import { program } from '../actor.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { idsOf, insertAll, insertNew, insertRow, type Tx, updateOne } from '../lib/db/rows.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { drawKey, type FoundBallot, wakeAt } from './core/actions.ts'
import { findBallot, listOptions } from './core/queries.ts'
import { lockWithRounds } from './core/rounds-actions.ts'
import { putOffAfter } from './cycles/moving-actions.ts'
import { takeKey } from './papers/queries.ts'
import { isBlank, type Vote, whyNotVote } from './papers/rules.ts'
import { type OpenedKey, openSealed, shuffled } from './papers/sealing.ts'
import { type Account, countBy, electionOf, type KnownPaper, segmentAll, settingsOf } from './results/count.ts'

const kept = keptOf('ballots', 'extensions')

interface OpenedPaper {
  voterId: number
  organisationId: number | null
  personId: number | null
  receipt: string
  vote: Vote
  known: Omit<KnownPaper, 'receipt' | 'vote'>
}

/**
 * Closes a ballot that is due, in one transaction: papers are opened, copied in random order without times and voters, counted by the
 * rule that was set, and the sealed ones are deleted with the key.
 * @returns false when there was nothing to close
 */
export async function closeBallot(tx: Tx, secret: string, at: Date, id: number, { early = false } = {}): Promise<boolean> {
  // What round one has chosen becomes the options of round two.
  await lockWithRounds(tx, id)
  const ballot = await findBallot(tx, id)
  if (ballot?.state !== 'open' || (ballot.closesAt > at && !early)) return false
  const key = await takeKey(tx, secret, id)
  if (!key) return false
  const options = await listOptions(tx, id)
  const numbers = new Set(options.map(({ number }) => String(number)))
  const opened: OpenedPaper[] = []
  for (const row of await lastPapers(tx, id)) {
    const paper = openPaper(key, row)
    if (paper && whyNotVote(ballot, numbers, paper.vote).length === 0) opened.push(paper)
    else await insertRow(tx.insertInto('paperRefusal'), { ballotId: id, voterId: row.voterId, why: 'spoilt', via: 'job', at })
  }
  const mixed = shuffled(opened)
  await insertAll(
    tx.insertInto('publishedPaper'),
    mixed.map(({ receipt, vote, organisationId, personId }) => ({
      ballotId: id,
      receipt,
      vote: JSON.stringify(vote),
      ...(ballot.secrecy === 'public' ? { organisationId, personId } : {}),
    })),
  )
  const election = electionOf(ballot, options, mixed)
  const settings = settingsOf(ballot, key.seed)
  const result = countBy(ballot.rule, election, settings)
  if (!result) throw new Error(`The ballot ${id} cannot be counted by ${ballot.rule}`)
  await keepResult(tx, id, ballot.rule, true, settings, result)
  const account = await accountOf(tx, ballot, mixed, result.winners)
  await dropPapers(tx, id)
  await updateOne(tx.updateTable('ballot'), id, { state: 'counted', closedAt: at, seed: key.seed, account: JSON.stringify(account) })
  const { voters, cast, late, spoilt } = account
  await recordOf(tx, program(at), 'ballot.counted', { id, groupId: ballot.groupId }, { voters, cast, late, spoilt })
  await enqueue(tx, 'ballots.counted', { ballotId: id }, { key: `ballots.counted:${id}` })
  return true
}

function openPaper(key: OpenedKey, row: Awaited<ReturnType<typeof lastPapers>>[number]): OpenedPaper | undefined {
  try {
    const { receipt, vote } = openSealed(key, row.voterId, row.sealed) as { receipt: string; vote: Vote }
    const { voterId, organisationId, personId, country, size, consortium } = row
    return { voterId, organisationId, personId, receipt, vote, known: { country, size, consortium: consortium ?? '' } }
  } catch {
    return undefined
  }
}

const lastPapers = (tx: Tx, ballotId: number) =>
  tx
    .selectFrom('paper')
    .innerJoin('voter', 'voter.id', 'paper.voterId')
    .leftJoin('sharedOrganisation as consortium', 'consortium.id', 'voter.consortiumId')
    .distinctOn('paper.voterId')
    .select(['paper.voterId', 'paper.sealed', 'voter.organisationId', 'voter.personId', 'voter.country', 'voter.size'])
    .select(['consortium.name as consortium'])
    .where('voter.ballotId', '=', ballotId)
    .orderBy('paper.voterId')
    .orderBy('paper.version', 'desc')
    .execute()

async function accountOf(tx: Tx, { id }: FoundBallot, papers: OpenedPaper[], winners: string[]): Promise<Account> {
  const voters = await tx.selectFrom('voter').select(['versions', 'votedAt']).where('ballotId', '=', id).execute()
  const refusals = await tx.selectFrom('paperRefusal').select(['why', 'voterId']).where('ballotId', '=', id).execute()
  const count = (why: string) => refusals.filter((refusal) => refusal.why === why).length
  return {
    voters: voters.length,
    cast: papers.length,
    blank: papers.filter(({ vote }) => isBlank(vote)).length,
    changed: voters.filter(({ versions, votedAt }) => votedAt !== null && versions > 1).length,
    late: count('late'),
    spoilt: count('spoilt'),
    unreadable: count('unreadable'),
    ...segmentAll(
      papers.map(({ receipt, vote, known }) => ({ receipt, vote, ...known })),
      winners,
    ),
  }
}

/** The links between papers and voters go, and with the key everything that an old copy of them could tell. */
export async function dropPapers(tx: Tx, ballotId: number): Promise<void> {
  const voters = tx.selectFrom('voter').select('id').where('ballotId', '=', ballotId)
  for (const table of ['paper', 'paperDraft', 'voice'] as const) await tx.deleteFrom(table).where('voterId', 'in', voters).execute()
  await tx.deleteFrom('ballotKey').where('ballotId', '=', ballotId).execute()
}

/** Keeps what a rule finds in the published papers. */
export async function keepResult(tx: Tx, ballotId: number, rule: string, chosen: boolean, settings: object, result: object): Promise<void> {
  await insertNew(tx.insertInto('ballotResult'), {
    ballotId,
    rule,
    chosen,
    settings: JSON.stringify(settings),
    result: JSON.stringify(result),
  })
}

/**
 * A restored backup holds sealed papers and no key, on purpose. Those papers cannot be opened any more: a new key is drawn, the round
 * stays open for at least a week, and who had voted is asked to do so again.
 */
export async function replaceKey(tx: Tx, secret: string, at: Date, id: number): Promise<void> {
  await lockWithRounds(tx, id)
  const ballot = await findBallot(tx, id)
  if (ballot?.state !== 'open' || (await takeKey(tx, secret, id))) return
  const lost = await tx.selectFrom('voter').select('id').where('ballotId', '=', id).where('votedAt', 'is not', null).execute()
  await insertAll(
    tx.insertInto('paperRefusal'),
    lost.map((voter) => ({ ballotId: id, voterId: voter.id, why: 'unreadable', via: 'job' as const, at })),
  )
  await dropPapers(tx, id)
  await tx.updateTable('voter').set({ versions: 0, votedAt: null }).where('ballotId', '=', id).execute()
  const week = new Date(at.getTime() + 7 * 86_400_000)
  const closesAt = ballot.closesAt < week ? week : ballot.closesAt
  await updateOne(tx.updateTable('ballot'), id, { ...(await drawKey(tx, secret, id)), closesAt })
  if (closesAt > ballot.closesAt) {
    const reason = kept('restored')
    await insertRow(tx.insertInto('ballotExtension'), {
      ballotId: id,
      cycleId: ballot.cycleId,
      phase: ballot.phase,
      fromAt: ballot.closesAt,
      toAt: closesAt,
      reason,
      madeAt: at,
    })
    const after = ballot.rehearsalOf === null ? await putOffAfter(tx, at, ballot, closesAt, reason) : []
    for (const instant of [closesAt, ...after]) await wakeAt(tx, instant)
  }
  await recordOf(tx, program(at), 'ballot.key-replaced', { id, groupId: ballot.groupId }, { lost: lost.length })
  await enqueue(tx, 'ballots.castAgain', { ballotId: id, voterIds: idsOf(lost) })
}
