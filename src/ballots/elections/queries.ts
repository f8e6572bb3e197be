import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, findRow, orNoId } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getBallot } from '../core/queries.ts'
import { lastAsked } from './rules.ts'

const t = textsOf('ballots', 'electionsPage')

/**
 * Nominations of an election; those that are not accepted are seen by the nominee, and by who runs it. Who nominated them typed an address: its
 * owner is named to them once they stand.
 */
export async function listNominations(db: Db, actor: Actor, ballotId: number) {
  const ballot = await getBallot(db, actor, ballotId)
  const rows = await db
    .selectFrom('nomination')
    .innerJoin('sharedPerson as person', 'person.id', 'nomination.personId')
    .innerJoin('sharedPerson as nominator', 'nominator.id', 'nomination.nominatedBy')
    .selectAll('nomination')
    .select(['person.name', 'nominator.name as nominator'])
    .where('ballotId', '=', ballotId)
    .orderBy('nomination.id')
    .execute()
  return rows.filter((row) => row.state === 'accepted' || ballot.mayRun || row.personId === actor.personId)
}

/** The vacant seat that is offered to the actor, until they answer or another is asked. @throws NotFound to others */
export async function getOwnOffer(db: Db, actor: Actor, ballotId: number) {
  await getBallot(db, actor, ballotId)
  const offer = lastAsked(await listSeatOffers(db, ballotId))
  if (!offer || offer.personId !== actor.personId) throw new NotFound(t.offerNotFound)
  return offer
}

/** Somebody's own nomination. */
export async function getNomination(db: Db, actor: Actor, ballotId: number) {
  const ballot = await getBallot(db, actor, ballotId)
  const row = await findRow(db.selectFrom('nomination').selectAll(), { ballotId, personId: actor.personId ?? 0 })
  if (ballot.kind !== 'election' || !row) throw new NotFound(t.nominationNotFound)
  return { ballot, ...row }
}

/** What somebody has to do with the nominations of these elections: their own, and those that they made and that were accepted. */
export const listNominationsOf = (db: Db, personId: number, ballotIds: readonly number[]) =>
  db
    .selectFrom('nomination')
    .select(['ballotId', 'personId', 'state'])
    .where('ballotId', 'in', orNoId(ballotIds))
    .where((e) => e.or([e('personId', '=', personId), e.and([e('nominatedBy', '=', personId), e('state', '=', 'accepted')])]))
    .execute()

/** Who was elected and who comes next, in order. */
export const listSeatOffers = (db: Db, ballotId: number) =>
  db
    .selectFrom('seatOffer')
    .innerJoin('ballotOption', 'ballotOption.id', 'seatOffer.optionId')
    .leftJoin('sharedPerson as person', 'person.id', 'ballotOption.personId')
    .selectAll('seatOffer')
    .select(['ballotOption.title as name', 'ballotOption.personId', 'ballotOption.number'])
    .select(sql<boolean>`person.erased_at is not null`.as('erased'))
    .where('seatOffer.ballotId', '=', ballotId)
    .orderBy('seatOffer.elected', 'desc')
    .orderBy('seatOffer.place')
    .execute()

/** A nomination by its id; undefined where there is none. */
export const findNomination = (db: Db, id: number) =>
  db
    .selectFrom('nomination')
    .innerJoin('sharedPerson as nominator', 'nominator.id', 'nomination.nominatedBy')
    .select(['nomination.ballotId', 'nomination.personId', 'nomination.state', 'nominator.name as nominator'])
    .where('nomination.id', '=', id)
    .executeTakeFirst()

/** A seat that was offered, by the offer's id; undefined where there is none. */
export const findSeatOffer = (db: Db, id: number) =>
  db
    .selectFrom('seatOffer')
    .innerJoin('ballotOption', 'ballotOption.id', 'seatOffer.optionId')
    .select(['seatOffer.ballotId', 'seatOffer.answer', 'seatOffer.offeredAt', 'ballotOption.personId'])
    .where('seatOffer.id', '=', id)
    .executeTakeFirst()
