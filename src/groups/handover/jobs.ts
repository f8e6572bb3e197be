import { program } from '../../actor.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { findReader } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { handedOver as done, handoverPrepared as prepared } from './mails.ts'
import { getHandover } from './queries.ts'

async function tell(handoverId: number, compose: typeof done, { db, write, site, now }: TaskContext): Promise<void> {
  const seer = { ...program(now()), personId: 0, grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
  const handover = await getHandover(db, seer, handoverId)
  const facts = { ...handover, actions: handover.items.filter((item) => item.outcome === 'action').length }
  const readers = (await Promise.all([handover.fromId, handover.toId].map((id) => findReader(db, id)))).filter((one) => one !== undefined)
  await write(async (tx) => {
    for (const to of readers) await sendLetter(tx, site, now(), compose(to, facts, `${site.baseUrl}/handovers/${handoverId}`))
  })
}

/** Tells of a handover that is prepared. */
export const handoverPrepared = ({ handoverId }: { handoverId: number }, context: TaskContext): Promise<void> =>
  tell(handoverId, prepared, context)

/** Tells that a role is handed over. */
export const handedOver = ({ handoverId }: { handoverId: number }, context: TaskContext): Promise<void> => tell(handoverId, done, context)
