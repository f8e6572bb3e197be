import { wordsOf } from '../locale/words.ts'

/** Letters about Show and Tell. */
export const talkWords = wordsOf('talks', 'letters')
