import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing, NotFound } from '../errors.ts'
import { type Db, readPage } from '../lib/db/rows.ts'
import type { EventKind } from '../lib/db/schema.ts'
import { freeAddress } from '../lib/fold.ts'
import { pluck } from '../lib/pluck.ts'
import { textsOf } from '../lib/ui/words.ts'
import { hostIds, hostsOf, tablesOf } from '../meetings/queries.ts'
import { isAtTable, isInGroup, mayArrange, mayContribute } from '../policy.ts'
import { todayOf } from '../time.ts'

export { entryOf as eventEntry } from './calendar.ts'

const t = textsOf('events', 'queries')

/** The groups that an event concerns: its hosts, and those of the user groups that host it. */
const concerned = sql<{ id: number; listIds: number[] }[]>`coalesce((select json_agg(json_build_object('id', g.id, 'listIds',
    coalesce((select json_agg(l.id) from shared_list l where l.group_id = g.id and l.archive <> 'group'), '[]')))
  from shared_working_group g where g.id in (select h.group_id from event_host h where h.event_id = event.id)
    or g.id in (select gc.group_id from event_host h join shared_group_community gc on gc.community_id = h.community_id where h.event_id = event.id)), '[]')`

const events = (db: Db) =>
  db
    .selectFrom('event')
    .selectAll('event')
    .select([hostsOf('event').as('hosts'), concerned.as('groups')])
    .select(sql<number>`(select count(*)::int from event_session s where s.event_id = event.id)`.as('sessions'))

type Row = Awaited<ReturnType<ReturnType<typeof events>['executeTakeFirstOrThrow']>>

/** An event as this actor sees it. */
export type Event = Row & {
  mayArrange: boolean
  /** Of a hosting group, or of a group of the user group that hosts: they see who takes part and what is proposed. */
  atTable: boolean
  /** On a list of a group that it concerns, or in one. */
  mayPropose: boolean
}

function asSeen(actor: Actor, row: Row): Event | undefined {
  const ids = hostIds(row.hosts)
  const inside = !actor.vendorSide && row.groups.some(({ id }) => isInGroup(actor, id))
  const atTable = inside || isAtTable(actor, ids)
  if (!row.public && !atTable) return undefined
  return { ...row, atTable, mayArrange: mayArrange(actor, ids), mayPropose: row.groups.some((group) => mayContribute(actor, group)) }
}

export interface EventFilter {
  when: 'upcoming' | 'past'
  kind?: EventKind | undefined
  year?: number | undefined
  groupId?: number | undefined
  page: number
  limit?: number
}

export const eventsPerPage = 20

/** The ids of what an actor may know of, as a condition. */
function seenBy(actor: Actor) {
  const { all, groupIds, communityIds } = tablesOf(actor)
  return sql<boolean>`(${all} or event.public or exists (select from event_host h left join shared_group_community gc on gc.community_id = h.community_id
    where h.event_id = event.id and (h.group_id = any(${groupIds}::bigint[]) or h.community_id = any(${communityIds}::bigint[])
      or gc.group_id = any(${groupIds}::bigint[]))))`
}

/** A page of events: those to come in their order, those that were from the newest. */
export async function listEvents(db: Db, actor: Actor, { when, kind, year, groupId, page, limit = eventsPerPage }: EventFilter) {
  const today = todayOf(actor)
  let query = events(db)
    .where(seenBy(actor))
    .where('event.lastOn', when === 'upcoming' ? '>=' : '<', today)
  if (kind) query = query.where('event.kind', '=', kind)
  if (groupId !== undefined)
    query = query.where(sql<boolean>`exists (select from event_host h where h.event_id = event.id and h.group_id = ${groupId})`)
  if (year !== undefined) query = query.where(sql<boolean>`extract(year from event.first_on) = ${year}`)
  const direction = when === 'upcoming' ? 'asc' : 'desc'
  const { rows, ...sums } = await readPage(query.orderBy('event.firstOn', direction).orderBy('event.id', direction), { page, limit })
  return { events: rows.flatMap((row) => asSeen(actor, row) ?? []), ...sums }
}

