import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing } from '../errors.ts'
import { type Db, isThere } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { hostsOf } from '../meetings/queries.ts'
import type { Event } from './queries.ts'
import { meanScore } from './rules.ts'

const t = textsOf('events', 'call')

/** What somebody of the group thinks of a proposal. */
export interface Review {
  personId: number
  name: string
  score: number
  comment: string
}

const proposals = (db: Db, eventId: number) =>
  db
    .selectFrom('eventProposal')
    .innerJoin('sharedPerson as person', 'person.id', 'eventProposal.personId')
    .leftJoin('eventSession', 'eventSession.id', 'eventProposal.sessionId')
    .selectAll('eventProposal')
    .select(['person.name as proposer', 'eventSession.startsAt', 'eventSession.room'])
    .select(['eventSession.title as sessionTitle', 'eventSession.summary as sessionText'])
    .select(
      sql<Review[]>`coalesce((select json_agg(json_build_object('personId', r.person_id, 'name', p.name, 'score', r.score,
        'comment', r.comment) order by r.at) from event_review r join shared_person p on p.id = r.person_id where r.proposal_id = event_proposal.id), '[]')`.as(
        'reviews',
      ),
    )
    .where('eventProposal.eventId', '=', eventId)

type Row = Awaited<ReturnType<ReturnType<typeof proposals>['executeTakeFirstOrThrow']>>

/** A proposal as this actor sees it. */
export type Proposal = Row & {
  mine: boolean
  /** They may say what they think of it: they are of the group, and it is not theirs. */
  mayReview: boolean
  mean: number | undefined
}

/** Nobody reads what was thought of their own proposal, nor what was decided before they are told. */
function asSeen(actor: Actor, event: Event, row: Row): Proposal | undefined {
  const mine = actor.personId !== null && row.personId === actor.personId
  if (!mine && !event.atTable) return undefined
  const told = row.toldAt !== null || row.state === 'withdrawn'
  const reviews = mine ? [] : row.reviews
  return {
    ...row,
    // Once it is in the programme, it is called what the programme calls it.
    title: row.sessionTitle ?? row.title,
    text: row.sessionText ?? row.text,
    mine,
    mayReview: event.atTable && !mine && actor.personId !== null && row.state === 'proposed',
    reviews,
    mean: meanScore(reviews.map(({ score }) => score)),
    ...(mine && !told ? { state: 'proposed' as const, reason: '', decidedAt: null, decidedBy: null } : {}),
  }
}

/** The proposals of an event that this actor may read: all at the table, else their own; the best first where they have scores. */
export async function listProposals(db: Db, actor: Actor, event: Event): Promise<Proposal[]> {
  const rows = await proposals(db, event.id).orderBy('eventProposal.proposedAt').orderBy('eventProposal.id').execute()
  return rows.flatMap((row) => asSeen(actor, event, row) ?? []).toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
}

/**
 * One proposal.
 * @throws NotFound where the actor may not read it
 */
export async function getProposal(db: Db, actor: Actor, event: Event, id: number): Promise<Proposal> {
  const row = await proposals(db, event.id).where('eventProposal.id', '=', id).executeTakeFirst()
  return (row && asSeen(actor, event, row)) ?? missing(t.proposalNotFound)
}

/** Has this actor proposed something for an event? */
export const hasProposed = async (db: Db, { personId }: Actor, eventId: number): Promise<boolean> =>
  personId !== null &&
  (await isThere(db.selectFrom('eventProposal').select('id').where('eventId', '=', eventId).where('personId', '=', personId)))

/** Decisions of which the proposers have not heard. */
export const listUntoldDecisions = (db: Db, eventId: number) =>
  db
    .selectFrom('eventProposal')
    .select(['id', 'personId', 'title', 'state', 'reason'])
    .where('eventId', '=', eventId)
    .where('state', 'in', ['accepted', 'waiting', 'declined'])
    .where('toldAt', 'is', null)
    .orderBy('id')
    .execute()

/** A decision that its proposer is to hear, for the letter. */
export const findDecision = (db: Db, id: number) =>
  db
    .selectFrom('eventProposal')
    .innerJoin('event', 'event.id', 'eventProposal.eventId')
    .select(['eventProposal.personId', 'eventProposal.title', 'eventProposal.state', 'eventProposal.reason'])
    .select(['event.slug', 'event.title as event', hostsOf('event').as('hosts')])
    .where('eventProposal.id', '=', id)
    .executeTakeFirst()

/** A proposal with its place in the programme, for the letter to its author. */
export const findPlace = (db: Db, id: number) =>
  db
    .selectFrom('eventProposal')
    .innerJoin('eventSession', 'eventSession.id', 'eventProposal.sessionId')
    .innerJoin('event', 'event.id', 'eventProposal.eventId')
    .select(['eventProposal.personId', 'eventSession.title', 'eventSession.startsAt', 'eventSession.endsAt', 'eventSession.room'])
    .select(['event.slug', 'event.title as event', 'event.zone', 'event.cancelledAt', hostsOf('event').as('hosts')])
    .where('eventProposal.id', '=', id)
    .executeTakeFirst()

/** A proposal that was withdrawn, with whom it concerns, for the letter to those who arrange. */
export const findWithdrawn = (db: Db, id: number) =>
  db
    .selectFrom('eventProposal')
    .innerJoin('sharedPerson as person', 'person.id', 'eventProposal.personId')
    .innerJoin('event', 'event.id', 'eventProposal.eventId')
    .select(['eventProposal.eventId', 'eventProposal.title', 'person.name as proposer', 'event.slug', 'event.title as event'])
    .where('eventProposal.id', '=', id)
    .where('eventProposal.state', '=', 'withdrawn')
    .executeTakeFirst()
