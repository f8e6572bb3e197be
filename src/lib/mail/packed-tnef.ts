import { decodeText } from './charset.ts'
import { rtfToText, unpackRtf } from './packed-rtf.ts'

/** A file inside another one. */
export interface PackedFile {
  filename: string
  /** As its sender calls it; '' where they do not. */
  type: string
  contentId: string
  content: Buffer
}

/** What Outlook packs into one file, most often called `winmail.dat` (MS-OXTNEF). */
export interface Tnef {
  files: PackedFile[]
  subject: string
  text: string
  html: string
  /** All that it holds could be read: nothing is cut off, damaged, nested too deep or more than is read. */
  whole: boolean
}

const signature = 0x22_3e_9f_78
const attributes = {
  ...{ subject: 0x8004, body: 0x800c, attachData: 0x800f, attachTitle: 0x8010 },
  ...{ attachName: 0x9001, attachBegins: 0x9002, messageProperties: 0x9003, attachProperties: 0x9005, codepage: 0x9007 },
}
const properties = {
  ...{ subject: 0x0037, body: 0x1000, rtf: 0x1009, html: 0x1013, codepage: 0x3fde },
  ...{ displayName: 0x3001, data: 0x3701, name: 0x3704, longName: 0x3707, type: 0x370e, contentId: 0x3712 },
}
const wanted = new Set<number>(Object.values(properties))
const kinds = { string8: 0x1e, unicode: 0x1f, object: 0x0d, binary: 0x102 }
const several = 0x1000
// Bytes of a value, by its kind; the others say their length.
const fixed: Record<number, number> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 }
const lengthy = new Set(Object.values(kinds))
const guidSize = 16
const messageInterface = Buffer.from('0703020000000000c000000000000046', 'hex')

const mostFiles = 500
const deepest = 4
const longestText = 1 << 20

interface Property {
  id: number
  kind: number
  value: Buffer
}

interface Attached {
  title?: string
  transportName?: string
  data?: Buffer
  properties: Map<number, Property>
}

/** @throws RangeError where it ends before */
function slice(bytes: Buffer, from: number, length: number): Buffer {
  if (from + length > bytes.length) throw new RangeError('The file ends within a value.')
  return bytes.subarray(from, from + length)
}

/** What is cut off or damaged ends the reading; what stands before is read all the same. @returns whether it was read to its end */
function asFarAsItGoes(read: () => void): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return false
  }
}

const padded = (length: number): number => length + ((4 - (length % 4)) % 4)

/** @throws RangeError where they end before */
function* propertiesOf(data: Buffer): Generator<Property> {
  let at = 4
  for (let left = data.readUInt32LE(0); left > 0; left--) {
    const [type, id] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)]
    const { value, next } = readValues(data, id >= 0x8000 ? afterName(data, at + 4) : at + 4, type)
    at = next
    if (value) yield { id, kind: type & ~several, value }
  }
}

/** The first of the values at `at`, and where the next property begins. */
function readValues(data: Buffer, at: number, type: number): { value: Buffer | undefined; next: number } {
  const size = fixed[type & ~several]
  if (size === undefined && !lengthy.has(type & ~several)) throw new RangeError('A property is of no known kind.')
  const counted = size === undefined || (type & several) > 0
  let next = counted ? at + 4 : at
  let first: Buffer | undefined
  for (let left = counted ? data.readUInt32LE(at) : 1; left > 0; left--) {
    const length = size ?? data.readUInt32LE(next)
    const from = size === undefined ? next + 4 : next
    first ??= slice(data, from, length)
    next = from + padded(length)
    if (next > data.length + 3) throw new RangeError('The file ends within a value.')
  }
  return { value: first, next }
}

/** A property of a program's own has a name behind its number. */
function afterName(data: Buffer, at: number): number {
  const kind = data.readUInt32LE(at + guidSize)
  const number = data.readUInt32LE(at + guidSize + 4)
  return at + guidSize + 8 + (kind === 0 ? 0 : padded(number))
}

class TnefReader {
  private codepage = 1252
  private body: Buffer | undefined
  private subject: Buffer | undefined
  private readonly message = new Map<number, Property>()
  private readonly attached: Attached[] = []
  private readonly depth: number
  private whole = true

  constructor(depth: number) {
    this.depth = depth
  }

  read(bytes: Buffer): Tnef {
    const ended = asFarAsItGoes(() => {
      for (let at = 6; at < bytes.length; ) {
        const [id, length] = [bytes.readUInt16LE(at + 1), bytes.readUInt32LE(at + 5)]
        const data = slice(bytes, at + 9, length)
        if (!asFarAsItGoes(() => this.take(id, data))) this.whole = false
        // A checksum follows.
        at += length + 11
      }
    })
    const { html, text } = this.letter()
    const files = this.attached.flatMap((one) => this.filesOf(one))
    const whole = this.whole && ended && files.length < mostFiles && Math.max(text.length, html.length) < longestText
    return { files: files.slice(0, mostFiles), subject: this.title(), text, html, whole }
  }

