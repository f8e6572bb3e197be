import { wordsOf } from '../lib/ui/words.ts'

/** Letters about the correspondence of a role. */
export const correspondenceWords = wordsOf('correspondence', 'letters')
