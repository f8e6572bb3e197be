import type { WishReason, WishState } from '../../lib/db/schema.ts'
import type { PhaseDates } from '../cycles/rules.ts'

export const wishReasons = ['exists', 'roadmap', 'bug', 'other_product', 'out_of_scope'] as const satisfies WishReason[]

export const reasonNames: Record<WishReason, string> = {
  exists: 'Exists already',
  roadmap: 'On the roadmap',
  bug: 'A bug',
  other_product: 'Another product',
  out_of_scope: 'Out of scope',
}

export const wishStates = ['submitted', 'accepted', 'merged', 'set_aside', 'withdrawn'] as const satisfies WishState[]

export const wishStateNames: Record<WishState, string> = {
  submitted: 'To be decided',
  accepted: 'Goes to the vote',
  merged: 'Merged',
  set_aside: 'Set aside',
  withdrawn: 'Withdrawn',
}

/** Why nothing can be submitted now, in words for the page. */
export function whyNotSubmit(phases: PhaseDates[], now: Date): string | undefined {
  const window = phases.find(({ kind }) => kind === 'submission')
  if (!window) return 'This cycle takes no submissions.'
  if (now < window.opensAt) return 'The submission is not open yet.'
  if (now >= window.closesAt) return 'The submission is over. The next cycle takes new wishes.'
}

/** Why a wish cannot be decided now: once round one is open its texts are frozen. */
export function whyNotTriage(frozen: boolean): string | undefined {
  if (frozen) return 'Round one is open: what stands on its ballot stays as it is.'
}
