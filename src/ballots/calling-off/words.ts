import { wordsOf } from '../../lib/ui/words.ts'

/** What is said of a ballot that was called off, in letters and to everybody who reads its page. */
export const callingOffWords = wordsOf('ballots', 'callingOff')
