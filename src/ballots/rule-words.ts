import { wordsOf } from '../lib/ui/words.ts'

/** The rules that a group may choose, in two sentences each, and how secret a paper is. */
export const ruleWords = wordsOf('ballots', 'rule')
