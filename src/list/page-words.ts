import { wordsOf } from '../locale/words.ts'

/** The public pages of a list. */
export const listPageWords = wordsOf('list', 'pages')
