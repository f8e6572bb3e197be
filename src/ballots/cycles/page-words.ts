import { useReader } from '../../lib/ui/reader.ts'
import { wordsOf } from '../../lib/ui/words.ts'

/** What everybody reads of enhancement cycles. */
export const cyclePageWords = wordsOf('ballots', 'cycles')

/** The words of these pages for who reads the page that is being made. */
export const useCycleWords = () => cyclePageWords(useReader().locale)
