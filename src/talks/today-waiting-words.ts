import { waitingOf } from '../lib/ui/words.ts'

/** What may wait of Show and Tell. */
export const talksWaiting = waitingOf('talks', 'waiting')
