import { waitingOf } from '../../lib/ui/words.ts'

/** What people are asked about themselves. */
export const peopleWaiting = waitingOf('people', 'waiting')
