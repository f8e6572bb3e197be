import { wordsOf } from '../locale/words.ts'

/** What the owner of a webhook is told. */
export const hookWords = wordsOf('webhooks', 'letters')
