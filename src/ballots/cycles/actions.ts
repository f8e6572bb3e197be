import { type Actor, program } from '../../actor.ts'
import { Conflict, Invalid, missing, NotFound, refuse } from '../../errors.ts'
import { listOpenGroups } from '../../groups/queries.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { findRow, idsOf, insertAll, insertOne, listRows, type Tx, updateOne, updateRows, upsertRow } from '../../lib/db/rows.ts'
import type { PhaseKind } from '../../lib/db/schema.ts'
import { pluck } from '../../lib/pluck.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayRunBallots } from '../../policy.ts'
import { makeRequestForVote } from '../../requests/actions.ts'
import { createBallot, extendBallot, type NewBallot, wakeAt } from '../core/actions.ts'
import { listGroupCommunities } from '../core/people-queries.ts'
import { listOptions } from '../core/queries.ts'
import { lockPhases, setPhase } from '../core/rounds-actions.ts'
import { formOf, isWithoutCosts, whyNotRule } from '../rules.ts'
import { indexCycle } from '../search-actions.ts'
import { listBehind } from '../wishes/queries.ts'
import { movedTo } from '../zones.ts'
import { noteMove } from './moving-actions.ts'
import { findCycle, findRound, getChosenCycle, getCycle, getOwnCycle } from './queries.ts'
import { type PhaseDates, whyNotDates } from './rules.ts'

const t = textsOf('ballots', 'cyclesPage')
const outcomes = keptOf('ballots', 'outcomes')

export interface NewCycle
  extends Pick<NewBallot, 'groupId' | 'title' | 'zone' | 'communityIds' | 'recordOn' | 'most' | 'settings' | 'ties' | 'secrecy'> {
  note?: string
  phases: PhaseDates[]
  budget: number
  /** How many wishes go from round one to the vendor. */
  shortlist: number
  /** Development points of the year. */
  capacity: number
  ruleOne: string
  ruleTwo: string
}

/**
 * Sets a cycle up: its dates, and with them both rounds, each with the rule, the ties and the secrecy that hold.
 * @throws Invalid with a sentence beside each date that does not fit, and for user groups whose institutions are not theirs to ask
 */
export async function createCycle(tx: Tx, actor: Actor, facts: NewCycle): Promise<number> {
  if (!mayRunBallots(actor, facts.groupId)) throw new NotFound(refusals.noSuchGroup)
  const faults = whyNotDates(facts.phases)
  if (Object.keys(faults).length > 0) throw new Invalid(t.datesOverlapCheckMarked, faults)
  for (const [field, rule, capacity] of [
    ['ruleOne', facts.ruleOne, null],
    ['ruleTwo', facts.ruleTwo, facts.capacity],
  ] as const) {
    const whyNot = whyNotRule(rule, { form: formOf(rule), capacity })
    if (whyNot) refuse(field, whyNot)
  }
  const communityIds = [...new Set(facts.communityIds)]
  if (communityIds.length === 0) refuse('communityIds', t.atLeastOneUserGroupHosts)
  const own = (await listOpenGroups(tx)).filter(({ id }) => mayRunBallots(actor, id))
  const hosts = new Set(idsOf(await listGroupCommunities(tx, idsOf(own))))
  if (!communityIds.every((id) => hosts.has(id))) refuse('communityIds', refusals.chooseOneOfThoseThatAre)
  const { groupId, title, note = '', zone, phases } = facts
  const id = await insertOne(tx.insertInto('cycle'), { groupId, title, note, zone, createdAt: actor.at, createdBy: actor.personId })
  await insertAll(
    tx.insertInto('cycleHost'),
    communityIds.map((communityId) => ({ cycleId: id, communityId })),
  )
  await insertAll(
    tx.insertInto('cyclePhase'),
    phases.map((phase) => ({ ...phase, cycleId: id })),
  )
  await recordOf(tx, actor, 'cycle.set-up', { id, groupId })
  await indexCycle(tx, id)
  for (const { opensAt, closesAt } of phases) {
    await wakeAt(tx, opensAt)
    await wakeAt(tx, closesAt)
  }
  await createRounds(tx, actor, id, { ...facts, communityIds })
  return id
}

