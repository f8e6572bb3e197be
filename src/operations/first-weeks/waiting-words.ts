import { waitingOf } from '../../lib/ui/words.ts'

/** What waits of a group's first weeks. */
export const firstWeeksWaiting = waitingOf('operations', 'waiting')
