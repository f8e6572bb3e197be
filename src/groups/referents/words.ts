import { wordsOf } from '../../locale/words.ts'

/** Letters about who speaks for an institution. */
export const referentWords = wordsOf('groups', 'referents')
