import { wordsOf } from '../lib/ui/words.ts'

/** Letters about Show and Tell. */
export const talkWords = wordsOf('talks', 'letters')
