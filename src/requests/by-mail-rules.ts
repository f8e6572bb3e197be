import { fold } from '../lib/fold.ts'
import { saidIn, wordsOf } from '../lib/ui/words.ts'

/** What a short answer to a letter says. */
export type Said = 'yes' | 'vendor' | 'no' | 'withdraw' | 'stay'

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

const said = wordsOf('requests', 'said')
const words = new Map(
  (['yes', 'vendor', 'no', 'withdraw', 'stay'] as const).flatMap((one) =>
    saidIn((locale) => said(locale)[one]).map((word) => [plain(word), one]),
  ),
)

/**
 * Reads the first line of what somebody says themselves in an answer.
 * @returns undefined for anything that is more than one of the agreed words: then it is a text, not a word
 */
export function readSaid(visible: string): Said | undefined {
  const [first = ''] = visible.trim().split('\n')
  return words.get(plain(first))
}
