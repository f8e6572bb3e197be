import type { Actor } from '../actor.ts'
import { NotFound, refuse } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { laterDay } from '../lib/typed-day.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayLead, mayNameStandIn } from '../policy.ts'
import { todayOf } from '../time.ts'
import { appoint, dropStandIns } from './core/actions.ts'
import { findAway, findGuestTerm, findOwnTerm, findStandIn, listColleagues } from './stand-ins-queries.ts'

const t = textsOf('groups', 'standIns')

const mostMonths = 12

/** The days on which somebody is away, as YYYY-MM-DD. */
export interface Days {
  fromOn: string
  toOn: string
}

/**
 * Looks whether a guest can be away on some days.
 * @throws Invalid beside the day
 */
export function checkDays(actor: Actor, { fromOn, toOn }: Days, termEnds: string | null): void {
  if (fromOn < todayOf(actor)) refuse('fromOn', t.notBack)
  if (toOn < fromOn) refuse('toOn', t.lastAfterFirst)
  if (toOn > laterDay(fromOn, { months: mostMonths })) refuse('toOn', t.notLonger)
  if (termEnds !== null && toOn > termEnds) refuse('toOn', t.termEnds)
}

/**
 * A guest of the vendor's names a colleague who stands in for them for some days.
 * @returns the id of the term in which they do
 * @throws NotFound for who is no guest of the group themselves; Invalid for days or a colleague that cannot be
 */
export async function nameStandIn(tx: Tx, actor: Actor, groupId: number, { personId, ...days }: Days & { personId: number }) {
  await lockGroup(tx, groupId)
  const own = mayNameStandIn(actor, groupId) ? await findOwnTerm(tx, actor, groupId) : undefined
  if (!own) throw new NotFound(refusals.thereIsNoSuchPage)
  const colleagues = await listColleagues(tx, { groupId, personId: own.personId }, todayOf(actor))
  if (!colleagues.some(({ id }) => id === personId)) refuse('personId', t.chooseColleague)
  return seatStandIn(tx, actor, { ...own, groupId }, personId, days)
}

/**
 * Who leads the group lets somebody stand in for a guest who has asked for it.
 * @throws NotFound for who does not lead it, and where that guest is none today; Invalid as above
 */
export async function letStandIn(tx: Tx, actor: Actor, groupId: number, termId: number, personId: number, days: Days): Promise<number> {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  await lockGroup(tx, groupId)
  const term = await findGuestTerm(tx, groupId, termId, todayOf(actor))
  if (!term || term.personId === personId) throw new NotFound(t.guestIsGone)
  return seatStandIn(tx, actor, { ...term, groupId }, personId, days)
}

// Two who name each other at once must not both be away.
const lockGroup = (tx: Tx, groupId: number) => tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()

interface Term {
  id: number
  groupId: number
  personId: number
  toOn: string | null
}

async function seatStandIn(tx: Tx, actor: Actor, term: Term, personId: number, { fromOn, toOn }: Days): Promise<number> {
  const days = { fromOn, toOn }
  checkDays(actor, days, term.toOn)
  if (await findAway(tx, term.personId, days)) refuse('fromOn', t.namedAlready)
  if (await findAway(tx, personId, days)) refuse('personId', t.awayToo)
  return appoint(tx, actor, { personId, role: 'vendor_guest', groupId: term.groupId, standIn: true, standsFor: term.id, ...days })
}

/**
 * A guest is there again, or is not going to be away, or who leads the group wants nobody in their place: nobody stands in for them any more.
 * @throws NotFound to all others, and once it is over
 */
export async function endStandIn(tx: Tx, actor: Actor, groupId: number, id: number): Promise<void> {
  await lockGroup(tx, groupId)
  const one = await findStandIn(tx, id)
  const mayEnd = mayLead(actor, groupId) || (mayNameStandIn(actor, groupId) && one?.awayId === actor.personId)
  if (one?.groupId !== groupId || !mayEnd || (one.toOn ?? '') < todayOf(actor)) throw new NotFound(t.notFound)
  await dropStandIns(tx, { id }, actor.at)
  const details = { personId: one.personId, role: 'vendor_guest' as const }
  await record(tx, actor, { action: 'appointment.ended', subject: `appointment:${id}`, groupId, details })
}
