import { wordsOf } from '../lib/ui/words.ts'

/** What the public pages of the site say: the menu, the first page, the footer. */
export const siteWords = wordsOf('website', 'pages')
