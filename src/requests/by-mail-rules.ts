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

/**
 * Reads the word with which an answer begins, where a sign follows it: “Yes, we do.” says yes. A hyphen within a word is no sign.
 * @returns undefined for anything else: “No one here has it” says no more than it says
 */
export function readFirst(visible: string): Said | undefined {
  const [first = ''] = visible.trim().split('\n')
  return readSaid(first) ?? readSaid(first.slice(0, first.search(/[.,;:!]|[–—-](?:\s|$)/) + 1))
}

/** What stands in a letter rather than beside it: the logo of a signature. In bytes. */
const smallPicture = 20_000

/**
 * The files of an answer that its writer has sent along: what mail programs add by themselves (logos, signatures, a card, a date) is none.
 * @returns ten at most
 */
export const sentAlong = <F extends { filename: string; type: string; size: number; inline: boolean }>(files: F[]): F[] =>
  files
    .filter(
      ({ filename, type, size }) =>
        filename !== '' && size > 0 && !/^(message|multipart)\/|\/(x-)?(pkcs7|pgp)-|^text\/(calendar|(x-)?vcard)$/.test(type),
    )
    .filter(({ inline, type, size }) => !inline || !type.startsWith('image/') || size > smallPicture)
    .slice(0, 10)
