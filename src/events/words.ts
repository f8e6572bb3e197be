import { wordsOf } from '../locale/words.ts'

/** Letters about events. */
export const eventWords = wordsOf('events', 'letters')
