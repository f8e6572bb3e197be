import type { PhaseKind, WishReason, WishState } from '../../db/schema.ts'
import { phaseKinds, phaseNames } from '../rules.ts'

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

export interface PhaseDates {
  kind: PhaseKind
  opensAt: Date
  closesAt: Date
}

/** What is wrong with the dates of a cycle, by field (`round_one-closesAt`); nothing means they follow each other. */
export function whyNotDates(phases: PhaseDates[]): Record<string, string> {
  const faults: Record<string, string> = {}
  const sorted = phaseKinds.flatMap((kind) => phases.find((phase) => phase.kind === kind) ?? [])
  for (const [place, phase] of sorted.entries()) {
    const before = sorted[place - 1]
    if (phase.closesAt <= phase.opensAt) faults[`${phase.kind}-closesAt`] = `${phaseNames[phase.kind]} would end before it begins.`
    if (before && phase.opensAt < before.closesAt)
      faults[`${phase.kind}-opensAt`] = `${phaseNames[phase.kind]} would begin before ${phaseNames[before.kind].toLowerCase()} ends.`
  }
  return faults
}

/** Where a cycle stands: the phase that runs, else the next one; undefined when all is over. */
export function phaseAt<P extends PhaseDates>(phases: P[], now: Date): P | undefined {
  const sorted = phases.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  return sorted.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt) ?? sorted.find(({ opensAt }) => opensAt > now)
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
