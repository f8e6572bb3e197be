import { sql } from 'kysely'
import { type Db, isThere } from '../lib/db/rows.ts'
import { readRaw } from './core/queries.ts'

/**
 * How many mails wait, how many are parked, and since when the oldest waits for somebody to sort it: one that is put off on purpose,
 * because a name server is silent, waits for nobody until its time has come.
 */
export async function inboundState(db: Db): Promise<{ waiting: number; parked: number; oldest: Date | null }> {
  return db
    .selectFrom('inbound')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
      e.fn.countAll<number>().filterWhere('state', '=', 'parked').as('parked'),
      sql<Date | null>`min(greatest(received_at, not_before)) filter (where state = 'waiting')`.as('oldest'),
    ])
    .where('state', 'in', ['waiting', 'parked'])
    .executeTakeFirstOrThrow()
}

/** Parked mails, newest first, with one more than the limit where there are more. */
export function listParkedMails(db: Db, before: number, limit: number) {
  return db
    .selectFrom('inbound')
    .select(['id', 'receivedAt', 'mailFrom', 'rcptTo', 'error', 'attempts', 'rawId'])
    .where('state', '=', 'parked')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The bytes of a mail that came; undefined where they are kept no more. */
export async function findInboundRaw(db: Db, id: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('inbound').select('rawId').where('id', '=', id).executeTakeFirst()
  return row && readRaw(db, row.rawId)
}

/** Has any mail come in by itself? */
export const hasReceived = (db: Db): Promise<boolean> => isThere(db.selectFrom('inbound').select('id').where('via', '=', 'mail'))
