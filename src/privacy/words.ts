import { wordsOf } from '../lib/ui/words.ts'

/** The notice on privacy, and letters about one's own data. */
export const privacyWords = wordsOf('privacy', 'notice')
