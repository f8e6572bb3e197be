import { wordsOf } from '../locale/words.ts'

/** What the public pages of events say. */
export const showWords = wordsOf('events', 'pages')
