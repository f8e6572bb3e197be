import type pg from 'pg'

/** What the server says of itself: its version, and what time it has. */
export async function databaseClock(pool: pg.Pool): Promise<{ version: string; now: Date }> {
  const { rows } = await pool.query<{ version: string; now: Date }>(
    "select current_setting('server_version') as version, clock_timestamp() as now",
  )
  return rows[0] ?? { version: 'unknown', now: new Date(0) }
}
