import { sql } from 'kysely'
import type { Db, Tx } from './connect.ts'

// Counted where turns are: for a day, and not over a crash of the database, which is no doing of what was begun.
const day = 86_400_000
const dayOf = (at: Date): Date => new Date(Math.floor(at.getTime() / day) * day)

async function count(db: Db, keys: string[], times: number, at: Date): Promise<void> {
  await sql`insert into rate_window (key, starts_at, taken) select distinct key, ${dayOf(at)}::timestamptz, ${times}::integer
    from unnest(${keys}::text[]) as begun (key) order by key
    on conflict (key, starts_at) do update set taken = rate_window.taken + excluded.taken`.execute(db)
}

/**
 * Notes at once, in a statement of its own, that these are begun. The table is unlogged, so that its commit waits for no disk: a note outlasts
 * the process, and not the server.
 */
export const noteBegun = (db: Db, keys: string[], at: Date): Promise<void> => count(db, keys, 1, at)

/** Notes of these that they are begun no more, as of what ended the process so often. */
export const noteEnding = (tx: Tx, keys: string[], times: number, at: Date): Promise<void> => count(tx, keys, times, at)

/** How often each of these was begun and neither done nor taken back; those that never were are not there. */
export async function countBegun(db: Db, keys: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; taken: number }>`
    select key, sum(taken)::int as taken from rate_window where key = any(${keys}::text[]) group by key having sum(taken) > 0`.execute(db)
  return new Map(rows.map(({ key, taken }) => [key, taken]))
}

/** Takes back that these were begun once: they failed, and the process lives. */
export async function takeBackBegun(tx: Tx, keys: string[]): Promise<void> {
  await sql`update rate_window set taken = taken - 1 where key = any(${keys}::text[])`.execute(tx)
}

/** Forgets how often these were begun. */
export async function forgetBegun(tx: Tx, keys: string[]): Promise<void> {
  if (keys.length > 0) await sql`delete from rate_window where key = any(${keys}::text[])`.execute(tx)
}
