import { waitingOf } from '../../lib/ui/words.ts'

/** What may wait of the roles of a group. */
export const rosterWaiting = waitingOf('groups', 'waiting')
