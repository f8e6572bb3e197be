import { wordsOf } from '../lib/ui/words.ts'

/** What everybody reads of meetings, series and decisions; the pages of those who work on them are in English. */
export const pageWords = wordsOf('meetings', 'pages')
