import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { pullMailsForward } from '../../archive/actions.ts'
import type { Site } from '../../config.ts'
import { NotFound } from '../../errors.ts'
import { findHolders } from '../../groups/queries.ts'
import { record } from '../../journal/actions.ts'
import { orNoText, type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import { beginAnew } from '../../lib/db/tries.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { pullDeliveriesForward, sendLetter } from '../../outbox/actions.ts'
import { alarmLetter } from './mails.ts'
import { listStanding } from './queries.ts'
import { beyond, decideTelling, ringing, type SiteState, soon } from './rules.ts'

const t = textsOf('operations', 'watchPage')

/** Tells the administrators of what began to stall, of what still does after a day, and of what is over; of nothing twice. */
export async function tellAlarms(tx: Tx, site: Site, state: SiteState, at: Date): Promise<void> {
  await tx.selectFrom('alarm').select('key').forUpdate().execute()
  const standing = await listStanding(tx)
  const { tell, over } = decideTelling(ringing(state), standing, at)
  if (tell.length + over.length === 0) return
  for (const key of tell) await upsertRow(tx.insertInto('alarm'), { key }, { toldAt: at }, { since: at })
  await tx.deleteFrom('alarm').where('key', 'in', orNoText(over)).execute()
  for (const holder of await findHolders(tx, null, ['administrator'], at))
    await sendLetter(tx, site, at, alarmLetter(holder, { tell, over, state }, site.baseUrl))
}

/**
 * Takes back what a clock that was ahead has put off for days: deliveries, mails, the pause of the relay, jobs, the schedule's own notes
 * and the alarms that were told. What nothing ever puts off so far is due now.
 * @returns how much that was
 */
export async function pullForward(tx: Tx, at: Date): Promise<number> {
  const changes = [
    sql`update alarm set told_at = ${at} where told_at > ${soon(at)}`,
    // Tried before, or made at an instant that is still to come; what is to happen on a day far off was made in the past.
    sql`update graphile_worker._private_jobs set run_at = ${at}
      where locked_at is null and run_at > ${beyond(at)} and (attempts > 0 or created_at > ${soon(at)})`,
    sql`update graphile_worker._private_known_crontabs set last_execution = ${at} where last_execution > ${soon(at)}`,
  ]
  let count = (await pullDeliveriesForward(tx, beyond(at), at)) + (await pullMailsForward(tx, beyond(at), at))
  for (const change of changes) count += Number((await change.execute(tx)).numAffectedRows ?? 0)
  return count
}

/** Has a job tried again that failed again and again, used up its tries or is parked. */
export async function retryJob(tx: Tx, actor: Actor, id: number): Promise<void> {
  const task = await beginAnew(tx, id)
  if (!task) throw new NotFound(t.backgroundJobNotFoundMight)
  await record(tx, actor, { action: 'job.retried', subject: `job:${id}`, details: { task } })
}

/** Notes that a backup of the schedule begins. */
export const beginBackup = async (tx: Tx, at: Date): Promise<number> =>
  (await tx.insertInto('backupRun').values({ beganAt: at }).returning('id').executeTakeFirstOrThrow()).id

/** Notes how a backup of the schedule ended. */
export async function endBackup(
  tx: Tx,
  id: number,
  { file, bytes, error }: { file: string; bytes: number | null; error: string },
  at: Date,
): Promise<void> {
  await updateOne(tx.updateTable('backupRun'), id, { endedAt: at, file, bytes, error: error.slice(0, 1_000) })
}
