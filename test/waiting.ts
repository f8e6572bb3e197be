import { sql } from 'kysely'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** Until somebody waits for a lock that another transaction here holds. */
export const untilSomebodyWaits = ({ db }: Pick<World, 'db'>) =>
  expect
    .poll(async () => {
      const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
      return rows.length
    })
    .toBeGreaterThan(0)
