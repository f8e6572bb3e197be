import { wordsOf } from '../../lib/ui/words.ts'

/** The yearly question, a person's addresses and their service record. */
export const affiliationWords = wordsOf('people', 'affiliations')
