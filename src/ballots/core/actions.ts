import { createHash } from 'node:crypto'
import { type Actor, program } from '../../actor.ts'
import { Conflict, NotFound, refuse } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, insertNew, insertOne, insertRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { BallotElectorate, BallotForm, BallotKind, BallotSecrecy, PhaseKind, Role } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayRunBallots } from '../../policy.ts'
import { makeRoundKey } from '../papers/sealing.ts'
import { completeOrder, isWithoutCosts, whyNotChangeTo, whyNotRule } from '../rules.ts'
import { indexBallot } from '../search-actions.ts'
import { listMembersVoting } from './people-queries.ts'
import { findBallot, getOwnBallot, listElectorate, listHostIds, listOptions } from './queries.ts'
import { checkRounds, setPhase } from './rounds-actions.ts'

const t = textsOf('ballots', 'actions')

export interface NewBallot {
  groupId: number
  cycleId?: number
  phase?: PhaseKind
  kind: BallotKind
  title: string
  question?: string
  form: BallotForm
  budget?: number
  most?: number
  capacity?: number
  seats?: number
  rule: string
  settings?: Record<string, string | number | boolean>
  ties: 'lot' | 'seniority' | 'chair'
  secrecy: BallotSecrecy
  electorate: BallotElectorate
  communityIds: number[]
  recordOn: string
  quorum?: number
  byConsent?: boolean
  role?: Role
  termFrom?: string
  termTo?: string
  nominationsUntil?: Date
  /** The motion by consent that this is the vote on. */
  voteOn?: number
  zone: string
  opensAt: Date
  closesAt: Date
  rehearsalOf?: number
}

/** Something happens by itself at this instant; the job that runs each minute would see it too, up to a minute later. */
export const wakeAt = (tx: Tx, at: Date): Promise<void> =>
  enqueue(tx, 'ballots.turn', {}, { runAt: at, key: `ballots.turn:${at.toISOString()}` })

/**
 * Sets a ballot up. Everything that decides how it is counted is fixed here, before anybody votes.
 * @throws Invalid with a sentence beside the field
 */
export async function createBallot(tx: Tx, actor: Actor, facts: NewBallot): Promise<number> {
  if (!mayRunBallots(actor, facts.groupId)) throw new NotFound(refusals.noSuchGroup)
  if (facts.closesAt <= facts.opensAt) refuse('closesAt', t.chooseClosingDateAfter)
  const whyNot = whyNotRule(facts.rule, facts)
  if (whyNot) refuse('rule', whyNot)
  const { communityIds, settings = {}, ...values } = facts
  const created = { createdAt: actor.at, createdBy: actor.personId }
  const id = await insertOne(tx.insertInto('ballot'), { ...values, settings: JSON.stringify(settings), ...created })
  await insertAll(
    tx.insertInto('ballotHost'),
    communityIds.map((communityId) => ({ ballotId: id, communityId })),
  )
  await recordOf(tx, actor, 'ballot.set-up', { id, groupId: facts.groupId })
  await wakeAt(tx, facts.opensAt)
  await wakeAt(tx, facts.closesAt)
  return id
}

/** A ballot, which nobody changes until this is done. */
export async function lockBallot(tx: Tx, id: number) {
  await tx.selectFrom('ballot').select('id').where('id', '=', id).forUpdate().execute()
  return findBallot(tx, id)
}

/** Draws the key of a ballot. @returns what everybody may know of it */
export async function drawKey(tx: Tx, secret: string, ballotId: number): Promise<{ publicKey: Buffer; seedHash: string }> {
  const { publicKey, sealed, seed } = makeRoundKey(secret)
  await insertRow(tx.insertInto('ballotKey'), { ballotId, sealed })
  return { publicKey, seedHash: createHash('sha256').update(seed).digest('hex') }
}

/** Why a ballot cannot be opened, by the name of the message. */
type WhyNotOpened = 'noOptions' | 'noVoters' | 'noCosts' | 'over'

/**
 * Opens a ballot: its options and its voters are fixed, its key is drawn, the voters are told.
 * @returns why it cannot be opened, by the name of the message; undefined when it is open
 */
export async function openBallot(tx: Tx, secret: string, at: Date, id: number): Promise<WhyNotOpened | undefined> {
  const ballot = await lockBallot(tx, id)
  if (ballot?.state !== 'preparing') return undefined
  const options = await listOptions(tx, id)
  if (options.length === 0) return 'noOptions'
  if (ballot.rehearsalOf === null && isWithoutCosts(ballot, options)) return 'noCosts'
  // It would close within the minute, and count what nobody could cast.
  if (ballot.closesAt <= at) return 'over'
  const voters = await fixVoters(tx, ballot, at)
  if (voters === 0) return 'noVoters'
  // A list that leaves an option out would stop the count at the close.
  const numbers = options.map(({ number }) => number)
  const tieOrder = ballot.ties === 'lot' ? [] : completeOrder(ballot.ties === 'chair' ? ballot.tieOrder : [], numbers)
  await updateOne(tx.updateTable('ballot'), id, { state: 'open', openedAt: at, ...(await drawKey(tx, secret, id)), tieOrder })
  await recordOf(tx, program(at), 'ballot.opened', { id, groupId: ballot.groupId }, { voters, options: options.length })
  await indexBallot(tx, id)
  await enqueue(tx, 'ballots.opened', { ballotId: id }, { key: `ballots.opened:${id}` })
  return undefined
}

export type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>

