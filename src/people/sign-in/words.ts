import { wordsOf } from '../../lib/ui/words.ts'

/** Passkeys and identity providers, on the sign-in page and in letters. */
export const waysInWords = wordsOf('people', 'signIn')

/** The choice of an institution. */
export const institutionWords = wordsOf('people', 'institutions')
