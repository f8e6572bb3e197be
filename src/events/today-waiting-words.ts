import { waitingOf } from '../lib/ui/words.ts'

/** What may wait of conferences and vendor meetings. */
export const eventsWaiting = waitingOf('events', 'waiting')
