import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing, NotFound } from '../errors.ts'
import { countHeld, listFiles } from '../files/queries.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, listRows, readPage } from '../lib/db/rows.ts'
import type { RecordingConsent, TalkState } from '../lib/db/schema.ts'
import { freeAddress } from '../lib/fold.ts'
import { baseSubject } from '../lib/mail/subject.ts'
import { pluck } from '../lib/pluck.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { messagePath } from '../lib/ui/paths.ts'
import { textsOf } from '../lib/ui/words.ts'
import { groupsOf, isInGroup, mayArrange, mayContribute, mayReadArchive } from '../policy.ts'
import { findMessageForCase, visibleTo } from '../requests/queries.ts'
import type { Asking } from '../tool.ts'
import type { Chapter } from './rules.ts'

const t = textsOf('talks', 'queries')

/** Somebody who speaks, as pages name them. */
export interface Speaker {
  id: number
  personId: number | null
  name: string
  /** Where they work, or what was said of a guest. */
  from: string
  email: string
  consent: RecordingConsent
}

const speakersOf = sql<Speaker[]>`coalesce((select json_agg(json_build_object('id', s.id, 'personId', s.person_id,
    'name', coalesce(p.name, s.guest_name), 'email', s.guest_email, 'consent', s.consent,
    'from', case when s.person_id is null then s.guest_from else coalesce((select o.name from shared_affiliation f
      join shared_organisation o on o.id = f.organisation_id where f.person_id = s.person_id and f.to_on is null order by f.id desc limit 1), '') end)
    order by s.position, s.id)
  from talk_speaker s left join shared_person p on p.id = s.person_id where s.talk_id = talk.id), '[]')`

const talks = (db: Db) =>
  db
    .selectFrom('talk')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'talk.groupId')
    .leftJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .leftJoin('sharedPerson as proposer', 'proposer.id', 'talk.proposedBy')
    .selectAll('talk')
    .select(['workingGroup.slug as groupSlug', 'workingGroup.name as group', 'proposer.name as proposer'])
    .select(['meeting.slug as meetingSlug', 'meeting.title as meetingTitle', 'meeting.kind as meetingKind'])
    .select('meeting.state as meetingState')
    .select(['meeting.startsAt', 'meeting.endsAt', 'meeting.zone', 'meeting.public as meetingPublic'])
    .select('meeting.place as meetingPlace')
    .select(speakersOf.as('speakers'))

type Row = Awaited<ReturnType<ReturnType<typeof talks>['executeTakeFirstOrThrow']>>

/** A talk as this actor sees it. */
export type Talk = Row & {
  /** They decide, give slots and keep the recording. */
  mayArrange: boolean
  inside: boolean
  /** They proposed it or speak. */
  mine: boolean
  /** Their own seat among the speakers. */
  own: Speaker | undefined
}

