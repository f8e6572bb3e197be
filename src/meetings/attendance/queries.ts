import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { type Hosts, isAtTable, mayArrange } from '../../policy.ts'
import type { Noted } from './rules.ts'

/** A group or user group whose attendance the actor may look at. */
export interface Table {
  key: string
  name: string
  hosts: Hosts
  mayArrange: boolean
}

/** The tables that an actor sits at: their groups, and the user groups that they steer. */
export async function listTables(db: Db, actor: Actor): Promise<Table[]> {
  const groups = await db.selectFrom('sharedWorkingGroup as workingGroup').select(['id', 'name']).orderBy('name').execute()
  const communities = await db.selectFrom('sharedCommunity as community').select(['id', 'name']).orderBy('name').execute()
  return [
    ...groups.map(({ id, name }) => ({ key: `g${id}`, name, hosts: { groupIds: [id], communityIds: [] } })),
    ...communities.map(({ id, name }) => ({ key: `c${id}`, name, hosts: { groupIds: [], communityIds: [id] } })),
  ].flatMap((table) => (isAtTable(actor, table.hosts) ? [{ ...table, mayArrange: mayArrange(actor, table.hosts) }] : []))
}

/**
 * The table of a key, or the first.
 * @throws NotFound where the actor sits at none, or not at that one
 */
export async function getTable(db: Db, actor: Actor, key: string | undefined): Promise<{ table: Table; tables: Table[] }> {
  const tables = await listTables(db, actor)
  const table = (key === undefined ? tables[0] : tables.find((one) => one.key === key)) ?? missing(refusals.thereIsNoSuchPage)
  return { table, tables }
}

const noted = (db: Db, at: Date) =>
  db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .innerJoin('sharedPerson as person', 'person.id', 'meetingInvitation.personId')
    .select(['meetingInvitation.personId', 'meetingInvitation.formal', 'meetingInvitation.roles', 'meetingInvitation.attendance'])
    .select(['meetingInvitation.reason', 'meetingInvitation.reasonAccepted', 'person.name', 'person.zone'])
    .select(['meeting.id as meetingId', 'meeting.slug', 'meeting.title', 'meeting.startsAt', 'meeting.kind', 'meeting.zone as meetingZone'])
    .where('meeting.state', '<>', 'cancelled')
    .where('meeting.endsAt', '<=', at)
    .where('meetingInvitation.withdrawnAt', 'is', null)
    // Guests who registered were expected by nobody.
    .where(sql<boolean>`not (meeting_invitation.roles && array['registered', 'guest'])`)
    .orderBy('meeting.startsAt')
    .orderBy('person.name')

const ofHosts = ({ groupIds, communityIds }: Hosts) =>
  sql<boolean>`exists (select from meeting_host h where h.meeting_id = meeting.id
    and (h.group_id = any(${groupIds}::bigint[]) or h.community_id = any(${communityIds}::bigint[])))`

/** Who was expected at the past meetings of a table, and whether they were there; of one year, or of all. */
export async function listNoted(db: Db, { hosts }: Pick<Table, 'hosts'>, { at, year }: { at: Date; year?: number | undefined }) {
  let query = noted(db, at).where(ofHosts(hosts))
  if (year !== undefined) query = query.where(sql<boolean>`extract(year from meeting.starts_at at time zone meeting.zone) = ${year}`)
  return (await query.execute()) satisfies Noted[]
}

export type Row = Awaited<ReturnType<typeof listNoted>>[number]

/** The years in which a table met, the latest first. */
export async function listYears(db: Db, { hosts }: Pick<Table, 'hosts'>, at: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(sql<number>`extract(year from starts_at at time zone zone)::int`.as('year'))
    .distinct()
    .where('state', '<>', 'cancelled')
    .where('endsAt', '<=', at)
    .where(ofHosts(hosts))
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** What is expected at a table. */
export const listRules = (db: Db, { hosts }: Pick<Table, 'hosts'>) =>
  db
    .selectFrom('attendanceRule')
    .select(['id', 'kind', 'formalOnly', 'perYear', 'sharePercent', 'note'])
    .where((eb) => eb.or([eb('groupId', 'in', orNoId(hosts.groupIds)), eb('communityId', 'in', orNoId(hosts.communityIds))]))
    .orderBy('kind')
    .execute()

export type RuleRow = Awaited<ReturnType<typeof listRules>>[number]

/** A person's own attendance over all years. */
export const listOwnNoted = async (db: Db, personId: number, at: Date) =>
  (await noted(db, at).where('meetingInvitation.personId', '=', personId).execute()) satisfies Noted[]
