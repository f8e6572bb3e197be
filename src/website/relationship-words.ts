import { wordsOf } from '../lib/ui/words.ts'

/** What the public page about a group and its vendor says. */
export const relationshipWords = wordsOf('website', 'relationship')
