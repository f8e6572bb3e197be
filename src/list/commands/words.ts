import { wordsOf } from '../../lib/ui/words.ts'

/** What the machine of a list answers. */
export const commandWords = wordsOf('list', 'commands')