/** Events that this actor may see and that take place, from a day on, for their calendar. */
export async function listCalendarEvents(db: Db, actor: Actor, fromOn: string): Promise<Event[]> {
  const rows = await events(db)
    .where(seenBy(actor))
    .where('event.lastOn', '>=', fromOn)
    .where('event.cancelledAt', 'is', null)
    .orderBy('event.firstOn')
    .orderBy('event.id')
    .execute()
  return rows.flatMap((row) => asSeen(actor, row) ?? [])
}

/** The years of events that this actor may see, the newest first. */
export async function listEventYears(db: Db, actor: Actor): Promise<number[]> {
  const rows = await db
    .selectFrom('event')
    .select(sql<number>`extract(year from first_on)::int`.as('year'))
    .distinct()
    .where(seenBy(actor))
    .execute()
  return rows.map(({ year }) => year).sort((a, b) => b - a)
}

/**
 * An event by its address.
 * @throws NotFound where there is none that the actor may see
 */
export async function getEvent(db: Db, actor: Actor, slug: string): Promise<Event> {
  const row = await events(db).where('event.slug', '=', slug).executeTakeFirst()
  return (row && asSeen(actor, row)) ?? missing(t.eventNotFound)
}

/**
 * An event that the actor arranges.
 * @throws NotFound for everybody else
 */
export async function getArrangedEvent(db: Db, actor: Actor, slug: string): Promise<Event> {
  const event = await getEvent(db, actor, slug)
  if (!event.mayArrange) throw new NotFound(t.eventNotFound)
  return event
}

/**
 * An event at whose table the actor sits.
 * @throws NotFound for everybody else
 */
export async function getInnerEvent(db: Db, actor: Actor, slug: string): Promise<Event> {
  const event = await getEvent(db, actor, slug)
  if (!event.atTable) throw new NotFound(t.eventNotFound)
  return event
}

/** An event by its id, for jobs. */
export const findEvent = (db: Db, id: number): Promise<Row | undefined> => events(db).where('event.id', '=', id).executeTakeFirst()

/** Public events for the feed, the newest change first. */
export const listFeedEvents = (db: Db, limit = 40): Promise<Row[]> =>
  events(db).where('event.public', '=', true).orderBy('event.changedAt', 'desc').limit(limit).execute()

/** An address that is free. */
export async function findFreeEventSlug(db: Db, wished: string, taken: ReadonlySet<string>): Promise<string> {
  const rows = await db.selectFrom('event').select('slug').where('slug', 'like', `${wished}%`).execute()
  return freeAddress(wished, taken.union(new Set(pluck(rows, 'slug'))))
}

/** Events that are not over, whose expected people are kept up. */
export async function listOpenEventIds(db: Db, today: string): Promise<number[]> {
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('lastOn', '>=', today)
    .where('cancelledAt', 'is', null)
    .where('expectsFormal', '=', true)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * What stalls with events: people who are expected and have not heard of it an hour after the event was added or changed; proposals that
 * are not decided, or whose author does not know it, a month after the call has closed.
 */
export async function countEventStalls(db: Db, now: Date): Promise<{ uninvited: number; undecided: number }> {
  const { rows } = await sql<{ uninvited: number; undecided: number }>`
    select (select count(*) from event_participation p join event e on e.id = p.event_id where p.expected and p.invited_at is null
        and e.cancelled_at is null and e.last_on >= ${now}::date and e.changed_at < ${now}::timestamptz - interval '1 hour') as uninvited,
      (select count(*) from event_proposal p join event e on e.id = p.event_id where p.state in ('proposed', 'accepted', 'waiting', 'declined')
        and p.told_at is null and e.cancelled_at is null and e.first_on >= ${now}::date
        and e.call_closes_on < ${now}::date - 30) as undecided`.execute(db)
  return rows[0] ?? { uninvited: 0, undecided: 0 }
}
