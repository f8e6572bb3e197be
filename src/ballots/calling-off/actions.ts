import type { Actor } from '../../actor.ts'
import { Conflict, conflictIf, Invalid, NotFound, refuse } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { type Tx, updateOne } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { dayIn, todayOf } from '../../time.ts'
import { dropPapers } from '../closing-actions.ts'
import { copyOf, copyOptions } from '../copying.ts'
import { createBallot, openBallot } from '../core/actions.ts'
import { type Ballot, countTurnout, listHostIds, listOptions } from '../core/queries.ts'
import { lockPhases, setPhase } from '../core/rounds-actions.ts'
import { passOn } from '../cycles/actions.ts'
import { noteMove } from '../cycles/moving-actions.ts'
import { findRound } from '../cycles/queries.ts'
import { whyNotDates } from '../cycles/rules.ts'
import { getCount } from '../results/queries.ts'
import { indexBallot } from '../search-actions.ts'
import { getCallable } from './queries.ts'
import { whyNotCallOff } from './rules.ts'

const t = textsOf('ballots', 'callingOffPage')

/**
 * Calls a ballot off before its close. It is never counted: its papers go unopened, with the key that could open them, and whoever had to
 * do with it is told why.
 * @throws NotFound to others, Conflict when it is over, Invalid without a reason
 */
export async function callOff(tx: Tx, actor: Actor, id: number, reason: string): Promise<void> {
  // Locked as the close does it: a paper and the calling off come one after the other.
  const ballot = await getCallable(tx, actor, id, { lock: 'update' })
  conflictIf(whyNotCallOff(ballot, actor.at))
  if (reason.trim() === '') refuse('reason', t.enterReasonEveryoneInvolved)
  const { voters, voted } = await countTurnout(tx, id)
  const casters = await listCasters(tx, id)
  await dropPapers(tx, id)
  await tx
    .updateTable('innerPoll')
    .set({ closedAt: actor.at })
    .where('closedAt', 'is', null)
    .where('voterId', 'in', tx.selectFrom('voter').select('id').where('ballotId', '=', id))
    .execute()
  const calledOff = { calledOffAt: actor.at, calledOffBy: actor.personId, calledOffReason: reason.trim() }
  await updateOne(tx.updateTable('ballot'), id, { state: 'called_off', ...calledOff, publicKey: null })
  await recordOf(tx, actor, 'ballot.called-off', { id, groupId: ballot.groupId }, { voters, voted })
  await indexBallot(tx, id)
  await enqueue(tx, 'ballots.calledOff', { ballotId: id, personIds: casters }, { key: `ballots.called-off:${id}` })
}

/** Who has cast a paper, maybe for an institution that they speak for no more. Read before the papers go. */
async function listCasters(tx: Tx, ballotId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('paper')
    .innerJoin('voter', 'voter.id', 'paper.voterId')
    .select('paper.castBy')
    .distinct()
    .where('voter.ballotId', '=', ballotId)
    .execute()
  return rows.flatMap(({ castBy }) => castBy ?? [])
}

/**
 * Prepares a ballot that was called off anew: a copy with the same options, rules and voters, and days of its own. Nominations stay; a
 * motion is open at once.
 * @param secret seals the key of the votes of a motion
 * @returns the new ballot
 * @throws Conflict when it was not called off, or is prepared anew already; Invalid beside a date that does not fit
 */
