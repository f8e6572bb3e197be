import type { Site } from '../../config.ts'
import { findHolders } from '../../groups/queries.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { alarmLetter } from './mails.ts'
import { listStanding } from './queries.ts'
import { decideTelling, ringing, type SiteState } from './rules.ts'

/** Tells the administrators of what began to stall, of what still does after a day, and of what is over; of nothing twice. */
export async function tellAlarms(tx: Tx, site: Site, state: SiteState, at: Date): Promise<void> {
  await tx.selectFrom('alarm').select('key').forUpdate().execute()
  const standing = await listStanding(tx)
  const { tell, over } = decideTelling(ringing(state), standing, at)
  if (tell.length + over.length === 0) return
  for (const key of tell)
    await tx
      .insertInto('alarm')
      .values({ key, since: at, toldAt: at })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ toldAt: at }))
      .execute()
  await tx
    .deleteFrom('alarm')
    .where('key', 'in', ['', ...over])
    .execute()
  for (const holder of await findHolders(tx, null, ['administrator'], at))
    await sendLetter(tx, site, at, alarmLetter(holder, { tell, over, state }, site.baseUrl))
}

/** Notes that a backup of the schedule begins. */
export async function beginBackup(tx: Tx, at: Date): Promise<number> {
  return (await tx.insertInto('backupRun').values({ beganAt: at }).returning('id').executeTakeFirstOrThrow()).id
}

/** Notes how a backup of the schedule ended. */
export async function endBackup(
  tx: Tx,
  id: number,
  { file, bytes, error }: { file: string; bytes: number | null; error: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('backupRun')
    .set({ endedAt: at, file, bytes, error: error.slice(0, 1_000) })
    .where('id', '=', id)
    .execute()
}
