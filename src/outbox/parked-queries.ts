import { listParkedMails } from '../archive/queries.ts'
import { type Db, isThere } from '../lib/db/rows.ts'
import { withoutTokens } from './secrecy-rules.ts'

/** Is what this delivery was to carry parked, so that it can be tried again? */
export const isParked = async (db: Db, letterId: number | null): Promise<boolean> =>
  letterId !== null && (await isThere(db.selectFrom('parkedLetter').select('letterId').where('letterId', '=', letterId)))

/** Parked mails, newest first, for the operator; without the tokens of the addresses that they came to. */
export async function listParked(db: Db, { before = Number.MAX_SAFE_INTEGER, limit = 30 } = {}) {
  const rows = await listParkedMails(db, before, limit)
  const parked = rows.slice(0, limit).map((row) => ({
    ...row,
    rcptTo: row.rcptTo.map(withoutTokens),
    error: row.error && withoutTokens(row.error),
  }))
  return { parked, next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}
