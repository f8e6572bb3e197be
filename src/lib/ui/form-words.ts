import { wordsOf } from './words.ts'

/** What a form says about what was typed. */
export const formWords = wordsOf('lib', 'forms')
