import { waitingOf } from '../../locale/words.ts'

/** What may wait of user cases and requests. */
export const requestsWaiting = waitingOf('requests', 'waiting')
