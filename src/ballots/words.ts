import type { PhaseKind } from '../lib/db/schema.ts'
import type { Locale } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'

/** Letters of cycles, ballots, elections and motions. */
export const ballotWords = wordsOf('ballots', 'letters')

const cycleWords = wordsOf('ballots', 'cycles')

/** A phase of a cycle as a reader calls it, behind the cycle's title; what has no phase is its title alone. */
export const nameInCycle = (locale: string, title: string | null, phase: PhaseKind | null): string =>
  [title, phase && cycleWords(locale as Locale).phases[phase]].filter(Boolean).join(': ')
