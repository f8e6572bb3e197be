import { waitingOf } from '../lib/ui/words.ts'

/** What may wait for somebody at the lists, meetings, papers and offices of a group. Days come ready for the reader. */
export const groupWaiting = waitingOf('today', 'groups')
