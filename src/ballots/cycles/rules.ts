import type { PhaseKind } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { phaseKinds, phaseNames } from '../rules.ts'

const t = textsOf('ballots', 'whyNot')

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
    if (phase.closesAt <= phase.opensAt) faults[`${phase.kind}-closesAt`] = t.endsEarly({ phase: phaseNames[phase.kind] })
    if (before && phase.opensAt < before.closesAt)
      faults[`${phase.kind}-opensAt`] = t.beginsEarly({ phase: phaseNames[phase.kind], before: phaseNames[before.kind] })
  }
  return faults
}

/** Where a cycle stands: the phase that runs, else the next one; undefined when all is over. */
export function phaseAt<P extends PhaseDates>(phases: P[], now: Date): P | undefined {
  const sorted = phases.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  return sorted.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt) ?? sorted.find(({ opensAt }) => opensAt > now)
}
