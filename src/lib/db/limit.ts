import { sql } from 'kysely'
import type { Db } from './rows.ts'

/**
 * Counts one more of something that costs, shared by all processes.
 * @param key what is counted for whom: `sign-in:203.0.113.0/24`
 * @param seconds the window's length
 * @returns how many there were in this window, this one among them, and the seconds until it ends
 */
export async function countTurn(db: Db, key: string, seconds: number, now: Date): Promise<{ taken: number; left: number }> {
  const startsAt = new Date(Math.floor(now.getTime() / (seconds * 1_000)) * seconds * 1_000)
  const row = await db
    .insertInto('rateWindow')
    .values({ key, startsAt, taken: 1 })
    .onConflict((conflict) => conflict.columns(['key', 'startsAt']).doUpdateSet({ taken: sql`rate_window.taken + 1` }))
    .returning('taken')
    .executeTakeFirstOrThrow()
  return { taken: row.taken, left: Math.ceil(startsAt.getTime() / 1_000 + seconds - now.getTime() / 1_000) }
}

/**
 * Counts one more of something that costs.
 * @param most how many are allowed in a window
 * @returns false when it was one too many
 */
export const takeTurn = async (db: Db, key: string, most: number, seconds: number, now: Date): Promise<boolean> =>
  (await countTurn(db, key, seconds, now)).taken <= most

/** Drops windows that are over. */
export async function sweepTurns(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('rateWindow')
    .where('startsAt', '<', new Date(now.getTime() - 86_400_000))
    .execute()
}
