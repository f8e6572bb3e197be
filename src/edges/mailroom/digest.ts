import type { NewMessage } from '../../archive/actions.ts'
import type { Door } from '../../lib/db/schema.ts'
import { digest } from '../../lib/mail/digest.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'

// What is older than mail itself, or from the future, is a wrong clock, not a date.
const earliest = Date.UTC(1982, 0, 1)
const day = 86_400_000

/** The Date of the mail where it can be true, else when it came. */
const plausible = (date: Date | null, receivedAt: Date): Date =>
  date && date.getTime() >= earliest && date.getTime() <= receivedAt.getTime() + day ? date : receivedAt

/** A read mail as the archive keeps it. */
export const toMessage = (
  mail: { rawId: number; raw: Buffer; receivedAt: Date; via: Door },
  message: ParsedMessage,
  personId: number | null,
): NewMessage => ({
  // What was written on the web goes out as `Name via List`; its writer stands in Reply-To.
  ...digest(message, mail.raw, mail.via === 'web' ? message.replyTo[0] : message.from),
  rawId: mail.rawId,
  personId,
  sentAt: plausible(message.date, mail.receivedAt),
  receivedAt: mail.receivedAt,
})
