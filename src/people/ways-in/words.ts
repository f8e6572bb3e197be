import { wordsOf } from '../../locale/words.ts'

/** What a person is told when a way into her account changes, and what she finds behind the link. */
export const changeWords = wordsOf('people', 'waysIn')
