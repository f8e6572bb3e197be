import { waitingOf } from '../lib/ui/words.ts'

/** What may wait of user cases and requests. */
export const requestsWaiting = waitingOf('requests', 'waiting')
