import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import type { Visibility } from '../lib/db/schema.ts'

/** A request, and the version with which everybody could read it. */
export interface Published {
  id: number
  version: number
}

/**
 * Of some requests that became public those that are so ever since, with who could read them before: whom somebody hid meanwhile, moved to
 * another group or merged, is not among them.
 */
export async function listStillPublic(db: Db, groupId: number, published: readonly Published[]) {
  const { rows } = await sql<Published & { before: Visibility }>`
    select r.id::int as id, r.version, b.fields ->> 'visibility' as before
    from unnest(${published.map(({ id }) => id)}::bigint[], ${published.map(({ version }) => version)}::int[]) p (id, version)
    join request r on r.id = p.id and r.group_id = ${groupId} and r.visibility = 'public' and r.merged_into_id is null
    join request_version b on b.request_id = r.id and b.number = p.version - 1
    where not exists (select from request_version v where v.request_id = r.id and v.number >= p.version and v.fields ->> 'visibility' <> 'public')
    order by r.id`.execute(db)
  return rows
}
