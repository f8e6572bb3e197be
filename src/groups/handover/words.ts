import { wordsOf } from '../../locale/words.ts'

/** Letters about a handover. */
export const handoverWords = wordsOf('groups', 'handover')