  private take(id: number, data: Buffer) {
    const last = this.attached.at(-1)
    if (id === attributes.codepage) this.codepage = data.readUInt32LE(0)
    else if (id === attributes.body) this.body = data
    else if (id === attributes.subject) this.subject = data
    else if (id === attributes.messageProperties) collect(this.message, data)
    else if (id === attributes.attachBegins && this.attached.length < mostFiles) this.attached.push({ properties: new Map() })
    else if (!last) return
    else if (id === attributes.attachData) last.data = data
    else if (id === attributes.attachTitle) last.title = this.words(data)
    else if (id === attributes.attachName) last.transportName = this.words(data)
    else if (id === attributes.attachProperties) collect(last.properties, data)
  }

  private words(bytes: Buffer, codepage = this.codepage): string {
    const end = bytes.indexOf(0)
    return decodeText(end < 0 ? bytes : bytes.subarray(0, end), `cp${codepage}`)
  }

  private wordsOf(property: Property | undefined, codepage = this.codepage): string {
    if (!property) return ''
    const { kind, value } = property
    return kind === kinds.unicode
      ? value
          .toString('utf16le')
          .replace(/\0[\s\S]*/, '')
          .toWellFormed()
      : this.words(value, codepage)
  }

  private title(): string {
    return this.wordsOf(this.message.get(properties.subject)) || (this.subject ? this.words(this.subject) : '')
  }

  private letter(): { text: string; html: string } {
    const short = (property: Property | undefined) => property && { ...property, value: property.value.subarray(0, longestText) }
    const codepage = this.message.get(properties.codepage)
    const html = this.wordsOf(
      short(this.message.get(properties.html)),
      codepage?.value.length === 4 ? codepage.value.readUInt32LE(0) : undefined,
    )
    const text = this.wordsOf(short(this.message.get(properties.body))) || this.words((this.body ?? Buffer.of()).subarray(0, longestText))
    if (text.trim() !== '' || html.trim() !== '') return { text, html }
    const packed = this.message.get(properties.rtf)?.value ?? Buffer.of()
    const rtf = unpackRtf(packed, longestText)
    if (!rtf && packed.length > 0) this.whole = false
    return { text: rtf ? rtfToText(rtf) : '', html: '' }
  }

  private filesOf(one: Attached): PackedFile[] {
    const said = (id: number) => this.wordsOf(one.properties.get(id))
    const names = [said(properties.longName), one.transportName, one.title, said(properties.name), said(properties.displayName)]
    const filename = names.find((name) => name) ?? ''
    const held = one.properties.get(properties.data)
    const isObject = held?.kind === kinds.object
    if (isObject && held.value.subarray(0, guidSize).equals(messageInterface))
      return this.mailWithin(filename, held.value.subarray(guidSize))
    const content = one.data?.length ? one.data : held && (isObject ? held.value.subarray(guidSize) : held.value)
    if (!content?.length) return this.none()
    return [{ filename, type: said(properties.type).toLowerCase(), contentId: said(properties.contentId), content }]
  }

  /** Something is there that gives no file. */
  private none(): [] {
    this.whole = false
    return []
  }

  /** A mail that was attached: what it says as a mail of its own, and its files. */
  private mailWithin(name: string, bytes: Buffer): PackedFile[] {
    const inner = this.depth < deepest ? readTnef(bytes, this.depth + 1) : undefined
    if (!inner) return this.none()
    if (!inner.whole) this.whole = false
    const subject = (inner.subject || name).replace(/\p{Cc}+/gu, ' ').trim()
    const [type, says] = inner.text.trim() === '' ? ['html', inner.html] : ['plain', inner.text]
    const content = Buffer.from(`Subject: ${subject}\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${says}`)
    return [{ filename: `${subject || 'message'}.eml`, type: '', contentId: '', content }, ...inner.files]
  }
}

function collect(known: Map<number, Property>, data: Buffer) {
  for (const property of propertiesOf(data)) if (wanted.has(property.id) && !known.has(property.id)) known.set(property.id, property)
}

/**
 * Reads a file of Outlook's as far as it goes; undefined where it is none. Never throws. The contents of its files are views of `bytes`.
 * @param depth how many of them it lies in
 */
export const readTnef = (bytes: Buffer, depth = 0): Tnef | undefined =>
  bytes.length > 6 && bytes.readUInt32LE(0) === signature ? new TnefReader(depth).read(bytes) : undefined
