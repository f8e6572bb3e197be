import { type Actor, program } from '../../actor.ts'
import { Conflict, conflictIf, Invalid, NotAllowed, NotFound, notAllowedIf } from '../../errors.ts'
import { seatAnew } from '../../groups/actions.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, insertNew, insertNewRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import { wholly } from '../../lib/db/wholly.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findEmailOf, findPersonByEmail } from '../../people/queries.ts'
import { mayMeetPeople } from '../../policy.ts'
import { dayIn, utcDay } from '../../time.ts'
import { wakeAt } from '../core/actions.ts'
import { findBallot, getBallot, getOwnBallot, listOptions } from '../core/queries.ts'
import { movedTo } from '../zones.ts'
import { getOwnOffer, listSeatOffers } from './queries.ts'
import { type ElectionDays, nextInOrder, waitsFor, whyNotDays, whyNotOffer } from './rules.ts'

const hows = keptOf('groups', 'hows')

const t = textsOf('ballots', 'electionsPage')

/** Why nobody can be nominated now. */
export function whyNotNominate(
  { kind, state, nominationsUntil }: { kind: string; state: string; nominationsUntil: Date | null },
  now: Date,
): string | undefined {
  if (kind !== 'election' || state !== 'preparing') return t.nominationsClosed
  if (nominationsUntil && now >= nominationsUntil) return t.nominationsClosed
}

/** Days of an election as somebody types them; what is left out stays, and a term without a last day has null. */
type TypedDays = Partial<Pick<ElectionDays, 'nominationsUntil' | 'opensAt' | 'closesAt' | 'termFrom'>> & { termTo?: string | null }

/**
 * Moves the days of an election that has not opened. Where none moves none is asked about: they may have passed meanwhile.
 * @throws Invalid with a sentence by field
 */
export async function moveDays(tx: Tx, actor: Actor, ballotId: number, typed: TypedDays): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, ballotId, { lock: 'update' })
  if (ballot.kind !== 'election' || ballot.state !== 'preparing') return
  const { zone } = ballot
  const before = { ...ballot, nominationsUntil: ballot.nominationsUntil ?? ballot.opensAt }
  const days = {
    nominationsUntil: movedTo(typed.nominationsUntil, before.nominationsUntil),
    opensAt: movedTo(typed.opensAt, ballot.opensAt),
    closesAt: movedTo(typed.closesAt, ballot.closesAt),
    termFrom: typed.termFrom ?? ballot.termFrom,
    termTo: typed.termTo === undefined ? ballot.termTo : typed.termTo,
  }
  if (Object.entries(days).every(([name, day]) => day === before[name as keyof typeof days])) return
  const { termFrom, termTo, ...instants } = days
  const faults = whyNotDays({ ...instants, zone, termFrom: termFrom ?? dayIn(days.closesAt, zone), termTo: termTo ?? undefined }, actor.at)
  if (Object.keys(faults).length > 0) throw new Invalid(refusals.pleaseLookAgain, faults)
  await updateOne(tx.updateTable('ballot'), ballotId, days)
  await wakeAt(tx, days.opensAt)
  await wakeAt(tx, days.closesAt)
}

/**
 * Nominates somebody by their address; oneself with a statement. Somebody else stands only once they have accepted. Whether an address is
 * anybody's here, and whether they were asked before, is not told: who nominates may not see everybody.
 * @throws Invalid beside the field, NotAllowed when nominations are closed
 */