const isHers = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(talk.proposed_by = ${actor.personId ?? 0} or exists (select from talk_speaker s where s.talk_id = talk.id
    and s.person_id = ${actor.personId ?? 0}))`

/** The group sees all of its talks; others what has a slot or was given, as far as it is for them; and everybody their own. */
export function seenBy(actor: Actor): RawBuilder<boolean> {
  const groups = actor.vendorSide ? [] : groupsOf(actor)
  const all = actor.grants.some(({ role }) => role === 'administrator')
  return sql<boolean>`(${all} or talk.group_id = any(${groups}::bigint[]) or ${isHers(actor)}
    or (talk.state in ('scheduled', 'given') and ${visibleTo({ ...actor, grants: actor.vendorSide ? [] : actor.grants }, 'talk')}))`
}

function asSeen(actor: Actor, row: Row): Talk {
  const own = row.speakers.find(({ personId }) => personId !== null && personId === actor.personId)
  const arranges = mayArrange(actor, { groupIds: [row.groupId], communityIds: [] })
  const inside = isInGroup(actor, row.groupId) && !actor.vendorSide
  // A talk is for more people than the meeting may be in which it is given.
  const knowsMeeting = row.meetingPublic || inside || arranges || own !== undefined
  return {
    ...row,
    ...(knowsMeeting ? {} : { meetingSlug: null, meetingTitle: null }),
    // Where to go in is for who speaks there; all others have it from the meeting, as far as it is for them.
    meetingPlace: own === undefined ? null : row.meetingPlace,
    mayArrange: arranges,
    inside,
    mine: own !== undefined || (row.proposedBy !== null && row.proposedBy === actor.personId),
    own,
  }
}

/** Which talks a page lists: those to come, those that were given, the backlog, what was set aside, their own. */
export const talkViews = ['coming', 'given', 'backlog', 'aside', 'mine'] as const
export type TalkView = (typeof talkViews)[number]

const statesOf: Record<Exclude<TalkView, 'mine'>, readonly TalkState[]> = {
  coming: ['scheduled'],
  given: ['given'],
  backlog: ['proposed', 'accepted'],
  aside: ['declined', 'withdrawn'],
}

export interface TalkFilter {
  view: TalkView
  year?: number | undefined
  words?: string | undefined
  groupId?: number | undefined
  page: number
  limit?: number
}

export const talksPerPage = 20

/** A page of talks: what is to come in its order, else the newest first. */
export async function listTalks(db: Db, actor: Actor, filter: TalkFilter): Promise<{ talks: Talk[]; total: number; pages: number }> {
  const { view, year, words, groupId, page, limit = talksPerPage } = filter
  let query = talks(db).where(seenBy(actor))
  if (view === 'mine') query = query.where(isHers(actor))
  else query = query.where('talk.state', 'in', statesOf[view])
  if (view === 'coming') query = query.where('meeting.state', '<>', 'cancelled')
  if (groupId !== undefined) query = query.where('talk.groupId', '=', groupId)
  if (year !== undefined) query = query.where(sql<boolean>`extract(year from talk.given_on) = ${year}`)
  if (words) {
    const like = containing(words)
    query = query.where(
      sql<boolean>`(talk.title ilike ${like} or talk.abstract ilike ${like} or exists (select from talk_speaker s
        left join shared_person p on p.id = s.person_id where s.talk_id = talk.id and coalesce(p.name, s.guest_name) ilike ${like}))`,
    )
  }
  const order =
    view === 'coming'
      ? sql`meeting.starts_at, talk.place_in_session`
      : view === 'given'
        ? sql`talk.given_on desc`
        : sql`talk.proposed_at desc`
  const { rows, ...sums } = await readPage(query.orderBy(order).orderBy('talk.id', 'desc'), { page, limit })
  return { talks: rows.map((row) => asSeen(actor, row)), ...sums }
}

/** The years in which this actor's talks were given, the newest first. */
export async function listTalkYears(db: Db, actor: Actor): Promise<number[]> {
  const rows = await db
    .selectFrom('talk')
    .select(sql<number>`extract(year from talk.given_on)::int`.as('year'))
    .distinct()
    .where('talk.state', '=', 'given')
    .where('talk.givenOn', 'is not', null)
    .where(seenBy(actor))
    .execute()
  return rows.map(({ year }) => year).sort((a, b) => b - a)
}

/**
 * A talk by its address.
 * @throws NotFound where there is none that the actor may see
 */
export async function getTalk(db: Db, actor: Actor, slug: string): Promise<Talk> {
  const row = (await talks(db).where('talk.slug', '=', slug).where(seenBy(actor)).executeTakeFirst()) ?? missing(t.talkNotFound)
  return asSeen(actor, row)
}

/**
 * A talk that the actor arranges.
 * @throws NotFound for everybody else
 */
export async function getArrangedTalk(db: Db, actor: Actor, slug: string): Promise<Talk> {
  const talk = await getTalk(db, actor, slug)
  if (!talk.mayArrange) throw new NotFound(t.talkNotFound)
  return talk
}

/**
 * A talk whose words and slides the actor keeps: its speakers, its proposer, those who arrange.
 * @throws NotFound for everybody else
 */
export async function getKeptTalk(db: Db, actor: Actor, slug: string): Promise<Talk> {
  const talk = await getTalk(db, actor, slug)
  if (!talk.mayArrange && !talk.mine) throw new NotFound(t.talkNotFound)
  return talk
}

/** Where the talks of a meeting are that this actor may see, by the numbers of their items on its agenda. */
export async function listTalkPlaces(db: Db, actor: Actor, meetingId: number): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('talk')
    .select(['talk.agendaItemId', 'talk.slug'])
    .where('talk.meetingId', '=', meetingId)
    .where('talk.agendaItemId', 'is not', null)
    .where(seenBy(actor))
    .execute()
  return new Map(rows.map(({ agendaItemId, slug }) => [Number(agendaItemId), `/show-and-tell/${slug}`]))
}

/** A talk by its id, for jobs. */
export const findTalk = (db: Db, id: number): Promise<Row | undefined> => talks(db).where('talk.id', '=', id).executeTakeFirst()

/** What a recording is made of. */
export const listChapters = (db: Db, talkId: number): Promise<Chapter[]> =>
  db.selectFrom('talkChapter').select(['atSeconds', 'title']).where('talkId', '=', talkId).orderBy('atSeconds').execute()

/** Slides and handouts. Before the talk only those who keep it have them. */
export async function listTalkFiles(db: Db, talk: Pick<Talk, 'id' | 'state' | 'mine' | 'inside' | 'mayArrange'>) {
  if (talk.state !== 'given' && !talk.mine && !talk.inside && !talk.mayArrange) return []
  const rows = await listRows(db.selectFrom('talkFile').orderBy('id'), { talkId: talk.id, removedAt: null }, ['id', 'fileId', 'addedAt'])
  const files = new Map((await listFiles(db, pluck(rows, 'fileId'))).map((file) => [file.id, file]))
  return rows.flatMap(({ id, fileId, addedAt }) => {
    const file = files.get(fileId)
    return file ? [{ ...file, id, fileId, addedAt }] : []
  })
}

/** The files of a talk, whatever the virus scanner says of them. */
export const listFileIds = async (db: Db, talkId: number): Promise<number[]> =>
  pluck(await db.selectFrom('talkFile').select('fileId').where('talkId', '=', talkId).where('removedAt', 'is', null).execute(), 'fileId')

/** How many files of a talk wait for the virus scanner. */
export const countHeldSlides = async (db: Db, talkId: number): Promise<number> => countHeld(db, await listFileIds(db, talkId))

export type TalkFile = Awaited<ReturnType<typeof listTalkFiles>>[number]

/** A group with what decides who proposes and registers. */
export async function listTalkGroups(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name'])
    .select(
      sql<
        number[]
      >`array(select l.id::int from shared_list l where l.group_id = working_group.id and l.archive <> 'group' order by l.id)`.as(
        'listIds',
      ),
    )
    .orderBy('workingGroup.id')
    .execute()
  return rows.map((group) => ({
    ...group,
    mayPropose: mayContribute(actor, group),
    mayArrange: mayArrange(actor, { groupIds: [group.id], communityIds: [] }),
  }))
}

/** Addresses that are taken already. */
export async function findFreeTalkSlug(db: Db, wished: string, taken: ReadonlySet<string>): Promise<string> {
  const rows = await db.selectFrom('talk').select('slug').where('slug', 'like', `${wished}%`).execute()
  return freeAddress(wished, taken.union(new Set(pluck(rows, 'slug'))))
}

/** Meetings of a group in which a talk may get a slot. */
export const listSlots = (db: Db, groupId: number, at: Date) =>
  db
    .selectFrom('sharedMeeting as meeting')
    .select(['meeting.id', 'meeting.slug', 'meeting.title', 'meeting.startsAt', 'meeting.endsAt', 'meeting.zone', 'meeting.kind'])
    .select(sql<number>`(select coalesce(sum(t.minutes), 0)::int from talk t where t.meeting_id = meeting.id)`.as('taken'))
    .where(sql<boolean>`exists (select from shared_meeting_host h where h.meeting_id = meeting.id and h.group_id = ${groupId})`)
    .where('meeting.state', '=', 'planned')
    .where('meeting.startsAt', '>', at)
    .orderBy('meeting.startsAt')
    .limit(40)
    .execute()

/** A speaker with what their letters and their page say, by the number in their link. */
export function findSpeaker(db: Db, id: number) {
  return db
    .selectFrom('talkSpeaker')
    .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'talk.groupId')
    .leftJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .leftJoin('sharedPerson as person', 'person.id', 'talkSpeaker.personId')
    .selectAll('talkSpeaker')
    .select(['talk.slug', 'talk.title', 'talk.state', 'talk.minutes', 'talk.givenOn', 'talk.consentUntil', 'talk.groupId', 'talk.language'])
    .select(['talk.proposedBy', 'talk.visibility', 'workingGroup.name as group'])
    .select(['meeting.startsAt', 'meeting.endsAt', 'meeting.zone', 'meeting.place'])
    .select(['meeting.title as meetingTitle', 'meeting.state as meetingState', 'meeting.slug as meetingSlug'])
    .select(['person.locale', 'person.zone as personZone'])
    .select(sql<string>`coalesce(person.name, talk_speaker.guest_name)`.as('name'))
    .select(
      sql<string>`case when talk_speaker.person_id is null then talk_speaker.guest_email else coalesce((select a.email from shared_address a
        where a.person_id = talk_speaker.person_id and a.verified_at is not null order by a.id limit 1), '') end`.as('email'),
    )
    .select(
      sql<string>`case when talk_speaker.person_id is null then talk_speaker.guest_from else coalesce((select o.name from shared_affiliation f
        join shared_organisation o on o.id = f.organisation_id where f.person_id = talk_speaker.person_id and f.to_on is null
        order by f.id desc limit 1), '') end`.as('from'),
    )
    .select(sql<boolean>`exists (select from talk_file x where x.talk_id = talk.id and x.removed_at is null)`.as('hasSlides'))
    .where('talkSpeaker.id', '=', id)
    .executeTakeFirst()
}
export type SpeakerRow = NonNullable<Awaited<ReturnType<typeof findSpeaker>>>

/** Talks whose meeting is over or cancelled, and that still have their slot. */
export const listTalksToTurn = (db: Db, at: Date) =>
  db
    .selectFrom('talk')
    .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .select(['talk.id', 'meeting.state as meetingState', 'meeting.startsAt', 'meeting.zone'])
    .where('talk.state', '=', 'scheduled')
    .where((eb) => eb.or([eb('meeting.endsAt', '<=', at), eb('meeting.state', '=', 'cancelled')]))
    .orderBy('talk.id')
    .execute()

/** Speakers whom nobody has thanked yet, a day after their talk; of talks long ago nobody is thanked now. */
export const listToThank = (db: Db, at: Date) =>
  db
    .selectFrom('talkSpeaker')
    .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
    .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .select('talkSpeaker.id')
    .where('talk.state', '=', 'given')
    .where('talkSpeaker.thankedAt', 'is', null)
    .where('meeting.endsAt', '<=', new Date(at.getTime() - 20 * 3_600_000))
    .where('meeting.endsAt', '>', new Date(at.getTime() - 30 * 86_400_000))
    .orderBy('talkSpeaker.id')
    .execute()

/** The newest talks that the public may see, for the feed. */
export const listFeedTalks = (db: Db, limit = 40): Promise<Row[]> =>
  talks(db)
    .where('talk.visibility', '=', 'public')
    .where('talk.state', 'in', ['scheduled', 'given'])
    .where((eb) => eb.or([eb('meeting.state', 'is', null), eb('meeting.state', '<>', 'cancelled')]))
    .orderBy('talk.changedAt', 'desc')
    .limit(limit)
    .execute()

/** Whether the recording may be shown: nobody who spoke has kept or taken back their consent. */
export const recordingOf = ({ recordingUrl, speakers }: Pick<Row, 'recordingUrl' | 'speakers'>): string =>
  speakers.length > 0 && speakers.every(({ consent }) => consent === 'given') ? recordingUrl : ''

/**
 * A message of the archive from which a proposal is made.
 * @throws NotFound where the actor may not read it
 */
export async function getSource(db: Db, actor: Actor, messageId: number) {
  const message = await findMessageForCase(db, messageId)
  if (!message || !mayReadArchive(actor, message.list)) throw new NotFound(t.messageNotFound)
  return {
    groupId: message.list.groupId,
    personId: message.personId,
    title: hideAddresses(baseSubject(message.subject)).slice(0, 200),
    source: `message:${messageId}`,
    sourcePath: messagePath(message.list.name, message.messageId, 0),
  }
}

/**
 * What stalls in Show and Tell: proposals that nobody has decided about for a month; talks whose session was over two hours ago and that
 * still have their slot; speakers who have not heard of a slot of an hour ago.
 */
export async function countTalkStalls(db: Db, now: Date): Promise<{ undecided: number; unturned: number; untold: number }> {
  const { rows } = await sql<{ undecided: number; unturned: number; untold: number }>`
    select (select count(*) from talk where state = 'proposed' and proposed_at < ${now}::timestamptz - interval '30 days') as undecided,
      (select count(*) from talk t join shared_meeting m on m.id = t.meeting_id where t.state = 'scheduled'
        and (m.ends_at < ${now}::timestamptz - interval '2 hours' or m.state = 'cancelled' and m.starts_at < ${now}::timestamptz)) as unturned,
      (select count(*) from talk_speaker s join talk t on t.id = s.talk_id join shared_meeting m on m.id = t.meeting_id
        where t.state = 'scheduled' and m.state = 'planned' and m.starts_at > ${now}::timestamptz
        and t.scheduled_at < ${now}::timestamptz - interval '1 hour' and s.asked_for is distinct from m.starts_at) as untold`.execute(db)
  return rows[0] ?? { undecided: 0, unturned: 0, untold: 0 }
}

/** A group for a talk of this person. */
export const chooseTalkGroup: Asking = {
  reads: 'listGroups',
  among: async (db, actor) =>
    (await listTalkGroups(db, actor)).filter(({ mayPropose }) => mayPropose).map(({ slug, name }) => ({ value: slug, title: name })),
}
