import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { countRows, type Db, isThere, orNoId } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { getMeeting, hostIds, type Meeting } from '../meetings/queries.ts'
import { isInGroup } from '../policy.ts'
import { seenBy } from './queries.ts'

const t = textsOf('talks', 'sessions')

/** May the actor register for what these groups arrange: whoever is on one of their lists, or in one of them. */
async function mayRegisterFor(db: Db, actor: Actor, groupIds: number[]): Promise<boolean> {
  if (actor.personId === null) return false
  if (groupIds.some((id) => isInGroup(actor, id))) return true
  const list = await db
    .selectFrom('sharedList as list')
    .select('id')
    .where('groupId', 'in', orNoId(groupIds))
    .where('archive', '<>', 'group')
    .where('id', 'in', orNoId(actor.listIds))
    .executeTakeFirst()
  return list !== undefined
}

/** A session of Show and Tell as this actor sees it. */
export type Session = Meeting & { mayRegister: boolean; isRegistered: boolean; registered: number }

/**
 * A session by its address.
 * @throws NotFound where there is none that the actor may see, and for a meeting that is none
 */
export async function getSession(db: Db, actor: Actor, slug: string): Promise<Session> {
  const meeting = await getMeeting(db, actor, slug).catch((error) => {
    throw error instanceof NotFound ? new NotFound(t.sessionNotFound) : error
  })
  if (meeting.kind !== 'show_and_tell') throw new NotFound(t.sessionNotFound)
  const guests = db
    .selectFrom('sharedMeetingInvitation as meetingInvitation')
    .where('meetingId', '=', meeting.id)
    .where('withdrawnAt', 'is', null)
    .where(sql<boolean>`'registered' = any(roles)`)
  return {
    ...meeting,
    registered: await countRows(guests.where('partstat', '<>', 'declined')),
    isRegistered: await isThere(guests.select('id').where('personId', '=', actor.personId ?? 0)),
    mayRegister: await mayRegisterFor(db, actor, hostIds(meeting.hosts).groupIds),
  }
}

/**
 * A session that the actor arranges.
 * @throws NotFound for everybody else
 */
export async function getArrangedSession(db: Db, actor: Actor, slug: string): Promise<Session> {
  const session = await getSession(db, actor, slug)
  if (!session.mayArrange) throw new NotFound(t.sessionNotFound)
  return session
}

/** The talks of a session in their order, as far as they are for the actor: its program. Who arranges it has it whole. */
export const listProgram = (db: Db, actor: Actor, session: Pick<Session, 'id' | 'mayArrange'>) =>
  db
    .selectFrom('talk')
    .select(['talk.slug', 'talk.title', 'talk.minutes', 'talk.state'])
    .select(
      sql<string[]>`array(select coalesce(p.name, s.guest_name) from talk_speaker s left join shared_person p on p.id = s.person_id
        where s.talk_id = talk.id order by s.position, s.id)`.as('speakers'),
    )
    .where('talk.meetingId', '=', session.id)
    .where('talk.state', 'in', ['scheduled', 'given'])
    .$if(!session.mayArrange, (query) => query.where(seenBy(actor)))
    .orderBy('talk.placeInSession')
    .orderBy('talk.id')
    .execute()

/** Who registered for a session, with what organisers need; by name. */
export async function listRegistrations(db: Db, meetingId: number) {
  return db
    .selectFrom('sharedMeetingInvitation as meetingInvitation')
    .innerJoin('sharedPerson as person', 'person.id', 'meetingInvitation.personId')
    .select(['person.id as personId', 'person.name', 'person.zone', 'meetingInvitation.email', 'meetingInvitation.roles'])
    .select(['meetingInvitation.partstat', 'meetingInvitation.attendance', 'meetingInvitation.invitedAt'])
    .select(
      sql<string>`coalesce((select o.name from shared_affiliation f join shared_organisation o on o.id = f.organisation_id
        where f.person_id = person.id and f.to_on is null order by f.id desc limit 1), '')`.as('organisation'),
    )
    .where('meetingInvitation.meetingId', '=', meetingId)
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .orderBy('person.name')
    .execute()
}
export type Registration = Awaited<ReturnType<typeof listRegistrations>>[number]

/** Sessions of Show and Tell to come that this actor may know of, with how many talks of each they see. */
export const listSessions = (db: Db, actor: Actor) =>
  db
    .selectFrom('sharedMeeting as meeting')
    .select(['meeting.slug', 'meeting.title', 'meeting.startsAt', 'meeting.zone'])
    .select(
      sql<number>`(select count(*)::int from talk where talk.meeting_id = meeting.id and talk.state = 'scheduled' and ${seenBy(actor)})`.as(
        'talks',
      ),
    )
    .where('meeting.kind', '=', 'show_and_tell')
    .where('meeting.public', '=', true)
    .where('meeting.state', '=', 'planned')
    .where('meeting.endsAt', '>', actor.at)
    .orderBy('meeting.startsAt')
    .limit(12)
    .execute()
