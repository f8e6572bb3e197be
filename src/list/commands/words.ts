import { wordsOf } from '../../locale/words.ts'

/** What the machine of a list answers. */
export const commandWords = wordsOf('list', 'commands')
