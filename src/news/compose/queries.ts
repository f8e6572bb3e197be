import { sql } from 'kysely'
import { type Actor, visitor } from '../../actor.ts'
import { readableBy } from '../../advocacy/queries.ts'
import { getCount, listBallots } from '../../ballots/queries.ts'
import { listDecisions } from '../../groups/queries.ts'
import { countRows, type Db } from '../../lib/db/rows.ts'
import type { AnswerClass, Role, Visibility } from '../../lib/db/schema.ts'
import { listLists } from '../../list/queries.ts'
import { mayMeetPeople } from '../../policy.ts'
import { visibleTo } from '../../requests/queries.ts'
import { listApproved } from './papers-queries.ts'

/** A stretch of days, both ends in it; days are those of UTC. */
export interface Period {
  fromOn: string
  toOn: string
}

/** What a newsletter tells of: only what those who may read it may see. */
export type Happened = Awaited<ReturnType<typeof readHappened>>

/**
 * Somebody who sees what the readers of an issue see: the public, subscribers of the group's lists, or the group. What may be read from
 * an instant on counts once that has come.
 */
export async function audienceActor(db: Db, groupId: number, visibility: Visibility, at: Date): Promise<Actor> {
  const nobody = visitor(at, 'job')
  if (visibility === 'public') return nobody
  const lists = await db.selectFrom('sharedList as list').select(['id', 'archive']).where('groupId', '=', groupId).execute()
  const listIds = lists.filter(({ archive }) => archive !== 'group').map(({ id }) => id)
  // Nobody's number: they are signed in and are no person of the record.
  const subscriber = { ...nobody, personId: 0, listIds }
  return visibility === 'subscribers' ? subscriber : { ...subscriber, grants: [{ role: 'member' as Role, groupId, communityId: null }] }
}

interface Asked {
  db: Db
  audience: Actor
  groupId: number
  from: Date
  /** The first instant after the period. */
  to: Date
}

const dayAfter = (day: string): Date => new Date(`${Temporal.PlainDate.from(day).add({ days: 1 }).toString()}T00:00:00Z`)

/** What happened in a period, as a group's record has it and an issue's readers may see it. */
export async function readHappened(
  db: Db,
  { groupId, visibility, fromOn, toOn }: Period & { groupId: number; visibility: Visibility },
  at: Date,
) {
  const audience = await audienceActor(db, groupId, visibility, at)
  const asked: Asked = { db, audience, groupId, from: new Date(`${fromOn}T00:00:00Z`), to: dayAfter(toOn) }
  const group = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as vendor', 'vendor.id', 'product.vendorId')
    .select(['workingGroup.slug', 'workingGroup.name', 'product.name as product', 'vendor.name as vendor'])
    .select(sql<boolean>`exists (select from shared_working_group other where other.id <> working_group.id)`.as('among'))
    .where('workingGroup.id', '=', groupId)
    .executeTakeFirstOrThrow()
  return {
    ...group,
    requests: await countRequests(asked),
    cases: await countCases(asked),
    stories: await listStories(asked),
    cycles: await listCycles(asked),
    ballots: await listVotes(asked),
    answers: await countAnswers(asked),
    commitments: await countCommitments(asked),
    releases: await listReleases(asked),
    accepted: await countAccepted(asked),
    meetings: await listMeetings(asked),
    decisions: await listDecided(asked, { fromOn, toOn }),
    talks: await listTalks(asked),
    events: await listEvents(asked, { fromOn, toOn }),
    documents: await listApproved(asked, { fromOn, toOn }),
    people: await listPeople(asked, { fromOn, toOn }),
    lists: await listActivity(asked),
  }
}

const countRequests = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('sharedRequest as request')
    .select((e) => {
      const created = e.fn.countAll<number>().filterWhere('createdAt', '>=', from).filterWhere('createdAt', '<', to)
      const moved = e.fn.countAll<number>().filterWhere('stageAt', '>=', from).filterWhere('stageAt', '<', to)
      return [
        created.filterWhere('kind', '=', 'idea').as('ideas'),
        created.filterWhere('kind', '=', 'concern').as('concerns'),
        moved.filterWhere('stage', '=', 'merged').as('merged'),
        moved.filterWhere('stage', '=', 'set_aside').as('setAside'),
      ]
    })
    .where('groupId', '=', groupId)
    .where(visibleTo(audience, 'request'))
    .executeTakeFirstOrThrow()

