import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Db, findRow } from '../../lib/db/rows.ts'
import type { Offers } from '../../offers.ts'
import { isAtTable, leadsOf, mayArrange } from '../../policy.ts'
import type { TextKind } from '../../texts.ts'
import { getMeeting, hostIds, hostsOf, type Meeting, meetings } from '../core/queries.ts'
import { whyNotApprove } from './rules.ts'

/** Does a meeting have nobody among its hosts who is not among those of another? Then whoever sits at its table reads what the other keeps inside. */
const hostedWithin = (
  one: string,
  other: string,
) => sql<boolean>`not exists (select from meeting_host mine where mine.meeting_id = ${sql.ref(one)}
  and not exists (select from meeting_host theirs where theirs.meeting_id = ${sql.ref(other)}
    and mine.group_id is not distinct from theirs.group_id and mine.community_id is not distinct from theirs.community_id))`

/**
 * The agenda of a meeting, in its order. Proposals and internal items are for those at the table.
 * @param talks the items of talks that the reader may see, wherever they are given
 */
export async function listItems(db: Db, meeting: Pick<Meeting, 'id' | 'atTable'>, talks?: ReadonlyMap<number, string>) {
  const rows = await db
    .selectFrom('agendaItem')
    .leftJoin('sharedPerson as person', 'person.id', 'agendaItem.personId')
    .selectAll('agendaItem')
    .select('person.name as proposer')
    // Of the meeting whose minutes the item is about.
    .select(
      sql<Date | null>`(select m.starts_at from meeting m where m.id = substring(agenda_item.source from '^minutes:([0-9]+)$')::bigint)`.as(
        'minutesOfAt',
      ),
    )
    // Corrections of those minutes that wait for an answer, where whoever sits at this table reads them.
    .select(
      sql<number>`(select count(*)::int from minutes_correction c join meeting b on b.id = c.meeting_id
        where c.state = 'open' and b.minutes = 'circulated' and b.id = substring(agenda_item.source from '^minutes:([0-9]+)$')::bigint
          and ${hostedWithin('agenda_item.meeting_id', 'b.id')})`.as('openCorrections'),
    )
    .where('agendaItem.meetingId', '=', meeting.id)
    .orderBy('agendaItem.position')
    .orderBy('agendaItem.id')
    .execute()
  if (meeting.atTable) return rows
  const isOpen = ({ id, internal }: (typeof rows)[number]) => !internal || talks?.has(id)
  // Who proposed it and where it comes from is for those at the table.
  return rows
    .filter((one) => isOpen(one) && one.state !== 'proposed' && one.state !== 'dropped')
    .map((one) => ({
      ...one,
      personId: null,
      proposer: null,
      source: '',
      sourcePath: '',
      carriedTo: null,
      minutesOfAt: null,
      openCorrections: 0,
    }))
}

export type Item = Awaited<ReturnType<typeof listItems>>[number]

/** The lines of a meeting's minutes, with what became of them; for those at the table alone. */
export function listLines(db: Db, meetingId: number) {
  return db
    .selectFrom('minuteLine')
    .leftJoin('sharedPerson as person', 'person.id', 'minuteLine.personId')
    .leftJoin('sharedDecision as decision', 'decision.id', 'minuteLine.decisionId')
    .leftJoin('action', 'action.id', 'minuteLine.actionId')
    .leftJoin('sharedPerson as owner', 'owner.id', 'action.ownerId')
    .selectAll('minuteLine')
    .select(['person.name as author', 'decision.number as decisionNumber', 'owner.name as owner'])
    .select(['action.dueOn', 'action.state as actionState'])
    .select(
      sql<
        { text: string; at: string; author: string | null; version: number }[]
      >`coalesce((select json_agg(json_build_object('text', v.text,
        'at', v.at, 'version', v.version, 'author', p.name) order by v.id) from minute_line_version v left join shared_person p on p.id = v.person_id
        where v.line_id = minute_line.id and v.conflict), '[]')`.as('conflicts'),
    )
    .where('minuteLine.meetingId', '=', meetingId)
    .where('minuteLine.removedAt', 'is', null)
    .orderBy('minuteLine.position')
    .orderBy('minuteLine.id')
    .execute()
}

export type Line = Awaited<ReturnType<typeof listLines>>[number]

/**
 * How far a reader of lines is: every change that they cannot see yet is of a transaction from here on. Ask for it before the lines
 * themselves, and what is between the two is only read twice.
 */
