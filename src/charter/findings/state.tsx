import { State } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { type FindingState, moods } from './rules.ts'

const findingWords = textsOf('charter', 'findings')

/** What a clause or a measure is: a word, with a dot. */
export const FoundState = ({ state }: { state: FindingState | 'before' }) => (
  <State mood={state === 'before' ? undefined : moods[state]}>{findingWords.states[state]}</State>
)
