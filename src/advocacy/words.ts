import { wordsOf } from '../lib/ui/words.ts'

/** Letters between a group and its vendor. Numbers and days come ready for the reader. */
export const vendorWords = wordsOf('advocacy', 'letters')
