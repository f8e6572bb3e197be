import { fileTypeFromBuffer } from 'file-type'
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
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found && found.mime !== 'application/xml') return found.mime
  if (!isText(head)) return 'application/octet-stream'
  return texts[endingOf(name)] ?? 'text/plain'
}

// Tab, line feed, form feed, carriage return, escape.
const plain = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])

function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  // Windows-1252 and its like: no control characters but those of a text.
  if (!head.some((byte) => byte < 0x20 && !plain.has(byte))) return true
  try {
    // A character may be cut in two where the head ends.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
