import { parseMessage } from '../../lib/mail/parse.ts'

/** `rapport inspect message FILE`: what a mail says; each attachment by its hash, not its bytes. */
export async function inspectMessage(raw: Uint8Array) {
  const { messageId, from, to, cc, subject, date, inReplyTo, references, text, html, attachments, defects } = await parseMessage(raw)
  return {
    messageId,
    from,
    to,
    cc,
    subject,
    date: date?.toISOString() ?? null,
    inReplyTo,
    references,
    text,
    html,
    attachments: attachments.map(({ filename, type, size, sha256 }) => ({ filename, type, size, sha256 })),
    defects,
  }
}
