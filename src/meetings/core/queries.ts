import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing, NotFound } from '../../errors.ts'
import { beginningWith } from '../../lib/db/like.ts'
import { type Db, findRow, orNoId, readPage } from '../../lib/db/rows.ts'
import type { Partstat } from '../../lib/db/schema.ts'
import { freeAddress } from '../../lib/fold.ts'
import { pluck } from '../../lib/pluck.ts'
import { formatDate } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Hosts, isAtTable, mayArrange } from '../../policy.ts'
import type { Asking } from '../../tool.ts'
import { isVendorSide } from '../../vendor-side-queries.ts'
import { isPlaceOpen } from '../rules.ts'

const t = textsOf('meetings', 'queries')

/** A group or user group that a thing belongs to, as pages name it. */
export interface HostName {
  groupId: number | null
  communityId: number | null
  slug: string
  name: string
}

/** The groups that hold a thing, as a part of a query. */
export const hostsOf = (table: 'meeting' | 'series' | 'date_poll' | 'event') => {
  const key = table === 'date_poll' ? 'poll_id' : `${table}_id`
  return sql<HostName[]>`coalesce((select json_agg(json_build_object('groupId', h.group_id, 'communityId', h.community_id,
      'slug', coalesce(g.slug, c.slug), 'name', coalesce(g.name, c.name)) order by h.group_id, h.community_id)
    from ${sql.table(`${table}_host`)} h left join shared_working_group g on g.id = h.group_id left join shared_community c on c.id = h.community_id
    where h.${sql.ref(key)} = ${sql.ref(table === 'series' ? 'meeting_series.id' : `${table}.id`)}), '[]')`
}

/** The same as the ids that policy asks for. */
export const hostIds = (hosts: readonly Pick<HostName, 'groupId' | 'communityId'>[]): Hosts => ({
  groupIds: hosts.flatMap(({ groupId }) => groupId ?? []),
  communityIds: hosts.flatMap(({ communityId }) => communityId ?? []),
})

/** The same as rows of a table of hosts. */
export const hostRows = ({ groupIds, communityIds }: Hosts) => [
  ...groupIds.map((groupId) => ({ groupId, communityId: null })),
  ...communityIds.map((communityId) => ({ groupId: null, communityId })),
]

/** Meetings with those who hold them, as the beginning of a query. */
export const meetings = (db: Db) =>
  db
    .selectFrom('meeting')
    .leftJoin('meetingSeries', 'meetingSeries.id', 'meeting.seriesId')
    .selectAll('meeting')
    .select(['meetingSeries.slug as seriesSlug', 'meetingSeries.title as seriesTitle'])
    .select(hostsOf('meeting').as('hosts'))

type Row = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>

/** A meeting as this actor sees it: what is inside is told only to those at the table. */
export type Meeting = Row & {
  mayArrange: boolean
  atTable: boolean
  /** They were invited, as somebody at the table or as a guest who registered. */
  invited: boolean
}

function seen(actor: Actor, row: Row, invited: boolean): Meeting | undefined {
  const hosts = hostIds(row.hosts)
  const atTable = isAtTable(actor, hosts)
  if (!row.public && !atTable && !invited) return undefined
  // Where to go in is not for the street, unless the meeting says so.
  const inside = atTable || invited
  return {
    ...row,
    place: inside || isPlaceOpen(row) ? row.place : '',
    recordingUrl: inside ? row.recordingUrl : '',
    mayArrange: mayArrange(actor, hosts),
    atTable,
    invited,
  }
}

const isInvited = (actor: Actor) =>
  sql<boolean>`exists (select from meeting_invitation i where i.meeting_id = meeting.id and i.withdrawn_at is null
    and i.person_id = ${actor.personId ?? 0})`

/** What somebody has answered to their invitation to a meeting; null where they have none. */
const ownAnswer = (actor: Actor) =>
  sql<Partstat | null>`(select i.partstat from meeting_invitation i where i.meeting_id = meeting.id and i.withdrawn_at is null
    and i.person_id = ${actor.personId ?? 0})`

/** Which meetings a page lists. */
export interface MeetingFilter {
  when: 'upcoming' | 'past'
  groupId?: number | undefined
  communityId?: number | undefined
  seriesId?: number | undefined
  year?: number | undefined
  page: number
  limit?: number | undefined
}

export const meetingsPerPage = 20

/** The tables at which an actor sits, of groups and user groups, or all. */
export function tablesOf({ vendorSide, grants: given }: Actor): Hosts & { all: boolean } {
  const grants = vendorSide ? [] : given
  return {
    groupIds: grants.flatMap(({ groupId, role }) => (groupId !== null && role !== 'vendor_guest' ? [groupId] : [])),
    communityIds: grants.flatMap(({ communityId, role }) => (communityId !== null && role === 'steering' ? [communityId] : [])),
    all: grants.some(({ role }) => role === 'administrator'),
  }
}

