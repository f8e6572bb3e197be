import { wordsOf } from '../../locale/words.ts'

/** What a measure asks, in words. */
export const measureWords = wordsOf('charter', 'measures')
