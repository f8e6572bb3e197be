import { wordsOf } from '../../lib/ui/words.ts'

/** What a person is told when a way into their account changes, and what they find behind the link. */
export const changeWords = wordsOf('people', 'waysIn')
