import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'
import type { ArchiveAccess } from '../lib/db/schema.ts'

/** A list as far as it decides who reads its pages, and what stands for all that they show. */
interface ShownList {
  id: number
  groupId: number
  archive: ArchiveAccess
  communityIds: number[]
  /** Another one after each change of what the pages of this list show. */
  version: string
}

/** Every list by its name, as it stands now. */
export async function readShown(db: Db): Promise<Map<string, ShownList>> {
  const { rows } = await sql<ShownList & { name: string }>`
    with change as (select list_id, count(*) || '.' || sum(id) as version from shown_change group by list_id)
    select l.name, l.id, l.group_id, l.archive, array(select c.community_id::int from list_community c where c.list_id = l.id) as community_ids,
      coalesce((select version from change where list_id is null), '') || '/' || coalesce(mine.version, '') as version
    from list l left join change mine on mine.list_id = l.id`.execute(db)
  return new Map(rows.map(({ name, ...list }) => [name, list]))
}
