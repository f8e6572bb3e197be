import { type SqlBool, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, isThere } from '../../lib/db/rows.ts'
import { pluck } from '../../lib/pluck.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Hosts, isAtTable, mayArrange } from '../../policy.ts'
import { type HostName, hostIds, listExpected, listLoads } from '../core/queries.ts'
import { burden, hasZone, type LedgerEntry } from '../rules.ts'

const t = textsOf('meetings', 'polls')

const polls = (db: Db) =>
  db
    .selectFrom('datePoll')
    .leftJoin('meeting', 'meeting.id', 'datePoll.meetingId')
    .selectAll('datePoll')
    .select(['meeting.slug as meetingSlug', 'meeting.startsAt as meetingStartsAt'])
    .select(
      sql<HostName[]>`coalesce((select json_agg(json_build_object('groupId', h.group_id, 'communityId', h.community_id,
        'slug', coalesce(g.slug, c.slug), 'name', coalesce(g.name, c.name)))
        from date_poll_host h left join shared_working_group g on g.id = h.group_id left join shared_community c on c.id = h.community_id
        where h.poll_id = date_poll.id), '[]')`.as('hosts'),
    )

type PollRow = Awaited<ReturnType<ReturnType<typeof polls>['executeTakeFirstOrThrow']>>

/** Asked by an invitation that stands. */
const isAsked = ({ personId }: Pick<Actor, 'personId'>) =>
  sql<boolean>`exists (select from date_poll_invitation i where i.poll_id = date_poll.id and i.withdrawn_at is null
    and i.person_id = ${personId ?? 0})`

/** Whose answers count: who is asked today, and who sits at the table without being asked. */
const counts = sql<SqlBool>`(not exists (select from date_poll_invitation i where i.poll_id = date_poll_slot.poll_id and i.person_id = date_poll_answer.person_id)
  or exists (select from date_poll_invitation i where i.poll_id = date_poll_slot.poll_id and i.person_id = date_poll_answer.person_id and i.withdrawn_at is null))`

/** How somebody looks at a poll. */
interface View {
  personId: number | null
  atTable: boolean
  mayArrange: boolean
  /** Sees who answered what; else only how many did, and their own. */
  names: boolean
}

