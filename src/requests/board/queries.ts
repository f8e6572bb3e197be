import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'

/** The saved views of a group that somebody may use: their own and those that were shared. */
export const listViews = (db: Db, actor: Actor, groupId: number) =>
  db
    .selectFrom('boardView')
    .innerJoin('sharedPerson as person', 'person.id', 'boardView.personId')
    .select(['boardView.id', 'boardView.name', 'boardView.query', 'boardView.shared', 'boardView.personId', 'person.name as owner'])
    .where('groupId', '=', groupId)
    .where((e) => e.or([e('boardView.personId', '=', actor.personId ?? 0), e('boardView.shared', '=', true)]))
    .orderBy(sql`lower(board_view.name)`)
    .execute()

export const groupings = ['stage', 'area', 'topic', 'champion', 'kind', 'severity'] as const
export type Grouping = (typeof groupings)[number]
