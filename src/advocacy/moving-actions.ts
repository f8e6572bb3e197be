import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { idsOf, orNoId, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { joinCases } from './portal/joining-actions.ts'
import { indexBrief } from './search-actions.ts'

const t = textsOf('advocacy', 'movingRequests')

/**
 * What the vendor said of requests goes with them; what it was sent, has promised or delivered to a group stays there, and so does the request.
 * @throws Conflict where the vendor has one of these
 */
export async function moveSaid(tx: Tx, actor: Actor, ids: readonly number[], to: number): Promise<void> {
  for (const table of ['submissionItem', 'commitment', 'deliveryClaim'] as const) {
    const found = await tx
      .selectFrom(table as 'commitment')
      .select('id')
      .where('requestId', 'in', orNoId(ids))
      .executeTakeFirst()
    if (found) throw new Conflict(t.withTheVendor)
  }
  const moved = sql`= any(${[...ids]}::bigint[])`
  await joinCases(tx, to, sql`c.request_id ${moved}`)
  // What an entry was proposed for is in another group now, whose people alone read it there.
  await sql`update portal_case set proposed_id = null, why = null where proposed_id ${moved} and group_id <> ${to}`.execute(tx)
  for (const table of ['answer', 'answerCost', 'portalCase', 'tellingEvent'] as const)
    await tx
      .updateTable(table as 'answer')
      .set({ groupId: to })
      .where('requestId', 'in', orNoId(ids))
      .execute()
  // Who hears of what was answered is another now.
  for (const requestId of ids) await enqueue(tx, 'vendor.refind', { requestId })
  await leavePlans(tx, actor, ids, to)
}

/** What the group that a request leaves had in mind with it ends: it would read there what becomes of the request, and hand that to its vendor. */
async function leavePlans(tx: Tx, actor: Actor, ids: readonly number[], to: number): Promise<void> {
  const moved = sql`= any(${[...ids]}::bigint[])`
  await sql`delete from release_suggestion s using release r where r.id = s.release_id and r.group_id <> ${to} and s.request_id ${moved}`.execute(
    tx,
  )
  const { rows } = await sql<{ id: number; groupId: number; requestId: number }>`delete from brief_request q using brief b
    where b.id = q.brief_id and b.group_id <> ${to} and q.request_id ${moved}
    returning b.id::int, b.group_id::int, q.request_id::int`.execute(tx)
  // Whoever works on a package looks there why it is shorter.
  for (const { requestId, ...brief } of rows) await recordOf(tx, actor, 'brief.shortened', brief, { requestId })
  for (const id of new Set(idsOf(rows))) await indexBrief(tx, id)
}
