import { waitingOf } from '../../lib/ui/words.ts'

/** What may wait of those who are on a list. */
export const membersWaiting = waitingOf('list', 'waiting')
