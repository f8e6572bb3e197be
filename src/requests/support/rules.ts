import type { SupportStrength } from '../../db/schema.ts'

/** From the strongest to the refusal. */
export const strengths = ['must', 'should', 'would_like', 'not_for_us'] as const satisfies SupportStrength[]

export const strengthNames: Record<SupportStrength, string> = {
  must: 'Must have',
  should: 'Should have',
  would_like: 'Would like',
  not_for_us: 'Not for us',
}

/**
 * What an institution says, by the voices of its people: each counts once, the most frequent word wins, and of two that are as
 * frequent the weaker, so that nobody's single "must" speaks for a house that disagrees.
 * @returns undefined without voices
 */
export function institutionSays(voices: SupportStrength[]): SupportStrength | undefined {
  const counts = strengths.map((strength) => voices.filter((voice) => voice === strength).length)
  const most = Math.max(...counts)
  if (most === 0) return undefined
  return strengths[counts.lastIndexOf(most)]
}
