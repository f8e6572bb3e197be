import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, idsOf } from '../lib/db/rows.ts'
import { isInGroup, mayAdminister, mayCollate, mayCost, mayRunBallots } from '../policy.ts'
import { shortened, type Waiting } from '../waiting.ts'
import { isHeld, listBallots, listOptions, listVoterships } from './core/queries.ts'
import { listCosting } from './cycles/queries.ts'
import { listNominationsOf } from './elections/queries.ts'
import { isNominating, offerEnds } from './elections/rules.ts'
import { listStanding } from './motions/queries.ts'
import { listOverdue } from './overdue-queries.ts'
import { howToVote, writeBallotForm } from './papers/reply.ts'
import { onBehalfOf } from './rules.ts'
import { ballotsWaiting } from './tasks-waiting-words.ts'
import { ballotWords, nameInCycle } from './words.ts'

/** What Today shows of ballots: papers to cast, wishes to decide and to answer, costs to give, seats to take. */
export async function listTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  if (actor.personId === null) return []
  const { ballots } = await listBallots(db, actor, { limit: 1_000 })
  const open = new Map(
    ballots.filter((ballot) => ballot.state === 'open' && ballot.rehearsalOf === null).map((ballot) => [ballot.id, ballot]),
  )
  const papers = open.size === 0 ? [] : await listVoterships(db, actor.personId, undefined, actor.at)
  const consents = papers.flatMap(({ ballotId }) => (open.get(ballotId)?.byConsent ? [ballotId] : []))
  const standing = consents.length === 0 ? [] : await listStanding(db, consents)
  const objecting = new Set(standing.flatMap(({ ballotId, personId }) => (personId === actor.personId ? [ballotId] : [])))
  const words = ballotsWaiting(actor.locale)
  const letters = ballotWords(actor.locale)
  const mine = await Promise.all(
    papers.map(async (voter): Promise<Waiting[]> => {
      const ballot = open.get(voter.ballotId)
      if (!ballot || ballot.closesAt <= actor.at) return []
      const until = ballot.closesAt
      if (ballot.byConsent) {
        if (objecting.has(ballot.id)) return []
        return [
          {
            ...words.consent({ title: ballot.title, objections: standing.filter(({ ballotId }) => ballotId === ballot.id).length }),
            href: `/ballots/${ballot.id}`,
            whose: ballot.group,
            until,
            primary: false,
          },
        ]
      }
      if (voter.votedAt || !voter.casts) return []
      const href = `/ballots/${ballot.id}/papers/${voter.id}`
      const lines = writeBallotForm(ballot.form, await listOptions(db, ballot.id), actor.locale).split('\n')
      const sheet = { how: howToVote(letters, ballot), lines }
      const whose = ballot.group
      return [{ ...words.paper({ title: ballot.title, voter: onBehalfOf(voter) }), href, whose, until, primary: true, sheet }]
    }),
  )
  return [
    ...mine.flat(),
    ...(await listTriage(db, actor)),
    ...(await listAskedWishes(db, actor)),
    ...(await listCosts(db, actor)),
    ...(await listNominating(db, actor, ballots)),
    ...(await listOffers(db, actor)),
    ...(await listStuck(db, actor)),
  ]
}

async function listTriage(db: Db, actor: Actor): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('wish')
    .innerJoin('cycle', 'cycle.id', 'wish.cycleId')
    .innerJoin('cyclePhase', (join) => join.onRef('cyclePhase.cycleId', '=', 'cycle.id').on('cyclePhase.kind', '=', 'triage'))
    .select((e) => [
      'cycle.id' as const,
      'cycle.title' as const,
      'cycle.groupId' as const,
      'cyclePhase.closesAt' as const,
      e.fn.countAll<number>().as('count'),
    ])
    .where('wish.state', '=', 'submitted')
    .where('cyclePhase.closesAt', '>', actor.at)
    .where(isHeld('cycle.id'))
    .groupBy(['cycle.id', 'cycle.title', 'cycle.groupId', 'cyclePhase.closesAt'])
    .execute()
  return rows
    .filter(({ groupId }) => mayCollate(actor, groupId) || mayRunBallots(actor, groupId))
    .map(({ id, title, count, closesAt }) => ({
      ...ballotsWaiting(actor.locale).triage({ count, cycle: title }),
      href: `/cycles/${id}/triage`,
      until: closesAt,
      primary: false,
    }))
}

