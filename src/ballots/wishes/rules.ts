import type { WishReason, WishState } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { PhaseDates } from '../cycles/rules.ts'

const words = textsOf('ballots', 'cycles')
const t = textsOf('ballots', 'whyNot')

export const wishReasons = ['exists', 'roadmap', 'bug', 'other_product', 'out_of_scope'] as const satisfies WishReason[]

export const reasonNames: Record<WishReason, string> = words.reasons

/** What says what became of a wish: how it was decided on, and what the last round that was counted said of it. */
export interface Fated {
  state: WishState
  reason: WishReason | null
  vote: { phase: 'round_one' | 'round_two'; chosen: boolean } | null
}

/** What became of a wish: how the vote went, set aside with the type of reason, or its state. */
export function fateOf({ state, reason, vote }: Fated): string {
  if (vote) return words.votes[vote.chosen ? 'chosen' : 'lost'][vote.phase]
  return reason ? words.setAside({ why: words.reasons[reason] }) : words.wishStates[state]
}

export const wishStates = ['submitted', 'accepted', 'merged', 'set_aside', 'withdrawn'] as const satisfies WishState[]

/** The states by name, and `asked`: a wish whose author is asked about other words. */
export const wishStateNames: Record<WishState | 'asked', string> = words.wishStates

/** Why nothing can be submitted now, in words for the page. */
export function whyNotSubmit({ calledOff, phases }: { calledOff: boolean; phases: PhaseDates[] }, now: Date): string | undefined {
  if (calledOff) return words.calledOff
  const window = phases.find(({ kind }) => kind === 'submission')
  if (!window) return words.noSubmission
  if (now < window.opensAt) return words.early
  if (now >= window.closesAt) return words.late
}

/** Why a wish cannot be decided now: once round one is open its texts are frozen. */
export function whyNotTriage(frozen: boolean): string | undefined {
  if (frozen) return t.frozen
}
