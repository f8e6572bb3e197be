import { useReader } from '../../lib/ui/reader.ts'
import { wordsOf } from '../../lib/ui/words.ts'

/** What everybody reads of who stands and who is elected. */
export const electionWords = wordsOf('ballots', 'elections')

/** The words of these pages for who reads the page that is being made. */
export const useElectionWords = () => electionWords(useReader().locale)
