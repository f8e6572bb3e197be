import { wordsOf } from '../locale/words.ts'

/** Letters about meetings. */
export const meetingWords = wordsOf('meetings', 'letters')
