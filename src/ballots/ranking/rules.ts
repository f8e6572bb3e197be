import type { BallotElectorate, RequestStage, Visibility } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isOpen } from '../../requests/rules.ts'

const t = textsOf('ballots', 'ranking')
const motionWords = textsOf('ballots', 'motions')

/** More than these nobody reads before they vote. */
export const mostRanked = 50

/** So few are put to the vote together without asking which of them. */
export const tickedAtOnce = 20

/** How many of some requests are chosen, where nobody has said so: a few, and never all. */
export const usualSeats = (requests: number): number => Math.max(1, Math.min(3, requests - 1))

interface Rankable {
  id: number
  stage: RequestStage
  visibility: Visibility
}

/** Those of some requests that whoever votes cannot read: what the institutions vote on everybody reads. */
export const hiddenFrom = <T extends Pick<Rankable, 'visibility'>>(electorate: BallotElectorate, requests: readonly T[]): T[] =>
  electorate === 'institutions' ? requests.filter(({ visibility }) => visibility !== 'public') : []

/**
 * What is wrong with putting some requests to the vote, by field; nothing means that they can be. On a ballot of the institutions are
 * public requests alone, or those that become public with it (`publish`).
 */
export function whyNotRank(
  requests: readonly Rankable[],
  { electorate, seats, closesAt, publish }: { electorate: BallotElectorate; seats: number; closesAt: Date; publish?: boolean | undefined },
  now: Date,
): Record<string, string> {
  const numbers = (some: readonly Rankable[]) => some.map(({ id }) => `#${id}`).join(', ')
  const over = requests.filter(({ stage }) => !isOpen(stage))
  const hidden = publish ? [] : hiddenFrom(electorate, requests)
  const faults: Record<string, string> = {}
  if (over.length > 0) faults.requestId = t.noLongerOpen({ n: over.length, numbers: numbers(over) })
  if (requests.length > mostRanked) faults.requestId = t.tooMany({ most: mostRanked })
  if (requests.length < 2) faults.requestId = t.atLeastTwo
  if (hidden.length > 0) faults.electorate = t.notPublic({ n: hidden.length, numbers: numbers(hidden) })
  if (closesAt <= now) faults.closesAt = motionWords.chooseClosingDateFuture
  if (requests.length >= 2 && seats >= requests.length) faults.seats = t.fewerThanAll({ n: requests.length })
  return faults
}
