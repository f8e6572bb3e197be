import { wordsOf } from '../../lib/ui/words.ts'

/** The letter of an invitation and the page that answers it. */
export const invitationWords = wordsOf('list', 'invitations')
