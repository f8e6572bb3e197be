import { wordsOf } from '../../lib/ui/words.ts'

/** The letter about a device that was not seen before. */
export const deviceWords = wordsOf('people', 'devices')
