import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { mayMeetPeople } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import type { CharterGroup } from './queries.ts'

/** The names of a group's lists: what fields may name. */
export async function listListNames(db: Db, groupId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('sharedList as list')
    .select('name')
    .where('groupId', '=', groupId)
    .where('archive', '<>', 'group')
    .orderBy('id')
    .execute()
  return rows.map(({ name }) => name)
}

/**
 * What the fields of a charter stand for today. Who holds a role and was not asked yet has no name there, unless the reader meets people.
 * @param actor the reader; nobody for what goes to everybody
 */
export async function readFieldFacts(db: Db, group: CharterGroup, at: Date, actor?: Actor) {
  const today = utcDay(at)
  const meets = actor !== undefined && mayMeetPeople(actor)
  const [holders, lists, addresses, series, next, rule] = await Promise.all([
    db
      .selectFrom('sharedAppointment as appointment')
      .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
      .select(['appointment.role', 'appointment.personId'])
      .select(
        sql<
          string | null
        >`case when ${meets}::boolean or named_to_all(appointment.person_id, appointment.group_id) then person.name end`.as('name'),
      )
      .distinct()
      .where('appointment.groupId', '=', group.id)
      .where('person.erasedAt', 'is', null)
      .where('appointment.fromOn', '<=', today)
      .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', today)]))
      .orderBy('name')
      .execute(),
    db
      .selectFrom('sharedList as list')
      .select(['name', 'title'])
      .where('groupId', '=', group.id)
      .where('archive', '<>', 'group')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('sharedRoleAddress as roleAddress')
      .select(['role', 'name'])
      .where('groupId', '=', group.id)
      .where('closedAt', 'is', null)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('sharedMeetingSeries as meetingSeries')
      .innerJoin('seriesHost', 'seriesHost.seriesId', 'meetingSeries.id')
      .select(['meetingSeries.slug', 'meetingSeries.everyN', 'meetingSeries.everyUnit'])
      .where('seriesHost.groupId', '=', group.id)
      .where('meetingSeries.endedAt', 'is', null)
      .orderBy('meetingSeries.id')
      .limit(1)
      .execute(),
    db
      .selectFrom('sharedMeeting as meeting')
      .innerJoin('sharedMeetingHost as meetingHost', 'meetingHost.meetingId', 'meeting.id')
      .select(['meeting.slug', 'meeting.startsAt'])
      .where('meetingHost.groupId', '=', group.id)
      .where('meeting.public', '=', true)
      .where('meeting.state', '=', 'planned')
      .where('meeting.startsAt', '>', at)
      .orderBy('meeting.startsAt')
      .limit(1)
      .execute(),
    db.selectFrom('vendorRule').select('answerMonths').where('groupId', '=', group.id).executeTakeFirst(),
  ])
  return { group, holders, lists, addresses, series: series[0], nextMeeting: next[0], answerMonths: rule?.answerMonths ?? 3 }
}

export type FieldFacts = Awaited<ReturnType<typeof readFieldFacts>>

/** Decisions of a group that its charter can name, the newest first. */
export const listNamable = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedDecision as decision')
    .select(['id', 'number', 'text', 'decidedOn'])
    .where('groupId', '=', groupId)
    .where('supersededBy', 'is', null)
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
