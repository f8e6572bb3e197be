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
