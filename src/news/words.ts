import { wordsOf } from '../lib/ui/words.ts'

/** The public pages of the news, and the mails. */
export const newsWords = wordsOf('news', 'pages')

/** What went wrong with what should have gone out by itself, for who had scheduled it. */
export const troubleWords = wordsOf('news', 'troubles')
