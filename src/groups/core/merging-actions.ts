import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Consequences, follow } from '../../consequences.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { todayOf } from '../../time.ts'
import { appoint, endYesterday } from './actions.ts'
import { listJoining } from './merging-queries.ts'

/**
 * One group goes into another: its people, and all that is theirs. It stays, closed, with its charter, its decisions and its history, and whoever
 * is in the other reads them. Who may, and whether they can be merged, is the caller's question.
 */
export async function mergeGroups(tx: Tx, actor: Actor, consequences: readonly Consequences[], from: number, to: number): Promise<void> {
  const joining = await listJoining(tx, from, to, todayOf(actor))
  // What a group called its roles is known in the other as well; what that one has a word for, it calls as before.
  await sql`insert into role_name (group_id, name, role, formal)
    select ${to}, name, role, formal from role_name where group_id = ${from} on conflict do nothing`.execute(tx)
  const names = await tx.selectFrom('roleName').select(['id', 'name']).where('groupId', '=', to).execute()
  for (const { personId, places, seats } of joining) {
    const given: number[] = []
    for (const { role, title, formal } of places) {
      const roleNameId = names.find(({ name }) => name === title)?.id
      given.push(await appoint(tx, actor, { personId, role, roleNameId, formal, groupId: to, fromOn: todayOf(actor) }))
    }
    const [first] = given
    if (first !== undefined && personId !== actor.personId) await enqueue(tx, 'charter.seated', { appointmentId: first })
    for (const one of seats) {
      await endYesterday(tx, actor, { id: one.id, groupId: from, role: one.role })
      await record(tx, actor, { action: 'appointment.ended', subject: `appointment:${one.id}`, groupId: from, details: { personId } })
    }
  }
  await sql`insert into group_community (group_id, community_id)
    select ${to}, community_id from group_community where group_id = ${from} on conflict do nothing`.execute(tx)
  // What was to pass with a role of a group that is no more is handed over to nobody.
  await tx
    .updateTable('handover')
    .set({ state: 'withdrawn', settledAt: actor.at, settledBy: actor.personId })
    .where('groupId', '=', from)
    .where('state', '=', 'prepared')
    .execute()
  await follow(consequences, 'groupMerged', tx, from, to)
  await tx.updateTable('workingGroup').set({ mergedInto: to }).where('mergedInto', '=', from).execute()
  await tx.updateTable('workingGroup').set({ closedAt: actor.at, mergedInto: to }).where('id', '=', from).execute()
  for (const groupId of [from, to])
    await record(tx, actor, { action: 'group.merged', subject: `group:${groupId}`, groupId, details: { from, to } })
}
