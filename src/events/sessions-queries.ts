import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing } from '../errors.ts'
import { type Db, orNoId } from '../lib/db/rows.ts'
import type { SessionRole } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isAdministrator } from '../policy.ts'
import { visibleTo } from '../requests/queries.ts'
import type { Event } from './queries.ts'

const t = textsOf('events', 'sessions')

/** Somebody in a session of an event. */
export interface SessionSpeaker {
  id: number
  name: string
  from: string
  role: SessionRole
}

/** Slides of a session, as pages link to them. */
export interface SessionFile {
  id: number
  fileId: number
  name: string
  type: string
  size: number
}

/** The sessions of an event in their order, with who speaks, their slides, and the talk of Show and Tell that was shown, if the reader may see it. */
export const listEventSessions = (db: Db, actor: Actor, eventId: number) =>
  db
    .selectFrom('eventSession')
    .leftJoin('sharedTalk as talk', (join) =>
      join.onRef('talk.id', '=', 'eventSession.talkId').on('talk.state', 'in', ['scheduled', 'given']).on(visibleTo(actor, 'talk')),
    )
    .selectAll('eventSession')
    .select(['talk.slug as talkSlug', 'talk.title as talkTitle'])
    .select(
      sql<boolean>`exists (select from event_session_speaker s where s.session_id = event_session.id and s.person_id = ${actor.personId})`.as(
        'mine',
      ),
    )
    .select(
      sql<SessionSpeaker[]>`coalesce((select json_agg(json_build_object('id', s.id, 'name', coalesce(p.name, s.guest_name), 'role', s.role,
        'from', case when s.person_id is null then s.guest_from else coalesce((select o.name from shared_affiliation f
          join shared_organisation o on o.id = f.organisation_id where f.person_id = s.person_id and f.to_on is null order by f.id desc limit 1), '') end)
        order by s.id) from event_session_speaker s left join shared_person p on p.id = s.person_id where s.session_id = event_session.id), '[]')`.as(
        'speakers',
      ),
    )
    .select(
      sql<
        SessionFile[]
      >`coalesce((select json_agg(json_build_object('id', x.id, 'fileId', f.id, 'name', f.name, 'type', c.type, 'size', c.size)
        order by x.id) from event_session_file x join shared_file f on f.id = x.file_id join shared_file_content c on c.id = f.content_id
        where x.session_id = event_session.id and x.removed_at is null and c.erased_at is null
          and (c.scan is null or c.scan = 'clean')), '[]')`.as('files'),
    )
    .where('eventSession.eventId', '=', eventId)
    .orderBy('eventSession.startsAt')
    .orderBy('eventSession.id')
    .execute()

export type EventSession = Awaited<ReturnType<typeof listEventSessions>>[number]

/**
 * One session of an event.
 * @throws NotFound
 */
export async function getEventSession(db: Db, actor: Actor, event: Event, id: number): Promise<EventSession> {
  return (await listEventSessions(db, actor, event.id)).find((one) => one.id === id) ?? missing(t.sessionNotFound)
}

/** Talks of Show and Tell that a session of an event may have shown: those of the groups that it concerns, as far as whoever arranges may see them. */
export const listShowable = (db: Db, actor: Actor, groupIds: number[]) =>
  db
    .selectFrom('sharedTalk as talk')
    .select(['id', 'title'])
    .where('groupId', 'in', orNoId(groupIds))
    .$if(!isAdministrator(actor), (query) => query.where(visibleTo(actor, 'talk')))
    .where('state', 'in', ['accepted', 'scheduled', 'given'])
    .orderBy('title')
    .limit(200)
    .execute()
