import { type Actor, program } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound, notAllowedIf } from '../../errors.ts'
import { addDecision } from '../../groups/actions.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertNewRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate } from '../../policy.ts'
import { dayIn, todayOf } from '../../time.ts'
import { createBallot, type NewBallot, openBallot } from '../core/actions.ts'
import { countTurnout, findBallot, getBallot, getOwnBallot } from '../core/queries.ts'
import { quorumOf, whyNotCast } from '../rules.ts'
import { countAnswers, findVoteOn, listObjections } from './queries.ts'

const outcomes = keptOf('ballots', 'outcomes')

const t = textsOf('ballots', 'motions')

export interface NewMotion extends Pick<NewBallot, 'groupId' | 'title' | 'closesAt' | 'quorum' | 'zone'> {
  question: string
  byConsent: boolean
  secrecy: 'anonymous' | 'public'
  /** The motion by consent that met objections and is voted on now. */
  voteOn?: number
}

/**
 * Puts a question to the group, which answers from now on.
 * @param secret seals the key of the votes
 */
export async function proposeMotion(tx: Tx, actor: Actor, secret: string, facts: NewMotion): Promise<number> {
  const id = await putMotion(tx, actor, facts)
  // Where nobody could vote, the turn of the ballots says so to whoever leads the group.
  await openBallot(tx, secret, actor.at, id)
  return id
}

/** Prepares a question to the group, which is due to open now. */
export async function putMotion(tx: Tx, actor: Actor, facts: NewMotion): Promise<number> {
  if (!mayCollate(actor, facts.groupId)) throw new NotFound(refusals.noSuchGroup)
  if (facts.closesAt <= actor.at) throw new Invalid(t.chooseClosingDateFuture, { closesAt: t.chooseClosingDateFuture })
  // Every member may put a question; how it is counted is the same for all.
  const mover: Actor = { ...actor, grants: [...actor.grants, { role: 'coordinator', groupId: facts.groupId, communityId: null }] }
  const id = await createBallot(tx, mover, {
    ...facts,
    kind: 'motion',
    form: 'yes_no',
    seats: 1,
    rule: 'score',
    ties: 'chair',
    electorate: 'group',
    communityIds: [],
    recordOn: todayOf(actor),
    opensAt: actor.at,
  })
  await tx.insertInto('ballotOption').values({ ballotId: id, number: 1, title: facts.title, text: facts.question }).execute()
  return id
}

/** Objects to a motion, with a reason; once a person, until it closes. */
export async function object(tx: Tx, actor: Actor, ballotId: number, reason: string): Promise<void> {
  const ballot = await getBallot(tx, actor, ballotId, { lock: 'share' })
  if (ballot.kind !== 'motion' || actor.personId === null || !mayCollate(actor, ballot.groupId)) throw new NotFound(t.motionNotFound)
  notAllowedIf(whyNotCast(ballot, actor.at))
  if (!ballot.byConsent) throw new NotAllowed(t.decidedByVotes)
  if (reason.trim() === '') throw new Invalid(refusals.sayWhy, { reason: t.enterReasonSoOthersCan })
  const made = await insertNewRow(tx.insertInto('objection').returning('id'), {
    ballotId,
    personId: actor.personId,
    reason,
    madeAt: actor.at,
  })
  if (!made) throw new Conflict(t.haveAlreadyObjectedMotion)
  await record(tx, actor, { action: 'motion.objected', subject: `ballot:${ballotId}`, groupId: ballot.groupId })
  await enqueue(tx, 'ballots.objection', { objectionId: made.id })
}

