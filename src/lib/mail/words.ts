import { decodeWords as decodePlainWords } from 'postal-mime'
import { decodeText, runtimeKnows } from './charset.ts'

const encodedWord = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?([^?]*)\?=/g

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

/**
 * Makes words that postal-mime would misread into UTF-8 words: those in a charset that only iconv-lite knows, and those
 * with raw 8-bit characters.
 */
export function modernWords(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(encodedWord, (word, charset: string, encoding: string, text: string) => {
    const mixed = !isAsciiText(text)
    if (!mixed && runtimeKnows(charset)) return word
    const decoded = mixed ? mixedWord(charset, encoding, text) : decodeText(wordBytes(encoding, text), charset)
    return `=?utf-8?B?${Buffer.from(decoded, 'utf8').toString('base64')}?=`
  })
}

const isAsciiText = (text: string): boolean => text.replace(ascii, '') === ''

/** Decodes RFC 2047 encoded words, in any charset; what is not one stays as it is. */
export const decodeWords = (value: string): string => (value.includes('=?') ? decodePlainWords(modernWords(value)) : value)
