import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'

/** The roles that somebody holds today, each with the short name of its group or user group; of the whole site: `site`. */
export async function namesOfRoles(db: Db, { grants }: Pick<Actor, 'grants'>): Promise<{ group: string; role: string }[]> {
  const ids = (of: 'groupId' | 'communityId') => [0, ...grants.flatMap((grant) => grant[of] ?? [])]
  const groups = await db.selectFrom('workingGroup').select(['id', 'slug']).where('id', 'in', ids('groupId')).execute()
  const communities = await db.selectFrom('community').select(['id', 'slug']).where('id', 'in', ids('communityId')).execute()
  const slugOf = (rows: typeof groups, id: number | null) => rows.find((row) => row.id === id)?.slug
  return grants
    .map(({ role, groupId, communityId }) => ({ role, group: slugOf(groups, groupId) ?? slugOf(communities, communityId) ?? 'site' }))
    .toSorted((a, b) => `${a.group} ${a.role}`.localeCompare(`${b.group} ${b.role}`, 'en'))
}
