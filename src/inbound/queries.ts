import type { Reread } from '../archive/rebuild/actions.ts'
import type { listRaw } from '../archive/rebuild/queries.ts'
import type { Db } from '../db/connect.ts'
import { digest } from '../mail/digest.ts'
import { readMessage } from '../mail/parse.ts'
import { repairPipermail } from '../mail/pipermail.ts'
import { toMessage } from './digest.ts'

/** How many mails wait, how many are parked, and since when the oldest waits. */
export async function inboundState(db: Db): Promise<{ waiting: number; parked: number; oldest: Date | null }> {
  return db
    .selectFrom('inbound')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
      e.fn.countAll<number>().filterWhere('state', '=', 'parked').as('parked'),
      e.fn.min('receivedAt').filterWhere('state', '=', 'waiting').as('oldest'),
    ])
    .where('state', 'in', ['waiting', 'parked'])
    .executeTakeFirstOrThrow()
}

/** Parked mails, newest first, for the operator. */
export async function listParked(db: Db, { before = Number.MAX_SAFE_INTEGER, limit = 30 } = {}) {
  const rows = await db
    .selectFrom('inbound')
    .select(['id', 'receivedAt', 'mailFrom', 'rcptTo', 'error', 'attempts', 'rawId'])
    .where('state', '=', 'parked')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return { parked: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

type Kept = Awaited<ReturnType<typeof listRaw>>[number]

/** A kept message read again, as it was read when it came: by mail, from the web, or (`via` null) from a mailbox. */
export function reread({
  id,
  messageId: _,
  ...kept
}: Pick<Kept, 'id' | 'rawId' | 'messageId' | 'personId' | 'sentAt' | 'receivedAt' | 'via' | 'raw'>): Reread {
  if (kept.via === null) {
    const { messageId: _id, ...said } = digest(readMessage(repairPipermail(kept.raw).raw), kept.raw)
    // When it was sent, the mailbox around it had a say in.
    return { ...said, id, sentAt: kept.sentAt, receivedAt: kept.receivedAt }
  }
  const {
    rawId: _raw,
    messageId: _id,
    personId: _person,
    ...said
  } = toMessage({ ...kept, via: kept.via }, readMessage(kept.raw), kept.personId)
  return { ...said, id }
}
