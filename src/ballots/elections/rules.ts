import { textsOf } from '../../lib/ui/words.ts'
import { dayIn, utcDay } from '../../time.ts'

const t = textsOf('ballots', 'electionsPage')
const all = textsOf('ballots', 'actions')
const callingOff = textsOf('ballots', 'callingOffPage')

/** The days of an election; those of its term as YYYY-MM-DD. */
export interface ElectionDays {
  nominationsUntil: Date
  opensAt: Date
  closesAt: Date
  zone: string
  termFrom: string
  termTo?: string | undefined
}

/** Can people be nominated now? Only an election has a day until which they can. */
export const isNominating = ({ state, nominationsUntil }: { state: string; nominationsUntil?: Date | null }, now: Date): boolean =>
  state === 'preparing' && nominationsUntil != null && now < nominationsUntil

/** What is wrong with the days of a new election, by field: there must be time to nominate somebody. */
export const whyNotNewDays = (days: ElectionDays, now: Date): Record<string, string> => ({
  ...(days.nominationsUntil <= now ? { nominationsUntil: t.nominationsToCome } : {}),
  ...whyNotDays(days, now),
})

/** What is wrong with the days of an election, by field: once it has opened, or is counted, it is too late to see. */
export function whyNotDays(
  { nominationsUntil, opensAt, closesAt, zone, termFrom, termTo }: ElectionDays,
  now: Date,
): Record<string, string> {
  return {
    ...(nominationsUntil > opensAt ? { nominationsUntil: t.nominationsEndLate } : {}),
    ...(opensAt <= now ? { opensAt: callingOff.chooseOpeningDateFuture } : {}),
    ...(closesAt <= opensAt ? { closesAt: all.chooseClosingDateAfter } : {}),
    // It begins when it is known who is elected.
    ...(termFrom < dayIn(closesAt, zone) ? { termFrom: t.termAfterClose } : {}),
    ...(termTo !== undefined && (termTo < termFrom || termTo <= dayIn(closesAt, zone)) ? { termTo: t.termEndsEarly } : {}),
  }
}

/** So long a runner-up has to answer, in days; then the seat may be offered to the next. */
const answerDays = 30

/** When a runner-up has had their time to answer. */
export const offerEnds = (offeredAt: Date): Date => new Date(offeredAt.getTime() + answerDays * 86_400_000)

interface Offer {
  elected: boolean
  offeredAt: Date | null
  answer: boolean | null
  /** Who was erased answers nothing, and keeps nobody from being asked. */
  erased: boolean
}

/** Who was asked last and has not answered: they may answer until another is asked, also when their time is over. */
export function lastAsked<O extends Offer>(offers: readonly O[]): (O & { offeredAt: Date }) | undefined {
  const asked = offers.flatMap((one) => (one.elected || one.erased || one.offeredAt === null ? [] : [{ ...one, offeredAt: one.offeredAt }]))
  // By their places, of two who were asked at once the second.
  const last = asked.toSorted((one, other) => +one.offeredAt - +other.offeredAt).at(-1)
  return last?.answer === null ? last : undefined
}

/** Whom the seat waits for at a time: nobody else is asked meanwhile. */
export function waitsFor<O extends Offer>(offers: readonly O[], now: Date): (O & { offeredAt: Date }) | undefined {
  const last = lastAsked(offers)
  return last && now < offerEnds(last.offeredAt) ? last : undefined
}

/** The runner-up whom a vacant seat is offered to next. */
export const nextInOrder = <O extends Offer>(offers: readonly O[]): O | undefined =>
  offers.find(({ elected, erased, offeredAt }) => !elected && !erased && offeredAt === null)

/** Why no seat can be offered any more. */
export function whyNotOffer({ termTo }: { termTo: string | null }, next: Offer | undefined, now: Date): string | undefined {
  if (!next) return t.noRunnersUpLeft
  if (termTo !== null && termTo < utcDay(now)) return t.termIsOver
}
