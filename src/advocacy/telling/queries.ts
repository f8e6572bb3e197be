import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import type { Shown } from '../../lib/db/shown.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Outcome } from '../../offers.ts'
import { mayCollate, mayLead, workOf } from '../../policy.ts'
import { type AskedIn, listAskedIn, listCasesFrom } from '../../requests/queries.ts'
import { readableBy } from '../answers/queries.ts'
import { type Event, sayEventIn } from './rules.ts'

const t = textsOf('advocacy', 'tellingPage')

/** Events with the facts of what they are about. */
const events = (db: Db) =>
  db
    .selectFrom('tellingEvent')
    .innerJoin('sharedRequest as request', 'request.id', 'tellingEvent.requestId')
    .leftJoin('answer', (join) => join.onRef('answer.id', '=', 'tellingEvent.subjectId').on('tellingEvent.kind', '=', 'answer'))
    .leftJoin('commitment', (join) =>
      join.onRef('commitment.id', '=', 'tellingEvent.subjectId').on('tellingEvent.kind', 'in', ['commitment', 'dropped']),
    )
    .leftJoin('commitment as earlier', (join) =>
      join.onRef('earlier.id', '=', 'commitment.carriedFrom').on('tellingEvent.kind', '=', 'commitment'),
    )
    .leftJoin('deliveryClaim', (join) =>
      join.onRef('deliveryClaim.id', '=', 'tellingEvent.subjectId').on('tellingEvent.kind', 'in', ['delivery', 'acceptance']),
    )
    .leftJoin('release', 'release.id', 'deliveryClaim.releaseId')
    .select(['tellingEvent.id', 'tellingEvent.kind', 'tellingEvent.requestId', 'tellingEvent.groupId', 'request.title'])
    .select(['tellingEvent.readersFrom', 'tellingEvent.madeAt', 'tellingEvent.subjectId'])
    // Nobody hears of a request who may not read it.
    .select(sql<Visibility>`least(telling_event.readers, request.visibility)`.as('readers'))
    .select(['answer.class as answerClass', 'commitment.points', 'commitment.year', 'commitment.state', 'deliveryClaim.verdict'])
    .select('earlier.id as carriedFrom')
    // Why a promise was moved stands where it was made first; what became of it since is told by itself.
    .select(
      sql<string | null>`coalesce(answer.reason,
        case telling_event.kind when 'commitment' then earlier.reason else commitment.reason end)`.as('reason'),
    )
    .select(sql<string | null>`coalesce(release.name, answer.release_name)`.as('releaseName'))

export type EventRow = Event & { groupId: number; subjectId: number }

/** What has not been told to a list yet, and who may hear it from when; the group's own view. */
export const listUntold = (db: Db, groupId: number): Promise<EventRow[]> =>
  events(db)
    .where('tellingEvent.groupId', '=', groupId)
    .where('tellingEvent.quiet', '=', false)
    .where(
      sql<boolean>`not exists (select from telling_post_event e join telling_post p on p.id = e.post_id
        where e.event_id = telling_event.id and p.dropped_at is null)`,
    )
    .orderBy('tellingEvent.requestId')
    .orderBy('tellingEvent.id')
    .limit(500)
    .execute()

/** How many of those who asked were told of each of some events by email, or will be in their summary. */
export async function countTold(db: Db, eventIds: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('told')
    .select((e) => ['eventId' as const, e.fn.countAll<number>().as('people')])
    .where('eventId', 'in', orNoId(eventIds))
    .groupBy('eventId')
    .execute()
  return new Map(rows.map(({ eventId, people }) => [eventId, people]))
}

/** May a list of the group hear an event `e`, as `isForLists` says it? */
export const forSomeList = sql<boolean>`exists (select from shared_list l where l.group_id = e.group_id and case
  when l.archive = 'group' then not exists (select from shared_list o where o.group_id = e.group_id and o.archive <> 'group')
  else e.readers = 'public' or (e.readers = 'subscribers' and l.archive = 'subscribers') end)`

/** What may be told to those concerned by now and was not, the oldest first; some minutes old, so that a batch is told together. */
export const listDue = (db: Db, at: Date): Promise<EventRow[]> =>
  events(db)
    .where('tellingEvent.toldAt', 'is', null)
    .where('tellingEvent.quiet', '=', false)
    .where('tellingEvent.readersFrom', '<=', at)
    .where('tellingEvent.madeAt', '<=', new Date(at.getTime() - 10 * 60_000))
    .orderBy('tellingEvent.id')
    .limit(500)
    .execute()

/** Drafts of a group that nobody has sent: what they tell is untold until then. */
export const listUnsent = (db: Db, groupId: number) =>
  posts(db, groupId).where('sentAt', 'is', null).orderBy('tellingPost.id').limit(5).execute()

/** Posts of a group, drafts first, then the newest. */
export const listPosts = (db: Db, groupId: number, limit = 30) =>
  posts(db, groupId).orderBy(sql`sent_at desc nulls first`).orderBy('tellingPost.id', 'desc').limit(limit).execute()

