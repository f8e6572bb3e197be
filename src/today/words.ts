import { wordsOf } from '../lib/ui/words.ts'

/** The page of what waits, the same as a weekly mail, and the page that ends that. */
export const todayWords = wordsOf('today', 'pages')
