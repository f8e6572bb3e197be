import { useReader } from '../lib/ui/reader.ts'
import { wordsOf } from '../lib/ui/words.ts'

/** What everybody reads of ballots. Days come ready for the reader. */
export const ballotPageWords = wordsOf('ballots', 'pages')

/** The words of these pages for who reads the page that is being made. */
export const useBallotWords = () => ballotPageWords(useReader().locale)
