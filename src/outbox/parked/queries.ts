import type { Db } from '../../lib/db/connect.ts'

/** Is what this delivery was to carry parked, so that it can be tried again? */
export const isParked = async (db: Db, letterId: number | null): Promise<boolean> =>
  letterId !== null &&
  (await db.selectFrom('parkedLetter').select('letterId').where('letterId', '=', letterId).executeTakeFirst()) !== undefined
