import { sql } from 'kysely'
import { idsOf, orNoId, type Tx } from '../lib/db/rows.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { old } from './erasure-queries.ts'

const undelivered = keptOf('outbox', 'undelivered')

const stub = Buffer.from('Subject: (removed)\r\n\r\n')

/** A person is erased: her letters say nothing any more, nor where they went, and what waits for her is not sent. */
export const eraseLettersOf = async (tx: Tx, personId: number, at: Date): Promise<void> =>
  eraseLetters(tx, await tx.selectFrom('letter').select('id').where('personId', '=', personId).execute(), at)

/** So do those to an address of hers that name no person: answers to what was written from it, and letters from before she was known. */
export async function eraseLettersTo(tx: Tx, emails: readonly string[], at: Date): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select l.id from letter l where l.person_id is null
      and exists (select from delivery d where d.letter_id = l.id and lower(d.email) = any(${emails}::text[]))
      and not exists (select from delivery d where d.letter_id = l.id and lower(d.email) <> all(${emails}::text[]))`.execute(tx)
  await eraseLetters(tx, rows, at)
}

async function eraseLetters(tx: Tx, letters: readonly { id: number }[], at: Date): Promise<void> {
  const ids = orNoId(idsOf(letters))
  await tx.updateTable('letter').set({ bytes: stub, sealed: false, subject: '(removed)', key: null }).where('id', 'in', ids).execute()
  await tx.deleteFrom('parkedLetter').where('letterId', 'in', ids).execute()
  await cancelWaiting(tx, 'letterId', ids, at, null)
}

/** What waits of these posts, which were removed, is not sent any more. Answers with how many deliveries there were. */
export const cancelPosts = (tx: Tx, messageIds: readonly number[], at: Date): Promise<number> =>
  cancelWaiting(tx, 'messageId', messageIds, at, undelivered('removed'))

async function cancelWaiting(
  tx: Tx,
  of: 'letterId' | 'messageId',
  ids: readonly number[],
  at: Date,
  answer: string | null,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({ state: 'cancelled', settledAt: at, answer })
    .where(of, 'in', orNoId(ids))
    .where('state', 'in', ['queued', 'deferred'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** A letter says something else from now on. */
export async function rewordLetter(tx: Tx, id: number, words: { subject: string; bytes?: Buffer }): Promise<void> {
  await tx.updateTable('letter').set(words).where('id', '=', id).execute()
}

/** Letters that carry a mail which was removed say nothing any more; those that wait are not sent. */
export async function removeLetters(tx: Tx, ids: readonly number[], at: Date): Promise<{ letters: number; deliveries: number }> {
  const removed = await tx
    .updateTable('letter')
    .set({ bytes: Buffer.concat([stub, Buffer.from('This mail was removed.\r\n')]), sealed: false, subject: '(removed)' })
    .where('id', 'in', orNoId(ids))
    .returning('id')
    .execute()
  const deliveries = await cancelWaiting(tx, 'letterId', idsOf(removed), at, undelivered('removed'))
  return { letters: removed.length, deliveries }
}

/** Lets go of one portion of what is old, by its kind; each answers with how many there were. */
export const letGo = {
  letters: async (tx: Tx, before: Date, limit: number) =>
    (await sql`update letter set bytes = '' where ctid in (select t.ctid ${old.letters(before)} limit ${limit})`.execute(tx))
      .numAffectedRows,
  deliveries: async (tx: Tx, before: Date, limit: number) =>
    (await sql`delete from delivery where ctid in (select t.ctid ${old.deliveries(before)} limit ${limit})`.execute(tx)).numAffectedRows,
  bounces: async (tx: Tx, before: Date, limit: number) =>
    (await sql`delete from bounce where ctid in (select t.ctid ${old.bounces(before)} limit ${limit})`.execute(tx)).numAffectedRows,
}
