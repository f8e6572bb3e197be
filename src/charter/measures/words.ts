import { wordsOf } from '../../lib/ui/words.ts'

/** What a measure asks, in words. */
export const measureWords = wordsOf('charter', 'measures')

/** What can be looked at, each in a sentence. */
export const subjectWords = wordsOf('charter', 'subjects')
