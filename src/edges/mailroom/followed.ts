import { program } from '../../actor.ts'
import { takeFollowed } from '../../imports/follow/actions.ts'
import { digest } from '../../lib/mail/digest.ts'
import { patience, sendersOf } from '../../lib/mail/proof-rules.ts'
import { settleByRule } from '../../list/moderation/actions.ts'
import { toMessage } from './digest.ts'
import { openMachine } from './gate/actions.ts'
import { carriesKey } from './kept-back.ts'
import type { ReadMail } from './read.ts'
import type { Batch } from './takers.ts'

/**
 * Takes a mail that came to our address on a list that is hosted elsewhere.
 * @returns what became of it
 */
export async function takeFromElsewhere({ tx, context, now, approved }: Batch, read: ReadMail, token: string): Promise<string> {
  const { mail, message, from, authentication } = read
  const followId = openMachine(context.site.secret, 'follow', token, now)
  if (followId === undefined) return 'dropped: the token is unknown'
  const kept = toMessage(mail, message, null)
  // A list that writes in its authors' stead has them in Reply-To.
  const author = message.replyTo[0]
  const asWritten = / via /i.test(message.from?.name ?? '') && author ? { ...kept, ...digest(message, mail.raw, author) } : kept
  const { headers, subject, text, messageId } = message
  const { fromName, fromEmail } = asWritten
  const came = {
    ...{ inboundId: mail.id, headers, mailFrom: mail.mailFrom, from, replyTo: author?.address ?? from, subject, text },
    ...{ messageId: messageId ?? '', message: { ...kept, fromName, fromEmail } },
    senders: authentication && ((fields: readonly string[]) => sendersOf(authentication, fields)),
    mayBeKnownLater: authentication?.temporary === true && mail.attempts < patience,
    carriesKey: carriesKey(context, read, now),
    isLetThrough: mail.fate === null ? undefined : (listId: number) => approved.has(`${mail.id}:${listId}`),
  }
  const taken = await takeFollowed(tx, followId, came, now)
  if (taken === 'later') return 'later'
  if ('fate' in taken) return taken.fate
  // Who is named as its writer wrote to another list, or not at all: they hear nothing of ours.
  const nobodyHears = { tellAuthor: false, tellAtOnce: false }
  const held = { inboundId: mail.id, reason: taken.hold, fromName: fromName || fromEmail, fromEmail, subject, ...nobodyHears }
  await settleByRule(tx, program(now), taken.list, 'hold', held)
  return `held: ${taken.hold}`
}
