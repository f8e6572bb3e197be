import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, listRows } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayCallOff } from '../../policy.ts'
import { type Ballot, getBallot } from '../core/queries.ts'

const t = textsOf('ballots', 'callingOffPage')

/**
 * A ballot that the actor may call off: who runs it, or put it as a motion.
 * @throws NotFound to others, and for a rehearsal, which is thrown away
 */
export async function getCallable(db: Db, actor: Actor, id: number, options: { lock?: 'update' } = {}): Promise<Ballot> {
  const ballot = await getBallot(db, actor, id, options)
  if (!mayCallOff(actor, ballot) || ballot.rehearsalOf !== null) throw new NotFound(t.ballotNotFound)
  return ballot
}

/** Who called a ballot off, and the ballot that is held instead. */
export async function findCalledOff(db: Db, ballot: Ballot) {
  if (ballot.state !== 'called_off' || ballot.calledOffAt === null) return undefined
  const [by, anew] = await Promise.all([
    db
      .selectFrom('sharedPerson as person')
      .select('name')
      .where('id', '=', ballot.calledOffBy ?? 0)
      .executeTakeFirst(),
    db.selectFrom('ballot').select(['id', 'title']).where('anewOf', '=', ballot.id).executeTakeFirst(),
  ])
  return { at: ballot.calledOffAt, reason: ballot.calledOffReason, by: by?.name ?? null, anew }
}

export type CalledOff = NonNullable<Awaited<ReturnType<typeof findCalledOff>>>

/** Who was told anything of a ballot: by a letter of ours, by a nomination, or when asked who casts. */
export async function listTold(db: Db, ballotId: number): Promise<number[]> {
  const [notices, asked, nominees] = await Promise.all([
    db.selectFrom('ballotNotice').select('personId').distinct().where('ballotId', '=', ballotId).execute(),
    db.selectFrom('referentAsk').select('personId').distinct().where('ballotId', '=', ballotId).execute(),
    db.selectFrom('nomination').select('personId').where('ballotId', '=', ballotId).where('state', 'in', ['asked', 'accepted']).execute(),
  ])
  return [...new Set([...notices, ...asked, ...nominees].map(({ personId }) => personId))]
}

/** The institutions of a ballot that have asked their own people. */
export async function listPolled(db: Db, ballotId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('innerPoll')
    .innerJoin('voter', 'voter.id', 'innerPoll.voterId')
    .select('voter.organisationId')
    .where('voter.ballotId', '=', ballotId)
    .execute()
  return rows.flatMap(({ organisationId }) => organisationId ?? [])
}

/** Who stands in an election that is being prepared. */
export async function listStanding(db: Db, ballotId: number): Promise<number[]> {
  const rows = await listRows(db.selectFrom('nomination'), { ballotId, state: 'accepted' }, ['personId'])
  return rows.map(({ personId }) => personId)
}
