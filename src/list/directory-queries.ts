import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, orNoId, readPage } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { listsShown, maySeeDirectory } from './directory-rules.ts'

const pageSize = 100

const findGroup = (db: Db, by: { slug: string } | { id: number }) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name', 'directory'])
    .select(sql<number[]>`array(select l.id::int from list l where l.group_id = working_group.id)`.as('listIds'))
    .select(
      sql<number[]>`array(select l.id::int from list l where l.group_id = working_group.id and l.archive <> 'group')`.as('openListIds'),
    )
    .$if('slug' in by, (query) => query.where('slug', '=', (by as { slug: string }).slug))
    .$if('id' in by, (query) => query.where('id', '=', (by as { id: number }).id))
    .executeTakeFirst()

/** The address of a group's directory, for who may see it. */
export async function findDirectory(db: Db, actor: Actor, groupId: number): Promise<string | undefined> {
  const group = await findGroup(db, { id: groupId })
  return group && maySeeDirectory(actor, group) ? `/directory/${group.slug}` : undefined
}

/**
 * The people on the lists of a group who show their profile, by name.
 * @throws NotFound to whom the group does not show them
 */
export async function getDirectory(db: Db, actor: Actor, slug: string, { search = '', page = 1 } = {}) {
  const group = await findGroup(db, { slug })
  if (!group || !maySeeDirectory(actor, group)) throw new NotFound(refusals.thereIsNoSuchPage)
  const base = db
    .selectFrom('sharedPerson as person')
    .where('erasedAt', 'is', null)
    .where('profileShown', '=', true)
    .where('id', 'in', (query) =>
      query
        .selectFrom('subscription')
        .select('personId')
        .where('listId', 'in', orNoId(listsShown(actor, group)))
        .where('endedAt', 'is', null),
    )
    .$if(search !== '', (query) => query.where(sql<boolean>`unaccent(lower(name)) like unaccent(${containing(search)})`))
  const { rows: people, ...counts } = await readPage(base.select(['id', 'name', 'about']).orderBy('name').orderBy('id'), {
    page,
    limit: pageSize,
  })
  return { group, people, ...counts }
}