/** What of all meetings an actor may know of: the public ones, and those of their groups. */
function visibleTo(actor: Actor) {
  const { all, groupIds, communityIds } = tablesOf(actor)
  return sql<boolean>`(${all} or meeting.public or ${isInvited(actor)} or exists (select from meeting_host h where h.meeting_id = meeting.id
    and (h.group_id = any(${groupIds}::bigint[]) or h.community_id = any(${communityIds}::bigint[]))))`
}

/** Meetings that the actor may see: what is to come first to last, what has been last to first. */
export async function listMeetings(
  db: Db,
  actor: Actor,
  { when, groupId, communityId, seriesId, year, page, limit = meetingsPerPage }: MeetingFilter,
) {
  let query = meetings(db)
    .select([isInvited(actor).as('invited'), ownAnswer(actor).as('answer')])
    .where('meeting.endsAt', when === 'upcoming' ? '>=' : '<', actor.at)
    .where(visibleTo(actor))
  if (when === 'upcoming') query = query.where('meeting.state', '<>', 'cancelled')
  if (groupId !== undefined)
    query = query.where(sql<boolean>`exists (select from meeting_host h where h.meeting_id = meeting.id and h.group_id = ${groupId})`)
  if (communityId !== undefined)
    query = query.where(
      sql<boolean>`exists (select from meeting_host h where h.meeting_id = meeting.id and h.community_id = ${communityId})`,
    )
  if (seriesId !== undefined) query = query.where('meeting.seriesId', '=', seriesId)
  if (year !== undefined) query = query.where(sql<boolean>`extract(year from meeting.starts_at at time zone meeting.zone) = ${year}`)
  const direction = when === 'upcoming' ? 'asc' : 'desc'
  const ordered = query.orderBy('meeting.startsAt', direction).orderBy('meeting.id', direction)
  const { rows, pages } = await readPage(ordered, { page, limit })
  return {
    pages,
    meetings: rows.flatMap(({ answer, ...row }) => {
      const meeting = seen(actor, row, row.invited)
      return meeting ? [{ ...meeting, answer }] : []
    }),
  }
}

/** A meeting that is still to come, and to which this person may bring something. */
export const chooseMeeting: Asking = {
  reads: 'listMeetings',
  among: async (db, actor) =>
    (await listMeetings(db, actor, { when: 'upcoming', page: 1 })).meetings
      .filter(({ atTable }) => atTable)
      .map(({ slug, title, startsAt, zone }) => ({
        value: slug,
        title: `${title}, ${formatDate({ locale: actor.locale, zone, now: actor.at }, startsAt)}`,
      })),
}

/**
 * One meeting by its address.
 * @throws NotFound where there is none that the actor may see
 */
export async function getMeeting(db: Db, actor: Actor, slug: string): Promise<Meeting> {
  const row = await meetings(db).select(isInvited(actor).as('invited')).where('meeting.slug', '=', slug).executeTakeFirst()
  return (row && seen(actor, row, row.invited)) ?? missing(t.meetingNotFound)
}

/**
 * A meeting that the actor arranges.
 * @throws NotFound for everybody else
 */
export async function getArrangedMeeting(db: Db, actor: Actor, slug: string): Promise<Meeting> {
  const meeting = await getMeeting(db, actor, slug)
  if (!meeting.mayArrange) throw new NotFound(t.meetingNotFound)
  return meeting
}

/** A meeting by its id, for jobs. */
export const findMeeting = (db: Db, id: number) => meetings(db).where('meeting.id', '=', id).executeTakeFirst()

/** The name of a meeting in its address. */
export const findMeetingSlug = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.selectFrom('meeting').select('slug').where('id', '=', id).executeTakeFirst())?.slug

/** The meetings of a day and its hosts that could bear a slug already. */
export async function findFreeSlug(db: Db, table: 'meeting' | 'meetingSeries' | 'datePoll', wished: string): Promise<string> {
  const rows = await db.selectFrom(table).select('slug').where('slug', 'like', beginningWith(wished)).execute()
  return freeAddress(wished, new Set(pluck(rows, 'slug')))
}

/** Somebody who is expected at a table on a day, with what their calendar and the ledger need. */
export interface Expected {
  personId: number
  name: string
  email: string
  locale: string
  /** Null: it is not known. */
  zone: string | null
  worksFrom: string
  worksTo: string
  roles: string[]
  formal: boolean
}

