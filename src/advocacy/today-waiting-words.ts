import { waitingOf } from '../lib/ui/words.ts'

/** What may wait between a group and its vendor. Days come ready for the reader. */
export const vendorWaiting = waitingOf('advocacy', 'waiting')
