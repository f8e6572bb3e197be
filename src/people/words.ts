import { wordsOf } from '../lib/ui/words.ts'

/** Sign-in, on the page and in the letter. */
export const signInWords = wordsOf('people', 'codes')
