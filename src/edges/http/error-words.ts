import { wordsOf } from '../../lib/ui/words.ts'

/** What pages about something that went wrong say by themselves. */
export const errorWords = wordsOf('edges', 'errors')
