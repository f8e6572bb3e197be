import { wordsOf } from '../../locale/words.ts'

/** What somebody is told who was taken off a list. */
export const memberWords = wordsOf('list', 'members')
