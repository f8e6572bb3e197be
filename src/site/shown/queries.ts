import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

/** What stands for all that the site's own pages show: another one after each change of it, archives included. */
export async function readSiteVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select count(*) || '.' || coalesce(sum(id), 0) from site_change) || '/' ||
      (select count(*) || '.' || coalesce(sum(id), 0) from shown_change) as version`.execute(db)
  return rows[0]?.version ?? ''
}