/**
 * Who is expected: the members of hosting groups and, where a user group hosts, its steering committee and the holders of formal roles
 * in its groups. Only people with an address that is confirmed. Who works for the vendor comes as a guest, if they are invited.
 */
export async function listExpected(db: Db, { groupIds, communityIds }: Hosts, on: Date): Promise<Expected[]> {
  const { rows } = await sql<Expected>`
    select p.id as "personId", p.name, p.locale, p.zone, to_char(p.works_from, 'HH24:MI') as "worksFrom", to_char(p.works_to, 'HH24:MI') as "worksTo",
      (select a.email from shared_address a where a.person_id = p.id and a.verified_at is not null order by a.id limit 1) as email,
      array_agg(distinct t.role::text) as roles, bool_or(t.formal) as formal
    from shared_appointment t join shared_person p on p.id = t.person_id
    where p.erased_at is null and t.from_on <= ${on}::date and (t.to_on is null or t.to_on >= ${on}::date)
      and not ${isVendorSide(sql.ref('p.id'), on)} and (
      (t.group_id = any(${groupIds}::bigint[]) and t.role in ('coordinator', 'deputy', 'liaison', 'member'))
      or (t.community_id = any(${communityIds}::bigint[]) and t.role = 'steering')
      or (t.formal and t.role in ('coordinator', 'deputy', 'liaison', 'member')
        and t.group_id in (select gc.group_id from shared_group_community gc where gc.community_id = any(${communityIds}::bigint[]))))
    group by p.id, p.name, p.locale, p.zone, p.works_from, p.works_to order by p.name, p.id`.execute(db)
  return rows.filter(({ email }) => email !== null)
}

/** Who was invited to a meeting, with what they answered and whether they were there. */
export const listInvitations = (db: Db, meetingId: number) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('sharedPerson as person', 'person.id', 'meetingInvitation.personId')
    .leftJoin('sharedAffiliation as affiliation', (join) =>
      join.onRef('affiliation.personId', '=', 'person.id').on('affiliation.toOn', 'is', null),
    )
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'affiliation.organisationId')
    .select(['meetingInvitation.id', 'meetingInvitation.personId', 'meetingInvitation.roles', 'meetingInvitation.formal'])
    .select('meetingInvitation.email')
    .select(['meetingInvitation.partstat', 'meetingInvitation.answeredAt', 'meetingInvitation.answeredVia', 'meetingInvitation.comment'])
    .select(['meetingInvitation.counterAt', 'meetingInvitation.attendance', 'meetingInvitation.reason', 'meetingInvitation.toldVersion'])
    .select('meetingInvitation.reasonAccepted')
    .select(['person.name', 'person.zone', 'person.locale'])
    .select((eb) => eb.fn.max('organisation.name').as('organisation'))
    .where('meetingInvitation.meetingId', '=', meetingId)
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .groupBy(['meetingInvitation.id', 'person.name', 'person.zone', 'person.locale'])
    .orderBy('person.name')
    .execute()

/** The invitation of one person to one meeting. */
export const findInvitation = (db: Db, id: number) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .innerJoin('sharedPerson as person', 'person.id', 'meetingInvitation.personId')
    .selectAll('meetingInvitation')
    .select(['meeting.slug', 'meeting.title', 'meeting.startsAt', 'meeting.endsAt', 'meeting.zone', 'meeting.state', 'meeting.sequence'])
    .select(['meeting.uid', 'meeting.place', 'meeting.public'])
    .select(hostsOf('meeting').as('hosts'))
    .select(['person.name', 'person.locale', 'person.zone as personZone'])
    .where('meetingInvitation.id', '=', id)
    .executeTakeFirst()

/** Meetings to come that somebody is invited to. */
const comingOf = (db: Db, actor: Actor) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .select(['meeting.slug', 'meeting.title', 'meeting.startsAt', 'meeting.endsAt', 'meeting.zone', 'meeting.place'])
    .select(['meetingInvitation.partstat', hostsOf('meeting').as('hosts')])
    .where('meetingInvitation.personId', '=', actor.personId ?? 0)
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .where('meeting.state', '=', 'planned')
    .where('meeting.endsAt', '>', actor.at)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')

/** The next meeting that somebody comes to: of those that they have not declined. */
export const findNextMeeting = (db: Db, actor: Actor) =>
  comingOf(db, actor)
    .select('meetingInvitation.id as invitationId')
    .where('meetingInvitation.partstat', '<>', 'declined')
    .limit(1)
    .executeTakeFirst()

