import { wordsOf } from '../../locale/words.ts'

/** Letters about calls for volunteers. */
export const volunteerWords = wordsOf('list', 'volunteers')
