import { wordsOf } from '../lib/ui/words.ts'

/** What everybody reads of answers, commitments and deliveries, and of the way of a request. Days come ready for the reader. */
export const vendorPageWords = wordsOf('advocacy', 'pages')

/** How far both sides have signed an answer or a commitment. */
export const signingWords = wordsOf('advocacy', 'signing')
