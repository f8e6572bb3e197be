import { useReader } from '../lib/ui/reader.ts'
import { wordsOf } from '../lib/ui/words.ts'

/** What everybody reads of requests, user cases and stories; what only those who collate see is in English. */
export const requestPageWords = wordsOf('requests', 'pages')

/** The words of these pages for who reads the page that is being made. */
export const usePageWords = () => requestPageWords(useReader().locale)
