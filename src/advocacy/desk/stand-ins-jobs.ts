import { findHolders, findStandIn } from '../../groups/queries.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findReader } from '../core/queries.ts'
import { standsIn } from '../mails.ts'
import { getVendorGroup } from '../queries.ts'

/** Somebody stands in for a guest: they hear what that means, the group to whom its letters go, and the guest where the group has said so. */
export async function tellStandIn({ appointmentId }: { appointmentId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const one = await findStandIn(db, appointmentId)
  if (!one || one.groupId === null || one.fromOn === null || one.toOn === null) return
  const { groupId, fromOn, toOn } = one
  const [standIn, away] = [await findReader(db, one.personId, now()), await findReader(db, one.awayId, now())]
  if (!standIn || !away) return
  const group = await getVendorGroup(db, groupId)
  const about = { group: group.name, guest: away.to.name, standIn: standIn.to.name, fromOn, toOn }
  const [desk, guests] = [`${site.baseUrl}/desk?group=${group.slug}`, `${site.baseUrl}/desk/guests?group=${group.slug}`]
  const leaders = await findHolders(db, groupId, ['coordinator', 'deputy'], now())
  await write(async (tx) => {
    await sendLetter(tx, site, now(), standsIn(standIn.to, 'standIn', { ...about, link: desk }))
    await sendLetter(tx, site, now(), standsIn(away.to, 'guest', { ...about, link: desk }))
    for (const to of leaders) await sendLetter(tx, site, now(), standsIn(to, 'group', { ...about, link: guests }))
  })
}
