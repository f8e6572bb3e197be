import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'

/**
 * Drops the lines of changes but the last one of each list. What is kept ready of these lists is made once more.
 */
export async function thinChanges(db: Db): Promise<void> {
  await sql`delete from site_change where id < (select max(id) from site_change) and (select count(*) from site_change) > 100`.execute(db)
  await sql`delete from shown_change c using (select list_id, max(id) as last, count(*) as lines from shown_change group by list_id) g
    where c.list_id is not distinct from g.list_id and g.lines > 100 and c.id < g.last`.execute(db)
}
