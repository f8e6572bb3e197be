import { waitingOf } from '../lib/ui/words.ts'

/** What may wait of news and the newsletter. */
export const newsWaiting = waitingOf('news', 'waiting')
