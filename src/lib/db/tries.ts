import { sql } from 'kysely'
import { type Db, type Tx, upsertRow } from './rows.ts'

/** A job in one of its tries. */
export interface Try {
  id: number
  /** The first is 1. */
  attempt: number
}

/**
 * How many tries of this job before this one ended with their process; undefined where they failed before ends were noted. A try that was
 * fetched and not noted had not begun, but for the first after a quiet one, which needs no note: of those that left none, one counts.
 */
export async function countCutOff(db: Db, { id, attempt }: Try): Promise<number | undefined> {
  const known = await db.selectFrom('jobEnd').selectAll().where('jobId', '=', id).executeTakeFirst()
  if (!known && (await hasFailed(db, id))) return undefined
  // A job that was queued anew under its key counts from the beginning.
  const noted = known && known.try < attempt ? known : { try: 0, cutOff: 0 }
  return noted.cutOff || Math.min(1, attempt - 1 - noted.try)
}

/** A try that failed leaves its error with the queue; one whose process ended leaves nothing. */
async function hasFailed(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql<{
    failed: boolean
  }>`select last_error is not null as failed from graphile_worker._private_jobs where id = ${id}`.execute(db)
  return rows[0]?.failed === true
}

/** Notes how many tries up to this one were cut off, this one among them or not; what happens to it itself counts no more. */
export async function noteEnd(tx: Tx, { id, attempt }: Try, cutOff: number): Promise<void> {
  const end = { try: attempt, cutOff }
  await upsertRow(tx.insertInto('jobEnd'), { jobId: id }, end)
}

/** This try of a job is its last. How many it may have stays, for when somebody has it tried again. */
export async function endTries(tx: Tx, { id }: Try): Promise<void> {
  await sql`update graphile_worker._private_jobs set attempts = max_attempts where id = ${id}`.execute(tx)
}

// One that failed so often waits for minutes already: it will not mend itself.
const failingAfter = 5

/** Jobs that need somebody, in SQL: they failed again and again, used up their tries or are parked. */
export const needSomebody = sql`(attempts >= ${failingAfter} or attempts >= max_attempts) and last_error is not null`

/**
 * Gives a job that needs somebody all its tries anew, now; how its earlier ones ended is forgotten.
 * @returns what it does; undefined where there is no such job, or it runs just now
 */
export async function beginAnew(tx: Tx, id: number): Promise<string | undefined> {
  const { rows } = await sql<{ task: string }>`
    with anew as (update graphile_worker._private_jobs set attempts = 0, last_error = null, run_at = now()
      where id = ${id} and locked_at is null and ${needSomebody} returning task_id)
    select t.identifier as task from anew join graphile_worker._private_tasks t on t.id = anew.task_id`.execute(tx)
  const [job] = rows
  if (job) await tx.deleteFrom('jobEnd').where('jobId', '=', id).execute()
  return job?.task
}

/** Forgets how the tries of a job ended: it is done. */
export async function forgetEnds(tx: Tx, { id }: Try): Promise<void> {
  await tx.deleteFrom('jobEnd').where('jobId', '=', id).execute()
}