/** Takes one's own objection back: it stays to be read, and does not stand in the way. */
export async function withdrawObjection(tx: Tx, actor: Actor, ballotId: number): Promise<void> {
  const ballot = await getBallot(tx, actor, ballotId, { lock: 'share' })
  notAllowedIf(whyNotCast(ballot, actor.at))
  await tx
    .updateTable('objection')
    .set({ withdrawnAt: actor.at })
    .where('ballotId', '=', ballotId)
    .where('personId', '=', actor.personId ?? 0)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow(() => new NotFound(t.objectionNotFound))
  await record(tx, actor, { action: 'motion.objection-withdrawn', subject: `ballot:${ballotId}`, groupId: ballot.groupId })
}

/** What a motion came to; what is said of it is kept for its readers. */
interface Outcome {
  said: string
  adopted: boolean
  votes?: { votesFor: number; votesAgainst: number; abstained: number }
}

/**
 * Records what a counted motion decides: by consent when nobody objects, by votes when a quorum voted and more said yes than no. What is
 * adopted stands in the group's register of decisions.
 */
export async function decideMotion(tx: Tx, at: Date, ballotId: number): Promise<void> {
  const ballot = await findBallot(tx, ballotId)
  if (ballot?.kind !== 'motion' || ballot.state !== 'counted' || ballot.decidedAt) return
  const { said, adopted, votes } = ballot.byConsent ? await consent(tx, ballotId) : await vote(tx, ballotId, ballot.quorum)
  await updateOne(tx.updateTable('ballot'), ballotId, { decision: said, decidedAt: at })
  await record(tx, program(at), { action: 'motion.decided', subject: `ballot:${ballotId}`, groupId: ballot.groupId })
  if (!adopted) return
  await addDecision(tx, program(at), {
    groupId: ballot.groupId,
    communityId: null,
    text: ballot.title,
    rationale: [ballot.question, said].filter(Boolean).join('\n\n'),
    decidedOn: dayIn(at, ballot.zone),
    internal: true,
    source: `ballot:${ballotId}`,
    sourcePath: `/ballots/${ballotId}`,
    ...votes,
  })
}

async function consent(tx: Tx, ballotId: number): Promise<Outcome> {
  const standing = (await listObjections(tx, ballotId)).filter(({ withdrawnAt }) => withdrawnAt === null).length
  if (standing === 0) return { said: outcomes('adoptedFreely'), adopted: true }
  return { said: outcomes('notFreely', { n: standing }), adopted: false }
}

async function vote(tx: Tx, ballotId: number, quorum: number | null): Promise<Outcome> {
  const { voters } = await countTurnout(tx, ballotId)
  const { yes, no, abstain } = await countAnswers(tx, ballotId)
  const [cast, needed] = [yes + no + abstain, quorumOf(voters, quorum)]
  const counted = { yes, no, abstain, voters }
  if (cast < needed) return { said: outcomes('notQuorum', { ...counted, cast, needed }), adopted: false }
  const votes = { votesFor: yes, votesAgainst: no, abstained: abstain }
  return yes > no ? { said: outcomes('adopted', counted), adopted: true, votes } : { said: outcomes('notAdopted', counted), adopted: false }
}

/**
 * A motion that met objections is put to the vote, with the same words.
 * @param secret seals the key of the votes
 * @returns the new ballot
 * @throws Conflict where somebody has done so
 */
export async function putToVote(
  tx: Tx,
  actor: Actor,
  secret: string,
  ballotId: number,
  { closesAt, quorum }: { closesAt: Date; quorum: number | undefined },
): Promise<number> {
  const ballot = await getOwnBallot(tx, actor, ballotId, { lock: 'update' })
  if (await findVoteOn(tx, ballot.id)) throw new Conflict(t.putToTheVoteAlready)
  if (ballot.kind !== 'motion' || !ballot.byConsent || ballot.state !== 'counted') throw new Conflict(t.onlyMotionMetObjectionCan)
  return proposeMotion(tx, actor, secret, {
    groupId: ballot.groupId,
    title: ballot.title,
    question: ballot.question,
    closesAt,
    byConsent: false,
    quorum,
    secrecy: ballot.secrecy,
    zone: ballot.zone,
    voteOn: ballot.id,
  })
}
