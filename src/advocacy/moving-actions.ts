import { sql } from 'kysely'
import { Conflict } from '../errors.ts'
import { orNoId, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { joinCases } from './portal/joining-actions.ts'

const t = textsOf('advocacy', 'movingRequests')

/**
 * What the vendor said of requests goes with them; what it was sent, has promised or delivered to a group stays there, and so does the request.
 * @throws Conflict where the vendor has one of these
 */
export async function moveSaid(tx: Tx, ids: readonly number[], to: number): Promise<void> {
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
}
