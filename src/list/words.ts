import { wordsOf } from '../lib/ui/words.ts'

/** Every notice of lists, in the languages of Rapport. */
export const listWords = wordsOf('list', 'letters')
