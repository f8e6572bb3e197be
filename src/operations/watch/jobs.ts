import { findHolders } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { markPauseTold, sendLetter } from '../../outbox/actions.ts'
import { findPause } from '../../outbox/queries.ts'
import type { TaskContext } from '../../task.ts'
import { beginBackup, endBackup, tellAlarms } from './actions.ts'
import { backUp } from './backup.ts'
import { relayPaused } from './mails.ts'
import { measureSite } from './queries.ts'

/** Looks whether something stalls, and tells the administrators. */
export async function watch(
  _: object,
  { db, write, site, now, sends = false, backups, disks = [], certificate, versions, walTo, replicated }: TaskContext,
): Promise<void> {
  const state = await measureSite(db, now(), {
    sends,
    backups: backups !== undefined,
    disks,
    certificate,
    versions,
    replicated,
    ...(walTo === undefined ? {} : { walTo }),
  })
  await write((tx) => tellAlarms(tx, site, state, now()))
  // A schedule that was set just now begins with a backup, not with a night without one.
  if (backups && state.backup.age === null && state.backup.error === '')
    await write((tx) => enqueue(tx, 'site.backup', {}, { key: 'site.backup' }))
}

/** Takes the backup of the schedule. One that fails is not tried again at once: the next turn is, and the alarm says so. */
export async function backup(_: object, { write, now, log, backups }: TaskContext): Promise<void> {
  if (!backups) return
  const id = await write((tx) => beginBackup(tx, now()))
  try {
    const { file, bytes } = await backUp(backups, now())
    await write((tx) => endBackup(tx, id, { file, bytes, error: '' }, now()))
  } catch (error) {
    log.error({ err: error }, 'the backup of the schedule failed')
    await write((tx) => endBackup(tx, id, { file: '', bytes: null, error: (error as Error).message }, now()))
  }
}

/** Tells the administrators that the relay takes no more for now: once a day at most, however long it lasts. */
export async function relayIsPaused(_: object, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  const pause = await findPause(db)
  if (!pause || (pause.toldAt && now().getTime() - pause.toldAt.getTime() < 24 * 3_600_000)) return
  const holders = await findHolders(db, null, ['administrator'], now())
  await write(async (tx) => {
    await markPauseTold(tx, now())
    for (const holder of holders) await sendLetter(tx, site, now(), relayPaused(site.baseUrl, holder, pause.reason))
  })
}
