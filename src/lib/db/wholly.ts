import { sql } from 'kysely'
import type { Tx } from './rows.ts'

/**
 * Does something within a transaction that goes on whatever comes of it: all of it, or nothing.
 * @param keep false: it is only tried
 * @throws what it throws, when nothing of it is left
 */
export async function wholly<T>(tx: Tx, act: () => Promise<T>, keep = true): Promise<T> {
  await sql`savepoint wholly`.execute(tx)
  try {
    const made = await act()
    if (!keep) await sql`rollback to savepoint wholly`.execute(tx)
    return made
  } catch (error) {
    await sql`rollback to savepoint wholly`.execute(tx)
    throw error
  } finally {
    await sql`release savepoint wholly`.execute(tx)
  }
}
