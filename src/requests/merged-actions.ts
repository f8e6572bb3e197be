import { sql } from 'kysely'
import { moveRows } from '../consequences.ts'
import type { Tx } from '../lib/db/rows.ts'
import { lockAreas } from './areas-actions.ts'
import { forgetIndexes } from './similar-index-actions.ts'

/** A product area or topic that both groups have by the same name is one from now on; the others move. */
async function moveNamed(
  tx: Tx,
  from: number,
  to: number,
  table: 'product_area' | 'topic',
  used: readonly ('request' | 'user_case' | 'story')[],
) {
  const column = table === 'topic' ? 'topic_id' : 'area_id'
  for (const one of used)
    await sql`update ${sql.table(one)} u set ${sql.ref(column)} = ${table === 'product_area' ? sql`area_now(theirs.id)` : sql`theirs.id`}
      from ${sql.table(table)} ours join ${sql.table(table)} theirs on theirs.group_id = ${to} and theirs.name = ours.name
      where ours.group_id = ${from} and u.${sql.ref(column)} = ours.id`.execute(tx)
  // What was merged into one that stays behind is merged into the one of its name.
  if (table === 'product_area')
    await sql`update product_area merged set merged_into_id = area_now(theirs.id)
      from product_area ours join product_area theirs on theirs.group_id = ${to} and theirs.name = ours.name
      where ours.group_id = ${from} and merged.merged_into_id = ours.id`.execute(tx)
  await sql`update ${sql.table(table)} ours set group_id = ${to} where ours.group_id = ${from}
    and not exists (select from ${sql.table(table)} theirs where theirs.group_id = ${to} and theirs.name = ours.name)`.execute(tx)
}

/** Requests move with all that was said of them. What both groups named alike is told apart by the name of the group that had it. */
export async function moveRequests(tx: Tx, from: number, to: number): Promise<void> {
  for (const id of [from, to].toSorted((a, b) => a - b)) await lockAreas(tx, id)
  await moveNamed(tx, from, to, 'product_area', ['request', 'user_case', 'story'])
  await moveNamed(tx, from, to, 'topic', ['request'])
  const slug = sql`(select slug from shared_working_group working_group where id = ${from})`
  await sql`update request r set old_number = ${slug} || ' ' || r.old_number where r.group_id = ${from}
    and exists (select from request o where o.group_id = ${to} and o.old_number = r.old_number)`.execute(tx)
  await sql`update affirmation a set name = a.name || ' (' || ${slug} || ')' where a.group_id = ${from}
    and exists (select from affirmation o where o.group_id = ${to} and o.name = a.name)`.execute(tx)
  await sql`update board_view v set name = v.name || ' (' || ${slug} || ')' where v.group_id = ${from}
    and exists (select from board_view o where o.group_id = ${to} and o.person_id is not distinct from v.person_id and o.name = v.name)`.execute(
    tx,
  )
  // A file that both have brought stays with the group that brought it second in name alone: its requests have moved.
  await sql`update request_import i set group_id = ${to} where i.group_id = ${from}
    and not exists (select from request_import o where o.group_id = ${to} and o.sha256 = i.sha256 and o.undone_at is null)`.execute(tx)
  await forgetIndexes(tx, from)
  await moveRows(tx, from, to, ['request', 'userCase', 'story', 'affirmation', 'boardView', 'likeness', 'mergeProposal', 'synonym'])
}
