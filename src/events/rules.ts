import { foldAddress } from '../lib/fold.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { dayIn } from '../time.ts'

const t = textsOf('events', 'rules')
const calls = textsOf('events', 'call')
const arranging = textsOf('events', 'actions')

const spoken = (day: string): string => formatDay({ locale: languageNow() }, day)

/** The days of an event, where it is at home. */
export interface EventDays {
  firstOn: string
  lastOn: string
  zone: string
}

const longest = 31

/** Why these cannot be the days of an event, with the field beside which that stands. */
export function whyNotDays({ firstOn, lastOn }: Pick<EventDays, 'firstOn' | 'lastOn'>): [field: string, problem: string] | undefined {
  if (lastOn < firstOn) return ['lastOn', t.chooseLastDayAfterFirst]
  if (Temporal.PlainDate.from(firstOn).until(lastOn).days >= longest) return ['lastOn', t.tooLong({ most: longest })]
  return undefined
}

/** When an event is, for who named another day. */
export const whenItIs = ({ firstOn, lastOn }: Pick<EventDays, 'firstOn' | 'lastOn'>): string =>
  t.outside({ first: spoken(firstOn), last: spoken(lastOn) })

/** Why a session cannot be then, with the field beside which that stands. */
export function whyNotTimes(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { firstOn, lastOn, zone }: EventDays,
): [field: string, problem: string] | undefined {
  if (endsAt <= startsAt) return ['to', t.chooseEndAfterStart]
  const days = whenItIs({ firstOn, lastOn })
  if (dayIn(startsAt, zone) < firstOn || dayIn(startsAt, zone) > lastOn) return ['day', days]
  // A session that ends at midnight ends on its day.
  if (dayIn(new Date(endsAt.getTime() - 1), zone) > lastOn) return ['to', days]
  return undefined
}

/** When a call for proposals takes them. */
export interface CallDays {
  callOpensOn: string | null
  callClosesOn: string | null
}

/** Where a call stands on a day: none, still to open, open, over. */
export function callStateOf({ callOpensOn, callClosesOn }: CallDays, today: string): 'none' | 'soon' | 'open' | 'closed' {
  if (callOpensOn === null || callClosesOn === null) return 'none'
  if (today < callOpensOn) return 'soon'
  return today <= callClosesOn ? 'open' : 'closed'
}

/** Why nothing can be proposed on a day; undefined where it can. */
export function whyNotPropose(call: CallDays, today: string): string | undefined {
  const state = callStateOf(call, today)
  if (state === 'none') return t.noCall
  if (state === 'soon') return t.callSoon({ day: spoken(call.callOpensOn ?? today) })
  return state === 'closed' ? t.callClosed({ day: spoken(call.callClosesOn ?? today) }) : undefined
}

/** Why its author changes a proposal no more: while the call is open anybody does, and who is in the programme until the event is over. */
export function whyNotChange(
  proposal: { state: string; toldAt: Date | null },
  event: CallDays & Pick<EventDays, 'lastOn'> & { cancelledAt: Date | null },
  today: string,
): string | undefined {
  if (proposal.state === 'withdrawn') return t.withdrawn
  if (event.cancelledAt) return calls.eventCancelled
  if (proposal.state === 'proposed') return whyNotPropose(event, today)
  if (proposal.state !== 'accepted' || proposal.toldAt === null) return calls.someoneHasAlreadyDecided
  return event.lastOn < today ? calls.thisEventIsOver : undefined
}

/** Why an event is not cancelled any more. */
export function whyNotCancel(event: Pick<EventDays, 'lastOn'> & { cancelledAt: Date | null }, today: string): string | undefined {
  if (event.cancelledAt) return arranging.thisEventIsCancelledAlready
  return event.lastOn < today ? arranging.thisEventIsOver : undefined
}

/** Why its author cannot withdraw a proposal: they can until the event. */
export function whyNotWithdraw(proposal: { state: string }, event: Pick<EventDays, 'lastOn'>, today: string): string | undefined {
  if (proposal.state === 'withdrawn') return calls.thisProposalIsWithdrawnAlready
  return event.lastOn < today ? calls.thisEventIsOver : undefined
}

/** Why a proposal is not decided about (again): a decision that was sent stands, but on the waiting list one waits for another. */
export function whyNotDecide(proposal: { state: string; toldAt: Date | null }, to: string): string | undefined {
  if (proposal.state === 'withdrawn') return calls.thisProposalIsWithdrawn
  return proposal.toldAt === null || (proposal.state === 'waiting' && to !== 'waiting') ? undefined : calls.decisionAlreadySentSoCannot
}

/** Why a call cannot have these days, with the field beside which that stands. */
export function whyNotCall(
  opensOn: string,
  closesOn: string,
  { firstOn }: Pick<EventDays, 'firstOn'>,
): [field: string, problem: string] | undefined {
  if (closesOn < opensOn) return ['callClosesOn', t.chooseClosingDateAfter]
  return closesOn > firstOn ? ['callClosesOn', t.eventBeginsChooseEarlier({ day: spoken(firstOn) })] : undefined
}

/** Why a proposal cannot get a place in the programme, as a sentence; undefined where it can. */
export function whyNotPlace(props: { state: string; toldAt: Date | null; sessionId: number | null }): string | undefined {
  const { state, toldAt, sessionId } = props
  if (state === 'withdrawn') return t.withdrawn
  if (state !== 'accepted') return t.notAccepted
  // Else its author would read it on a page before anybody has told them.
  if (toldAt === null) return t.notTold
  return sessionId === null ? undefined : t.placed
}

/** The mean of scores, to a tenth; undefined where nobody has given one. */
export const meanScore = (scores: readonly number[]): number | undefined =>
  scores.length === 0 ? undefined : Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10

/** Addresses below /events that are no event's. */
export const takenSlugs: ReadonlySet<string> = new Set(['new'])

/** A title as the last part of an address, with the year, by which people know an event. */
export function slugOf(title: string, firstOn: string): string {
  const words = foldAddress(title, 60)
  const year = firstOn.slice(0, 4)
  if (words === '') return `event-${year}`
  return words.includes(year) ? words : `${words}-${year}`
}
