import MailComposer from 'nodemailer/lib/mail-composer'
import { checked, checkedAddress } from './encode-header.ts'
import type { Mailbox } from './message.ts'

/** A single mail that Rapport writes itself. */
export interface Letter {
  from: Mailbox
  to: Mailbox
  subject: string
  text: string
  html?: string
  /** Further fields; a name given here takes the place of the default. */
  headers?: Record<string, string>
  attachments?: { filename: string; type: string; content: Uint8Array }[]
  /** Text for calendar programs (RFC 6047), as an alternative beside the text. */
  calendar?: { method: string; content: string }
  replyTo?: Mailbox
  /** Without angle brackets. */
  messageId: string
  inReplyTo?: string
  references?: string[]
  date: Date
}

/**
 * Composes one letter: always with a text part, marked as written by a program (RFC 3834 §5), lines ended by CRLF.
 * Throws BadHeader where a value could break a header.
 */
export async function composeLetter(letter: Letter): Promise<Buffer> {
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' }
  for (const [name, value] of Object.entries(letter.headers ?? {})) {
    for (const known of Object.keys(headers)) if (known.toLowerCase() === name.toLowerCase()) delete headers[known]
    headers[checked('The name', name)] = checked(name, value)
  }
  const mail = new MailComposer({
    from: mailbox(letter.from),
    to: mailbox(letter.to),
    ...(letter.replyTo && { replyTo: mailbox(letter.replyTo) }),
    subject: checked('The subject', letter.subject),
    text: letter.text,
    ...(letter.html !== undefined && { html: letter.html }),
    ...(letter.calendar && { icalEvent: { method: letter.calendar.method, content: letter.calendar.content } }),
    attachments: (letter.attachments ?? []).map(({ filename, type, content }) => ({
      filename: checked('The file name', filename),
      contentType: type,
      content: Buffer.from(content),
    })),
    headers,
    messageId: id(letter.messageId),
    ...(letter.inReplyTo !== undefined && { inReplyTo: id(letter.inReplyTo) }),
    ...(letter.references && { references: letter.references.map(id) }),
    date: letter.date,
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await mail.compile().build()
  return bytes.subarray(-2).toString() === '\r\n' ? bytes : Buffer.concat([bytes, Buffer.from('\r\n')])
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: checked('The name', name), address: checkedAddress(address) }
}

function id(messageId: string): string {
  return `<${checked('The Message-ID', messageId)}>`
}