async function createRounds(tx: Tx, actor: Actor, cycleId: number, facts: NewCycle): Promise<void> {
  const { groupId, title, zone, communityIds, phases, recordOn, budget, most, ties, secrecy, settings } = facts
  const kind = { kind: 'wishes', electorate: 'institutions' } as const
  const shared = { ...kind, groupId, cycleId, zone, communityIds, recordOn, ties, secrecy, settings }
  for (const [phase, rule, size] of [
    ['round_one', facts.ruleOne, { seats: facts.shortlist }],
    ['round_two', facts.ruleTwo, { capacity: facts.capacity }],
  ] as const) {
    const dates = phases.find((one) => one.kind === phase)
    if (!dates) continue
    const { opensAt, closesAt } = dates
    const form = formOf(rule)
    const round = { ...size, rule, phase, form, title: t.roundTitle({ title, phase }), opensAt, closesAt }
    await createBallot(tx, actor, { ...shared, ...round, ...(form === 'points' ? { budget, most } : {}) })
  }
}

const lockRound = (tx: Tx, cycleId: number, phase: PhaseKind) =>
  tx.selectFrom('ballot').select('id').where('cycleId', '=', cycleId).where('phase', '=', phase).orderBy('id').forUpdate().execute()

/** Says what is wrong with dates beside the one that is moved: its begin, or its end, into which others fall. */
function refuseDates(faults: Record<string, string>, begins: string): void {
  const { [begins]: opensAt, ...others } = faults
  const closesAt = Object.values(others).join(' ')
  if (opensAt || closesAt)
    throw new Invalid(Object.values(faults).join(' '), { ...(opensAt && { opensAt }), ...(closesAt && { closesAt }) })
}

/**
 * Moves a date of a cycle. What has begun can only end later; that is an extension, with a reason, told to all.
 * @throws Invalid beside the field
 */
export async function moveDate(
  tx: Tx,
  actor: Actor,
  cycleId: number,
  { kind, opensAt, reason, ...typed }: { kind: PhaseKind; opensAt?: Date; closesAt: Date; reason: string },
): Promise<void> {
  // Locked before it is read, so that two who move dates see each other's, and a round does not open in between.
  await lockRound(tx, cycleId, kind)
  await lockPhases(tx, cycleId)
  const cycle = await getOwnCycle(tx, actor, cycleId)
  const phase = cycle.phases.find((one) => one.kind === kind) ?? missing(t.phaseNotFound)
  if (phase.closesAt <= actor.at) throw new Conflict(t.thisPhaseIsOver)
  const begun = phase.opensAt <= actor.at
  const from = begun ? phase.opensAt : movedTo(opensAt, phase.opensAt)
  const closesAt = movedTo(typed.closesAt, phase.closesAt)
  const moved = cycle.phases.map((one) => (one.kind === kind ? { ...one, opensAt: from, closesAt } : one))
  refuseDates(whyNotDates(moved), begun ? '' : `${kind}-opensAt`)
  if (from === phase.opensAt && closesAt === phase.closesAt) refuse('closesAt', t.nothingMoved)
  if (begun && closesAt <= phase.closesAt) refuse('closesAt', t.phaseHasBegunChooseLater)
  if (reason.trim() === '') refuse('reason', t.enterReasonEveryoneWhoCan)
  const round = kind === 'round_one' || kind === 'round_two' ? await findRound(tx, cycleId, kind) : undefined
  if (round && begun) return extendBallot(tx, actor, round.id, { closesAt, reason })
  await setPhase(tx, cycleId, kind, { opensAt: from, closesAt })
  if (round) await updateOne(tx.updateTable('ballot'), round.id, { opensAt: from, closesAt })
  const opens = begun ? {} : { opensFrom: phase.opensAt, opensTo: from }
  await noteMove(tx, actor, cycle, { phase: kind, fromAt: phase.closesAt, toAt: closesAt, ...opens, reason })
  await wakeAt(tx, from)
  await wakeAt(tx, closesAt)
}

