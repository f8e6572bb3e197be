import { findHolders, findHomeZone } from '../groups/queries.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { sendLetter } from '../outbox/actions.ts'
import type { TaskContext } from '../task.ts'
import { stalled } from './overdue-mails.ts'
import { listOverdue } from './overdue-queries.ts'

const sixHours = 6 * 3_600

/** Tells the administrators that a phase or a ballot has not turned though its time has come, every six hours at most while that is so. */
export async function alarm(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const at = now()
  const overdue = await listOverdue(db, at)
  if (overdue.length === 0) return
  await write(async (tx) => {
    if (!(await takeTurn(tx, 'ballots.alarm', 1, sixHours, at))) return
    const home = await findHomeZone(tx)
    for (const holder of await findHolders(tx, null, ['administrator'], at))
      await sendLetter(tx, site, at, stalled(site.baseUrl, holder, overdue, home))
  })
}
