import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { findRaw, getArchive, getMessage, listAttachments } from '../../archive/queries.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { openLetter } from '../../outbox/queries.ts'
import { mayOwn } from '../../policy.ts'

/**
 * The message that an owner looks at to take something out, with what hangs on it.
 * @throws NotFound for everybody who does not own the list
 */
export async function getRemovable(db: Db, actor: Actor, listName: string, messageId: string, variant: number) {
  const list = await getArchive(db, actor, listName)
  if (!mayOwn(actor, list)) throw new NotFound(refusals.thereIsNoSuchPage)
  const message = await getMessage(db, list.id, messageId, variant)
  const raw = await db.selectFrom('sharedRawMail as rawMail').select('erasedAt').where('id', '=', message.rawId).executeTakeFirst()
  return { list, message, files: await listAttachments(db, [message.id]), gone: raw?.erasedAt !== null }
}

const chunk = 200

/** Mails that came in for a list and are in no archive, with their bytes; a few at a time. */
export async function* readUnarchived(db: Db, list: { id: number; name: string }): AsyncGenerator<{ rawId: number; raw: Buffer }> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number; rawId: number }>`
      select i.id, i.raw_id as "rawId" from shared_inbound i join shared_raw_mail r on r.id = i.raw_id
      where i.id > ${after} and r.bytes is not null
        and (exists (select from unnest(i.rcpt_to) t where lower(t) like ${`${list.name}@%`} or lower(t) like ${`${list.name}-%`} or lower(t) like ${`${list.name}+%`})
          or exists (select from held_mail h where h.inbound_id = i.id and h.list_id = ${list.id}))
        and not exists (select from shared_message m where m.raw_id = i.raw_id)
      order by i.id limit ${chunk}`.execute(db)
    for (const { rawId } of rows) {
      const raw = await findRaw(db, rawId)
      if (raw) yield { rawId, raw }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** A letter that may quote a message, opened. */
export interface QuotingLetter {
  id: number
  subject: string
  bytes: Buffer
  sealed: boolean
}

/** Letters that may quote a message of a list: those about the list, and those about none that are not older. */
export async function* readLetters(db: Db, secret: string, listId: number, since: Date): AsyncGenerator<QuotingLetter> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('sharedLetter as letter')
      .select(['id', 'subject', 'bytes', 'sealed'])
      .where('id', '>', after)
      .where('createdAt', '>=', since)
      .where((e) => e.or([e('listId', '=', listId), e('listId', 'is', null)]))
      .where('kind', '<>', 'people.sign-in')
      .orderBy('id')
      .limit(chunk)
      .execute()
    for (const row of rows) yield { ...row, bytes: openLetter(secret, row) }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
