import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findKeepers, findSender } from '../core/queries.ts'
import { takeStretch } from './actions.ts'
import { comingsAndGoings } from './mails.ts'
import { listChanges, listTelling } from './queries.ts'

// Who joins at this instant may be on their way into the database still; the next letter has them.
const settled = 60_000

/** Once a day: who joined a list and who left it, to those who look after it, where they wish it. A day without changes has no letter. */
export async function tellChanges(_: object, context: TaskContext): Promise<void> {
  const { site, now } = context
  const upTo = new Date(now().getTime() - settled)
  for (const { id } of await listTelling(context.db))
    await context.write(async (tx) => {
      const after = await takeStretch(tx, id, upTo)
      const changes = after && (await listChanges(tx, id, after, upTo))
      if (!changes || changes.joined.length + changes.left.length === 0) return
      const list = { ...(await findSender(tx, id)), ...site }
      for (const holder of await findKeepers(tx, list, now())) await sendLetter(tx, site, now(), comingsAndGoings(list, holder, changes))
    })
}
