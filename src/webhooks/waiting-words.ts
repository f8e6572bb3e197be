import { waitingOf } from '../lib/ui/words.ts'

/** What may wait of webhooks. */
export const hooksWaiting = waitingOf('webhooks', 'waiting')
