import { insertOne, type Tx } from '../../lib/db/rows.ts'
import { hashedNeedle } from '../../lib/mail/find-words.ts'
import { changedIds, noteMessages, take, takeWords } from './actions.ts'

/** A removal of the ledger, done once more in a restored database. */
export interface PastRemoval {
  key: string
  kind: 'message' | 'words' | 'attachment'
  listId: number
  messageId: string
  variant: number
  words: number | null
  mac: Buffer | null
  sha256: Buffer | null
  reason: string
  at: Date
  byId: number | null
  subject: boolean
}

/**
 * Does a removal again that came after the backup which was restored.
 * @returns false where the backup does not hold the message that gave rise to it; nothing of it can be there then but in copies, which are
 * looked for by its list all the same
 */
export async function repeatRemoval(tx: Tx, secret: string, past: PastRemoval): Promise<boolean> {
  const list = await tx
    .selectFrom('sharedList as list')
    .select(['id', 'name', 'groupId', 'language'])
    .where('id', '=', past.listId)
    .executeTakeFirst()
  if (!list) return false
  const found = await tx
    .selectFrom('sharedMessage as message')
    .select(['id', 'rawId', 'threadId', 'messageId', 'variant', 'sentAt'])
    .where('listId', '=', list.id)
    .where('messageId', '=', past.messageId)
    .where('variant', '=', past.variant)
    .executeTakeFirst()
  if (!found && past.kind === 'message') return false
  const message = found ?? { id: 0, rawId: 0, threadId: 0, messageId: past.messageId, variant: past.variant, sentAt: new Date(0) }
  const origin = { list, message, secret }
  const taken =
    past.kind === 'words'
      ? await takeWords(tx, origin, { needles: [hashedNeedle(secret, past.words ?? 0, past.mac ?? Buffer.alloc(0))] }, past.at)
      : await take(
          tx,
          origin,
          past.kind === 'message'
            ? { kind: 'message', subject: past.subject }
            : { kind: 'attachment', sha256: past.sha256?.toString('hex') ?? '' },
          past.at,
        )
  const { [changedIds]: ids, ...figures } = taken
  const by =
    past.byId === null
      ? undefined
      : await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', past.byId).executeTakeFirst()
  const { key, kind, words, mac, sha256, reason, at } = past
  const id = await insertOne(tx.insertInto('erasure'), {
    ...{ key, kind, words, mac, sha256, reason, at, listId: list.id, messageId: past.messageId, variant: past.variant },
    byId: by?.id ?? null,
    figures: JSON.stringify({ ...figures, subject: past.subject }),
  })
  await noteMessages(tx, id, ids)
  return true
}