export async function prepareAnew(
  tx: Tx,
  actor: Actor,
  secret: string,
  id: number,
  { opensAt, closesAt }: { opensAt?: Date; closesAt: Date },
) {
  const ballot = await getCallable(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'called_off') throw new Conflict(t.onlyCancelledBallotCan)
  const there = await tx.selectFrom('ballot').select('id').where('anewOf', '=', id).executeTakeFirst()
  if (there) throw new Conflict(t.someoneAlreadyRepeating)
  const from = ballot.kind === 'motion' ? actor.at : (opensAt ?? actor.at)
  checkDays(ballot, { opensAt: from, closesAt }, actor.at)
  if (ballot.cycleId !== null) await moveRound(tx, actor, ballot, { opensAt: from, closesAt })
  const copied = await createBallot(tx, runnerOf(actor, ballot), {
    ...copyOf(ballot),
    title: ballot.title,
    communityIds: await listHostIds(tx, id),
    ...(ballot.kind === 'motion' ? { recordOn: todayOf(actor) } : {}),
    ...(ballot.nominationsUntil === null ? {} : { nominationsUntil: from }),
    opensAt: from,
    closesAt,
  })
  await updateOne(tx.updateTable('ballot'), copied, { anewOf: id, tieOrder: ballot.ties === 'chair' ? ballot.tieOrder : [] })
  // The candidates of an election are made of its nominations when it opens.
  if (ballot.kind !== 'election') await copyOptions(tx, await listOptions(tx, id), copied)
  if (ballot.phase === 'round_two' && ballot.cycleId !== null) await passWinners(tx, ballot.cycleId)
  await copyNominations(tx, id, copied)
  await recordOf(tx, actor, 'ballot.prepared-anew', { id: copied, groupId: ballot.groupId }, { calledOff: id })
  if (ballot.kind === 'motion') await openBallot(tx, secret, actor.at, copied)
  return copied
}

/** @throws Invalid beside a day on which it cannot be held */
function checkDays({ kind, termTo, zone }: Ballot, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }, now: Date): void {
  if (kind !== 'motion' && opensAt <= now) refuse('opensAt', t.chooseOpeningDateFuture)
  if (closesAt <= opensAt) refuse('closesAt', t.chooseClosingDateAfter)
  if (termTo !== null && dayIn(closesAt, zone) >= termTo) refuse('closesAt', t.termWouldOverThenCreate)
}

/** Who put a motion may put it again, as every member may put one. */
const runnerOf = (actor: Actor, { kind, groupId }: Ballot): Actor =>
  kind === 'motion' ? { ...actor, grants: [...actor.grants, { role: 'coordinator', groupId, communityId: null }] } : actor

/** What round one chose while round two was called off goes on the ballot that is held instead. */
async function passWinners(tx: Tx, cycleId: number): Promise<void> {
  const one = await findRound(tx, cycleId, 'round_one')
  const count = one && (await getCount(tx, one.id))
  if (count) await passOn(tx, cycleId, count.result.winners)
}

/** Takes nominations over. Who stands is told, since the day is another; who has not answered is asked again, by the new page. */
async function copyNominations(tx: Tx, from: number, to: number): Promise<void> {
  const nominations = await tx.selectFrom('nomination').selectAll().where('ballotId', '=', from).where('state', '<>', 'withdrawn').execute()
  if (nominations.length === 0) return
  const copied = await tx
    .insertInto('nomination')
    .values(nominations.map(({ id: _id, ...nomination }) => ({ ...nomination, ballotId: to })))
    .returning(['id', 'state'])
    .execute()
  for (const { id, state } of copied) if (state === 'asked') await enqueue(tx, 'ballots.nominated', { nominationId: id })
  await enqueue(tx, 'ballots.preparedAnew', { ballotId: to })
}

/** The phase of a round that is held anew begins again on its new days, which are told as every date that is moved. */
async function moveRound(tx: Tx, actor: Actor, ballot: Ballot, dates: { opensAt: Date; closesAt: Date }): Promise<void> {
  const { cycleId, groupId, phase, calledOffReason } = ballot
  const phases = cycleId === null ? [] : await lockPhases(tx, cycleId)
  const before = phases.find(({ kind }) => kind === phase)
  if (cycleId === null || !before) throw new NotFound(t.phaseNotFound)
  const faults = Object.values(whyNotDates(phases.map((one) => (one.kind === phase ? { ...one, ...dates } : one))))
  if (faults.length > 0) {
    const why = t.moveCycleFirst({ faults: faults.join(' ') })
    throw new Invalid(why, { closesAt: why })
  }
  await setPhase(tx, cycleId, before.kind, { ...dates, openedAt: null, closedAt: null })
  const moved = { fromAt: before.closesAt, toAt: dates.closesAt, opensFrom: before.opensAt, opensTo: dates.opensAt }
  await noteMove(tx, actor, { id: cycleId, groupId }, { phase: before.kind, ...moved, reason: calledOffReason })
}
