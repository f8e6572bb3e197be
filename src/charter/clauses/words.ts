import { wordsOf } from '../../locale/words.ts'

/** The charter as everyone reads it, and the letter that its review is due. */
export const charterWords = wordsOf('charter', 'clauses')
