import pg from 'pg'
import type { Logger } from 'pino'

/** The name under which a running worker is seen in pg_stat_activity. */
export const workerName = 'rapport worker'

/**
 * Listens for what other processes and transactions wake us for.
 * @returns a function that ends it
 */
export async function listen(url: string, log: Logger, heard: (channel: string) => void): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: workerName })
  // Without it the loops still look every second; they are only slower.
  client.on('error', (error) => log.warn({ err: error }, 'no longer listening for new work'))
  client.on('notification', ({ payload }) => heard(payload ?? ''))
  await client.connect()
  await client.query('listen rapport')
  return () => client.end()
}
