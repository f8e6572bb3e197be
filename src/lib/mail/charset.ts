import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { guessCharset, isIso2022Jp } from './guess-charset.ts'

const decoders = new Map<string, TextDecoder | null>()

// Seven-bit bytes mean something else there, so that the ASCII short cut would be wrong.
const sevenBit =
  /^(utf-?(7|16|32)|ucs-?[24]|unicode|iso-?2022|cs-?iso-?2022|hz|cp5022|x?-?user-defined|ebcdic|ibm-?(037|500|1047)|cp(037|500|1047)|utf7)/

// Labels seen in mail that neither the Encoding Standard nor iconv-lite knows.
const aliases: Record<string, string> = {
  ...{ 'unknown-8bit': '', 'x-unknown': '', unknown: '', default: '', '8bit': '', binary: '' },
  ...{ ascii: 'us-ascii', 'ansi_x3.110-1983': 'us-ascii', '646': 'us-ascii' },
  ...{ 'iso-8859-8-i': 'iso-8859-8', 'iso-8859-8-e': 'iso-8859-8', 'iso-8859-6-e': 'iso-8859-6' },
  ...{ 'x-gbk': 'gbk', utf: 'utf-8', 'x-mac-croatian': 'maccroatian' },
}

/** A decoder of the runtime for the label, kept; null where it has none. */
function runtimeDecoder(label: string): TextDecoder | null {
  const known = decoders.get(label)
  if (known !== undefined) return known
  let decoder: TextDecoder | null = null
  try {
    decoder = new TextDecoder(label)
  } catch {
    // The runtime does not know the label; iconv-lite may.
  }
  // A sender makes labels up; the few real ones fit many times over.
  if (decoders.size < 500) decoders.set(label, decoder)
  return decoder
}

/** `Windows_1252` and `x-cp1252` to what decoders call it. */
function normalise(charset: string): string {
  const label = charset
    .slice(0, 100)
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/\*.*/s, '')
    .slice(0, 40)
  return aliases[label] ?? label
}

/** What text without a usable charset most likely is: UTF-8 if it can be, else what its bytes look most like. */
const guess = (bytes: Uint8Array): string => (isUtf8(bytes) ? utf8 : (runtimeDecoder(guessCharset(bytes)) ?? latin)).decode(bytes)

const utf8 = new TextDecoder('utf-8')
const latin = new TextDecoder('windows-1252')

/**
 * Bytes said to be UTF-8 that are not: one damaged character among sound ones is shown as damaged, but where no
 * sequence is sound the label is wrong, not the text.
 */
function brokenUtf8(bytes: Uint8Array): string {
  const text = utf8.decode(bytes)
  return /[\u0080-\ufffc]/.test(text) ? text : latin.decode(bytes)
}

/** Whether this names a charset that text beyond ASCII can be in. */
export function namesCharset(charset: string): boolean {
  const label = normalise(charset)
  return label !== '' && label !== 'us-ascii' && (runtimeDecoder(label) !== null || iconv.encodingExists(label))
}

/**
 * Decodes a line of a header that is no ASCII, against the rules: by its escape sequences, as UTF-8 where it is that (RFC 6532), else in `charset`,
 * else as its bytes look.
 */
export function decodeHeader(bytes: Uint8Array, charset: string): string {
  if (isAscii(bytes)) return isIso2022Jp(bytes) ? decodeText(bytes, 'iso-2022-jp') : Buffer.from(bytes).toString('latin1')
  return isUtf8(bytes) || !namesCharset(charset) ? guess(bytes) : decodeText(bytes, charset)
}

/** The charset that a header without one most likely is in, as a whole: a single word says little. */
export const guessHeader = (bytes: Uint8Array): string => (isUtf8(bytes) ? 'utf-8' : guessCharset(bytes))

/** Whether the runtime itself decodes the charset, without iconv-lite. */
export const runtimeKnows = (charset: string): boolean => runtimeDecoder(normalise(charset)) !== null

/**
 * Decodes text in the charset that it names. Never throws: a missing, unknown or wrong charset is guessed (UTF-8, else
 * Windows-1252), and `note` is told in plain words.
 */
export function decodeText(bytes: Uint8Array, charset: string, note: (defect: string) => void = () => {}): string {
  const label = normalise(charset)
  // Old Japanese mail names nothing: its escape sequences say what it is.
  if (label === '' && isIso2022Jp(bytes) && isAscii(bytes)) return decodeText(bytes, 'iso-2022-jp', note)
  if (!sevenBit.test(label) && isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (label === '' || label === 'us-ascii') {
    note('Text beyond ASCII names no charset that fits; it was guessed.')
    return guess(bytes)
  }
  if (label === 'utf-8' || label === 'utf8') {
    if (isUtf8(bytes)) return utf8.decode(bytes)
    note('Text that is called UTF-8 is not; what could not be read is marked.')
    return brokenUtf8(bytes)
  }
  const decoder = runtimeDecoder(label)
  if (decoder) return decoder.decode(bytes)
  if (iconv.encodingExists(label)) return iconv.decode(bytes, label)
  note(`The charset "${label}" is not known; it was guessed.`)
  return guess(bytes)
}
