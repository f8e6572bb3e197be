import { wordsOf } from '../lib/ui/words.ts'

/** What the public pages of Show and Tell say. */
export const showWords = wordsOf('talks', 'pages')