export async function readHorizon(db: Db): Promise<number> {
  const { rows } = await sql<{ horizon: number }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon`.execute(db)
  return rows[0]?.horizon ?? 0
}

/** Lines that changed since a horizon, removed ones too: what the others' pages need. */
export const listChanged = (db: Db, meetingId: number, since: number) =>
  db
    .selectFrom('minuteLine')
    .leftJoin('sharedPerson as person', 'person.id', 'minuteLine.personId')
    .select(['minuteLine.id', 'minuteLine.key', 'minuteLine.version', 'minuteLine.text', 'minuteLine.kind', 'minuteLine.internal'])
    .select(['minuteLine.position', 'minuteLine.agendaItemId', 'minuteLine.removedAt', 'minuteLine.updatedAt', 'person.name as author'])
    .where('minuteLine.meetingId', '=', meetingId)
    .where('minuteLine.changedIn', '>=', since)
    .orderBy('minuteLine.position')
    .execute()

/** What was sent and approved, the newest first. */
export const listVersions = (db: Db, meetingId: number) =>
  db
    .selectFrom('minutesVersion')
    .leftJoin('sharedPerson as person', 'person.id', 'minutesVersion.madeBy')
    .select(['minutesVersion.id', 'minutesVersion.n', 'minutesVersion.kind', 'minutesVersion.text', 'minutesVersion.publicText'])
    .select(['minutesVersion.madeAt', 'person.name as author'])
    .where('minutesVersion.meetingId', '=', meetingId)
    .orderBy('minutesVersion.n', 'desc')
    .execute()

/** Corrections that people asked for. */
export const listCorrections = (db: Db, meetingId: number) =>
  db
    .selectFrom('minutesCorrection')
    .innerJoin('sharedPerson as person', 'person.id', 'minutesCorrection.personId')
    .selectAll('minutesCorrection')
    .select('person.name')
    .where('minutesCorrection.meetingId', '=', meetingId)
    .orderBy('minutesCorrection.id')
    .execute()

/** Meetings whose minutes wait for silence. */
export const listCirculated = (db: Db) =>
  db
    .selectFrom('meeting')
    .select(['meeting.id', 'meeting.slug', 'meeting.minutes', 'meeting.circulatedAt', 'meeting.startsAt', 'meeting.silentDays'])
    .select(
      sql<number>`(select count(*) from minutes_correction c where c.meeting_id = meeting.id and c.state = 'open')`.as('openCorrections'),
    )
    .where('meeting.minutes', '=', 'circulated')
    .execute()

/** Meetings whose agenda is due to be sent. */
export const listAgendasDue = (db: Db, at: Date) =>
  db
    .selectFrom('meeting')
    .select(['meeting.id', 'meeting.slug'])
    .select(
      sql<number[]>`array(select h.group_id::int from meeting_host h where h.meeting_id = meeting.id and h.group_id is not null)`.as(
        'groupIds',
      ),
    )
    .where('meeting.state', '=', 'planned')
    .where('meeting.agendaSentAt', 'is', null)
    .where('meeting.agendaDays', '>', 0)
    .where('meeting.startsAt', '>', at)
    .where(sql<boolean>`meeting.starts_at <= ${at}::timestamptz + make_interval(days => meeting.agenda_days)`)
    .execute()

/**
 * The next meeting of the same series, or of the same hosts: where what was not reached goes.
 * @param inner what goes there is not for everybody: then to no meeting that others host as well
 */
export async function findNextMeeting(db: Db, meetingId: number, inner: boolean): Promise<{ id: number; slug: string } | undefined> {
  const { rows } = await sql<{ id: number; slug: string }>`
    select n.id, n.slug from meeting m join meeting n on n.starts_at > m.starts_at and n.state = 'planned' and n.kind = 'meeting' and n.id <> m.id
    where m.id = ${meetingId} and (n.series_id = m.series_id or exists (select from meeting_host a join meeting_host b
      on a.group_id is not distinct from b.group_id and a.community_id is not distinct from b.community_id
      where a.meeting_id = m.id and b.meeting_id = n.id)) and (not ${inner}::boolean or ${hostedWithin('n.id', 'm.id')})
    order by (n.series_id = m.series_id) desc nulls last, n.starts_at limit 1`.execute(db)
  return rows[0]
}

/**
 * The next meeting of a group, for who sits at its table and brings a request.
 * What not everybody reads comes to a meeting of the group alone: of other hosts it is not known whether they may read it.
 */
export const findAgenda: Offers['findAgenda'] = async (db, actor, { groupId, visibility }) => {
  const next = await meetings(db)
    .where('meeting.state', '=', 'planned')
    .where('meeting.kind', '=', 'meeting')
    .where('meeting.startsAt', '>', actor.at)
    .where(sql<boolean>`exists (select from meeting_host h where h.meeting_id = meeting.id and h.group_id = ${groupId})`)
    .$if(visibility !== 'public', (query) =>
      query.where(sql<boolean>`(select count(*) from meeting_host h where h.meeting_id = meeting.id) = 1`),
    )
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .limit(1)
    .executeTakeFirst()
  return next && isAtTable(actor, hostIds(next.hosts)) ? { slug: next.slug, startsAt: next.startsAt, zone: next.zone } : undefined
}

/** The texts of minutes as they were approved, for the group and for the public. */
export const findApprovedTexts = (db: Db, meetingId: number) =>
  findRow(db.selectFrom('minutesVersion').orderBy('n', 'desc').limit(1), { meetingId, kind: 'approved' }, ['text', 'publicText'])

/** The minutes as approved, for this reader: the public text unless they sit at the table; undefined before. */
export async function findApproved(db: Db, meeting: Pick<Meeting, 'id' | 'atTable' | 'minutes'>): Promise<string | undefined> {
  if (meeting.minutes !== 'approved') return undefined
  const texts = await findApprovedTexts(db, meeting.id)
  return texts && (meeting.atTable ? texts.text : texts.publicText)
}

/** Meetings whose minutes everybody may read, the latest first. */
export const listLatestMinutes = (db: Db, { limit = 4, groupId }: { limit?: number; groupId?: number | undefined } = {}) =>
  db
    .selectFrom('meeting')
    .$if(groupId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('meetingHost as host')
            .select('host.meetingId')
            .whereRef('host.meetingId', '=', 'meeting.id')
            .where('host.groupId', '=', groupId as number),
        ),
      ),
    )
    .select(['slug', 'title', 'startsAt', 'zone'])
    .where('public', '=', true)
    .where('minutes', '=', 'approved')
    .orderBy('startsAt', 'desc')
    .limit(limit)
    .execute()

/** The last meeting before this one, of the same series or hosts, whose minutes wait for approval, as far as all at this table know of it. */
export async function findUnapproved(
  db: Db,
  meetingId: number,
): Promise<{ id: number; slug: string; title: string; public: boolean } | undefined> {
  const { rows } = await sql<{ id: number; slug: string; title: string; public: boolean }>`
    select b.id, b.slug, b.title, b.public from meeting m join meeting b on b.starts_at < m.starts_at and b.minutes = 'circulated'
      and (b.public or ${hostedWithin('m.id', 'b.id')})
    where m.id = ${meetingId} and (b.series_id = m.series_id or exists (select from meeting_host x join meeting_host y
      on x.group_id is not distinct from y.group_id and x.community_id is not distinct from y.community_id
      where x.meeting_id = m.id and y.meeting_id = b.id))
    order by b.starts_at desc limit 1`.execute(db)
  return rows[0]
}

/**
 * Minutes that wait for this person's look: of meetings that they were invited to, and that they have not corrected; for who leads a host, also
 * those to which somebody asks for a correction, before any meeting comes to approve them.
 */
export async function listMinutesToCheck(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('meetingInvitation', (join) =>
      join
        .onRef('meetingInvitation.meetingId', '=', 'meeting.id')
        .on('meetingInvitation.personId', '=', actor.personId ?? 0)
        .on('meetingInvitation.withdrawnAt', 'is', null),
    )
    .select(['meeting.id', 'meeting.slug', 'meeting.title', 'meeting.startsAt', hostsOf('meeting').as('hosts')])
    .select('meetingInvitation.id as invitationId')
    .select(
      sql<boolean>`exists (select from minutes_correction c where c.meeting_id = meeting.id and c.person_id = ${actor.personId})`.as(
        'corrected',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from minutes_correction c where c.meeting_id = meeting.id and c.state = 'open')`.as(
        'openCorrections',
      ),
    )
    .where('meeting.minutes', '=', 'circulated')
    .orderBy('meeting.startsAt')
    .execute()
  const led = leadsOf(actor)
  return rows.flatMap((row) => {
    const invited = row.invitationId !== null
    const hosts = hostIds(row.hosts)
    const toAnswer = row.openCorrections > 0 && (invited ? mayArrange(actor, hosts) : hosts.groupIds.some((id) => led.includes(id)))
    // Who arranges may still approve them, once the meeting has begun.
    const mayApprove = invited && mayArrange(actor, hosts) && !whyNotApprove(row, actor.at)
    return toAnswer || (invited && (mayApprove || !row.corrected)) ? [{ ...row, mayApprove, toAnswer }] : []
  })
}

/** A correction that was answered, for the letter to whoever asked. */
export const findSettled = (db: Db, id: number) =>
  db
    .selectFrom('minutesCorrection')
    .select(['meetingId', 'personId', 'text', 'state', 'answer', 'settledBy'])
    .where('id', '=', id)
    .where('state', '<>', 'open')
    .executeTakeFirst()

/** Lines of minutes, as far as somebody reads them: at the table, in what was sent to them for corrections, or as approved. Files stand in them. */
export const lineTexts: TextKind = {
  kind: 'line',
  async read(db, actor, id) {
    const line = await db
      .selectFrom('minuteLine')
      .innerJoin('meeting', 'meeting.id', 'minuteLine.meetingId')
      .select(['meeting.slug', 'minuteLine.text', 'minuteLine.removedAt'])
      .where('minuteLine.id', '=', id)
      .executeTakeFirst()
    if (!line) return undefined
    const meeting = await getMeeting(db, actor, line.slug)
    const approved = await findApproved(db, meeting)
    if (approved !== undefined) return approved
    if (meeting.atTable) return line.removedAt === null ? line.text : undefined
    const [sent] = meeting.invited && meeting.minutes === 'circulated' ? await listVersions(db, meeting.id) : []
    return sent?.publicText
  },
}
