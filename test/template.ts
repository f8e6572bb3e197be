import type { Client } from 'pg'
import { pino } from 'pino'
import { connect } from '../src/lib/db/connect.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { prepareQueue } from '../src/lib/db/queue.ts'

/**
 * Fills the database of which every test gets a copy; called once a run, before the first test.
 * What stands here is paid once and not by every test: the schema, and the queue's own tables.
 */
export async function prepareTemplate(url: string): Promise<void> {
  await migrate(url)
  const database = connect(url, { size: 2 })
  await prepareQueue(database.pool, pino({ level: 'silent' }))
  await database.close()
}

/** Makes a database one to be copied. Nobody may be connected to it while it is. */
export async function sealTemplate(client: Client, name: string): Promise<void> {
  await client.query(`alter database ${name} with is_template true allow_connections false`)
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where datname = $1', [name])
  for (const { pid } of rows) await client.query('select pg_terminate_backend($1, 5000)', [pid])
}
