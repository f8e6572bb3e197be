import type { NewMessage } from '../archive/actions.ts'
import { contentHash, stableMessageId } from '../mail/identity.ts'
import type { ParsedMessage } from '../mail/message.ts'
import type { ClaimedMail } from './actions.ts'

// What is older than mail itself, or from the future, is a wrong clock, not a date.
const earliest = Date.UTC(1982, 0, 1)
const day = 86_400_000

/** The Date of the mail where it can be true, else when it came. */
const plausible = (date: Date | null, receivedAt: Date): Date =>
  date && date.getTime() >= earliest && date.getTime() <= receivedAt.getTime() + day ? date : receivedAt

// A thread of hundreds refers to all of them; the first and the nearest ones hold it together.
const mostReferences = 30

/** The Message-IDs a mail refers to, parent last. */
function referencesOf({ references, inReplyTo, messageId }: ParsedMessage): string[] {
  const ids = [...new Set([...references, ...(inReplyTo && references.length === 0 ? [inReplyTo] : [])])].filter(
    (id) => id !== messageId && id.length <= 900,
  )
  return ids.length <= mostReferences ? ids : [ids[0] as string, ...ids.slice(1 - mostReferences)]
}

/** A read mail as the archive keeps it. */
export function toMessage(
  mail: Pick<ClaimedMail, 'rawId' | 'raw' | 'receivedAt' | 'via'>,
  message: ParsedMessage,
  personId: number | null,
): NewMessage {
  // What was written on the web goes out as `Name via List`; its writer stands in Reply-To.
  const writer = mail.via === 'web' ? message.replyTo[0] : message.from
  const from = writer?.address.toLowerCase() ?? ''
  return {
    rawId: mail.rawId,
    messageId: stableMessageId(message, mail.raw),
    contentHash: contentHash(message),
    refs: referencesOf(message),
    subject: message.subject || '(no subject)',
    fromName: writer?.name || from.split('@')[0] || 'Unknown',
    fromEmail: from,
    personId,
    sentAt: plausible(message.date, mail.receivedAt),
    receivedAt: mail.receivedAt,
    text: message.text,
    hasHtml: message.html !== null,
    size: mail.raw.length,
    defects: message.defects,
    attachments: message.attachments.map(({ filename, type, size, sha256, inline }) => ({
      filename,
      type,
      size,
      sha256: Buffer.from(sha256, 'hex'),
      inline,
    })),
  }
}
