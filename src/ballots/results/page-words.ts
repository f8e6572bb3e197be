import { useReader } from '../../lib/ui/reader.ts'
import { wordsOf } from '../../lib/ui/words.ts'

/** What everybody reads of the result of a ballot and its papers. */
export const resultPageWords = wordsOf('ballots', 'results')

/** The words of these pages for who reads the page that is being made. */
export const useResultWords = () => resultPageWords(useReader().locale)
