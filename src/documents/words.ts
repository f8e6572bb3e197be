import { wordsOf } from '../locale/words.ts'

/** What everybody reads of documents, and the letters about them. */
export const documentWords = wordsOf('documents', 'pages')
