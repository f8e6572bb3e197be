import { wordsOf } from '../lib/ui/words.ts'

/** Letters about meetings. */
export const meetingWords = wordsOf('meetings', 'letters')
