import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('advocacy', 'winners')

/** What can be done with an option that won: it is committed already, its request is committed some other way, or it waits. */
export type Standing = 'committed' | 'promised' | 'accepted' | 'waiting'

/** A winner as the record knows it. */
export interface WinnerFacts {
  /** The commitment that came of this option. */
  commitmentId: number | null
  /** An open commitment to its request that came some other way. */
  openCommitmentId: number | null
  stage: string | null
}

/** Where a winner stands. What is committed once is not committed again. */
export function standingOf({ commitmentId, openCommitmentId, stage }: WinnerFacts): Standing {
  if (commitmentId !== null) return 'committed'
  if (openCommitmentId !== null) return 'promised'
  return stage === 'accepted' ? 'accepted' : 'waiting'
}

/** Only the last round of a cycle decides: the round before chooses what the vendor costs. A ballot of requests without a cycle is its own last. */
export function isLastRound(
  { kind, cycleId, phase, rehearsalOf }: { kind: string; cycleId: number | null; phase: string | null; rehearsalOf: number | null },
  hasRoundTwo: boolean,
): boolean {
  if (kind !== 'wishes' || rehearsalOf !== null) return false
  return cycleId === null || phase === 'round_two' || (phase === 'round_one' && !hasRoundTwo)
}

/** What is wrong with a line that is to be committed, by field; nothing means that it can be. */
export function whyNotLine(line: { number: number; points: number | null; requestId: number | null }): Record<string, string> {
  const { number, points } = line
  if (points === null || !Number.isInteger(points) || points < 0 || points > 100_000)
    return { [`points-${number}`]: t.aWholeNumberOfDevelopmentPoints }
  return {}
}
