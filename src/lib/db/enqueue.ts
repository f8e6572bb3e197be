import { sql } from 'kysely'
import type { Jobs } from '../../signed.ts'
import { type Occasion, occasionNow } from './occasion.ts'
import type { Db, Tx } from './rows.ts'

/** How a job for later is queued. */
export interface JobOptions {
  /** Not before this instant. */
  runAt?: Date
  /** Not before so many milliseconds have gone by: what waits by a clock that differs from the database's comes no sooner for that. */
  after?: number
  /** A second job of the same key replaces the first while that one waits. */
  key?: string
  /** A second job of the same key changes nothing while the first waits. */
  keep?: boolean
  /** Jobs of one queue run one after another. */
  queue?: string
  /** How often it is tried, each time later than before: 8 take half an hour, 25 four days. 25 where nothing is said. */
  tries?: number
}

/** A job's facts, with the mail because of which it was queued. */
export type Payload<Facts> = Facts & { occasion?: Occasion }

/** Queues a job in the same transaction as the change that needs it: both happen, or neither. */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  ...[payload = {}, { runAt, after, key, keep, queue, tries } = {}]: object extends Jobs[Name]
    ? [payload?: object, options?: JobOptions]
    : [payload: Jobs[Name], options?: JobOptions]
): Promise<void> {
  // What replaces or joins another job is about more than one mail.
  const occasion = key === undefined ? occasionNow() : undefined
  const facts: Payload<object> = occasion ? { ...payload, occasion } : payload
  await sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(facts)}::json, queue_name => ${queue ?? null},
    run_at => coalesce(${runAt ?? null}::timestamptz, now() + ${after ?? null}::float8 * interval '1 millisecond'), job_key => ${key ?? null},
    job_key_mode => ${keep ? 'preserve_run_at' : 'replace'}, max_attempts => ${tries ?? null}::int)`.execute(tx)
}

/**
 * Takes the job of a key out of the queue, where it does not run at this moment. One that has used its last try would stay beside a new one
 * of its key.
 * @returns whether it waited: false where it runs, or there is none (any more)
 */
export async function dropJob(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await sql<{ waited: boolean | null }>`
    select (job).id is not null and (job).locked_at is null as waited from (select graphile_worker.remove_job(${key}) as job) removed`.execute(
    tx,
  )
  return rows[0]?.waited === true
}

/**
 * Takes the job of a key out of the queue where it waits, and leaves one that runs as it is: that is tried again where it fails.
 * @returns whether it waited
 */
export async function dropWaiting(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await sql`
    select from graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where key = ${key}))`.execute(tx)
  return rows.length > 0
}

/**
 * Looks after the job of a key that should be there.
 * @param spent is done where it has used its last try and ended without a word; `gone` where there is none, as after a move to another machine
 */
export async function lookAfterJob(tx: Tx, key: string, { spent, gone }: Record<'spent' | 'gone', () => Promise<void>>): Promise<void> {
  const job = await findJob(tx, key)
  if (job === 'spent') await spent()
  if (job === undefined) await gone()
}

/** How the job of a key is: it waits or runs, or it has used its last try; undefined where there is none. */
async function findJob(db: Db, key: string): Promise<'alive' | 'spent' | undefined> {
  const { rows } = await sql<{ spent: boolean }>`select attempts >= max_attempts and locked_at is null as spent
    from graphile_worker.jobs where key = ${key}`.execute(db)
  const [job] = rows
  return job && (job.spent ? 'spent' : 'alive')
}

/**
 * Wakes who waits for new rows of a kind (`inbound`, `delivery`) once this transaction commits.
 * PostgreSQL serialises commits that notify, so hot paths wake from outside instead (see smtp/intake.ts).
 */
export async function wake(tx: Tx, channel: 'inbound' | 'delivery'): Promise<void> {
  await sql`select pg_notify('rapport', ${channel})`.execute(tx)
}

/** Takes jobs that wait out of the queue, by how their names begin: of what was loaded from long ago nothing follows today. */
export async function dropJobs(tx: Tx, prefix: string): Promise<void> {
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where starts_with(task_identifier, ${prefix})))`.execute(
    tx,
  )
}
