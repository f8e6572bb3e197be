import { useReader } from '../../lib/ui/reader.ts'
import { wordsOf } from '../../lib/ui/words.ts'

/** What is said of a ballot that was called off, in letters and to everybody who reads its page. */
export const callingOffWords = wordsOf('ballots', 'callingOff')

/** The words for who reads the page that is being made. */
export const useCallingOffWords = () => callingOffWords(useReader().locale)
