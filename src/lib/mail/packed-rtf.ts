import { decodeText } from './charset.ts'

// What the window holds before the first byte (MS-OXRTFCP §2.1.2.1).
const primer = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier' +
    '{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const [header, windowSize] = [16, 4_096]
const [plainMark, packedMark] = ['MELA', 'LZFu']

/** Unpacks the RTF of Outlook (MS-OXRTFCP), as far as `limit`; undefined where it is none. */
export function unpackRtf(bytes: Buffer, limit: number): Buffer | undefined {
  if (bytes.length < header) return undefined
  const [size, mark] = [Math.min(bytes.readUInt32LE(4), limit), bytes.toString('latin1', 8, 12)]
  if (mark === plainMark) return bytes.subarray(header, header + size)
  return mark === packedMark ? unpack(bytes, size) : undefined
}

function unpack(bytes: Buffer, size: number): Buffer {
  const window = Buffer.alloc(windowSize)
  let to = primer.copy(window)
  // Two bytes stand for seventeen at most.
  const unpacked = Buffer.alloc(Math.min(size, bytes.length * 9))
  let length = 0
  const put = (byte: number) => {
    if (length < unpacked.length) unpacked[length++] = byte
    window[to] = byte
    to = (to + 1) % windowSize
  }
  for (let at = header, flags = 1; at < bytes.length && length < unpacked.length; flags >>= 1) {
    if (flags === 1) flags = (bytes[at++] as number) | 0x100
    if ((flags & 1) === 0) {
      put(bytes[at++] ?? 0)
      continue
    }
    const [from, run] = [((bytes[at] ?? 0) << 4) | ((bytes[at + 1] ?? 0) >> 4), ((bytes[at + 1] ?? 0) & 15) + 2]
    at += 2
    if (from === to) break
    for (let i = 0; i < run; i++) put(window[(from + i) % windowSize] as number)
  }
  return unpacked.subarray(0, length)
}

const token = /\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|[^\\{}\r\n]+|\\/gi
const signs: Record<string, string> = {
  ...{ par: '\n', line: '\n', row: '\n', sect: '\n', page: '\n', tab: '\t', cell: ' ', emdash: '—', endash: '–', bullet: '•' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', '~': ' ', _: '-', '\\': '\\', '{': '{', '}': '}' },
}
const deepest = 500
// What is no text of the letter; `\*` begins what a reader may pass over.
const apart = /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|themedata|listtable|generator|\*)$/

/** Where the reader stands: in a group that is no text, in what only RTF shows of an HTML letter (MS-OXRTFEX), how many characters repeat `\u`. */
interface State {
  apart: boolean
  onlyRtf: boolean
  repeats: number
}

class RtfReader {
  private text = ''
  private bytes = ''
  private codepage = '1252'
  private state: State = { apart: false, onlyRtf: false, repeats: 1 }
  private readonly outer: State[] = []
  private passing = 0
  private tooDeep = 0

  read(rtf: string): string {
    for (const [whole, word, number, hex, sign, brace] of rtf.matchAll(token)) {
      if (brace) this.turn(brace)
      else if (word) this.command(word.toLowerCase(), number)
      else if (hex) this.write(String.fromCharCode(Number.parseInt(hex, 16)))
      else if (sign) this.command(sign, undefined)
      else if (!/^[\r\n\\]/.test(whole)) this.write(whole)
    }
    this.flush()
    return this.text
  }

  private turn(brace: string) {
    this.passing = 0
    if (brace === '{' && this.outer.length < deepest) this.outer.push({ ...this.state })
    else if (brace === '{') this.tooDeep++
    else if (this.tooDeep > 0) this.tooDeep--
    else this.state = this.outer.pop() ?? this.state
  }

  private command(word: string, number: string | undefined) {
    if (apart.test(word)) this.state.apart = true
    else if (word === 'htmlrtf') this.state.onlyRtf = number !== '0'
    else if (word === 'uc') this.state.repeats = Math.min(Number(number ?? 1), 10)
    else if (word === 'ansicpg') this.codepage = number ?? this.codepage
    else if (word === 'u' && number) this.character(Number(number))
    else if (signs[word] !== undefined) this.add(signs[word])
  }

  private character(code: number) {
    this.add(String.fromCharCode(code & 0xffff))
    this.passing = this.state.repeats
  }

  private get hidden(): boolean {
    return this.state.apart || this.state.onlyRtf
  }

  private write(bytes: string) {
    const shown = bytes.slice(this.passing)
    this.passing = Math.max(0, this.passing - bytes.length)
    if (!this.hidden) this.bytes += shown
  }

  private add(text: string) {
    if (this.hidden) return
    this.flush()
    this.text += text
  }

  /** Bytes are read together: a character may span several. */
  private flush() {
    if (this.bytes !== '') this.text += decodeText(Buffer.from(this.bytes, 'latin1'), `cp${this.codepage}`)
    this.bytes = ''
  }
}

/** What RTF says, without how it looks. */
export const rtfToText = (rtf: Buffer): string => new RtfReader().read(rtf.toString('latin1')).toWellFormed()
