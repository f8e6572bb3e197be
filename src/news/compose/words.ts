import { wordsOf } from '../../lib/ui/words.ts'

/** The sentences that a newsletter tells the record with. */
export const reportWords = wordsOf('news', 'compose')
