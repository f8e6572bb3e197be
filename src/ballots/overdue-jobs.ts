import { findHolders, findHomeZone } from '../groups/queries.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findLastOf } from '../outbox/queries.ts'
import type { TaskContext } from '../task.ts'
import { stalled } from './overdue-mails.ts'
import { listOverdue } from './overdue-queries.ts'
import { patience } from './overdue-rules.ts'

const sixHours = 6 * 3_600

/**
 * Tells the administrators that a phase or a ballot has not turned though its time has come: once of each, every six hours at most. After that it
 * waits for them on Today and in the week's letter.
 */
export async function alarm(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const at = now()
  const overdue = await listOverdue(db, at)
  const told = await findLastOf(db, 'ballots.alarm')
  if (!overdue.some(({ since }) => told === null || since.getTime() > told.getTime() - patience)) return
  await write(async (tx) => {
    if (!(await takeTurn(tx, 'ballots.alarm', 1, sixHours, at))) return
    const home = await findHomeZone(tx)
    for (const holder of await findHolders(tx, null, ['administrator'], at))
      await sendLetter(tx, site, at, stalled(site.baseUrl, holder, overdue, home))
  })
}
