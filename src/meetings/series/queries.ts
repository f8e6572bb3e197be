import { sql } from 'kysely'
import { type Db, findRow } from '../../lib/db/rows.ts'
import { hostsOf } from '../core/queries.ts'
import { seriesInstant } from '../rules.ts'

/** A series as calendars have it, with its meetings that are to come and what one person was invited to of them. */
export async function readSeriesFor(db: Db, seriesId: number, personId: number, at: Date) {
  const series = await db.selectFrom('meetingSeries').selectAll().where('id', '=', seriesId).executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('meetingInvitation', (join) =>
      join.onRef('meetingInvitation.meetingId', '=', 'meeting.id').on('meetingInvitation.personId', '=', personId),
    )
    .select(['meeting.id', 'meeting.slug', 'meeting.title', 'meeting.place', 'meeting.startsAt', 'meeting.endsAt', 'meeting.state'])
    .select(['meeting.sequence', 'meeting.recursAt', 'meeting.seriesOn', 'meeting.changedAt', 'meeting.zone'])
    .select(['meetingInvitation.id as invitationId', 'meetingInvitation.partstat'])
    .select(sql<boolean>`meeting_invitation.id is not null and meeting_invitation.withdrawn_at is null`.as('invited'))
    .where('meeting.seriesId', '=', seriesId)
    .where('meeting.recursAt', 'is not', null)
    .where('meeting.endsAt', '>', at)
    .orderBy('meeting.recursAt')
    .execute()
  const told = await findRow(db.selectFrom('seriesTold').selectAll(), { seriesId, personId })
  /** What is off is off at the hour that the rule has now. */
  const offAt = ({ state, seriesOn }: (typeof rows)[number]): Date | undefined =>
    state === 'cancelled' && seriesOn !== null ? seriesInstant(seriesOn, series.startsAt, series.zone) : undefined
  const meetings = rows.flatMap((row) => (row.recursAt === null ? [] : [{ ...row, recursAt: offAt(row) ?? row.recursAt }]))
  return { series, told, meetings }
}

/** Whose reply address it is, with what an answer is held against. */
export const findSeriesTold = (db: Db, id: number) =>
  db
    .selectFrom('seriesTold')
    .innerJoin('meetingSeries', 'meetingSeries.id', 'seriesTold.seriesId')
    .select([
      'seriesTold.personId',
      'seriesTold.seriesId',
      'meetingSeries.uid',
      'meetingSeries.slug',
      'meetingSeries.title',
      'meetingSeries.sequence',
    ])
    .select(hostsOf('series').as('hosts'))
    .where('seriesTold.id', '=', id)
    .executeTakeFirst()
