import { decodeWords as decodePlainWords } from 'postal-mime'
import { decodeText, runtimeKnows } from './charset.ts'

const encodedWord = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?([^?]*)\?=/g

/** The bytes of an encoded word's text (RFC 2047 §4). */
function wordBytes(encoding: string, text: string): Buffer {
  if (encoding === 'B' || encoding === 'b') return Buffer.from(text, 'base64')
  const plain = text.replaceAll('_', ' ').replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

/** Encoded words in a charset that only iconv-lite knows become UTF-8 words, so that every later reader understands them. */
export function modernWords(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(encodedWord, (word, charset: string, encoding: string, text: string) => {
    if (runtimeKnows(charset)) return word
    return `=?utf-8?B?${Buffer.from(decodeText(wordBytes(encoding, text), charset), 'utf8').toString('base64')}?=`
  })
}

/** Decodes RFC 2047 encoded words, in any charset; what is not one stays as it is. */
export function decodeWords(value: string): string {
  return value.includes('=?') ? decodePlainWords(modernWords(value)) : value
}
