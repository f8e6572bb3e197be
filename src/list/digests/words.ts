import { wordsOf } from '../../lib/ui/words.ts'

/** What stands around the posts of a digest and in the summary of a week. */
export const digestWords = wordsOf('list', 'digests')
