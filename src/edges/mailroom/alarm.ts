import { inboundState } from '../../archive/inbound-queries.ts'
import { findHolders } from '../../groups/queries.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { parkedMails } from './mails.ts'

const hour = 3_600

/**
 * Tells the administrators that mail is parked, once an hour at most, however many come; each day while some is it only repeats what waits for
 * them, which the week's letter does.
 */
export async function alarm({ isNew = false }: { isNew?: boolean }, { db, write, site, now }: TaskContext): Promise<void> {
  const { parked } = await inboundState(db)
  if (parked === 0) return
  const at = now()
  await write(async (tx) => {
    if (!(await takeTurn(tx, 'inbound.alarm', 1, hour, at))) return
    for (const holder of await findHolders(tx, null, ['administrator'], at))
      await sendLetter(tx, site, at, { ...parkedMails(site.baseUrl, holder, parked), ...(isNew ? {} : { repeats: {} }) })
  })
}
