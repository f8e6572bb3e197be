import { sql } from 'kysely'
import { moveRows } from '../consequences.ts'
import type { Tx } from '../lib/db/rows.ts'
import { joinCases } from './portal/joining-actions.ts'

/** What was agreed with the vendor moves with the requests that it is about. A release that both groups noted is one. */
export async function moveAgreements(tx: Tx, from: number, to: number): Promise<void> {
  await sql`update delivery_claim c set release_id = theirs.id
    from release ours join release theirs on theirs.group_id = ${to} and theirs.product_id = ours.product_id and theirs.name = ours.name
    where ours.group_id = ${from} and c.release_id = ours.id`.execute(tx)
  await sql`update release ours set group_id = ${to} where ours.group_id = ${from} and not exists (select from release theirs
    where theirs.group_id = ${to} and theirs.product_id = ours.product_id and theirs.name = ours.name)`.execute(tx)
  // The points of a year are agreed once; what the group that closed had stays with it.
  await sql`update capacity c set group_id = ${to} where c.group_id = ${from}
    and not exists (select from capacity o where o.group_id = ${to} and o.product_id = c.product_id and o.year = c.year)`.execute(tx)
  await sql`delete from vendor_meeting m where m.group_id = ${from}
    and exists (select from vendor_meeting o where o.group_id = ${to} and o.meeting_id = m.meeting_id)`.execute(tx)
  // An address that both read is read once.
  await sql`update portal_feed f set closed_at = coalesce(f.closed_at, f.made_at) where f.group_id = ${from}
    and exists (select from portal_feed o where o.group_id = ${to} and o.url = f.url and o.closed_at is null)`.execute(tx)
  await joinCases(tx, to, sql`c.group_id = ${from}`)
  await moveRows(tx, from, to, [
    'answer',
    'answerCost',
    'brief',
    'commitment',
    'deliveryClaim',
    'portalCase',
    'portalFeed',
    'portalImport',
    'signingAsking',
    'signingWord',
    'submission',
    'tellingEvent',
    'tellingPost',
    'vendorMeeting',
  ])
}
