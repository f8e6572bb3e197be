import { wordsOf } from './words.ts'

/** What the layout and its parts say by themselves. */
export const chromeWords = wordsOf('lib', 'chrome')