/** Invitations that somebody has not answered yet; of a series the next one, for whoever comes to that says more of it there. */
export async function listOpenInvitations(db: Db, actor: Actor) {
  const rows = await comingOf(db, actor)
    .select(['meeting.seriesId', 'meetingInvitation.id'])
    .where('meetingInvitation.partstat', '=', 'needs-action')
    .execute()
  return rows.filter(({ seriesId, slug }) => seriesId === null || rows.find((one) => one.seriesId === seriesId)?.slug === slug)
}

/** A person's own invitation to a meeting. */
export const findOwnInvitation = (db: Db, meetingId: number, personId: number | null) =>
  findRow(db.selectFrom('meetingInvitation').selectAll(), { meetingId, personId: personId ?? 0, withdrawnAt: null })

const series = (db: Db) => db.selectFrom('meetingSeries').selectAll('meetingSeries').select(hostsOf('series').as('hosts'))

/** All series that go on, or have ended. Their cadence is public, as their meetings are. */
export async function listSeries(db: Db, actor: Actor) {
  const rows = await series(db)
    .orderBy('meetingSeries.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('meetingSeries.title')
    .execute()
  return rows.flatMap((row) =>
    row.public || isAtTable(actor, hostIds(row.hosts)) ? [{ ...row, mayArrange: mayArrange(actor, hostIds(row.hosts)) }] : [],
  )
}

/** One series by its address. @throws NotFound where there is none that the actor may see */
export async function getSeries(db: Db, actor: Actor, slug: string) {
  const row = await series(db).where('meetingSeries.slug', '=', slug).executeTakeFirst()
  if (!row || (!row.public && !isAtTable(actor, hostIds(row.hosts)))) throw new NotFound(t.meetingSeriesNotFound)
  return { ...row, mayArrange: mayArrange(actor, hostIds(row.hosts)), atTable: isAtTable(actor, hostIds(row.hosts)) }
}

/** Series whose meetings are still to be made. */
export const listRunningSeries = (db: Db) => series(db).where('meetingSeries.endedAt', 'is', null).orderBy('meetingSeries.id').execute()

/** The meetings of a series that are to come. */
export const listComing = (db: Db, seriesId: number, at: Date) =>
  db
    .selectFrom('meeting')
    .selectAll()
    .where('seriesId', '=', seriesId)
    .where('startsAt', '>', at)
    .where('state', '=', 'planned')
    .orderBy('startsAt')
    .execute()

/** The days of a series that meetings have which are not to come: those that were, and those that are off. */
export async function listTakenDays(db: Db, seriesId: number, coming: readonly { id: number }[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('meeting')
    .select('seriesOn')
    .where('seriesId', '=', seriesId)
    .where('id', 'not in', orNoId(coming.map(({ id }) => id)))
    .execute()
  return new Set(rows.flatMap(({ seriesOn }) => seriesOn ?? []))
}

/** The groups and user groups for which the actor may arrange meetings. */
export async function listArrangeable(db: Db, actor: Actor): Promise<HostName[]> {
  const groups = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name'])
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
  const communities = await db.selectFrom('sharedCommunity as community').select(['id', 'slug', 'name']).orderBy('id').execute()
  return [
    ...groups.flatMap(({ id, slug, name }) =>
      mayArrange(actor, { groupIds: [id], communityIds: [] }) ? [{ groupId: id, communityId: null, slug, name }] : [],
    ),
    ...communities.flatMap(({ id, slug, name }) =>
      mayArrange(actor, { groupIds: [], communityIds: [id] }) ? [{ groupId: null, communityId: id, slug, name }] : [],
    ),
  ]
}

/** What the meetings of the last twelve months have cost each of these people: those they were invited to and that were not cancelled. */
export const listLoads = (db: Db, personIds: number[], at: Date) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .select(['meetingInvitation.personId', 'meeting.startsAt', 'meeting.endsAt'])
    .where('meetingInvitation.personId', 'in', orNoId(personIds))
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .where('meeting.state', '<>', 'cancelled')
    .where('meeting.startsAt', '>', sql<Date>`${at}::timestamptz - interval '12 months'`)
    .where('meeting.startsAt', '<=', at)
    .execute()

/** When the series of a meeting met before it; undefined for the first, and for one without a series. */
export async function findBefore(db: Db, { seriesId, startsAt }: { seriesId: number | null; startsAt: Date }): Promise<Date | undefined> {
  if (seriesId === null) return undefined
  const row = await db
    .selectFrom('meeting')
    .select((eb) => eb.fn.max('startsAt').as('before'))
    .where('seriesId', '=', seriesId)
    .where('state', '<>', 'cancelled')
    .where('startsAt', '<', startsAt)
    .executeTakeFirst()
  return row?.before ?? undefined
}
