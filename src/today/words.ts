import { wordsOf } from '../lib/ui/words.ts'

/** The page of what waits. */
export const todayWords = wordsOf('today', 'pages')

/** The week's letter, what an answer to it did, and the choice of when it comes. */
export const weekWords = wordsOf('today', 'week')
