import { decodeWords as decodePlainWords } from 'postal-mime'
import { decodeText } from './charset.ts'

// A question mark ought to be coded, and is not always; `=?` would begin the next word, where it does not end this one.
const encodedWord = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?((?:[^?=]|=(?!\?(?!=))|\?(?!=))*)\?=/g
const neighbours = new RegExp(`${encodedWord.source}(?:\\s*${encodedWord.source})*`, 'g')

/** The bytes of an encoded word's text (RFC 2047 §4). */
function wordBytes(encoding: string, text: string): Buffer {
  if (encoding === 'B' || encoding === 'b') return Buffer.from(text, 'base64')
  const plain = text.replaceAll('_', ' ').replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is ASCII.
const ascii = /[\u0000-\u007f]+/g

/** An encoded word whose text holds raw 8-bit characters, against the rules: these are characters already, the rest is code. */
function mixedWord(charset: string, encoding: string, text: string): string {
  return text.replace(ascii, (code) => decodeText(wordBytes(encoding, code), charset))
}

const lost = '\ufffd'

/** What the bytes of neighbouring words say: senders cut a character in two between them, against RFC 2047 §5. Where they say nothing together, each is whole. */
function sayTogether(words: Buffer[], charset: string): string {
  const text = decodeText(Buffer.concat(words), charset)
  if (words.length < 2 || !text.includes(lost)) return text
  // A word that does not end in ASCII, as it should, or is in no charset that it names, would take the next one with it.
  const apart = words.map((word) => decodeText(word, charset)).join('')
  return apart.includes(lost) ? text : apart
}

interface Word {
  encoding: string
  text: string
}

const isQ = ({ encoding }: Word): boolean => encoding === 'Q' || encoding === 'q'

/** Words that were cut within a code, by the length of lines alone: `=C` and `3=A4`, or base64 whose padding fits no word but all of them. */
function mendCuts(words: Word[]): Word[] {
  const mended: Word[] = []
  for (const word of words) {
    const last = mended.at(-1)
    if (last && isQ(last) && isQ(word) && /=[0-9a-f]?$/i.test(last.text.slice(-2))) last.text += word.text
    else mended.push({ ...word })
  }
  const isBase64 = mended.length > 1 && !mended.some(isQ)
  const whole = isBase64 ? mended.map(({ text }) => text).join('') : ''
  const tail = mended.at(-1)?.text ?? ''
  return whole.length % 4 === 0 && tail.endsWith('=') && tail.length % 4 > 0 && whole.indexOf('=') >= whole.length - 2
    ? [{ encoding: 'B', text: whole }]
    : mended
}

/** What neighbouring words say, each charset at once. */
function readTogether(run: string): string[] {
  const texts: string[] = []
  let [known, pending] = ['', [] as Word[]]
  const flush = () => {
    const words = mendCuts(pending).map(({ encoding, text }) => wordBytes(encoding, text))
    if (words.length > 0) texts.push(sayTogether(words, known))
    pending = []
  }
  for (const [, charset = '', encoding = '', text = ''] of run.matchAll(encodedWord)) {
    const mixed = !isAsciiText(text)
    if (mixed || charset.toLowerCase() !== known) flush()
    known = charset.toLowerCase()
    if (mixed) texts.push(mixedWord(charset, encoding, text))
    else pending.push({ encoding, text })
  }
  flush()
  return texts
}

/** Makes the words of any charset into UTF-8 words of whole characters, which every reader reads alike. */
export function modernWords(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(neighbours, (run) =>
    readTogether(run)
      .map((text) => `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`)
      .join(' '),
  )
}

const isAsciiText = (text: string): boolean => text.replace(ascii, '') === ''

/** Decodes RFC 2047 encoded words, in any charset; what is not one stays as it is. */
export const decodeWords = (value: string): string => (value.includes('=?') ? decodePlainWords(modernWords(value)) : value)
