import { textsOf } from '../../lib/ui/words.ts'
import { dayIn } from '../../time.ts'

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
