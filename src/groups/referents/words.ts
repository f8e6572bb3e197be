import { wordsOf } from '../../lib/ui/words.ts'

/** Letters about who speaks for an institution. */
export const referentWords = wordsOf('groups', 'referents')
