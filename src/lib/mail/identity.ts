import { createHash } from 'node:crypto'
import type { ParsedMessage } from './message.ts'

// The lines that mbox quotes, at whatever depth some exporter quoted them: `>From` and `From` are the same text.
const quotedFrom = /^>*From /gm

type Identified = Pick<ParsedMessage, 'from' | 'date' | 'subject' | 'text' | 'written'>

/** Text as it reads: other line ends, white space at line ends and mbox quoting make no other message. */
function readable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(quotedFrom, 'From ')
    .trim()
}

/**
 * What tells a duplicate from a variant (SHA-256): list, Message-ID and this equal, it is the same message, kept once;
 * Message-ID equal and this not, a variant. Made of what the author wrote, since trace fields differ from copy to copy.
 */
export function contentHash({ from, date, subject, text, written = text }: Identified): Buffer {
  const fields = [from?.address.toLowerCase() ?? '', date?.toISOString() ?? '', subject.replace(/\s+/g, ' ').trim(), readable(written)]
  return createHash('sha256').update(JSON.stringify(fields)).digest()
}

/**
 * The Message-ID that a message has for good: its own, or, where that is missing or malformed, one made of its content,
 * so that every copy of it, whichever archive it came from, gets the same. Where nothing can be read it is made of the raw bytes.
 */
export function stableMessageId(message: Identified & Pick<ParsedMessage, 'messageId'>, raw: Uint8Array): string {
  if (message.messageId !== null) return message.messageId
  const blank = !message.from && !message.date && message.subject === '' && (message.written ?? message.text).trim() === ''
  const hash = blank ? createHash('sha256').update(raw).digest() : contentHash(message)
  // .invalid: nobody else can own such an id (RFC 2606 §2).
  return `${hash.toString('hex').slice(0, 40)}@no-message-id.invalid`
}
