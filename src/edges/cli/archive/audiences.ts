import { type Actor, program } from '../../../actor.ts'
import { listCommunities, listGroups } from '../../../groups/queries.ts'
import type { Db } from '../../../lib/db/rows.ts'
import type { Locale } from '../../../lib/ui/format.ts'
import { listLists } from '../../../list/queries.ts'

/** Those who read the same, with somebody who stands for all of them: nobody's own things are hers. */
export interface Audience {
  name: string
  reader: Actor
}

/** Whom a site shows more than everybody: subscribers and members of each group, and the steering committees. */
export async function listAudiences(db: Db, at: Date, locale: Locale): Promise<Audience[]> {
  const all: Actor = { ...program(at), grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  const [groups, communities, lists] = [await listGroups(db), await listCommunities(db), await listLists(db, all)]
  // Nobody has this number; `behind` keeps away what is a person's alone.
  const somebody = { ...program(at), personId: 0, behind: 0, via: 'web' as const, locale }
  const ofGroups = groups.flatMap(({ id, slug }): Audience[] => {
    const own = lists.filter(({ groupId }) => groupId === id)
    const open = own.filter(({ archive }) => archive !== 'group').map((list) => list.id)
    return [
      { name: `subscribers-${slug}`, reader: { ...somebody, listIds: open } },
      {
        name: `group-${slug}`,
        reader: { ...somebody, listIds: own.map((list) => list.id), grants: [{ role: 'member', groupId: id, communityId: null }] },
      },
    ]
  })
  const steering = communities.map(({ id, slug }): Audience => {
    const open = lists.filter(({ communityIds, archive }) => archive !== 'group' && communityIds.includes(id)).map((list) => list.id)
    return {
      name: `steering-${slug}`,
      reader: { ...somebody, listIds: open, grants: [{ role: 'steering', groupId: null, communityId: id }] },
    }
  })
  return [...ofGroups, ...steering]
}
