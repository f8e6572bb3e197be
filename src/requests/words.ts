import { wordsOf } from '../lib/ui/words.ts'

/** The messages of requests in every language. */
export const requestWords = wordsOf('requests', 'letters')
