import { wordsOf } from '../../lib/ui/words.ts'

/** What somebody is told who was taken off a list. */
export const memberWords = wordsOf('list', 'members')
