import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { guessCharset, isIso2022Jp } from './guess-charset.ts'
import { unshift } from './shifted.ts'

const decoders = new Map<string, TextDecoder | null>()

// Seven-bit bytes mean something else there, so that the ASCII short cut would be wrong.
const sevenBit =
  /^(utf-?(7|16|32)|ucs-?[24]|unicode|iso-?2022|cs-?iso-?2022|hz|x?-?user-defined|ebcdic|ibm-?(037|500|1047)|cp(037|500|1047)|utf7)/

// Labels seen in mail that neither the Encoding Standard nor iconv-lite knows.
const aliases: Record<string, string> = {
  ...{ 'unknown-8bit': '', 'x-unknown': '', unknown: '', default: '', '8bit': '', binary: '' },
  ...{ ascii: 'us-ascii', 'ansi_x3.110-1983': 'us-ascii', '646': 'us-ascii' },
  ...{ 'iso-8859-8-i': 'iso-8859-8', 'iso-8859-8-e': 'iso-8859-8', 'iso-8859-6-e': 'iso-8859-6' },
  ...{ utf: 'utf-8', 'utf-8n': 'utf-8', 'utf-8-mac': 'utf-8', utf8mb4: 'utf-8', cp65001: 'utf-8', '65001': 'utf-8' },
  ...{ ansi: 'windows-1252', '8859-1': 'iso-8859-1', 'koi-8': 'koi8-r', 'iso-ir-111': 'koi8-r', 'big5-eten': 'big5' },
  ...{ 'mac-ce': 'maccenteuro', 'mac-centraleurope': 'maccenteuro', 'mac-icelandic': 'maciceland', 'mac-romanian': 'macromania' },
  // The Japanese, Korean and Chinese of Windows and of Unix are each read as the widest of them.
  ...{ cp50220: 'iso-2022-jp', cp50221: 'iso-2022-jp', cp50222: 'iso-2022-jp', 'iso-2022-jp-ms': 'iso-2022-jp', jis: 'iso-2022-jp' },
  ...{ 'iso-2022-jp-1': 'iso-2022-jp', 'iso-2022-jp-2': 'iso-2022-jp', 'iso-2022-jp-3': 'iso-2022-jp', 'iso-2022-jp-2004': 'iso-2022-jp' },
  ...{
    ujis: 'euc-jp',
    'eucjp-ms': 'euc-jp',
    'eucjp-win': 'euc-jp',
    uhc: 'euc-kr',
    'windows-949': 'euc-kr',
    ms949: 'euc-kr',
    cp949: 'euc-kr',
  },
  ...{ csiso2022kr: 'iso-2022-kr', hz: 'hz-gb-2312' },
}

// The runtime knows less of these than the Encoding Standard does: not the Korean syllables that Windows added, not the Chinese of Hong Kong.
const wider: Record<string, string> = { 'euc-kr': 'cp949', big5: 'big5-hkscs' }

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

/** How text in the charset is read; undefined where nobody knows it. */
function decoderOf(label: string): ((bytes: Uint8Array) => string) | undefined {
  const runtime = runtimeDecoder(label)
  const wide = runtime && wider[runtime.encoding]
  if (wide) return (bytes) => iconv.decode(bytes, wide)
  if (runtime) return (bytes) => runtime.decode(bytes)
  return iconv.encodingExists(label) ? (bytes) => iconv.decode(bytes, label) : undefined
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
  const plain = aliases[label]
  if (plain !== undefined || decoderOf(label)) return plain ?? label
  // Made up at first, and common since.
  const bare = label.replace(/^x-/, '')
  return aliases[bare] ?? bare
}

/** What text without a usable charset most likely is: UTF-8 if it can be, else what its bytes look most like. */
const guess = (bytes: Uint8Array): string =>
  isUtf8(bytes) ? utf8.decode(bytes) : (decoderOf(guessCharset(bytes)) ?? ((all) => latin.decode(all)))(bytes)

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

/** Which of the two it is, its first character says (RFC 2781 §4.3). */
const utf16Of = (bytes: Uint8Array): string => (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-16le')

/** Whether this names a charset that text beyond ASCII can be in. */
export function namesCharset(charset: string): boolean {
  const label = normalise(charset)
  return label !== '' && label !== 'us-ascii' && (decoderOf(label) !== undefined || unshift(new Uint8Array(), label) !== undefined)
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
  const shifted = unshift(bytes, label)
  if (shifted) return decodeText(shifted.bytes, shifted.charset, note)
  const decoder = decoderOf(label === 'utf-16' ? utf16Of(bytes) : label)
  if (decoder) return decoder(bytes)
  note(`The charset "${label}" is not known; it was guessed.`)
  return guess(bytes)
}
