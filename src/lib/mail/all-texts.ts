import type { Attachment, ParsedMessage } from './message.ts'
import { readMessage } from './parse.ts'
import { decodeWords } from './words.ts'

/** How far the files of a mail are looked through: the bytes of all together, of mails that are taken apart again, and how deep those lie. */
interface Room {
  bytes: number
  mailBytes: number
  depth: number
}

const wholeRoom: Room = { bytes: 4 << 20, mailBytes: 512 << 10, depth: 3 }

const mailEndings = /\.(?:eml|mht|mhtml|mbox)$/i
const textEndings = /\.(?:txt|html?|xhtml|md|csv|tsv|json|xml|ics|vcf|log|rtf)$/i

const isMail = ({ type, filename }: Attachment): boolean => /^message\/(?:rfc822|global)$/.test(type) || mailEndings.test(filename)

const isText = ({ type, filename }: Attachment): boolean =>
  /^(?:text|message)\//.test(type) || /^application\/(?:[a-z.-]+\+)?(?:json|xml|rtf)$/.test(type) || textEndings.test(filename)

/** As ASCII, whatever its charset: of UTF-16 each second byte is none. A line of a calendar that goes on is one (RFC 5545 §3.1). */
const asAscii = (content: Uint8Array): string =>
  Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/\r?\n[ \t]/g, '')

/**
 * Everything in a mail that says something in letters, a text at a time: what it shows, its header fields, its files that are texts, and the
 * mails in it with all that is in them. In bounded time: of more and larger files the first bytes.
 */
export function* allTexts(message: ParsedMessage, room: Room = { ...wholeRoom }): Generator<string> {
  yield message.text
  if (message.html !== null) yield message.html
  // One field after the other, as one text: there may be thousands.
  yield message.headers.map(({ value }) => decodeWords(value)).join('\n')
  for (const file of message.attachments) {
    if (!(isMail(file) || isText(file))) continue
    const content = file.content.subarray(0, room.bytes)
    room.bytes -= content.length
    yield asAscii(content)
    if (isMail(file) && room.depth > 0 && content.length <= room.mailBytes) {
      room.mailBytes -= content.length
      room.depth--
      yield* allTexts(readMessage(content), room)
      room.depth++
    }
  }
}
