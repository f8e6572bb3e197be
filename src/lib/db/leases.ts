import type pg from 'pg'
import { pluck } from '../pluck.ts'
import { seemsUnheld, unheld } from './listen.ts'

/** What a worker's own row in the queue says of a job that it does not run any more. */
interface Left {
  id: string
  old: boolean
  /** Held for so long that others will take it for left. */
  stale: boolean
}

// Longer than a worker takes to connect again, or else to give up its jobs (`lapse` in listen.ts).
const grace = 20_000
const jobs = 'graphile_worker._private_jobs'
const queues = 'graphile_worker._private_job_queues'

/** Lets other workers have all that these hold. */
const free = (which: string) => `freed as (update ${jobs} set locked_at = null, locked_by = null where ${which})
  update ${queues} set locked_at = null, locked_by = null where ${which}`

/** Frees all jobs, where it is certain that no other worker can be: the embedded database has one process. */
export async function freeAll(pool: pg.Pool): Promise<void> {
  await pool.query(`with ${free('locked_by is not null')}`)
}

/** Remembers what is missing from look to look. @returns what has been for so many milliseconds */
export function longMissing(milliseconds: number): (names: string[], now: number) => string[] {
  let missing = new Map<string, number>()
  return (names, now) => {
    missing = new Map(names.map((name) => [name, missing.get(name) ?? now]))
    return [...missing].filter(([, since]) => now - since >= milliseconds).map(([name]) => name)
  }
}

/**
 * Looks for what workers hold whose lease is free: their process is gone, or cut off.
 * @returns a function that looks once; `now` in milliseconds of any clock that only goes on
 */
export function watchLeases(pool: pg.Pool): (now: number) => Promise<string[]> {
  const since = longMissing(grace)
  return async (now) => {
    const { rows } = await pool.query<{ name: string }>(`with holders as materialized (
        select locked_by as name from ${jobs} where locked_by is not null union select locked_by from ${queues} where locked_by is not null)
      select name from holders where ${seemsUnheld('name')}`)
    const dead = since(pluck(rows, 'name'), now)
    for (const name of dead) {
      // Asked once more in the statement itself: the worker may have come back just now.
      await pool.query(
        `with lease as materialized (select ${unheld('$1')} as gone), ${free('locked_by = $1 and (select gone from lease)')}`,
        [name],
      )
    }
    return dead
  }
}

/** What the queue takes for running here, of which some may have ended long ago: the word of it was lost with a connection. */
export async function listHeld(pool: pg.Pool, name: string): Promise<Left[]> {
  const { rows } = await pool.query<Left>(
    `select id::text, locked_at < now() - interval '20 seconds' as old, locked_at < now() - interval '1 hour' as stale from ${jobs} where locked_by = $1`,
    [name],
  )
  return rows
}

/** Takes jobs that are done out of the queue, and lets others run again, as long as they are this worker's. */
export async function settleHeld(pool: pg.Pool, name: string, { done, undone }: { done: string[]; undone: string[] }): Promise<void> {
  if (done.length + undone.length === 0) return
  await pool.query(
    `with gone as (delete from ${jobs} where id = any($2::bigint[]) and locked_by = $1 returning job_queue_id),
       freed as (update ${jobs} set locked_at = null, locked_by = null where id = any($3::bigint[]) and locked_by = $1 returning job_queue_id)
     update ${queues} set locked_at = null, locked_by = null
     where locked_by = $1 and id in (select job_queue_id from gone union select job_queue_id from freed)`,
    [name, done, undone],
  )
}

/** Says that this worker lives, so that a job of many hours is not taken for one that was left. */
export async function renew(pool: pg.Pool, name: string): Promise<void> {
  for (const table of [jobs, queues]) await pool.query(`update ${table} set locked_at = now() where locked_by = $1`, [name])
}
