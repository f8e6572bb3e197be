import { wordsOf } from '../lib/ui/words.ts'

/** What each figure of a report counts. */
export const figureWords = wordsOf('reports', 'figures')
