import { waitingOf } from '../lib/ui/words.ts'

/** What may wait of cycles, ballots, elections and motions. */
export const ballotsWaiting = waitingOf('ballots', 'waiting')
