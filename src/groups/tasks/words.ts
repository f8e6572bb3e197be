import { wordsOf } from '../../lib/ui/words.ts'

/** The reminder of actions, and what an answer to it did. */
export const taskWords = wordsOf('groups', 'tasks')