const countCases = ({ db, audience, groupId, from, to }: Asked): Promise<number> =>
  countRows(
    db
      .selectFrom('sharedUserCase as userCase')
      .where('groupId', '=', groupId)
      .where('state', '=', 'open')
      .where('saidAt', '>=', from)
      .where('saidAt', '<', to)
      .where(visibleTo(audience, 'userCase')),
  )

const listStories = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('story')
    .select(['id', 'title'])
    .where('groupId', '=', groupId)
    .where('withdrawnAt', 'is', null)
    .where('saidAt', '>=', from)
    .where('saidAt', '<', to)
    .where(visibleTo(audience, 'story'))
    .orderBy('saidAt')
    .execute()

/** What was brought into cycles and what the group did with it; cycles are for everybody. */
const listCycles = ({ db, groupId, from, to }: Asked) =>
  db
    .selectFrom('cycle')
    .innerJoin('wish', 'wish.cycleId', 'cycle.id')
    .select((e) => [
      'cycle.id',
      'cycle.title',
      e.fn.countAll<number>().filterWhere('wish.submittedAt', '>=', from).filterWhere('wish.submittedAt', '<', to).as('submitted'),
    ])
    .select((e) => {
      const decided = e.fn.countAll<number>().filterWhere('wish.decidedAt', '>=', from).filterWhere('wish.decidedAt', '<', to)
      return [
        decided.filterWhere('wish.state', '=', 'merged').as('merged'),
        decided.filterWhere('wish.state', '=', 'set_aside').as('setAside'),
        decided.filterWhere('wish.reason', 'in', ['exists', 'bug']).as('exists'),
      ]
    })
    .where('cycle.groupId', '=', groupId)
    .where('wish.state', '<>', 'withdrawn')
    .groupBy(['cycle.id', 'cycle.title'])
    .orderBy('cycle.id')
    .execute()

const within = (at: Date | null, { from, to }: Asked): boolean => at !== null && at >= from && at < to

/** Rounds that were opened or counted in the period, with what was put to the vote, cast and won. */
async function listVotes(asked: Asked) {
  const { db, audience, groupId } = asked
  const { ballots } = await listBallots(db, audience, { kind: 'wishes', limit: 500 })
  const mine = ballots.filter(
    (ballot) =>
      ballot.groupId === groupId &&
      ballot.rehearsalOf === null &&
      ballot.state !== 'called_off' &&
      (within(ballot.openedAt, asked) || within(ballot.closedAt, asked)),
  )
  return Promise.all(
    mine.map(async ({ id, title, form, state, openedAt, closedAt }) => {
      const options = await countRows(db.selectFrom('sharedBallotOption as ballotOption').where('ballotId', '=', id))
      const counted = state === 'counted' && within(closedAt, asked)
      return {
        id,
        title,
        opened: within(openedAt, asked) ? options : undefined,
        counted: counted ? await readCount(db, id, form === 'points') : undefined,
      }
    }),
  )
}

async function readCount(db: Db, ballotId: number, points: boolean) {
  const { rows } = await sql<{ papers: number; points: number | null }>`select count(*)::int as papers,
      sum((select sum(value::numeric) from jsonb_each_text(coalesce(p.vote->'points', '{}'))))::float as points
    from published_paper p where p.ballot_id = ${ballotId}`.execute(db)
  const count = await getCount(db, ballotId)
  const winners = count?.result.winners ?? []
  const options = await db.selectFrom('sharedBallotOption as option').select(['number', 'title']).where('ballotId', '=', ballotId).execute()
  const titles = new Map(options.map(({ number, title }) => [String(number), title]))
  return {
    papers: rows[0]?.papers ?? 0,
    points: points ? (rows[0]?.points ?? 0) : undefined,
    winners: winners.length,
    top: winners.slice(0, 5).flatMap((number) => titles.get(number) ?? []),
  }
}

async function countAnswers({ db, audience, groupId, from, to }: Asked): Promise<{ class: AnswerClass; count: number }[]> {
  return db
    .selectFrom('sharedAnswer as answer')
    .innerJoin('sharedRequest as request', 'request.id', 'answer.requestId')
    .select((e) => ['answer.class', e.fn.countAll<number>().as('count')])
    .where('answer.groupId', '=', groupId)
    .where('answer.givenAt', '>=', from)
    .where('answer.givenAt', '<', to)
    .where(readableBy(audience, 'answer', { guests: false }))
    .groupBy('answer.class')
    .orderBy('answer.class')
    .execute()
}

