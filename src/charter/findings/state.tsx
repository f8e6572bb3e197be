import { State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { type FindingState, moods } from './rules.ts'
import { findingWords } from './words.ts'

/** What a clause or a measure is: a word, with a dot. */
export const FoundState = ({ state }: { state: FindingState | 'before' }) => (
  <State mood={state === 'before' ? undefined : moods[state]}>{findingWords(useReader().locale).states[state]}</State>
)
