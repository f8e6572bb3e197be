import { wordsOf } from '../../lib/ui/words.ts'

/** The alarm about a file with something in it. */
export const scanWords = wordsOf('files', 'scan')
