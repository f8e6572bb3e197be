import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

/** What stands for all that the site's own pages show: another one after each change of it, archives included. */
export async function readSiteVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select count(*) || '.' || coalesce(sum(id), 0) from site_change) || '/' ||
      (select count(*) || '.' || coalesce(sum(id), 0) from shown_change) as version`.execute(db)
  return rows[0]?.version ?? ''
}

/** What stands for what is around every page, the groups, lists, look, menu and own pages of the site: another one after each change of them. Mail does not change it. */
export async function readSurroundingsVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select (select count(*) || '.' || coalesce(sum(id), 0) from site_change) || '/' ||
      (select count(*) || '.' || coalesce(sum(id), 0) from shown_change where list_id is null) as version`.execute(db)
  return rows[0]?.version ?? ''
}
