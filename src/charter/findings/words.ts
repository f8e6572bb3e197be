import { wordsOf } from '../../lib/ui/words.ts'

/** What is found, in words; and the letter that says that something has changed. */
export const findingWords = wordsOf('charter', 'findings')
