import { findHolders } from '../charter/queries.ts'
import { sendLetter } from '../outbox/actions.ts'
import type { TaskContext } from '../task.ts'
import { parkedMails } from './mails.ts'
import { inboundState } from './queries.ts'

/** Tells the administrators that mail is parked. Queued under one key, so that a flood makes one letter. */
export async function alarm(_: object, context: TaskContext): Promise<void> {
  const { parked } = await inboundState(context.db)
  if (parked === 0) return
  for (const holder of await findHolders(context.db, null, ['administrator'], context.now()))
    await context.write((tx) => sendLetter(tx, context.site, context.now(), parkedMails(context.site.baseUrl, holder, parked)))
}
