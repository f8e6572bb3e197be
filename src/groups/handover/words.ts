import { wordsOf } from '../../lib/ui/words.ts'

/** Letters about a handover. */
export const handoverWords = wordsOf('groups', 'handover')
