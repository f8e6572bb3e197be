import { wordsOf } from '../lib/ui/words.ts'

/** The archive's pages: threads, messages, and what became of them. */
export const archiveWords = wordsOf('archive', 'pages')