export async function nominate(tx: Tx, actor: Actor, ballotId: number, { email, statement }: { email?: string; statement: string }) {
  const ballot = await getBallot(tx, actor, ballotId, { lock: 'share' })
  if (actor.personId === null) throw new NotFound(t.electionNotFound)
  notAllowedIf(whyNotNominate(ballot, actor.at))
  const personId = email ? await findNominee(tx, actor, email) : actor.personId
  const self = personId !== undefined && personId === actor.personId
  if (self && statement.trim() === '') throw new Invalid(t.writeAStatement, { statement: t.writeFewSentencesAboutWhy })
  if (!self && statement.trim() !== '') throw new Invalid(t.statementIsTheirs, { statement: t.statementIsTheirs })
  const made =
    personId !== undefined &&
    (await insertNewRow(tx.insertInto('nomination').returning('id'), {
      ...{ ballotId, personId, nominatedBy: actor.personId, madeAt: actor.at },
      ...(self ? { statement, state: 'accepted', answeredAt: actor.at } : { state: 'asked' }),
    }))
  if (self && !made) throw new Invalid(t.personAlreadyNominated, { statement: t.personAlreadyNominated })
  await recordOf(tx, actor, 'nomination.made', { of: 'ballot', id: ballotId, groupId: ballot.groupId })
  if (!self && made) await enqueue(tx, 'ballots.nominated', { nominationId: made.id })
}

/**
 * Whose an address is; undefined where it is nobody's.
 * @throws Invalid for every address but their own to who meets nobody here
 */
async function findNominee(tx: Tx, actor: Actor, email: string): Promise<number | undefined> {
  const found = await findPersonByEmail(tx, email)
  if (mayMeetPeople(actor) || found?.id === actor.personId) return found?.id
  throw new Invalid(refusals.nobodyHereHasThisAddressYet, { email: refusals.nobodyHereHasThisAddressYet })
}

/** The nominee stands, with a statement of their own, or does not; until nominations close they may change both. */
export async function answerNomination(tx: Tx, actor: Actor, ballotId: number, answer: { stands: boolean; statement: string }) {
  const { stands, statement } = answer
  const ballot = await getBallot(tx, actor, ballotId, { lock: 'share' })
  notAllowedIf(whyNotNominate(ballot, actor.at))
  if (stands && statement.trim() === '') throw new Invalid(t.writeAStatement, { statement: t.writeFewSentencesAboutWhy })
  await tx
    .updateTable('nomination')
    .set({ state: stands ? 'accepted' : 'declined', statement, answeredAt: actor.at })
    .where('ballotId', '=', ballotId)
    .where('personId', '=', actor.personId ?? 0)
    .returning('id')
    .executeTakeFirstOrThrow(() => new NotFound(t.nominationNotFound))
  const action = stands ? 'nomination.accepted' : 'nomination.declined'
  await recordOf(tx, actor, action, { of: 'ballot', id: ballotId, groupId: ballot.groupId })
}

/** Those who have accepted become the candidates, in the order of their names: the order of a paper must favour nobody by its time. */
export async function fillCandidates(tx: Tx, ballotId: number): Promise<number> {
  const ballot = await findBallot(tx, ballotId)
  if (ballot?.kind !== 'election' || ballot.state !== 'preparing') return 0
  await tx.deleteFrom('ballotOption').where('ballotId', '=', ballotId).execute()
  const rows = await tx
    .selectFrom('nomination')
    .innerJoin('sharedPerson as person', 'person.id', 'nomination.personId')
    .select(['nomination.personId', 'person.name', 'nomination.statement'])
    .where('ballotId', '=', ballotId)
    .where('state', '=', 'accepted')
    // Who was erased since stands for nothing.
    .where('person.erasedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  await insertAll(
    tx.insertInto('ballotOption'),
    rows.map(({ personId, name, statement }, place) => ({ ballotId, personId, title: name, text: statement, number: place + 1 })),
  )
  return rows.length
}

/** Writes down who is elected, and who comes next: the one who was excluded last comes first. */
export async function keepOrder(tx: Tx, ballotId: number, winners: string[], next: string[]): Promise<void> {
  const options = new Map((await listOptions(tx, ballotId)).map((option) => [String(option.number), option.id]))
  const rows = [
    ...winners.map((number, place) => ({ number, place: place + 1, elected: true })),
    ...next.map((number, place) => ({ number, place: place + 1, elected: false })),
  ]
  const values = rows.flatMap(({ number, place, elected }) => {
    const optionId = options.get(number)
    return optionId === undefined ? [] : [{ ballotId, optionId, place, elected }]
  })
  await insertNew(tx.insertInto('seatOffer'), values)
}

