import { wordsOf } from '../locale/words.ts'

/** The messages of requests in every language. */
export const requestWords = wordsOf('requests', 'letters')