/** Writes down who votes, as of the record date. What ends later changes nothing. */
async function fixVoters(tx: Tx, ballot: FoundBallot, at: Date): Promise<number> {
  if (ballot.electorate === 'group') {
    const people = await listMembersVoting(tx, ballot, at)
    await insertNew(
      tx.insertInto('voter'),
      people.map(({ personId }) => ({ ballotId: ballot.id, personId })),
    )
    return people.length
  }
  const hosts = await listHostIds(tx, ballot.id)
  const electorate = await listElectorate(tx, { ...ballot, hosts })
  await insertNew(
    tx.insertInto('voter'),
    electorate.map(({ id, country, consortiumId, size }) => ({ ballotId: ballot.id, organisationId: id, country, consortiumId, size })),
  )
  return electorate.length
}

/**
 * Puts the close of a ballot off. Recorded with its reason and told to all who vote.
 * @throws Invalid when it would not be later, or no reason is given
 */
export async function extendBallot(tx: Tx, actor: Actor, id: number, { closesAt, reason }: { closesAt: Date; reason: string }) {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'open' && ballot.state !== 'preparing') throw new Conflict(t.thisBallotIsClosed)
  if (ballot.state === 'open' && ballot.closesAt <= actor.at) throw new Conflict(t.thisBallotIsClosed)
  if (closesAt <= ballot.closesAt) refuse('closesAt', t.chooseLaterDateBallotCan)
  if (reason.trim() === '') refuse('reason', t.enterReasonEveryoneWhoCan)
  const { cycleId, phase } = ballot
  const ofCycle = cycleId !== null && ballot.rehearsalOf === null
  if (ofCycle) await checkRounds(tx, { cycleId, phase }, closesAt)
  await updateOne(tx.updateTable('ballot'), id, { closesAt })
  if (ofCycle && phase !== null) await setPhase(tx, cycleId, phase, { closesAt })
  const extensionId = await insertOne(tx.insertInto('ballotExtension'), {
    ...{ ballotId: id, cycleId, phase, fromAt: ballot.closesAt, toAt: closesAt, reason },
    ...{ madeBy: actor.personId, madeAt: actor.at },
  })
  await recordOf(tx, actor, 'ballot.extended', { id, groupId: ballot.groupId }, { extension: extensionId })
  await wakeAt(tx, closesAt)
  await enqueue(tx, 'ballots.extended', { extensionId })
}

/** The chair names each option once, and only what is on the ballot, if anything is on it yet. */
async function checkOrder(tx: Tx, ballotId: number, order: number[]): Promise<void> {
  const twice = order.find((number, place) => order.indexOf(number) !== place)
  if (twice !== undefined) refuse('tieOrder', t.optionAppearsTwiceEnterEach({ twice }))
  const numbers = (await listOptions(tx, ballotId)).map(({ number }) => number)
  const unknown = numbers.length === 0 ? undefined : order.find((number) => !numbers.includes(number))
  if (unknown !== undefined) refuse('tieOrder', t.ballotHasNoOption({ unknown }))
}

/** Changes what may still be changed before the opening. @throws Conflict afterwards */
export async function changeBallot(
  tx: Tx,
  actor: Actor,
  id: number,
  change: Partial<
    Pick<NewBallot, 'title' | 'question' | 'rule' | 'budget' | 'capacity' | 'seats' | 'ties' | 'secrecy' | 'recordOn' | 'quorum'>
  > & { most?: number | null; tieOrder?: number[]; settings?: Record<string, string | number | boolean> },
): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'preparing') throw new Conflict(t.ballotHasAlreadyOpenedIts)
  const whyNot = change.rule === undefined ? undefined : whyNotChangeTo(change.rule, ballot)
  if (whyNot) refuse('rule', whyNot)
  await checkOrder(tx, id, change.tieOrder ?? [])
  const { settings, ...values } = change
  await updateOne(tx.updateTable('ballot'), id, { ...values, ...(settings ? { settings: JSON.stringify(settings) } : {}) })
  await recordOf(tx, actor, 'ballot.changed', { id, groupId: ballot.groupId })
}

/** Notes that a notice goes out. @returns false when it went out already */
export const noteBallotNotice = (tx: Tx, at: Date, notice: { ballotId: number; kind: string; personId: number; voterId?: number }) =>
  insertNew(tx.insertInto('ballotNotice'), { ...notice, sentAt: at })

/** The number that a ballot mail's answer comes back with. */
export async function ensureBallotMail(tx: Tx, at: Date, voterId: number, personId: number): Promise<number> {
  const { id } = await tx
    .insertInto('ballotMail')
    .values({ voterId, personId, madeAt: at })
    .onConflict((conflict) => conflict.columns(['voterId', 'personId']).doUpdateSet({ personId }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Who was asked for their referent is left in peace for so long, whatever ballots open: it is about the institution, not the ballot. */
const askedLately = 300 * 86_400_000

/** Somebody of an institution without a reachable referent is asked to name one. @returns false when they were asked already */
export async function noteReferentAsk(tx: Tx, at: Date, ask: { ballotId: number; organisationId: number; personId: number }) {
  const before = await tx
    .selectFrom('referentAsk')
    .select('askedAt')
    .where('personId', '=', ask.personId)
    .where('organisationId', '=', ask.organisationId)
    .where('askedAt', '>', new Date(at.getTime() - askedLately))
    .orderBy('askedAt')
    .executeTakeFirst()
  const noted = await insertNew(tx.insertInto('referentAsk'), { ...ask, askedAt: before?.askedAt ?? at })
  return noted && before === undefined
}
