import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound, notAllowedIf } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { findRow, insertNew, type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { listOptions } from '../core/queries.ts'
import { whyNotCast } from '../rules.ts'
import { findInnerPoll, getVotership, takeKey } from './queries.ts'
import { type Need, needs, type PaperFault, type Vote, whyNotVote } from './rules.ts'
import { drawReceipt, openSealed, sealFor } from './sealing.ts'

const t = textsOf('ballots', 'papers')
const whyNots = textsOf('ballots', 'whyNot')

/** Locks a ballot for a paper and its voter, so that no close and no second delegate passes in between. */
async function lockVoter(tx: Tx, actor: Actor, ballotId: number, voterId: number) {
  await tx.selectFrom('ballot').select('id').where('id', '=', ballotId).forShare().execute()
  const found = await getVotership(tx, actor, ballotId, voterId)
  const row = await tx.selectFrom('voter').select(['versions', 'votedAt']).where('id', '=', voterId).forUpdate().executeTakeFirstOrThrow()
  return { ...found, ...row }
}

const toFields = (faults: PaperFault[]): Record<string, string> =>
  Object.fromEntries(faults.map(({ number, problem }) => [`o-${number}`, problem]))

/**
 * Saves what a delegate has typed so far; it may be wrong or too much, since it is a draft.
 * @throws NotAllowed when they have only a voice, or the ballot is not open
 */
export async function saveDraft(tx: Tx, actor: Actor, ballotId: number, voterId: number, vote: Vote): Promise<void> {
  const { ballot, voter } = await lockVoter(tx, actor, ballotId, voterId)
  if (!voter.casts) throw new NotAllowed(t.theReferentOrTheStandIn)
  const whyNot = whyNotCast(ballot, actor.at)
  if (whyNot || !ballot.publicKey) throw new NotAllowed(whyNot ?? whyNots.notOpen)
  const draft = { sealed: sealFor(ballot.publicKey, voterId, vote), savedBy: actor.personId, savedAt: actor.at }
  await upsertRow(tx.insertInto('paperDraft'), { voterId }, draft)
}

export type Cast = { state: 'cast'; version: number } | { state: 'late'; why: string }

/**
 * Casts a paper. Until the close it can be changed; the last one counts, one for each voter.
 * @param seen the version that the delegate had before them: another's newer one is not replaced unseen
 * @returns `late` when the ballot has closed, which is written down and nothing else
 * @throws Invalid with what is wrong by option, Conflict when a colleague was faster, NotAllowed for who has only a voice
 */
export async function castPaper(
  tx: Tx,
  actor: Actor,
  secret: string,
  { ballotId, voterId, vote, seen }: { ballotId: number; voterId: number; vote: Vote; seen?: number },
): Promise<Cast> {
  const { ballot, voter, versions } = await lockVoter(tx, actor, ballotId, voterId)
  if (actor.behind !== undefined) throw new NotAllowed(t.nobodyCastsABallotAsSomebody)
  if (!voter.casts) throw new NotAllowed(t.theReferentOrTheStandIn2)
  const whyNot = whyNotCast(ballot, actor.at)
  if (whyNot) {
    if (ballot.state === 'preparing' || ballot.state === 'called_off') throw new NotAllowed(whyNot)
    await tx.insertInto('paperRefusal').values({ ballotId, voterId, why: 'late', via: actor.via, at: actor.at }).execute()
    await record(tx, actor, { action: 'paper.late', subject: `voter:${voterId}`, groupId: ballot.groupId })
    return { state: 'late', why: whyNot }
  }
  if (seen !== undefined && seen !== versions) throw await overtaken(tx, voterId)
  const numbers = new Set((await listOptions(tx, ballotId)).map(({ number }) => String(number)))
  const faults = whyNotVote(ballot, numbers, vote)
  if (faults.length > 0) throw new Invalid(faults.map(({ problem }) => problem).join(' '), toFields(faults))
  const key = await takeKey(tx, secret, ballotId)
  if (!key || !ballot.publicKey) throw new Conflict(t.thisBallotIsBeingRepairedAfter)
  const receipt = (await earlierReceipt(tx, key, voterId)) ?? drawReceipt()
  const version = versions + 1
  const sealed = sealFor(ballot.publicKey, voterId, { receipt, vote })
  await tx.insertInto('paper').values({ voterId, version, sealed, castBy: actor.personId, castAt: actor.at, via: actor.via }).execute()
  await updateOne(tx.updateTable('voter'), voterId, { versions: version, votedAt: actor.at })
  await tx.deleteFrom('paperDraft').where('voterId', '=', voterId).execute()
  await record(tx, actor, { action: version === 1 ? 'paper.cast' : 'paper.changed', subject: `voter:${voterId}`, groupId: ballot.groupId })
  await enqueue(tx, 'ballots.castNotice', { voterId, version, byId: actor.personId })
  return { state: 'cast', version }
}

/**
 * Sends the receipt to the delegate who asks for it, and to nobody else: only until the close is it known whose it is.
 * @throws NotAllowed for who has only a voice, and once the ballot is closed; Conflict while there is no vote
 */
export async function askReceipt(tx: Tx, actor: Actor, { ballotId, voterId }: { ballotId: number; voterId: number }): Promise<void> {
  const { ballot, voter, versions } = await lockVoter(tx, actor, ballotId, voterId)
  if (!voter.casts) throw new NotAllowed(t.theReferentOrTheStandIn2)
  const whyNot = whyNotCast(ballot, actor.at)
  if (whyNot || actor.personId === null) throw new NotAllowed(whyNot ?? whyNots.notOpen)
  if (versions === 0) throw new Conflict(t.noReceiptYet)
  await record(tx, actor, { action: 'paper.receipt-asked', subject: `voter:${voterId}`, groupId: ballot.groupId })
  await enqueue(tx, 'ballots.receipt', { voterId, personId: actor.personId })
}

async function overtaken(tx: Tx, voterId: number): Promise<Conflict> {
  const last = await tx
    .selectFrom('paper')
    .leftJoin('sharedPerson as person', 'person.id', 'paper.castBy')
    .select('person.name')
    .where('voterId', '=', voterId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return new Conflict(t.hasCastThisBallotInThe({ name: last?.name ?? t.someone }))
}

/** A voter keeps their receipt when they change their paper. */
async function earlierReceipt(tx: Tx, key: Parameters<typeof openSealed>[0], voterId: number): Promise<string | undefined> {
  const last = await findRow(tx.selectFrom('paper').orderBy('version', 'desc').limit(1), { voterId }, ['sealed'])
  return last && (openSealed(key, voterId, last.sealed) as { receipt: string }).receipt
}

/** A colleague says what they need; their referent sees it, and nobody else. */
export async function giveVoice(
  tx: Tx,
  actor: Actor,
  { ballotId, voterId, said, note }: { ballotId: number; voterId: number; said: Record<string, string>; note: string },
): Promise<void> {
  const { ballot, voter } = await lockVoter(tx, actor, ballotId, voterId)
  const whyNot = whyNotCast(ballot, actor.at)
  if (whyNot || !ballot.publicKey || actor.personId === null) throw new NotAllowed(whyNot ?? whyNots.notOpen)
  if (voter.organisationId === null) throw new NotFound(t.thereIsNoSuchBallotPaper)
  const poll = await findInnerPoll(tx, voterId)
  if (poll?.closedAt && !voter.casts) throw new NotAllowed(t.yourColleaguesHaveClosedTheir)
  const numbers = new Set((await listOptions(tx, ballotId)).map(({ number }) => String(number)))
  const known = Object.entries(said).filter(
    (entry): entry is [string, Need] => numbers.has(entry[0]) && needs.some((need) => need === entry[1]),
  )
  const sealed = sealFor(ballot.publicKey, voterId, { needs: Object.fromEntries(known), note: note.slice(0, 500) })
  await upsertRow(tx.insertInto('voice'), { voterId, personId: actor.personId }, { sealed, givenAt: actor.at })
  await record(tx, actor, { action: 'voice.given', subject: `voter:${voterId}`, groupId: ballot.groupId })
}

// Each writes to everybody who works there.
const [hour, pollsPerHour] = [3_600, 3]

/**
 * Asks the voter's own people before the ballot is cast, or asks them anew.
 * @throws Invalid when it would end after the ballot does, NotAllowed when they were asked again and again
 */
export async function openInnerPoll(tx: Tx, actor: Actor, asked: { ballotId: number; voterId: number; closesAt: Date; note: string }) {
  const { ballotId, voterId, closesAt, note } = asked
  const { ballot, voter } = await lockVoter(tx, actor, ballotId, voterId)
  if (!voter.casts || voter.organisationId === null) throw new NotAllowed(t.theReferentOrTheStandIn3)
  notAllowedIf(whyNotCast(ballot, actor.at))
  if (closesAt <= actor.at || closesAt >= ballot.closesAt) {
    throw new Invalid(t.pollEnds, { closesAt: t.pollEnds })
  }
  if (!(await takeTurn(tx, `poll:${voterId}`, pollsPerHour, hour, actor.at))) throw new NotAllowed(refusals.thatIsALotInAn)
  const values = { note, openedBy: actor.personId, openedAt: actor.at, closesAt, closedAt: null }
  await upsertRow(tx.insertInto('innerPoll'), { voterId }, values)
  await record(tx, actor, { action: 'inner-poll.opened', subject: `voter:${voterId}`, groupId: ballot.groupId })
  await enqueue(tx, 'ballots.innerPoll', { voterId, byId: actor.personId })
  await enqueue(tx, 'ballots.turn', {}, { runAt: closesAt, key: `ballots.turn:${closesAt.toISOString()}` })
}

/** Inner polls that are over stop taking voices, and those who cast hear that they are over. */
export async function closeInnerPolls(tx: Tx, at: Date): Promise<void> {
  const rows = await tx
    .updateTable('innerPoll')
    .set({ closedAt: at })
    .where('closedAt', 'is', null)
    .where('closesAt', '<=', at)
    .returning('voterId')
    .execute()
  for (const { voterId } of rows) await enqueue(tx, 'ballots.pollOver', { voterId })
}

/** What the voter's people say of it: the areas that it uses, and its size; what they leave out stays. */
export async function saveProfile(
  tx: Tx,
  actor: Actor,
  { ballotId, voterId, areas, size }: { ballotId: number; voterId: number; areas?: readonly string[]; size?: 'small' | 'medium' | 'large' },
): Promise<void> {
  const { voter, ballot } = await getVotership(tx, actor, ballotId, voterId)
  if (!voter.casts || voter.organisationId === null) throw new NotAllowed(t.theReferentOrTheStandIn4)
  const { organisationId } = voter
  if (areas) {
    await tx.deleteFrom('organisationArea').where('organisationId', '=', organisationId).execute()
    const known = new Set((await listOptions(tx, ballotId)).map(({ area }) => area))
    const kept = [...new Set(areas)].filter((area) => area !== '' && known.has(area))
    await insertNew(
      tx.insertInto('organisationArea'),
      kept.map((area) => ({ organisationId, area })),
    )
  }
  if (size) await upsertRow(tx.insertInto('organisationSize'), { organisationId }, { size, saidBy: actor.personId, saidAt: actor.at })
  // The segment of an open ballot follows what its own people say.
  if (size && ballot.state === 'open') await updateOne(tx.updateTable('voter'), voterId, { size })
  await recordOf(tx, actor, 'organisation.profile', { id: organisationId, groupId: ballot.groupId })
}
