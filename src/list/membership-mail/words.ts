import { wordsOf } from '../../lib/ui/words.ts'

/** The daily letter about who joined a list and who left it. */
export const comingsWords = wordsOf('list', 'membershipMail')
