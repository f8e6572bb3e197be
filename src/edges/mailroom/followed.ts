import { takeFollowed } from '../../imports/follow/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { digest } from '../../lib/mail/digest.ts'
import { toMessage } from './digest.ts'
import { openMachine } from './gate/actions.ts'
import type { ReadMail } from './read.ts'

/**
 * Takes a mail that came to our address on a list that is hosted elsewhere.
 * @returns what became of it
 */
export async function takeFromElsewhere(
  tx: Tx,
  { mail, message, from }: ReadMail,
  secret: string,
  token: string,
  now: Date,
): Promise<string> {
  const followId = openMachine(secret, 'follow', token, now)
  if (followId === undefined) return 'dropped: the token is unknown'
  const kept = toMessage(mail, message, null)
  // A list that writes in its authors' stead has them in Reply-To.
  const author = message.replyTo[0]
  const asWritten = / via /i.test(message.from?.name ?? '') && author ? { ...kept, ...digest(message, mail.raw, author) } : kept
  const { headers, subject, text, messageId } = message
  const came = {
    ...{ inboundId: mail.id, headers, mailFrom: mail.mailFrom, from, replyTo: author?.address ?? from, subject, text },
    ...{ messageId: messageId ?? '', message: { ...kept, fromName: asWritten.fromName, fromEmail: asWritten.fromEmail } },
  }
  return takeFollowed(tx, followId, came, now)
}
