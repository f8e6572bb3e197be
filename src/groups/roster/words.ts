import { wordsOf } from '../../lib/ui/words.ts'

/** Notices that a term of office ends. */
export const termWords = wordsOf('groups', 'terms')

export const seatedWords = wordsOf('groups', 'seated')

/** Notices that somebody gives up a role. */
export const leavingWords = wordsOf('groups', 'stepDownMail')
