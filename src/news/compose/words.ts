import { wordsOf } from '../../locale/words.ts'

/** The sentences that a newsletter tells the record with. */
export const reportWords = wordsOf('news', 'compose')