/** Promises that may be heard of: the news of each says who may read it, and from when. */
const countCommitments = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('commitment')
    .innerJoin('sharedRequest as request', 'request.id', 'commitment.requestId')
    .innerJoin('tellingEvent', (join) =>
      join.onRef('tellingEvent.subjectId', '=', 'commitment.id').on('tellingEvent.kind', '=', 'commitment'),
    )
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.coalesce(e.fn.sum<number>('commitment.points'), e.lit(0)).as('points')])
    .where('commitment.groupId', '=', groupId)
    .where('commitment.madeAt', '>=', from)
    .where('commitment.madeAt', '<', to)
    .where(readableBy(audience, 'tellingEvent', { guests: false }))
    .executeTakeFirstOrThrow()

/** Releases by what they are said to deliver, as far as it may be heard of. */
const listReleases = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('deliveryClaim')
    .innerJoin('release', 'release.id', 'deliveryClaim.releaseId')
    .innerJoin('sharedRequest as request', 'request.id', 'deliveryClaim.requestId')
    .innerJoin('tellingEvent', (join) =>
      join.onRef('tellingEvent.subjectId', '=', 'deliveryClaim.id').on('tellingEvent.kind', '=', 'delivery'),
    )
    .select((e) => ['release.id', 'release.name', e.fn.countAll<number>().as('count'), e.fn.min('deliveryClaim.id').as('deliveryId')])
    .where('deliveryClaim.groupId', '=', groupId)
    .where('deliveryClaim.saidAt', '>=', from)
    .where('deliveryClaim.saidAt', '<', to)
    .where(readableBy(audience, 'tellingEvent', { guests: false }))
    .groupBy(['release.id', 'release.name'])
    .orderBy('release.id')
    .execute()

const countAccepted = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('deliveryClaim')
    .innerJoin('sharedRequest as request', 'request.id', 'deliveryClaim.requestId')
    .innerJoin('tellingEvent', (join) =>
      join.onRef('tellingEvent.subjectId', '=', 'deliveryClaim.id').on('tellingEvent.kind', '=', 'acceptance'),
    )
    .select((e) => [
      e.fn.countAll<number>().filterWhere('deliveryClaim.verdict', '=', 'full').as('full'),
      e.fn.countAll<number>().filterWhere('deliveryClaim.verdict', '<>', 'full').as('open'),
    ])
    .where('deliveryClaim.groupId', '=', groupId)
    .where('deliveryClaim.closedAt', '>=', from)
    .where('deliveryClaim.closedAt', '<', to)
    .where(readableBy(audience, 'tellingEvent', { guests: false }))
    .executeTakeFirstOrThrow()

/** Meetings that were held; sessions of Show and Tell are told by their talks. */
const listMeetings = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('sharedMeeting as meeting')
    .innerJoin('sharedMeetingHost as meetingHost', 'meetingHost.meetingId', 'meeting.id')
    .select(['meeting.slug', 'meeting.title', 'meeting.startsAt', 'meeting.zone', 'meeting.minutes'])
    .select(
      sql<number>`(select count(*)::int from shared_meeting_invitation i where i.meeting_id = meeting.id and i.attendance in ('present', 'late'))`.as(
        'present',
      ),
    )
    .where('meetingHost.groupId', '=', groupId)
    .where('meeting.kind', '=', 'meeting')
    .where('meeting.state', '=', 'held')
    .where('meeting.startsAt', '>=', from)
    .where('meeting.startsAt', '<', to)
    .$if(audience.grants.length === 0, (query) => query.where('meeting.public', '=', true))
    .orderBy('meeting.startsAt')
    .execute()

async function listDecided({ db, audience, groupId }: Asked, { fromOn, toOn }: Period) {
  const found: { id: number; number: number; text: string }[] = []
  for (let page = 1; page <= 100; page++) {
    const { decisions, pages } = await listDecisions(db, audience, { state: 'all', page })
    for (const { id, number, text, decidedOn, groupId: of, superseded } of decisions)
      if (of === groupId && decidedOn >= fromOn && decidedOn <= toOn && !superseded) found.push({ id, number, text })
    const last = decisions.at(-1)
    if (page >= pages || !last || last.decidedOn < fromOn) break
  }
  return found.reverse()
}

