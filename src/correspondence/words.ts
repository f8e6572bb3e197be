import { wordsOf } from '../locale/words.ts'

/** Letters about the correspondence of a role. */
export const correspondenceWords = wordsOf('correspondence', 'letters')
