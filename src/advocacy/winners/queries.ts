import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Ballot, findBallot, getBallot, getCount, listOptions, seenBy } from '../../ballots/queries.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf, listRows, orNoId } from '../../lib/db/rows.ts'
import type { CommitmentState } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayCollate, mayLead } from '../../policy.ts'
import { readableBy } from '../answers/queries.ts'
import { isLastRound, standingOf } from './rules.ts'

/** Winners in the order in which they were chosen. */
async function listWinners(db: Db, ballotId: number, productId: number) {
  const [options, count] = [await listOptions(db, ballotId), await getCount(db, ballotId)]
  const winners = (count?.result.winners ?? []).flatMap((number) => options.find((one) => String(one.number) === number) ?? [])
  const { rows } = await sql<{
    optionId: number
    stage: string | null
    /** The request into which its own was merged meanwhile. */
    rootId: number | null
    requestTitle: string | null
    commitmentId: number | null
    points: number | null
    year: number | null
    state: CommitmentState | null
    openCommitmentId: number | null
  }>`select o.id::int as option_id, r.stage, r.root_id::int as root_id, t.title as request_title, c.id::int as commitment_id, c.points, c.year, c.state,
      (select p.id::int from commitment p where p.request_id = r.root_id and p.product_id = ${productId} and p.state = 'committed') as open_commitment_id
    from shared_ballot_option o left join shared_request r on r.id = o.request_id left join shared_request t on t.id = r.root_id
    left join lateral (select * from commitment l where l.option_id = o.id order by l.id desc limit 1) c on true
    where o.id = any(${idsOf(winners)}::bigint[])`.execute(db)
  return winners.flatMap(({ id, number, wishId, title, text, area, cost, solution, requestId }) => {
    const row = rows.find(({ optionId }) => optionId === id)
    return row ? [{ ...row, number, wishId, title, text, area, cost, solution, requestId, standing: standingOf(row) }] : []
  })
}

/** An option that won, with its request and what was committed to it. */
export type Winner = Awaited<ReturnType<typeof listWinners>>[number]

/** Is this a counted last round of a group that the actor leads? */
async function decides(db: Db, actor: Actor, ballot: Omit<Ballot, 'mayRun'>): Promise<boolean> {
  if (!mayLead(actor, ballot.groupId) || !mayCollate(actor, ballot.groupId) || ballot.state !== 'counted') return false
  const roundTwo = await db
    .selectFrom('sharedBallot as ballot')
    .select('id')
    .where('cycleId', '=', ballot.cycleId ?? 0)
    .where('phase', '=', 'round_two')
    .where('rehearsalOf', 'is', null)
    .where('state', '<>', 'called_off')
    .executeTakeFirst()
  return isLastRound(ballot, roundTwo !== undefined)
}

/** How many winners wait to be committed by this person; none where that is not theirs to do. */
async function countWaiting(db: Db, actor: Actor, ballot: Omit<Ballot, 'mayRun'>): Promise<number> {
  if (!(await decides(db, actor, ballot))) return 0
  return (await listWinners(db, ballot.id, ballot.productId)).filter(({ standing }) => standing === 'waiting').length
}

/**
 * The winners of a cycle's last round, for those who lead its group.
 * @throws NotFound for others, and before there is a result
 */
export async function getWinners(db: Db, actor: Actor, ballotId: number) {
  const ballot = await getBallot(db, actor, ballotId)
  if (!(await decides(db, actor, ballot))) throw new NotFound(refusals.thereIsNoSuchPage)
  const [winners, capacities] = await Promise.all([
    listWinners(db, ballotId, ballot.productId),
    listRows(db.selectFrom('capacity').orderBy('year'), { groupId: ballot.groupId, productId: ballot.productId }, ['year', 'points']),
  ])
  return { ballot, winners, capacities }
}

export type Winners = Awaited<ReturnType<typeof getWinners>>

/** What was committed from a result, by option, as far as this person may hear of it. */
async function listCommitted(db: Db, actor: Actor, ballotId: number) {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('sharedBallotOption as ballotOption', 'ballotOption.id', 'commitment.optionId')
    .select(['commitment.id', 'commitment.points', 'commitment.year', 'commitment.state', 'commitment.groupId', 'ballotOption.number'])
    .where('ballotOption.ballotId', '=', ballotId)
    .orderBy('commitment.id')
    .execute()
  const heard = await db
    .selectFrom('tellingEvent')
    .innerJoin('sharedRequest as request', 'request.id', 'tellingEvent.requestId')
    .select('tellingEvent.subjectId')
    .where('tellingEvent.kind', '=', 'commitment')
    .where('tellingEvent.subjectId', 'in', orNoId(idsOf(rows)))
    .where(readableBy(actor, 'tellingEvent', { guests: false }))
    .execute()
  const ids = new Set(heard.map(({ subjectId }) => subjectId))
  // What goes on in a later year takes the place of what it carries on.
  return new Map(rows.filter(({ id, groupId }) => mayCollate(actor, groupId) || ids.has(id)).map((row) => [row.number, row]))
}

/** What was committed from a result, and how many winners wait for this person: for the page of the result. */
export async function findCommitted(db: Db, actor: Actor, ballotId: number) {
  const ballot = await findBallot(db, ballotId)
  const [committed, waiting] = await Promise.all([listCommitted(db, actor, ballotId), ballot ? countWaiting(db, actor, ballot) : 0])
  return { committed, waiting }
}

/**
 * Last rounds that are counted and have winners without a commitment, while their commitment phase is not over. What is voted on without a
 * cycle need not come to a promise, and waits for none.
 */
export async function listUncommitted(db: Db, groupId: number, at: Date): Promise<{ ballotId: number; title: string; waiting: number }[]> {
  const { rows } = await sql<{ ballotId: number; title: string; productId: number }>`
    select b.id::int as ballot_id, b.title, g.product_id::int as product_id from shared_ballot b join shared_working_group g on g.id = b.group_id
    where b.group_id = ${groupId} and b.kind = 'wishes' and b.cycle_id is not null and b.state = 'counted' and b.rehearsal_of is null
      and (b.phase = 'round_two' or not exists (select from shared_ballot t where t.cycle_id = b.cycle_id and t.phase = 'round_two' and t.rehearsal_of is null
        and t.state <> 'called_off'))
      and coalesce((select p.closes_at from cycle_phase p where p.cycle_id = b.cycle_id and p.kind = 'commitment'), b.closed_at + interval '60 days') > ${at}
    order by b.id`.execute(db)
  const found = await Promise.all(
    rows.map(async ({ ballotId, title, productId }) => ({
      ballotId,
      title,
      waiting: (await listWinners(db, ballotId, productId)).filter(({ standing }) => standing === 'waiting').length,
    })),
  )
  return found.filter(({ waiting }) => waiting > 0)
}

/** The result that a commitment came from, for who may see it; undefined where it came some other way. */
export const findResultOf = (db: Db, actor: Actor, optionId: number | null) =>
  db
    .selectFrom('sharedBallotOption as ballotOption')
    .innerJoin('sharedBallot as ballot', 'ballot.id', 'ballotOption.ballotId')
    .select(['ballot.id', 'ballot.title', 'ballotOption.number'])
    .where('ballotOption.id', '=', optionId ?? 0)
    .where(seenBy(actor))
    .executeTakeFirst()
