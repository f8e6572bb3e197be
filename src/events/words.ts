import { wordsOf } from '../lib/ui/words.ts'

/** Letters about events. */
export const eventWords = wordsOf('events', 'letters')