/** Phases open and close by themselves. */
export async function turnPhase(tx: Tx, at: Date, cycleId: number, kind: PhaseKind): Promise<void> {
  // Before the phase, as whoever moves its dates does: the options of round one are made here.
  await lockRound(tx, cycleId, kind)
  const cycle = await findCycle(tx, cycleId)
  const phase = await findRow(tx.selectFrom('cyclePhase').selectAll().forUpdate(), { cycleId, kind })
  if (!cycle || !phase || phase.closedAt || phase.opensAt > at) return
  const subject = `cycle:${cycleId}`
  if (!phase.openedAt) {
    await setPhase(tx, cycleId, kind, { openedAt: at })
    await record(tx, program(at), { action: 'phase.opened', subject, groupId: cycle.groupId, details: { phase: kind } })
    if (kind === 'round_one') await freezeOptions(tx, at, cycleId)
    if (kind === 'submission' && phase.closesAt > at)
      await enqueue(tx, 'ballots.phaseOpened', { cycleId }, { key: `ballots.phase:${cycleId}` })
  }
  if (phase.closesAt > at) return
  await setPhase(tx, cycleId, kind, { closedAt: at })
  await record(tx, program(at), { action: 'phase.closed', subject, groupId: cycle.groupId, details: { phase: kind } })
}

/**
 * What goes to the vote in round one, with the texts as they stand now: each is a request, made now where it names none. Doing it again before
 * the opening makes it anew.
 */
export async function freezeOptions(tx: Tx, at: Date, cycleId: number): Promise<number> {
  const round = await findRound(tx, cycleId, 'round_one')
  if (round?.state !== 'preparing') return 0
  await tx.deleteFrom('ballotOption').where('ballotId', '=', round.id).execute()
  const named = await tx
    .selectFrom('wish')
    .select(['id', 'requestId', 'title', 'text', 'area', 'organisationId', 'personId'])
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'accepted')
    .orderBy('submittedAt')
    .orderBy('id')
    .execute()
  const merged = await listRows(tx.selectFrom('wish'), { cycleId, state: 'merged' }, ['mergedInto', 'organisationId'])
  if (named.length === 0) return 0
  const wishes: (Omit<(typeof named)[number], 'personId'> & { requestId: number })[] = []
  for (const { personId, ...wish } of named)
    wishes.push({ ...wish, requestId: wish.requestId ?? (await requestFor(tx, at, round.groupId, { ...wish, personId })) })
  const behind = await listBehind(tx, pluck(wishes, 'requestId'))
  await insertAll(
    tx.insertInto('ballotOption'),
    wishes.map(({ id, organisationId, ...wish }, place) => {
      const others = merged.filter((one) => one.mergedInto === id).map((one) => one.organisationId)
      const supporters = behind.filter(({ requestId }) => requestId === wish.requestId).map((one) => one.organisationId)
      const askedBy = [...new Set([organisationId, ...others, ...supporters].filter((one) => one !== null))]
      return { ...wish, wishId: id, ballotId: round.id, number: place + 1, askedBy }
    }),
  )
  return wishes.length
}

async function requestFor(tx: Tx, at: Date, groupId: number, { id, ...wish }: { id: number } & Parameters<typeof makeRequestForVote>[3]) {
  const requestId = await makeRequestForVote(tx, at, groupId, wish)
  await updateOne(tx.updateTable('wish'), id, { requestId })
  return requestId
}

/** What round one has chosen goes to the vendor: it becomes the options of round two, which get their costs. */
export async function passOn(tx: Tx, cycleId: number, winners: string[]): Promise<void> {
  const [one, two] = [await findRound(tx, cycleId, 'round_one'), await findRound(tx, cycleId, 'round_two')]
  if (!one || two?.state !== 'preparing') return
  const there = await tx.selectFrom('ballotOption').select('id').where('ballotId', '=', two.id).executeTakeFirst()
  if (there) return
  const options = (await listOptions(tx, one.id)).filter(({ number }) => winners.includes(String(number)))
  if (options.length === 0) return
  await insertAll(
    tx.insertInto('ballotOption'),
    options.map(({ id: _id, cost: _cost, ...option }) => ({ ...option, ballotId: two.id })),
  )
  await enqueue(tx, 'vendor.costs', { ballotId: two.id })
}

