import { wordsOf } from '../lib/ui/words.ts'

/** The public pages of a list. */
export const listPageWords = wordsOf('list', 'pages')
