import { wordsOf } from '../../lib/ui/words.ts'

/** What the operators are told of stages that stall. */
export const watchWords = wordsOf('operations', 'watch')
