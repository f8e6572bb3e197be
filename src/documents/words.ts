import { wordsOf } from '../lib/ui/words.ts'

/** What everybody reads of documents, and the letters about them. */
export const documentWords = wordsOf('documents', 'pages')