/**
 * Appoints who is elected, or has taken a vacant seat, once.
 * @returns what stands in the way, by name; nothing when all are appointed
 */
export async function appointFrom(tx: Tx, at: Date, ballotId: number, optionId: number): Promise<string | undefined> {
  await tx.selectFrom('seatOffer').select('id').where('ballotId', '=', ballotId).where('optionId', '=', optionId).forUpdate().execute()
  const ballot = await findBallot(tx, ballotId)
  const offer = (await listSeatOffers(tx, ballotId)).find((one) => one.optionId === optionId)
  if (!ballot?.role || !offer?.personId || offer.appointmentId !== null) return undefined
  const email = await findEmailOf(tx, offer.personId)
  if (!email) return t.personNoAddress({ name: offer.name })
  // Whoever moves up before the term begins begins with it; those who were elected do, however late they are appointed.
  const today = utcDay(at)
  const from = ballot.termFrom && (offer.elected || ballot.termFrom > today) ? ballot.termFrom : today
  // The job acts for the electorate, not for a person: the ballot is its warrant.
  const actor: Actor = { ...program(at), grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  try {
    const { groupId, role, title, termTo } = ballot
    const how = offer.elected ? hows('elected', { title }) : hows('runnerUp', { title })
    const formal = role === 'coordinator' || role === 'deputy'
    await wholly(tx, () => seatAnew(tx, actor, { email, groupId, role, formal, from, ...(termTo ? { to: termTo } : {}), how }))
  } catch (error) {
    if (error instanceof Invalid) return t.seatProblem({ name: offer.name, why: error.message })
    throw error
  }
  const made = await tx
    .selectFrom('sharedAppointment as appointment')
    .select('id')
    .where('personId', '=', offer.personId)
    .where('groupId', '=', ballot.groupId)
    .where('role', '=', ballot.role)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  await updateOne(tx.updateTable('seatOffer'), offer.id, { appointmentId: made.id })
  return undefined
}

/** A seat has fallen vacant: the next runner-up is asked. @throws Conflict when somebody is being asked, or nobody is left */
export async function offerSeat(tx: Tx, actor: Actor, ballotId: number): Promise<string> {
  const ballot = await getOwnBallot(tx, actor, ballotId, { lock: 'update' })
  if (ballot.kind !== 'election' || ballot.state !== 'counted') throw new NotAllowed(t.theElectionIsNotCountedYet)
  const offers = await listSeatOffers(tx, ballotId)
  const open = waitsFor(offers, actor.at)
  if (open) throw new Conflict(t.askedWhoHasNotAnswered({ name: open.name }))
  const next = nextInOrder(offers)
  const whyNot = whyNotOffer(ballot, next, actor.at)
  if (!next || whyNot) throw new Conflict(whyNot ?? t.noRunnersUpLeft)
  await updateOne(tx.updateTable('seatOffer'), next.id, { offeredAt: actor.at })
  await record(tx, actor, { action: 'seat.offered', subject: `ballot:${ballotId}`, groupId: ballot.groupId, details: { offer: next.id } })
  await enqueue(tx, 'ballots.seatOffered', { offerId: next.id })
  return next.name
}

/** The runner-up takes the seat, or does not. */
export async function answerOffer(tx: Tx, actor: Actor, ballotId: number, takes: boolean): Promise<void> {
  const ballot = await getBallot(tx, actor, ballotId, { lock: 'update' })
  const offer = await getOwnOffer(tx, actor, ballotId)
  await updateOne(tx.updateTable('seatOffer'), offer.id, { answer: takes, answeredAt: actor.at })
  await record(tx, actor, { action: takes ? 'seat.taken' : 'seat.declined', subject: `ballot:${ballotId}`, groupId: ballot.groupId })
  if (!takes) return
  conflictIf(await appointFrom(tx, actor.at, ballotId, offer.optionId))
}
