import { sql } from 'kysely'
import { countRows, type Db, isThere, orNoId } from '../../lib/db/rows.ts'
import { hostsOf } from './queries.ts'

const tellColumns = (db: Db) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .innerJoin('sharedPerson as person', 'person.id', 'meetingInvitation.personId')
    .select(['meetingInvitation.id', 'meetingInvitation.personId', 'meetingInvitation.email', 'meetingInvitation.withdrawnAt'])
    .select(['meetingInvitation.toldVersion', 'meetingInvitation.partstat', 'meetingInvitation.roles'])
    .select(['meeting.id as meetingId', 'meeting.version', 'meeting.changedAt'])
    .select(['meeting.slug', 'meeting.uid', 'meeting.title', 'meeting.startsAt', 'meeting.endsAt', 'meeting.zone', 'meeting.place'])
    .select(['meeting.seriesId', 'meeting.recursAt'])
    .select(['meeting.sequence', 'meeting.state', 'meeting.cancelledReason', 'person.name', 'person.locale', 'person.zone as personZone'])
    .select(hostsOf('meeting').as('hosts'))
    // What the last letter said that was not taken back.
    .select(
      sql<{
        title: string
        startsAt: string
        place: string
      } | null>`(select json_build_object('title', l.title, 'startsAt', l.starts_at, 'place', l.place)
        from meeting_letter l where l.invitation_id = meeting_invitation.id and l.starts_at is not null and not l.taken_back
        order by l.letter_id desc limit 1)`.as('was'),
    )
    .select(
      sql<Date | null>`(select max(b.starts_at) from meeting b where b.series_id = meeting.series_id and b.state <> 'cancelled'
        and b.starts_at < meeting.starts_at)`.as('before'),
    )

/** An invitation with all that a letter says of it. */
export type TellRow = Awaited<ReturnType<ReturnType<typeof tellColumns>['executeTakeFirstOrThrow']>>

/** Their calendar lacks this version, or still shows what is off. Of what has begun nobody is told. */
const untoldAt = (at: Date) =>
  sql<boolean>`meeting.ends_at > ${at} and case when meeting.state = 'cancelled' or meeting_invitation.withdrawn_at is not null
    then meeting_invitation.told_version is not null else meeting_invitation.told_version is distinct from meeting.version end`

/** The people whose calendars lack something. */
export async function listUntoldPeople(db: Db, at: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .select('meetingInvitation.personId')
    .distinct()
    .where(untoldAt(at))
    .where('meetingInvitation.email', '<>', '')
    .orderBy('meetingInvitation.personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What one person's calendar lacks, in the order of time. */
export const listUntold = (db: Db, personId: number, at: Date): Promise<TellRow[]> =>
  tellColumns(db).where('meetingInvitation.personId', '=', personId).where(untoldAt(at)).orderBy('meeting.startsAt').execute()

/** Is this person still to come to a meeting at this very time? */
export const isExpected = (db: Db, invitationId: number, startsAt: string): Promise<boolean> =>
  isThere(
    db
      .selectFrom('meetingInvitation')
      .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
      .select('meeting.id')
      .where('meetingInvitation.id', '=', invitationId)
      .where('meetingInvitation.withdrawnAt', 'is', null)
      .where('meetingInvitation.partstat', '<>', 'declined')
      .where('meeting.state', '=', 'planned')
      .where('meeting.startsAt', '=', new Date(startsAt)),
  )

/** Those to remind of some meetings: who has not declined. */
export const listToRemind = (db: Db, meetingIds: readonly number[]): Promise<TellRow[]> =>
  tellColumns(db)
    .where('meeting.id', 'in', orNoId(meetingIds))
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .where('meetingInvitation.partstat', '<>', 'declined')
    .orderBy('meetingInvitation.id')
    .execute()

/** Meetings that are to come. */
export async function listUpcomingIds(db: Db, at: Date): Promise<number[]> {
  const rows = await db.selectFrom('meeting').select('id').where('state', '=', 'planned').where('endsAt', '>', at).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

const feedDays = 400

/** Public meetings of the year before and all to come, for the public feed. */
export const listPublicMeetings = (db: Db, at: Date) =>
  db
    .selectFrom('meeting')
    .selectAll()
    .select(hostsOf('meeting').as('hosts'))
    .where('public', '=', true)
    // What is cancelled leaves the calendars that read this.
    .where('state', '<>', 'cancelled')
    .where('startsAt', '>', new Date(at.getTime() - feedDays * 86_400_000))
    .orderBy('startsAt')
    .execute()

/** Every meeting there is, for taking all of the site elsewhere. */
export const listAllMeetings = (db: Db) => db.selectFrom('meeting').selectAll().orderBy('startsAt').orderBy('id').execute()

/** The meetings that a person is invited to, of the year before and all to come, for their calendar. */
export const listInvitedMeetings = (db: Db, personId: number, at: Date) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .selectAll('meeting')
    .select(hostsOf('meeting').as('hosts'))
    .where('meetingInvitation.personId', '=', personId)
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .where('meeting.state', '<>', 'cancelled')
    .where('meeting.startsAt', '>', new Date(at.getTime() - feedDays * 86_400_000))
    .orderBy('meeting.startsAt')
    .execute()

/** Everybody who was invited to a meeting, with what letters need. */
export const listRecipients = (db: Db, meetingId: number): Promise<TellRow[]> =>
  tellColumns(db)
    .where('meetingInvitation.meetingId', '=', meetingId)
    .where('meetingInvitation.withdrawnAt', 'is', null)
    .where('meetingInvitation.email', '<>', '')
    .orderBy('meetingInvitation.id')
    .execute()

/** What stalls: invitations that nobody has been told of for an hour, and minutes that wait for approval two weeks after their day. */
export async function countMeetingStalls(db: Db, at: Date): Promise<{ untold: number; unapproved: number }> {
  const hourAgo = new Date(at.getTime() - 3_600_000)
  const untold = db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .where(untoldAt(at))
    .where('meetingInvitation.email', '<>', '')
    .where('meetingInvitation.invitedAt', '<', hourAgo)
  const unapproved = db
    .selectFrom('meeting')
    .where('minutes', '=', 'circulated')
    .where(sql<boolean>`greatest(circulated_at, starts_at) + make_interval(days => silent_days + 14) < ${at}`)
  return { untold: await countRows(untold), unapproved: await countRows(unapproved) }
}
