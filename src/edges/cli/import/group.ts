import type { Ground } from '../../../ground.ts'
import { getGroup, listGroups } from '../../../groups/queries.ts'
import { Usage } from '../inspect.ts'

/**
 * The group that a command line names, or the only one that there is.
 * @throws Usage with the groups to choose from
 */
export async function groupOf({ database: { db } }: Ground, slug: string | undefined, usage: string) {
  const groups = await listGroups(db)
  if (slug === undefined && groups.length === 1) return getGroup(db, groups[0]?.slug ?? '')
  const known = groups.map((one) => one.slug).join(', ')
  if (slug === undefined || !groups.some((one) => one.slug === slug))
    throw new Usage(`name the group with --group (${known}); usage: ${usage}`)
  return getGroup(db, slug)
}
