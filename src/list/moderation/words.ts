import { wordsOf } from '../../lib/ui/words.ts'

/** The notices about held mail, and why a rule stopped one, in the languages of Rapport. */
export const moderationWords = wordsOf('list', 'moderation')
