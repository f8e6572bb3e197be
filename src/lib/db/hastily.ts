import type { Pool } from 'pg'

/**
 * Does something on an embedded server that writes to the disk when it comes to it, not at each commit: many small transactions that would be
 * begun anew after a loss of power. What is committed is on the disk a moment after it.
 */
export async function hastily<T>(pool: Pool, act: () => Promise<T>): Promise<T> {
  await pool.query('alter system set synchronous_commit = off')
  await pool.query('select pg_reload_conf()')
  try {
    return await act()
  } finally {
    await pool.query('alter system reset synchronous_commit')
    await pool.query('select pg_reload_conf()')
  }
}
