import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'

/**
 * What stands for all that the site's own pages show: another one after each change of it, archives included. Cycles and their rounds are
 * few, and what the feeds tell of them is read as it is.
 */
export async function readSiteVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select count(*) || '.' || coalesce(sum(id), 0) from site_change) || '/' ||
      (select count(*) || '.' || coalesce(sum(id), 0) from shown_change) || '/' ||
      (select md5(coalesce(string_agg(concat_ws(' ', id, state, title, opens_at, closes_at), ',' order by id), '')) from shared_ballot ballot
        where kind = 'wishes' and state <> 'preparing') || '/' ||
      (select md5(coalesce(string_agg(concat_ws(' ', c.id, c.title, p.opens_at, p.closes_at), ',' order by c.id, p.opens_at), ''))
        from cycle c left join cycle_phase p on p.cycle_id = c.id) as version`.execute(db)
  return rows[0]?.version ?? ''
}
