import { wordsOf } from '../../lib/ui/words.ts'

/** What those who asked hear. Days come ready for the reader. */
export const tellingWords = wordsOf('advocacy', 'telling')

/** What a list is told, in its language. */
export const postWords = wordsOf('advocacy', 'tellingPage')
