import { fileTypeFromBuffer } from 'file-type'
import { callBounded } from '../lib/reading/bounded.ts'
import { readingLimits } from '../lib/reading/limits.ts'
import { endingOf } from './rules.ts'

// What a text is cannot be told from its bytes; its name is believed, since no text is ever shown as a page.
const texts: Partial<Record<string, string>> = {
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'text/json',
  ics: 'text/calendar',
  vtt: 'text/vtt',
  html: 'text/html',
  htm: 'text/html',
  xml: 'text/xml',
}

/**
 * The media type of a file, told from its content: by its signature, else text where it has no control characters.
 * @param head its first bytes: all of them, or at least 64 KB
 */
export async function tellType(head: Uint8Array, name: string): Promise<string> {
  const { size, time: milliseconds } = readingLimits.kind
  try {
    return await callBounded({
      module: import.meta.url,
      reader: typeOf.name,
      given: [head.slice(0, size), name],
      refusal: Untold,
      milliseconds,
    })
  } catch (error) {
    if (error instanceof Untold) return 'application/octet-stream'
    throw error
  }
}

/** It could not be told in time. */
class Untold extends Error {}

/** The reader that the worker calls. */
export async function typeOf(head: Uint8Array, name: string): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found && found.mime !== 'application/xml') return found.mime
  // Mail of old archives is raw bytes of any charset; it is told by how its first message begins.
  if (!isText(head))
    return Buffer.from(head.subarray(0, 5)).toString('latin1') === 'From ' ? 'application/mbox' : 'application/octet-stream'
  return texts[endingOf(name)] ?? 'text/plain'
}

// Tab, line feed, form feed, carriage return, escape.
const plain = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])

const controls = (codes: Iterable<number>): boolean => Iterator.from(codes).some((code) => code < 0x20 && !plain.has(code))

function isText(head: Uint8Array): boolean {
  // A byte order mark of UTF-16, as Excel writes its “Unicode text”.
  const mark = Buffer.from(head.subarray(0, 2)).toString('hex')
  if (mark === 'fffe' || mark === 'feff') {
    const words = new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(head)
    return !controls(Iterator.from(words).map((sign) => sign.charCodeAt(0)))
  }
  if (head.includes(0)) return false
  // Windows-1252 and its like: no control characters but those of a text.
  if (!controls(head)) return true
  try {
    // A character may be cut in two where the head ends.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
