import { type Arrival, keepMail } from '../../archive/inbound-actions.ts'
import type { Reread } from '../../archive/rebuild-actions.ts'
import type { listRaw } from '../../archive/rebuild-queries.ts'
import type { Write } from '../../lib/db/rows.ts'
import { digest } from '../../lib/mail/digest.ts'
import { readMessage } from '../../lib/mail/parse.ts'
import { repairPipermail } from '../../lib/mail/pipermail.ts'
import { toMessage } from './digest.ts'

/** Takes a mail at the door in a transaction of its own. Resolves after the commit: only then may 250 be said. */
export const acceptMail = (write: Write, arrival: Arrival): Promise<number> => write((tx) => keepMail(tx, arrival))

type Kept = Awaited<ReturnType<typeof listRaw>>[number]
type Rereadable = Omit<Kept, 'headerCharset'> & Partial<Pick<Kept, 'headerCharset'>>

/** A kept message read again, as it was read when it came: by mail, from the web, or (`via` null) from a mailbox. */
export function reread({ id, messageId: _, ...kept }: Rereadable): Reread {
  if (kept.via === null) {
    const { messageId: _id, ...said } = digest(readMessage(repairPipermail(kept.raw).raw, {}, kept.headerCharset ?? ''), kept.raw)
    // When it was sent, the mailbox around it had a say in.
    return { ...said, id, sentAt: kept.sentAt, receivedAt: kept.receivedAt }
  }
  const message = toMessage({ ...kept, via: kept.via }, readMessage(kept.raw), kept.personId)
  const { rawId: _raw, messageId: _id, personId: _person, ...said } = message
  return { ...said, id }
}