const listTalks = ({ db, audience, groupId, from, to }: Asked) =>
  db
    .selectFrom('sharedTalk as talk')
    .select(['slug', 'title'])
    .where('groupId', '=', groupId)
    .where('state', '=', 'given')
    .where(sql<boolean>`given_on >= ${from}::date and given_on < ${to}::date`)
    .where(visibleTo(audience, 'talk'))
    .orderBy('givenOn')
    .orderBy('id')
    .execute()

const listEvents = ({ db, audience, groupId }: Asked, { fromOn, toOn }: Period) =>
  db
    .selectFrom('sharedEvent as event')
    .innerJoin('eventHost', 'eventHost.eventId', 'event.id')
    .select(['event.slug', 'event.title', 'event.firstOn', 'event.place'])
    .distinct()
    .where('eventHost.groupId', '=', groupId)
    .where('event.cancelledAt', 'is', null)
    .where('event.firstOn', '>=', fromOn)
    .where('event.firstOn', '<=', toOn)
    .$if(audience.grants.length === 0, (query) => query.where('event.public', '=', true))
    .orderBy('event.firstOn')
    .execute()

const seats: Role[] = ['coordinator', 'deputy', 'member', 'liaison']

/** Whose terms began and ended, as far as the roster names them to the readers. */
async function listPeople({ db, audience, groupId }: Asked, { fromOn, toOn }: Period) {
  const of = (column: 'fromOn' | 'toOn') =>
    db
      .selectFrom('sharedAppointment as appointment')
      .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
      .select(['person.name'])
      .distinct()
      .where('appointment.groupId', '=', groupId)
      .where('appointment.role', 'in', seats)
      .where('appointment.byYear', '=', false)
      .where('person.erasedAt', 'is', null)
      .$if(!mayMeetPeople(audience), (query) => query.where(sql<boolean>`named_to_all(appointment.person_id, appointment.group_id)`))
      .where(`appointment.${column}`, '>=', fromOn)
      .where(`appointment.${column}`, '<=', toOn)
      .orderBy('person.name')
  const began = await of('fromOn')
    // Who changes their role or is appointed again is no newcomer.
    .where(
      sql<boolean>`not exists (select from shared_appointment b where b.person_id = appointment.person_id and b.group_id = appointment.group_id
        and b.role = any(${seats}::role[]) and (b.from_on is null or b.from_on < appointment.from_on))`,
    )
    .execute()
  const ended = await of('toOn')
    .where(
      sql<boolean>`not exists (select from shared_appointment b where b.person_id = appointment.person_id and b.group_id = appointment.group_id
        and b.role = any(${seats}::role[]) and (b.to_on is null or b.to_on > appointment.to_on))`,
    )
    .execute()
  return { began: began.map(({ name }) => name), ended: ended.map(({ name }) => name) }
}

/** How lively the lists of the group were that the readers read. */
async function listActivity({ db, audience, groupId, from, to }: Asked) {
  const lists = (await listLists(db, audience)).filter((list) => list.groupId === groupId && list.mayRead)
  const counted = await Promise.all(
    lists.map(async ({ id, name, title }) => {
      const { rows } = await sql<{ messages: number; threads: number; writers: number; newcomers: number }>`
        with said as (select thread_id, coalesce('p' || person_id, lower(from_email)) as who from shared_message message
          where list_id = ${id} and sent_at >= ${from} and sent_at < ${to})
        select (select count(*) from said)::int as messages, (select count(distinct thread_id) from said)::int as threads,
          (select count(distinct who) from said)::int as writers,
          (select count(*) from (select distinct who from said) s where not exists (select from shared_message m where m.list_id = ${id}
            and m.sent_at < ${from} and coalesce('p' || m.person_id, lower(m.from_email)) = s.who))::int as newcomers`.execute(db)
      const row = rows[0] ?? { messages: 0, threads: 0, writers: 0, newcomers: 0 }
      const joined = db
        .selectFrom('sharedSubscription as subscription')
        .where('listId', '=', id)
        .where('since', '>=', from)
        .where('since', '<', to)
      return { name, title, ...row, joined: await countRows(joined) }
    }),
  )
  return counted.filter(({ messages }) => messages > 0)
}
