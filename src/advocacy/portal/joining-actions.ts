import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../lib/db/rows.ts'

/**
 * What was said of entries goes to others; what is said there of the same day already is not said twice, but where it is the ground of an answer.
 * @param pairs of entries: `id` and `there`
 */
async function passStatuses(tx: Tx, pairs: RawBuilder<unknown>): Promise<void> {
  const twice = sql`s.portal_case_id = p.id and not s.is_change and exists (select from portal_status o
    where o.portal_case_id = p.there and not o.is_change and o.on_day = s.on_day and o.status = s.status)`
  await sql`update portal_status s set is_change = true from (${pairs}) p where s.answer_id is not null and ${twice}`.execute(tx)
  await sql`delete from portal_status s using (${pairs}) p where s.answer_id is null and ${twice}`.execute(tx)
  await sql`update portal_status s set portal_case_id = p.there from (${pairs}) p where s.portal_case_id = p.id`.execute(tx)
}

/**
 * Entries of a portal that come to a group which knows the same entry: what was said of it is said once, and the request of either is that of
 * the entry. Where each group has a request of its own for it, the one that comes keeps its entry as one that somebody has typed.
 * @param coming which entries `c` come, from one group
 */
export async function joinCases(tx: Tx, to: number, coming: RawBuilder<unknown>): Promise<void> {
  const pairs = sql`select c.*, t.id as there, t.request_id as their_request from portal_case c
    join portal_case t on t.group_id = ${to} and t.number = c.number where c.number <> '' and c.group_id <> ${to} and ${coming}`
  const apart = sql`(c.request_id is not null and c.their_request is not null and c.request_id <> c.their_request)`
  // One that is typed already has room for what was said, too.
  const typed = sql`select c.id, y.id as there from (${pairs}) c
    join portal_case y on y.group_id = c.group_id and y.request_id = c.request_id and y.number = '' and y.label = c.number where ${apart}`
  await passStatuses(tx, typed)
  await sql`delete from portal_case d using (${typed}) p where d.id = p.id`.execute(tx)
  await sql`update portal_case d set number = '', label = c.number from (${pairs}) c where ${apart} and d.id = c.id`.execute(tx)
  await passStatuses(tx, pairs)
  await sql`update portal_case t set request_id = coalesce(t.request_id, c.request_id), link = coalesce(nullif(t.link, ''), c.link),
      body = coalesce(nullif(t.body, ''), c.body), votes = coalesce(t.votes, c.votes),
      proposed_id = case when coalesce(t.request_id, c.request_id) is null then coalesce(t.proposed_id, c.proposed_id) end,
      why = coalesce(t.why, c.why),
      settled_at = case when coalesce(t.request_id, c.request_id) is null then t.settled_at end,
      settled_by = case when coalesce(t.request_id, c.request_id) is null then t.settled_by end
    from (${pairs}) c where t.id = c.there`.execute(tx)
  await sql`delete from portal_case d using (${pairs}) c where d.id = c.id`.execute(tx)
}