const posts = (db: Db, groupId: number) =>
  db
    .selectFrom('tellingPost')
    .innerJoin('sharedList as list', 'list.id', 'tellingPost.listId')
    .selectAll('tellingPost')
    .select(['list.title as list', 'list.name as listName'])
    .select(sql<number>`(select count(*) from telling_post_event e where e.post_id = telling_post.id)`.as('events'))
    .where('tellingPost.groupId', '=', groupId)
    .where('tellingPost.droppedAt', 'is', null)

/**
 * A post with the events that it tells; for its group.
 * @throws NotFound
 */
export async function getPost(db: Db, actor: Actor, id: number) {
  const post = await db
    .selectFrom('tellingPost')
    .innerJoin('sharedList as list', 'list.id', 'tellingPost.listId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'tellingPost.groupId')
    .selectAll('tellingPost')
    .select(['list.title as list', 'list.name as listName', 'list.archive', 'workingGroup.slug as groupSlug'])
    .where('tellingPost.id', '=', id)
    .executeTakeFirst()
  if (!post || post.droppedAt || !mayCollate(actor, post.groupId)) throw new NotFound(t.noSuchPost)
  const told = await events(db)
    .innerJoin('tellingPostEvent', 'tellingPostEvent.eventId', 'tellingEvent.id')
    .where('tellingPostEvent.postId', '=', id)
    .orderBy('tellingEvent.id')
    .execute()
  // What a request is called in another group, and what becomes of it there, is for those who may read it there.
  const own = told.filter(({ groupId }) => groupId === post.groupId)
  const gone = told.filter(({ groupId }) => groupId !== post.groupId)
  return { ...post, told: own, gone: gone.map(({ requestId }) => requestId), leads: mayLead(actor, post.groupId) }
}

/** Where on its list the requests of a post were asked, each thread once. */
export async function listThreads(db: Db, postId: number): Promise<AskedIn[]> {
  const rows = await db
    .selectFrom('tellingPost')
    .innerJoin('tellingPostEvent', 'tellingPostEvent.postId', 'tellingPost.id')
    .innerJoin('tellingEvent', 'tellingEvent.id', 'tellingPostEvent.eventId')
    .select(['tellingPost.listId', 'tellingEvent.requestId'])
    .where('tellingPost.id', '=', postId)
    .execute()
  const [first] = rows
  const requestIds = rows.map(({ requestId }) => requestId)
  return first ? listAskedIn(db, first.listId, requestIds) : []
}

/** How somebody wants to hear what became of what they said. */
export async function findChoice(db: Db, personId: number): Promise<'each' | 'weekly' | 'never'> {
  const row = await db.selectFrom('tellingPreference').select('choice').where('personId', '=', personId).executeTakeFirst()
  return row?.choice ?? 'each'
}

/** Who waits for a weekly summary, with what it will tell. */
export async function listWaiting(db: Db) {
  const rows = await db
    .selectFrom('told')
    .innerJoin('tellingPreference', 'tellingPreference.personId', 'told.personId')
    .select(['told.personId', 'told.eventId'])
    .where('told.letterId', 'is', null)
    .where('tellingPreference.choice', '=', 'weekly')
    .orderBy('told.personId')
    .limit(5_000)
    .execute()
  const found = await events(db)
    .where('tellingEvent.id', 'in', orNoId(rows.map(({ eventId }) => eventId)))
    .execute()
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, of]) => ({
    personId,
    events: found.filter(({ id }) => of.some(({ eventId }) => eventId === id)) as EventRow[],
  }))
}

/** The newest that this person may hear of requests, by their ids. */
async function listHeard(db: Db, actor: Actor, requestIds: number[], locale: Locale): Promise<Map<number, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await events(db)
    .where('tellingEvent.requestId', 'in', requestIds)
    .where(readableBy(actor, 'tellingEvent', { guests: false }))
    .orderBy('tellingEvent.madeAt')
    .orderBy('tellingEvent.id')
    .execute()
  return new Map(rows.map((row) => [row.requestId, sayEventIn(locale, row)]))
}

/** What messages have become, and what was heard of it, as this person may see it: for the archive. */
export async function listOutcomes(db: Db, actor: Actor, messageIds: number[], locale: Locale, shown?: Shown): Promise<Outcome[]> {
  const rows = await listCasesFrom(db, actor, messageIds, shown)
  const requestIds = rows.flatMap(({ requestId }) => requestId ?? [])
  const heard = await listHeard(db, actor, requestIds, locale)
  const groups = workOf(actor)
  return rows.map(({ groupId, state, authorId, ...row }) => ({
    said: row.requestId === null ? undefined : heard.get(row.requestId),
    ...row,
    mayOpen:
      groups.includes(groupId) || (authorId !== null && authorId === actor.personId) || (state === 'open' && actor.personId !== null),
  }))
}

/** Where a message stands in the archive. */
export const findPlaceOf = (db: Db, messageId: number) =>
  db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['list.name as list', 'message.messageId', 'message.variant'])
    .where('message.id', '=', messageId)
    .executeTakeFirst()
