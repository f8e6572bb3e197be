import { wordsOf } from '../lib/ui/words.ts'

/** Letters of cycles, ballots, elections and motions. */
export const ballotWords = wordsOf('ballots', 'letters')