/** What the vendor has said of a request already is its first word on the cost; where a cost stands, it stays. */
export async function setFirstCosts(tx: Tx, ballotId: number, costs: { requestId: number; cost: number; solution: string }[]) {
  const ballot = await tx.selectFrom('ballot').select('state').where('id', '=', ballotId).forUpdate().executeTakeFirst()
  if (ballot?.state !== 'preparing') return
  for (const { requestId, ...said } of costs) await updateRows(tx.updateTable('ballotOption'), { ballotId, requestId, cost: null }, said)
}

/**
 * What the vendor would build for an option, and what it costs, by who may say so.
 * @throws Conflict once round two is open
 */
export async function setCosts(tx: Tx, actor: Actor, cycleId: number, costs: { number: number; cost: number | null; solution: string }[]) {
  const cycle = await getCycle(tx, actor, cycleId)
  if (!cycle.mayCost) throw new NotFound(t.cycleNotFound)
  await lockRound(tx, cycleId, 'round_two')
  const round = (await findRound(tx, cycleId, 'round_two')) ?? missing(t.thisCycleHasNoSecondRound)
  if (round.state !== 'preparing') throw new Conflict(t.roundTwoHasBegunCosts)
  const there = new Set((await listOptions(tx, round.id)).map(({ number }) => number))
  const said = costs.filter(({ number }) => there.has(number))
  for (const { number, cost, solution } of said)
    await tx.updateTable('ballotOption').set({ cost, solution }).where('ballotId', '=', round.id).where('number', '=', number).execute()
  await recordOf(tx, actor, 'cycle.costed', { id: cycleId, groupId: cycle.groupId }, { options: said.length })
}

/**
 * Options of round two without a cost cannot be counted against the capacity: they stay off the ballot, and it says so. Where none has one, all
 * stay until one does: an empty ballot could be given no cost any more.
 */
export async function dropUncosted(tx: Tx, at: Date, cycleId: number): Promise<void> {
  const round = await findRound(tx, cycleId, 'round_two')
  if (round?.state !== 'preparing') return
  if (isWithoutCosts(round, await listOptions(tx, round.id))) return
  const dropped = await tx
    .deleteFrom('ballotOption')
    .where('ballotId', '=', round.id)
    .where('cost', 'is', null)
    .returning('number')
    .execute()
  if (dropped.length === 0) return
  const numbers = dropped.map(({ number }) => number).sort((a, b) => a - b)
  await updateOne(tx.updateTable('ballot'), round.id, { question: outcomes('uncosted', { numbers: numbers.join(', ') }) })
  await recordOf(tx, program(at), 'ballot.uncosted', round, { options: dropped.length })
}

/** A consortium votes as one, or lets its members vote: its referent says so, or who runs the cycle, before the first round opens. */
export async function chooseConsortium(tx: Tx, actor: Actor, cycleId: number, organisationId: number, asOne: boolean): Promise<void> {
  const cycle = await getChosenCycle(tx, actor, cycleId, organisationId)
  if (cycle.frozen) throw new Conflict(t.roundOneHasBegunWho)
  // Who runs the cycle may name any; a referent speaks for one that there is.
  const known = tx.selectFrom('sharedOrganisation').select('id').where('id', '=', organisationId).where('kind', '=', 'consortium')
  await known.executeTakeFirstOrThrow(() => new NotFound(t.consortiumNotFound))
  const choice = { asOne, chosenBy: actor.personId, chosenAt: actor.at }
  await upsertRow(tx.insertInto('consortiumChoice'), { cycleId, organisationId }, choice)
  await recordOf(tx, actor, 'consortium.chose', { of: 'organisation', id: organisationId, groupId: cycle.groupId }, { asOne, cycleId })
}
