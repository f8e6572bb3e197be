import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/connect.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isAtTable, mayArrange } from '../../policy.ts'
import { type HostName, hostIds, listExpected, listLoads } from '../core/queries.ts'
import { burden, hasZone, type LedgerEntry } from '../rules.ts'

const t = textsOf('meetings', 'polls')

const polls = (db: Db) =>
  db
    .selectFrom('datePoll')
    .leftJoin('meeting', 'meeting.id', 'datePoll.meetingId')
    .selectAll('datePoll')
    .select('meeting.slug as meetingSlug')
    .select(
      sql<HostName[]>`coalesce((select json_agg(json_build_object('groupId', h.group_id, 'communityId', h.community_id,
        'slug', coalesce(g.slug, c.slug), 'name', coalesce(g.name, c.name)))
        from date_poll_host h left join working_group g on g.id = h.group_id left join community c on c.id = h.community_id
        where h.poll_id = date_poll.id), '[]')`.as('hosts'),
    )

/**
 * A date poll, its slots and what everybody answered: for those at the table.
 * @throws NotFound for everybody else
 */
export async function getPoll(db: Db, actor: Actor, slug: string) {
  const poll = await polls(db).where('datePoll.slug', '=', slug).executeTakeFirst()
  if (!poll || !isAtTable(actor, hostIds(poll.hosts))) throw new NotFound(t.datePollNotFound)
  const slots = await db.selectFrom('datePollSlot').select(['id', 'startsAt']).where('pollId', '=', poll.id).orderBy('startsAt').execute()
  const answers = await db
    .selectFrom('datePollAnswer')
    .innerJoin('person', 'person.id', 'datePollAnswer.personId')
    .select(['datePollAnswer.slotId', 'datePollAnswer.personId', 'datePollAnswer.answer', 'person.name'])
    .where('datePollAnswer.slotId', 'in', [0, ...slots.map(({ id }) => id)])
    .orderBy('person.name')
    .execute()
  return { poll: { ...poll, mayArrange: mayArrange(actor, hostIds(poll.hosts)) }, slots, answers }
}

/** Polls that wait for this person's answer. */
export async function listOpenPolls(db: Db, actor: Actor) {
  const rows = await polls(db)
    .select(
      sql<boolean>`exists (select from date_poll_answer a join date_poll_slot s on s.id = a.slot_id
        where s.poll_id = date_poll.id and a.person_id = ${actor.personId ?? 0})`.as('answered'),
    )
    .where('datePoll.closedAt', 'is', null)
    .where('datePoll.closesAt', '>', actor.at)
    .orderBy('datePoll.closesAt')
    .execute()
  return rows.filter((poll) => actor.personId !== null && isAtTable(actor, hostIds(poll.hosts)))
}

/** Date polls of this person's tables that nobody has closed yet. */
export async function listPolls(db: Db, actor: Actor) {
  if (actor.personId === null) return []
  const rows = await polls(db).where('datePoll.closedAt', 'is', null).orderBy('datePoll.closesAt').limit(100).execute()
  return rows
    .filter((poll) => isAtTable(actor, hostIds(poll.hosts)))
    .map((poll) => ({ ...poll, mayArrange: mayArrange(actor, hostIds(poll.hosts)) }))
}

/** Somebody in the ledger, with their points month by month, the oldest first. */
type LedgerRow = LedgerEntry & { name: string; months: number[] }

const hundredths = (points: number): number => Math.round(points * 100) / 100

/** The ledger of a table. */
export interface Ledger {
  /** Those whose time zone is known: what an hour costs anybody else, nobody can say. */
  people: LedgerRow[]
  /** So many are expected. */
  expected: number
}

/** What the meetings of the last twelve months have cost those who are expected at this table. */
export async function readLedger(db: Db, hosts: { groupIds: number[]; communityIds: number[] }, at: Date): Promise<Ledger> {
  const expected = await listExpected(db, hosts, at)
  const people = expected.filter(hasZone)
  const loads = Map.groupBy(
    await listLoads(
      db,
      people.map(({ personId }) => personId),
      at,
    ),
    ({ personId }) => personId,
  )
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('UTC')
  /** How many months ago, by days: the last thirty are 0. */
  const monthsAgo = (when: Date): number => {
    const then = Temporal.Instant.fromEpochMilliseconds(when.getTime()).toZonedDateTimeISO('UTC')
    return Math.min(11, then.until(now, { largestUnit: 'month' }).months)
  }
  const rows = people.map(({ personId, name, zone, worksFrom, worksTo }) => {
    const months = Array.from({ length: 12 }, () => 0)
    for (const { startsAt, endsAt } of loads.get(personId) ?? []) {
      const month = 11 - monthsAgo(startsAt)
      months[month] = hundredths((months[month] ?? 0) + burden(startsAt, endsAt, { zone, worksFrom, worksTo }))
    }
    const points = hundredths(months.reduce((sum, one) => sum + one, 0))
    return { personId, name, zone, worksFrom, worksTo, points, months }
  })
  return { people: rows, expected: expected.length }
}

/** A poll by its id with its times, for the job that asks. */
export async function findPoll(db: Db, id: number) {
  const poll = await polls(db).where('datePoll.id', '=', id).executeTakeFirst()
  const slots = await db.selectFrom('datePollSlot').select(['id', 'startsAt']).where('pollId', '=', id).orderBy('startsAt').execute()
  return poll && { poll, slots }
}
