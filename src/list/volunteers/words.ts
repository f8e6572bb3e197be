import { wordsOf } from '../../lib/ui/words.ts'

/** Letters about calls for volunteers. */
export const volunteerWords = wordsOf('list', 'volunteers')
