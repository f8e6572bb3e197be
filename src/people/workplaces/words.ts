import { wordsOf } from '../../lib/ui/words.ts'

/** The question to subscribers from before there was any basis. */
export const workplaceWords = wordsOf('people', 'workplaces')
