import { wordsOf } from '../lib/ui/words.ts'

/** What the owner of a webhook is told. */
export const hookWords = wordsOf('webhooks', 'letters')
