import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { type Joining, listJoining } from '../groups/queries.ts'
import { countRows, type Db } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { countMeetings } from '../meetings/queries.ts'
import { onlyAdministrators } from '../only.ts'
import { todayOf } from '../time.ts'
import { countRunning } from './closing-queries.ts'
import { whyNotMerge } from './merging-rules.ts'

const columns = ['id', 'slug', 'name', 'productId', 'closedAt'] as const

/**
 * A group that is to go into another, for who administers.
 * @throws NotFound to others
 */
export async function getMergeable(db: Db, actor: Actor, slug: string) {
  onlyAdministrators(actor)
  const group = await db.selectFrom('sharedWorkingGroup as workingGroup').select(columns).where('slug', '=', slug).executeTakeFirst()
  if (!group) throw new NotFound(refusals.thereIsNoSuchPage)
  return group
}

/** The other groups that work. */
export const listHeirs = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(columns)
    .where('id', '<>', groupId)
    .where('closedAt', 'is', null)
    .orderBy('name')
    .execute()

export type Mergeable = Awaited<ReturnType<typeof getMergeable>>

/** Why this cannot be, as things stand. */
export const findObstacle = async (db: Db, from: Mergeable, to: Mergeable, at: Date): Promise<string | undefined> =>
  whyNotMerge(from, to, await countRunning(db, from.id, at))

/** What would move, in numbers, and who would come with which role. */
export async function previewMerge(db: Db, actor: Actor, from: Mergeable, to: Mergeable) {
  const count = (table: 'list' | 'request' | 'document' | 'ballot') => countRows(db.selectFrom(table).where('groupId', '=', from.id))
  const [people, lists, requests, documents, ballots, meetings] = await Promise.all([
    listJoining(db, from.id, to.id, todayOf(actor)),
    count('list'),
    count('request'),
    count('document'),
    count('ballot'),
    countMeetings(db, from.id),
  ])
  return { people, counts: { lists, requests, documents, meetings, ballots } }
}

export type Preview = { people: Joining[]; counts: Record<'lists' | 'requests' | 'documents' | 'meetings' | 'ballots', number> }
