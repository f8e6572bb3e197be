import { wordsOf } from '../../lib/ui/words.ts'

/** The applicant's own page, the page of those who are asked about them, and the letters to both. */
export const vettingWords = wordsOf('list', 'vetting')
