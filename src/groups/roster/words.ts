import { wordsOf } from '../../lib/ui/words.ts'

/** Notices that a term of office ends. */
export const termWords = wordsOf('groups', 'terms')

/** The roster, as everybody reads it. */
export const rosterWords = wordsOf('groups', 'roster')
