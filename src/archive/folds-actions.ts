import { sql } from 'kysely'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { foldRules, foldsOf } from '../lib/mail/folds.ts'
import { firstWriters } from './core/threads-queries.ts'

const notedAtOnce = 500

/**
 * Notes how texts are divided where it was noted by other rules than those of today: after an upgrade that changed them, each page would find it
 * out anew for ever.
 * @returns the last message of this step; undefined where none is left
 */
export async function noteFolds(tx: Tx, after: number): Promise<number | undefined> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'text'])
    .where('id', '>', after)
    .where('text', '<>', '')
    .where(sql<boolean>`split_part(coalesce(folds, ''), ' ', 1) <> ${String(foldRules)}`)
    .orderBy('id')
    .limit(notedAtOnce)
    .forUpdate()
    .execute()
  if (rows.length === 0) return undefined
  const folds = rows.map(({ text }) => foldsOf(text))
  await sql`update message m set folds = f.folds from unnest(${idsOf(rows)}::bigint[], ${folds}::text[]) as f (id, folds) where m.id = f.id`.execute(
    tx,
  )
  return rows.at(-1)?.id
}

/**
 * Notes who wrote first in threads that do not say it: those of before it was noted, and those in which a name was taken out.
 * @returns the last thread of this step; undefined where none is left
 */
export async function noteWriters(tx: Tx, after: number): Promise<number | undefined> {
  // Locked before they are read: whoever takes a name out meanwhile is waited for.
  const rows = await tx
    .selectFrom('thread')
    .select('id')
    .where('id', '>', after)
    .where('names', 'is', null)
    .orderBy('id')
    .limit(notedAtOnce)
    .forNoKeyUpdate()
    .execute()
  await sql`update thread t set names = ${firstWriters(sql`t.id`)} where id = any(${idsOf(rows)}::bigint[])`.execute(tx)
  return rows.at(-1)?.id
}
