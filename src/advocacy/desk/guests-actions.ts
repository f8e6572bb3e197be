import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { appoint, type Days, endStandIn, endYesterday, letStandIn } from '../../groups/actions.ts'
import { findStandIn } from '../../groups/queries.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { ensurePerson } from '../../people/actions.ts'
import { mayLead } from '../../policy.ts'
import { todayOf } from '../../time.ts'

const t = textsOf('advocacy', 'desk')

/** For whom somebody stands in as a guest, and on which days. */
export interface InPlace extends Days {
  termId: number
}

/**
 * Makes somebody the vendor's guest of a group, from today on, or in a colleague's place for some days; they get a mail.
 * @throws Invalid for one of the group's own, who would see both sides, or who is a guest already
 */
export async function inviteGuest(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { name, email, inPlace }: { name: string; email: string; inPlace?: InPlace | undefined },
) {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId } = await ensurePerson(tx, actor, { name, email, verified: true })
  const held = await tx
    .selectFrom('sharedAppointment as appointment')
    .select('role')
    .where('personId', '=', personId)
    .where('groupId', '=', groupId)
    .where(sql<boolean>`(to_on is null or to_on >= ${actor.at}::date)`)
    .execute()
  if (!inPlace && held.some(({ role }) => role === 'vendor_guest'))
    throw new Invalid(refusals.pleaseLookAgain, { email: t.thisPersonIsAGuestAlready })
  if (held.some(({ role }) => role !== 'vendor_guest')) throw new Invalid(refusals.pleaseLookAgain, { email: t.thisIsOneOfTheGroup })
  if (inPlace) {
    const standInId = await letStandIn(tx, actor, groupId, inPlace.termId, personId, inPlace)
    await enqueue(tx, 'vendor.standIn', { appointmentId: standInId })
    return standInId
  }
  const id = await appoint(tx, actor, { personId, role: 'vendor_guest', groupId, fromOn: todayOf(actor) })
  await enqueue(tx, 'vendor.invited', { groupId, personId })
  return id
}

/** A guest's role ends today: from tomorrow on, and at once for what is asked anew, they see nothing of it any more. */
export async function endGuest(tx: Tx, actor: Actor, groupId: number, appointmentId: number): Promise<void> {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const standIn = await findStandIn(tx, appointmentId)
  if (standIn) return endStandIn(tx, actor, groupId, appointmentId)
  const ended = await endYesterday(tx, actor, { id: appointmentId, groupId, role: 'vendor_guest' })
  if (!ended) throw new NotFound(t.guestNotFound)
  await recordOf(tx, actor, 'appointment.ended', { id: appointmentId, groupId }, { role: 'vendor_guest' })
}
