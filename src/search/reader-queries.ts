import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { keptByVersion } from '../lib/db/kept-by-version.ts'
import type { Db } from '../lib/db/rows.ts'
import { audiencesOf, type ListFacts, maySeeAddresses } from '../policy.ts'

/** What somebody may find, and in which languages. */
export interface Reader {
  audiences: string[]
  lists: (ListFacts & { name: string; language: string; isOpen: boolean })[]
  /** Those of the lists whose addresses they see whole. */
  withAddresses: number[]
  groups: { id: number; slug: string; name: string }[]
}

type ReaderList = Reader['lists'][number]

/** All lists and groups, whoever asks. */
interface ListsAndGroups {
  lists: ReaderList[]
  groups: Reader['groups']
}

/** Read again only where something around the pages changed. */
const listsAndGroupsOf = keptByVersion(async (db): Promise<ListsAndGroups> => {
  const { rows } = await sql<ListsAndGroups>`
    select coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name, 'language', l.language, 'archive', l.archive,
        'isOpen', l.closed_at is null, 'groupId', l.group_id, 'communityIds', array(select c.community_id from shared_list_community c where c.list_id = l.id)))
        from shared_list l), '[]') as lists,
      coalesce((select json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) order by g.id)
        from shared_working_group g), '[]') as groups`.execute(db)
  return rows[0] ?? { lists: [], groups: [] }
})

/**
 * What this person may find: their audience keys, and the lists they may read with their languages. Decided when they ask.
 * @param around what stands for the groups and lists of the site as they are, where it was read for this request
 */
export async function readerOf(db: Db, actor: Actor, around?: string): Promise<Reader> {
  const { lists, groups } = await listsAndGroupsOf(db, around)
  const audiences = audiencesOf(actor, lists)
  const readable = lists.filter((list) => audiences.includes(`list:${list.id}`))
  const withAddresses = readable.filter((list) => maySeeAddresses(actor, list)).map(({ id }) => id)
  return { audiences, groups, lists: readable, withAddresses }
}