async function listAskedWishes(db: Db, actor: Actor): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('rewording')
    .innerJoin('wish', 'wish.id', 'rewording.wishId')
    .innerJoin('cyclePhase', (join) => join.onRef('cyclePhase.cycleId', '=', 'wish.cycleId').on('cyclePhase.kind', '=', 'triage'))
    .select(['wish.id', 'wish.title', 'cyclePhase.closesAt', 'rewording.id as rewordingId', 'rewording.text'])
    .where('wish.personId', '=', actor.personId)
    .where('rewording.agreed', 'is', null)
    .where('cyclePhase.closesAt', '>', actor.at)
    .where(isHeld('wish.cycleId'))
    .execute()
  return rows.map(({ id, title, closesAt, rewordingId, text }) => ({
    ...ballotsWaiting(actor.locale).rewording({ title, text: shortened(text) }),
    href: `/wishes/${id}`,
    question: { what: 'rewording', id: rewordingId, normal: 'yes' } as const,
    until: closesAt,
    primary: true,
  }))
}

/** Whose other words a proposal has; for the program itself. */
export const findWishOf = async (db: Db, rewordingId: number): Promise<number | undefined> =>
  (await db.selectFrom('rewording').select('wishId').where('id', '=', rewordingId).executeTakeFirst())?.wishId

async function listCosts(db: Db, actor: Actor): Promise<Waiting[]> {
  const rows = (await listCosting(db, actor.at)).filter(({ groupId, missing }) => missing > 0 && mayCost(actor, groupId))
  return rows.map(({ id, title, missing, closesAt }) => ({
    ...ballotsWaiting(actor.locale).costing({ count: missing, cycle: title }),
    href: `/cycles/${id}/costing`,
    until: closesAt,
    primary: false,
  }))
}

/** Ballots and phases that have not turned, for who sees to the site. */
async function listStuck(db: Db, actor: Actor): Promise<Waiting[]> {
  const overdue = mayAdminister(actor) ? await listOverdue(db, actor.at) : []
  const [first] = overdue
  if (!first) return []
  const what = nameInCycle(actor.locale, first.title, first.phase)
  return [{ ...ballotsWaiting(actor.locale).stuck({ count: overdue.length, what }), href: first.href, late: true }]
}

/** Elections that take nominations: who is nominated owes an answer; the group hears of it until one stands, or somebody whom they named. */
async function listNominating(db: Db, actor: Actor, ballots: Awaited<ReturnType<typeof listBallots>>['ballots']): Promise<Waiting[]> {
  const elections = ballots.filter((ballot) => isNominating(ballot, actor.at) && ballot.rehearsalOf === null)
  if (elections.length === 0 || actor.personId === null) return []
  const nominations = await listNominationsOf(db, actor.personId, idsOf(elections))
  const words = ballotsWaiting(actor.locale)
  return elections.flatMap(({ id, title, groupId, group, nominationsUntil }): Waiting[] => {
    const mine = nominations.filter(({ ballotId }) => ballotId === id)
    const facts = { whose: group, ...(nominationsUntil && { until: nominationsUntil }) }
    if (mine.some(({ personId, state }) => personId === actor.personId && state === 'asked'))
      return [{ ...words.nominated({ title }), ...facts, href: `/ballots/${id}/nomination`, primary: true }]
    if (mine.length > 0 || !isInGroup(actor, groupId)) return []
    return [{ ...words.nominations({ title }), ...facts, href: `/ballots/${id}`, primary: false }]
  })
}

async function listOffers(db: Db, actor: Actor): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('seatOffer')
    .innerJoin('ballotOption', 'ballotOption.id', 'seatOffer.optionId')
    .innerJoin('ballot', 'ballot.id', 'seatOffer.ballotId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'ballot.groupId')
    .select(['ballot.id', 'ballot.title', 'seatOffer.offeredAt', 'workingGroup.name as whose'])
    .where('ballotOption.personId', '=', actor.personId)
    .where('seatOffer.offeredAt', 'is not', null)
    .where('seatOffer.answer', 'is', null)
    // Once another is asked it is theirs no more.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seatOffer as later')
            .select('later.id')
            .whereRef('later.ballotId', '=', 'seatOffer.ballotId')
            .where(sql<boolean>`(later.offered_at, later.place) > (seat_offer.offered_at, seat_offer.place)`),
        ),
      ),
    )
    .execute()
  return rows.map(({ id, title, offeredAt, whose }) => ({
    ...ballotsWaiting(actor.locale).seat({ title }),
    whose,
    href: `/ballots/${id}/results`,
    question: { what: 'seat', id, normal: 'yes' } as const,
    until: offerEnds(offeredAt ?? actor.at),
    primary: true,
  }))
}