async function readPoll(db: Db, poll: PollRow, view: View) {
  const slots = await db.selectFrom('datePollSlot').select(['id', 'startsAt']).where('pollId', '=', poll.id).orderBy('startsAt').execute()
  const all = await db
    .selectFrom('datePollAnswer')
    .innerJoin('datePollSlot', 'datePollSlot.id', 'datePollAnswer.slotId')
    .innerJoin('sharedPerson as person', 'person.id', 'datePollAnswer.personId')
    .select(['datePollAnswer.slotId', 'datePollAnswer.personId', 'datePollAnswer.answer', 'person.name'])
    .where('datePollSlot.pollId', '=', poll.id)
    .where(counts)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const asked = await db
    .selectFrom('datePollInvitation')
    .innerJoin('sharedPerson as person', 'person.id', 'datePollInvitation.personId')
    .select(['datePollInvitation.id', 'datePollInvitation.personId', 'datePollInvitation.guest', 'datePollInvitation.comment'])
    .select('person.name')
    .where('pollId', '=', poll.id)
    .where('withdrawnAt', 'is', null)
    .where('person.erasedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const count = (slotId: number, answer: 'yes' | 'maybe' | 'no') =>
    all.filter((one) => one.slotId === slotId && one.answer === answer).length
  const shown = ({ personId }: { personId: number }) => view.names || personId === view.personId
  return {
    poll: { ...poll, mayArrange: view.mayArrange, atTable: view.atTable, names: view.names },
    slots: slots.map((slot) => ({ ...slot, yes: count(slot.id, 'yes'), maybe: count(slot.id, 'maybe'), no: count(slot.id, 'no') })),
    answers: all.filter(shown),
    asked: asked.filter(shown),
    /** So many of those asked have answered. */
    answered: new Set(all.map(({ personId }) => personId)).size,
    expected: new Set([...asked, ...all].map(({ personId }) => personId)).size,
  }
}

/** A date poll with its times and what of the answers its reader may see. */
export type Poll = Awaited<ReturnType<typeof readPoll>>

/**
 * A date poll, its times and what everybody answered: for those at the table, and for who is asked besides.
 * @throws NotFound for everybody else
 */
export async function getPoll(db: Db, actor: Actor, slug: string): Promise<Poll> {
  const poll = await polls(db).select(isAsked(actor).as('isAsked')).where('datePoll.slug', '=', slug).executeTakeFirst()
  const atTable = poll !== undefined && isAtTable(actor, hostIds(poll.hosts))
  if (!poll || !(atTable || poll.isAsked)) throw new NotFound(t.datePollNotFound)
  return readPoll(db, poll, {
    personId: actor.personId,
    atTable,
    mayArrange: mayArrange(actor, hostIds(poll.hosts)),
    names: atTable || poll.guestsSeeNames,
  })
}

/** An invitation to a poll, while it stands, with whom it asks. */
export const findPollInvitation = (db: Db, id: number) =>
  db
    .selectFrom('datePollInvitation')
    .innerJoin('sharedPerson as person', 'person.id', 'datePollInvitation.personId')
    .innerJoin('datePoll', 'datePoll.id', 'datePollInvitation.pollId')
    .selectAll('datePollInvitation')
    .select(['person.name', 'person.locale', 'person.zone', 'datePoll.slug', 'datePoll.closesAt', 'datePoll.closedAt'])
    .where('datePollInvitation.id', '=', id)
    .where('withdrawnAt', 'is', null)
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()

/** The poll of an invitation, for whoever has its link: as a member of the hosts sees it, or as a guest. Nobody arranges by a link. */
export async function findPollOf(db: Db, invitation: { pollId: number; personId: number; guest: boolean }): Promise<Poll | undefined> {
  const poll = await polls(db).where('datePoll.id', '=', invitation.pollId).executeTakeFirst()
  const names = !invitation.guest || poll?.guestsSeeNames === true
  return poll && readPoll(db, poll, { personId: invitation.personId, atTable: false, mayArrange: false, names })
}

/** The times of a poll, with its name in its address; for the program itself. */
export async function findPollTimes(db: Db, id: number): Promise<{ slug: string; slotIds: number[] } | undefined> {
  const poll = await db.selectFrom('datePoll').select('slug').where('id', '=', id).executeTakeFirst()
  const slots = poll ? await db.selectFrom('datePollSlot').select('id').where('pollId', '=', id).execute() : []
  return poll && { slug: poll.slug, slotIds: slots.map((slot) => slot.id) }
}

/** One of its times is still to come: there is something to answer, or to choose. */
const hasFuture = (at: Date) =>
  sql<boolean>`exists (select from date_poll_slot s where s.poll_id = date_poll.id and s.starts_at > ${at}::timestamptz)`

/** Date polls of this person's tables, and those that they are asked by, that nobody has closed yet and that have a time to come. */
export async function listPolls(db: Db, actor: Actor) {
  if (actor.personId === null) return []
  const rows = await polls(db)
    .select(isAsked(actor).as('isAsked'))
    .select(
      sql<boolean>`exists (select from date_poll_answer a join date_poll_slot s on s.id = a.slot_id
        where s.poll_id = date_poll.id and a.person_id = ${actor.personId})`.as('answered'),
    )
    .where('datePoll.closedAt', 'is', null)
    .where(hasFuture(actor.at))
    .orderBy('datePoll.closesAt')
    .execute()
  return rows
    .filter((poll) => poll.isAsked || isAtTable(actor, hostIds(poll.hosts)))
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
export async function readLedger(db: Db, hosts: Hosts, at: Date): Promise<Ledger> {
  const expected = await listExpected(db, hosts, at)
  const people = expected.filter(hasZone)
  const loads = Map.groupBy(await listLoads(db, pluck(people, 'personId'), at), ({ personId }) => personId)
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

/** The ids of polls that can still be answered. */
export async function listOpenPollIds(db: Db, at: Date): Promise<number[]> {
  const rows = await db.selectFrom('datePoll').select('id').where('closedAt', 'is', null).where('closesAt', '>', at).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

const letters = (db: Db) =>
  db
    .selectFrom('datePollInvitation')
    .innerJoin('sharedPerson as person', 'person.id', 'datePollInvitation.personId')
    .innerJoin('datePoll', 'datePoll.id', 'datePollInvitation.pollId')
    .select(['datePollInvitation.id', 'datePollInvitation.personId', 'datePollInvitation.email', 'datePollInvitation.comment'])
    .select(['person.name', 'person.locale', 'person.zone', 'datePoll.id as pollId', 'datePoll.slug', 'datePoll.title', 'datePoll.note'])
    .select(['datePoll.closesAt', 'datePoll.minutes', 'datePoll.zone as home'])
    .select(
      sql<string[]>`array(select coalesce(g.name, c.name) from date_poll_host h left join shared_working_group g on g.id = h.group_id
        left join shared_community c on c.id = h.community_id where h.poll_id = date_poll.id order by 1)`.as('hosts'),
    )
    .select(sql<Date[]>`array(select s.starts_at from date_poll_slot s where s.poll_id = date_poll.id order by s.starts_at)`.as('slots'))
    .select(
      sql<
        ({ answer: 'yes' | 'maybe' | 'no' } | null)[]
      >`(select json_agg(case when a.answer is null then null else json_build_object('answer', a.answer) end order by s.starts_at)
        from date_poll_slot s left join date_poll_answer a on a.slot_id = s.id and a.person_id = date_poll_invitation.person_id
        where s.poll_id = date_poll.id)`.as('answers'),
    )
    .where('datePollInvitation.withdrawnAt', 'is', null)
    .where('person.erasedAt', 'is', null)

/** One who is asked by a poll, with all that a letter says of it. */
export type PollLetter = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>

/** Those of a poll that no letter has asked yet. */
export const listUnaskedOf = (db: Db, pollId: number, at: Date): Promise<PollLetter[]> =>
  letters(db)
    .where('datePollInvitation.pollId', '=', pollId)
    .where('toldAt', 'is', null)
    .where('datePoll.closedAt', 'is', null)
    .where('datePoll.closesAt', '>', at)
    .orderBy('datePollInvitation.id')
    .execute()

/** One invitation, as letters need it. */
export const findPollLetter = (db: Db, invitationId: number): Promise<PollLetter | undefined> =>
  letters(db).where('datePollInvitation.id', '=', invitationId).executeTakeFirst()

const unanswered = sql<boolean>`not exists (select from date_poll_answer a join date_poll_slot s on s.id = a.slot_id
  where s.poll_id = date_poll.id and a.person_id = date_poll_invitation.person_id)`

/** Is somebody's answer to a date poll still waited for? */
export const isAnswerMissing = (db: Db, invitationId: number, at: Date): Promise<boolean> =>
  isThere(
    letters(db)
      .where('datePollInvitation.id', '=', invitationId)
      .where('datePoll.closedAt', 'is', null)
      .where('datePoll.closesAt', '>', at)
      .where(unanswered),
  )

const hour = 3_600_000

/** Who has said nothing a day before a poll closes, and was asked long enough ago; each is reminded once. */
export const listPollReminders = (db: Db, at: Date): Promise<PollLetter[]> =>
  letters(db)
    .where('datePoll.closedAt', 'is', null)
    .where('datePoll.closesAt', '>', at)
    .where('datePoll.closesAt', '<=', new Date(at.getTime() + 24 * hour))
    .where('remindedAt', 'is', null)
    .where('toldAt', '<', new Date(at.getTime() - 12 * hour))
    .where(unanswered)
    .orderBy('datePollInvitation.id')
    .execute()

/** Whose poll it is, for jobs. */
export const findPollHosts = async (db: Db, id: number): Promise<HostName[]> =>
  (await polls(db).where('datePoll.id', '=', id).executeTakeFirst())?.hosts ?? []
