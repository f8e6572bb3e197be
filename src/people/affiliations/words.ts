import { wordsOf } from '../../locale/words.ts'

/** The yearly question, a person's addresses and her service record. */
export const affiliationWords = wordsOf('people', 'affiliations')
