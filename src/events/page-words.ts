import { wordsOf } from '../lib/ui/words.ts'

/** What the public pages of events say. */
export const showWords = wordsOf('events', 'pages')
