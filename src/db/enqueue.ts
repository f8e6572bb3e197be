import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** A job for later; its name is `domain.verb` and stands in `src/jobs/tasks.ts`. */
export interface JobOptions {
  /** Not before this instant. */
  runAt?: Date
  /** A second job of the same key replaces the first while that one waits. */
  key?: string
  /** Jobs of one queue run one after another. */
  queue?: string
}

/** Queues a job in the same transaction as the change that needs it: both happen, or neither. */
export async function enqueue(tx: Tx, name: string, payload: object = {}, { runAt, key, queue }: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null},
    run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null})`.execute(tx)
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
