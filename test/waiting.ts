import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import type { Tx } from '../src/lib/db/rows.ts'
import type { World } from './world.ts'

/** Finds a row for each who waits for a lock that another transaction here holds. */
export const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

/** Until somebody waits for a lock that another transaction here holds. */
export const untilSomebodyWaits = ({ db }: Pick<World, 'db'>) =>
  expect.poll(async () => (await waits.execute(db)).rows.length).toBeGreaterThan(0)

/** Does something while a transaction that did something before it is not over yet: it waits for that, or goes past it. */
export async function behind<T>(
  { db, write }: Pick<World, 'db' | 'write'>,
  before: (tx: Tx) => Promise<unknown>,
  act: () => Promise<T>,
): Promise<T> {
  const [held, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = write(async (tx) => {
    await before(tx)
    held.resolve()
    await go.promise
  })
  await Promise.race([held.promise, first])
  let done = false
  const asked = act().finally(() => {
    done = true
  })
  // What it throws is its caller's to see, once the other one is over.
  asked.catch(() => {})
  await vi.waitUntil(async () => done || (await waits.execute(db)).rows.length > 0, 60_000)
  go.resolve()
  await first
  return asked
}
