import { visitor } from '../../actor.ts'
import { listShowing } from '../../advocacy/queries.ts'
import { listCharterGroups, listVersions } from '../../charter/queries.ts'
import { listGroups } from '../../groups/queries.ts'
import type { Happening, ListHappenings } from '../../happening.ts'
import type { Db } from '../../lib/db/rows.ts'
import { standingGroups } from '../../lib/site-name.ts'
import { listLists } from '../../list/queries.ts'
import { listUnused } from '../look/queries.ts'
import { openPlaces } from '../look/rules.ts'

const most = 50

/**
 * What everybody may know of, the newest first: whatever is public and has an address. Read as nobody, so that nothing else is among it.
 * @param page of each kind of thing; on the first are the newest of all
 */
export async function listHappenings(db: Db, listers: readonly ListHappenings[], at: Date, { page = 1, limit = most } = {}) {
  const nobody = visitor(at, 'web')
  const all = await Promise.all(listers.map((list) => list(db, nobody, page)))
  return all
    .flat()
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
}

// As many addresses as one map may have (sitemaps.org).
const mostAddresses = 50_000

/** All that everybody may know of, page by page. */
async function listAllHappenings(db: Db, listers: readonly ListHappenings[], at: Date): Promise<Happening[]> {
  const all: Happening[] = []
  for (let page = 1; all.length < mostAddresses; page++) {
    const found = await listHappenings(db, listers, at, { page, limit: mostAddresses })
    if (found.length === 0) break
    all.push(...found)
  }
  return all
}

/** The charters that were adopted, by group: as it is in force, and each version at its own address. */
async function listCharters(db: Db): Promise<{ path: string; at?: Date }[]> {
  const groups = await listCharterGroups(db)
  const versions = await Promise.all(groups.map(({ id }) => listVersions(db, id)))
  return groups.flatMap(({ slug }, i) => {
    const own = (versions[i] ?? []).map(({ number, adoptedAt }) => ({
      path: `/groups/${slug}/charter/${number}`,
      ...(adoptedAt ? { at: adoptedAt } : {}),
    }))
    return own.length > 0 ? [{ path: `/groups/${slug}/charter` }, ...own] : []
  })
}

/** Every public address that has a name: places, charters, lists, pages, and what happened. */
export async function listPublicAddresses(db: Db, listers: readonly ListHappenings[], at: Date): Promise<{ path: string; at?: Date }[]> {
  const [lists, happenings, showing, charters, groups, unused] = await Promise.all([
    listLists(db, visitor(at, 'web')),
    listAllHappenings(db, listers, at),
    listShowing(db),
    listCharters(db),
    listGroups(db),
    listUnused(db),
  ])
  return [
    { path: '/' },
    ...openPlaces(showing.length > 0, unused)
      .filter((place) => place !== 'search')
      .map((place) => ({ path: `/${place}` })),
    ...showing.slice(1).map(({ slug }) => ({ path: `/relationship?group=${slug}` })),
    // The page of a group that stands alone is the first.
    ...(standingGroups(groups).length > 1 ? standingGroups(groups).map(({ slug }) => ({ path: `/groups/${slug}` })) : []),
    ...charters,
    ...lists.flatMap((list) => [{ path: `/lists/${list.name}` }, ...(list.mayRead ? [{ path: `/lists/${list.name}/threads` }] : [])]),
    ...happenings,
  ].slice(0, mostAddresses)
}
