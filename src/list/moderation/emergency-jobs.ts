import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findKeepers, findSender } from '../core/queries.ts'
import { type Emergency, emergencyLetter } from './mails.ts'

/** Tells everybody else who looks after a list, those who lead its group among them, that all waits there, or no longer does. */
export async function emergency(
  { listId, personId, ...said }: Emergency & { listId: number; personId: number | null },
  context: TaskContext,
) {
  const { write, site, now } = context
  await write(async (tx) => {
    const list = { ...(await findSender(tx, listId)), ...site }
    for (const keeper of await findKeepers(tx, list, now()))
      if (keeper.id !== personId) await sendLetter(tx, site, now(), emergencyLetter(list, keeper, said))
  })
}
