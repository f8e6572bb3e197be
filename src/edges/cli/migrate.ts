import { readConfig } from '../../config.ts'
import { openGround } from '../../ground.ts'

/** `rapport migrate`: brings the database up to date and ends. */
export async function migrateDatabase(): Promise<number> {
  const ground = await openGround(readConfig())
  await ground.close()
  process.stdout.write('The database is up to date.\n')
  return 0
}
