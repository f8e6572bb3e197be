import { wordsOf } from '../../lib/ui/words.ts'

/** The charter as everyone reads it, and the letter that its review is due. */
export const charterWords = wordsOf('charter', 'clauses')
