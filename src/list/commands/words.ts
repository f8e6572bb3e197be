import { wordsOf } from '../../lib/ui/words.ts'

/** What the machine of a list answers. */
export const commandWords = wordsOf('list', 'commands')

/** How the messages of a thread come, in the words of its page. */
export const threadingWords = wordsOf('archive', 'threading')
