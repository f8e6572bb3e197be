import { createHash } from 'node:crypto'
import { type Actor, program } from '../actor.ts'
import type { Tx } from '../db/connect.ts'
import { enqueue } from '../db/enqueue.ts'
import type { BallotElectorate, BallotForm, BallotKind, BallotSecrecy, PhaseKind, Role } from '../db/schema.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { mayRunBallots } from '../policy.ts'
import { indexBallot } from './finding/actions.ts'
import { takeKey } from './papers/queries.ts'
import { isBlank, type Vote, whyNotVote } from './papers/rules.ts'
import { drawReceipt, makeRoundKey, type OpenedKey, openSealed, sealFor, shuffled } from './papers/sealing.ts'
import { type Ballot, findBallot, getOwnBallot, listElectorate, listGroupVoters, listHosts, listOptions } from './queries.ts'
import { type Account, countBy, electionOf, type KnownPaper, segmentAll, settingsOf } from './results/count.ts'
import { offeredRules } from './rules.ts'

export interface NewBallot {
  groupId: number
  cycleId?: number
  phase?: PhaseKind
  kind: BallotKind
  title: string
  question?: string
  form: BallotForm
  budget?: number
  most?: number
  capacity?: number
  seats?: number
  rule: string
  settings?: Record<string, string | number | boolean>
  ties: 'lot' | 'seniority' | 'chair'
  secrecy: BallotSecrecy
  electorate: BallotElectorate
  communityIds: number[]
  recordOn: string
  quorum?: number
  byConsent?: boolean
  role?: Role
  termFrom?: string
  termTo?: string
  nominationsUntil?: Date
  zone: string
  opensAt: Date
  closesAt: Date
  rehearsalOf?: number
}

const refuse = (field: string, problem: string): never => {
  throw new Invalid(problem, { [field]: problem })
}

/** Something happens by itself at this instant; the job that runs each minute would see it too, up to a minute later. */
export const wakeAt = (tx: Tx, at: Date): Promise<void> =>
  enqueue(tx, 'ballots.turn', {}, { runAt: at, key: `ballots.turn:${at.toISOString()}` })

/**
 * Sets a ballot up. Everything that decides how it is counted is fixed here, before anybody votes.
 * @throws Invalid with a sentence beside the field
 */
export async function createBallot(tx: Tx, actor: Actor, facts: NewBallot): Promise<number> {
  if (!mayRunBallots(actor, facts.groupId)) throw new NotFound('No such group.')
  if (facts.closesAt <= facts.opensAt) refuse('closesAt', 'It would close before it opens.')
  if (!(offeredRules[facts.form] as readonly string[]).includes(facts.rule)) refuse('rule', 'Choose one of the rules that are offered.')
  const { communityIds, settings = {}, ...values } = facts
  const { id } = await tx
    .insertInto('ballot')
    .values({ ...values, settings: JSON.stringify(settings), createdAt: actor.at, createdBy: actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (communityIds.length > 0)
    await tx
      .insertInto('ballotHost')
      .values(communityIds.map((communityId) => ({ ballotId: id, communityId })))
      .execute()
  await record(tx, actor, { action: 'ballot.set-up', subject: `ballot:${id}`, groupId: facts.groupId })
  await wakeAt(tx, facts.opensAt)
  await wakeAt(tx, facts.closesAt)
  return id
}

/**
 * Opens a ballot: its options and its voters are fixed, its key is drawn, the voters are told.
 * @returns why it cannot be opened, or undefined when it is open
 */
export async function openBallot(tx: Tx, secret: string, at: Date, id: number): Promise<string | undefined> {
  await tx.selectFrom('ballot').select('id').where('id', '=', id).forUpdate().execute()
  const ballot = await findBallot(tx, id)
  if (ballot?.state !== 'preparing') return undefined
  const options = await listOptions(tx, id)
  if (options.length === 0) return 'There is nothing to vote on: no option stands on the ballot.'
  const voters = await fixVoters(tx, ballot)
  if (voters === 0) return 'Nobody may vote: no institution meets the conditions on the record date.'
  const key = makeRoundKey(secret)
  await tx.insertInto('ballotKey').values({ ballotId: id, sealed: key.sealed }).execute()
  const tieOrder = ballot.ties === 'seniority' ? options.map(({ number }) => number) : ballot.tieOrder
  await tx
    .updateTable('ballot')
    .set({ state: 'open', openedAt: at, publicKey: key.publicKey, seedHash: createHash('sha256').update(key.seed).digest('hex'), tieOrder })
    .where('id', '=', id)
    .execute()
  await record(tx, program(at), {
    action: 'ballot.opened',
    subject: `ballot:${id}`,
    groupId: ballot.groupId,
    details: { voters, options: options.length },
  })
  await indexBallot(tx, id)
  await enqueue(tx, 'ballots.opened', { ballotId: id }, { key: `ballots.opened:${id}` })
  return undefined
}

type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>

/** Writes down who votes, as of the record date. What ends later changes nothing. */
async function fixVoters(tx: Tx, ballot: FoundBallot): Promise<number> {
  if (ballot.electorate === 'group') {
    const people = await listGroupVoters(tx, ballot.groupId, ballot.recordOn)
    if (people.length > 0)
      await tx
        .insertInto('voter')
        .values(people.map((person) => ({ ballotId: ballot.id, personId: person.id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return people.length
  }
  const hosts = (await listHosts(tx, ballot.id)).map((host) => host.id)
  const electorate = await listElectorate(tx, { ...ballot, hosts })
  if (electorate.length > 0)
    await tx
      .insertInto('voter')
      .values(
        electorate.map(({ id, country, consortiumId, size }) => ({ ballotId: ballot.id, organisationId: id, country, consortiumId, size })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return electorate.length
}

interface OpenedPaper {
  voterId: number
  organisationId: number | null
  personId: number | null
  receipt: string
  vote: Vote
  known: Omit<KnownPaper, 'receipt' | 'vote'>
}

/**
 * Closes a ballot that is due, in one transaction: papers are opened, copied in random order without times and voters, counted by the
 * rule that was set, and the sealed ones are deleted with the key.
 * @returns false when there was nothing to close
 */
export async function closeBallot(tx: Tx, secret: string, at: Date, id: number, { early = false } = {}): Promise<boolean> {
  await tx.selectFrom('ballot').select('id').where('id', '=', id).forUpdate().execute()
  const ballot = await findBallot(tx, id)
  if (ballot?.state !== 'open' || (ballot.closesAt > at && !early)) return false
  const key = await takeKey(tx, secret, id)
  if (!key) return false
  const options = await listOptions(tx, id)
  const numbers = new Set(options.map(({ number }) => String(number)))
  const opened: OpenedPaper[] = []
  for (const row of await lastPapers(tx, id)) {
    const paper = openPaper(key, row)
    if (paper && whyNotVote(ballot, numbers, paper.vote).length === 0) opened.push(paper)
    else await tx.insertInto('paperRefusal').values({ ballotId: id, voterId: row.voterId, why: 'spoilt', via: 'job', at }).execute()
  }
  const mixed = shuffled(opened)
  if (mixed.length > 0)
    await tx
      .insertInto('publishedPaper')
      .values(
        mixed.map(({ receipt, vote, organisationId, personId }) => ({
          ballotId: id,
          receipt,
          vote: JSON.stringify(vote),
          ...(ballot.secrecy === 'public' ? { organisationId, personId } : {}),
        })),
      )
      .execute()
  const election = electionOf(ballot, options, mixed)
  const settings = settingsOf(ballot, key.seed)
  const result = countBy(ballot.rule, election, settings)
  if (!result) throw new Error(`The ballot ${id} cannot be counted by ${ballot.rule}`)
  await keepResult(tx, id, ballot.rule, true, settings, result)
  const account = await accountOf(tx, ballot, mixed, result.winners)
  await dropPapers(tx, id)
  await tx
    .updateTable('ballot')
    .set({ state: 'counted', closedAt: at, seed: key.seed, account: JSON.stringify(account) })
    .where('id', '=', id)
    .execute()
  await record(tx, program(at), {
    action: 'ballot.counted',
    subject: `ballot:${id}`,
    groupId: ballot.groupId,
    details: { voters: account.voters, cast: account.cast, late: account.late, spoilt: account.spoilt },
  })
  await enqueue(tx, 'ballots.counted', { ballotId: id }, { key: `ballots.counted:${id}` })
  return true
}

function openPaper(key: OpenedKey, row: Awaited<ReturnType<typeof lastPapers>>[number]): OpenedPaper | undefined {
  try {
    const { receipt, vote } = openSealed(key, row.voterId, row.sealed) as { receipt: string; vote: Vote }
    const { voterId, organisationId, personId, country, size, consortium } = row
    return { voterId, organisationId, personId, receipt, vote, known: { country, size, consortium: consortium ?? '' } }
  } catch {
    return undefined
  }
}

const lastPapers = (tx: Tx, ballotId: number) =>
  tx
    .selectFrom('paper')
    .innerJoin('voter', 'voter.id', 'paper.voterId')
    .leftJoin('organisation as consortium', 'consortium.id', 'voter.consortiumId')
    .distinctOn('paper.voterId')
    .select([
      'paper.voterId',
      'paper.sealed',
      'voter.organisationId',
      'voter.personId',
      'voter.country',
      'voter.size',
      'consortium.name as consortium',
    ])
    .where('voter.ballotId', '=', ballotId)
    .orderBy('paper.voterId')
    .orderBy('paper.version', 'desc')
    .execute()

async function accountOf(tx: Tx, { id }: FoundBallot, papers: OpenedPaper[], winners: string[]): Promise<Account> {
  const voters = await tx.selectFrom('voter').select(['versions', 'votedAt']).where('ballotId', '=', id).execute()
  const refusals = await tx.selectFrom('paperRefusal').select(['why', 'voterId']).where('ballotId', '=', id).execute()
  const count = (why: string) => refusals.filter((refusal) => refusal.why === why).length
  return {
    voters: voters.length,
    cast: papers.length,
    blank: papers.filter(({ vote }) => isBlank(vote)).length,
    changed: voters.filter(({ versions, votedAt }) => votedAt !== null && versions > 1).length,
    late: count('late'),
    spoilt: count('spoilt'),
    unreadable: count('unreadable'),
    ...segmentAll(
      papers.map(({ receipt, vote, known }) => ({ receipt, vote, ...known })),
      winners,
    ),
  }
}

/** The links between papers and voters go, and with the key everything that an old copy of them could tell. */
async function dropPapers(tx: Tx, ballotId: number): Promise<void> {
  const voters = tx.selectFrom('voter').select('id').where('ballotId', '=', ballotId)
  await tx.deleteFrom('paper').where('voterId', 'in', voters).execute()
  await tx.deleteFrom('paperDraft').where('voterId', 'in', voters).execute()
  await tx.deleteFrom('voice').where('voterId', 'in', voters).execute()
  await tx.deleteFrom('ballotKey').where('ballotId', '=', ballotId).execute()
}

/** Keeps what a rule finds in the published papers. */
export async function keepResult(tx: Tx, ballotId: number, rule: string, chosen: boolean, settings: object, result: object): Promise<void> {
  await tx
    .insertInto('ballotResult')
    .values({ ballotId, rule, chosen, settings: JSON.stringify(settings), result: JSON.stringify(result) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * A restored backup holds sealed papers and no key, on purpose. Those papers cannot be opened any more: a new key is drawn, the round
 * stays open for at least a week, and who had voted is asked to do so again.
 */
export async function replaceKey(tx: Tx, secret: string, at: Date, id: number): Promise<void> {
  await tx.selectFrom('ballot').select('id').where('id', '=', id).forUpdate().execute()
  const ballot = await findBallot(tx, id)
  if (ballot?.state !== 'open' || (await takeKey(tx, secret, id))) return
  const lost = await tx.selectFrom('voter').select('id').where('ballotId', '=', id).where('votedAt', 'is not', null).execute()
  for (const { id: voterId } of lost)
    await tx.insertInto('paperRefusal').values({ ballotId: id, voterId, why: 'unreadable', via: 'job', at }).execute()
  await dropPapers(tx, id)
  await tx.updateTable('voter').set({ versions: 0, votedAt: null }).where('ballotId', '=', id).execute()
  const key = makeRoundKey(secret)
  await tx.insertInto('ballotKey').values({ ballotId: id, sealed: key.sealed }).execute()
  const week = new Date(at.getTime() + 7 * 86_400_000)
  const closesAt = ballot.closesAt < week ? week : ballot.closesAt
  await tx
    .updateTable('ballot')
    .set({ publicKey: key.publicKey, seedHash: createHash('sha256').update(key.seed).digest('hex'), closesAt })
    .where('id', '=', id)
    .execute()
  if (closesAt > ballot.closesAt) {
    const reason = 'Rapport was restored from a backup, which holds no key to the papers that had been cast.'
    await tx
      .insertInto('ballotExtension')
      .values({ ballotId: id, cycleId: ballot.cycleId, phase: ballot.phase, fromAt: ballot.closesAt, toAt: closesAt, reason, madeAt: at })
      .execute()
    await wakeAt(tx, closesAt)
  }
  await record(tx, program(at), {
    action: 'ballot.key-replaced',
    subject: `ballot:${id}`,
    groupId: ballot.groupId,
    details: { lost: lost.length },
  })
  await enqueue(tx, 'ballots.castAgain', { ballotId: id, voterIds: lost.map((voter) => voter.id) })
}

/**
 * Puts the close of a ballot off. Recorded with its reason and told to all who vote.
 * @throws Invalid when it would not be later, or no reason is given
 */
export async function extendBallot(
  tx: Tx,
  actor: Actor,
  id: number,
  { closesAt, reason }: { closesAt: Date; reason: string },
): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'open' && ballot.state !== 'preparing') throw new Conflict('This ballot is closed.')
  if (ballot.state === 'open' && ballot.closesAt <= actor.at) throw new Conflict('This ballot is closed.')
  if (closesAt <= ballot.closesAt) refuse('closesAt', 'An extension ends later than now. A ballot is not shortened.')
  if (reason.trim() === '') refuse('reason', 'Say why: all who vote are told.')
  await tx.updateTable('ballot').set({ closesAt }).where('id', '=', id).execute()
  if (ballot.cycleId !== null && ballot.phase !== null && ballot.rehearsalOf === null)
    await tx.updateTable('cyclePhase').set({ closesAt }).where('cycleId', '=', ballot.cycleId).where('kind', '=', ballot.phase).execute()
  const extension = await tx
    .insertInto('ballotExtension')
    .values({
      ballotId: id,
      cycleId: ballot.cycleId,
      phase: ballot.phase,
      fromAt: ballot.closesAt,
      toAt: closesAt,
      reason,
      madeBy: actor.personId,
      madeAt: actor.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, {
    action: 'ballot.extended',
    subject: `ballot:${id}`,
    groupId: ballot.groupId,
    details: { extension: extension.id },
  })
  await wakeAt(tx, closesAt)
  await enqueue(tx, 'ballots.extended', { extensionId: extension.id })
}

/** Changes what may still be changed before the opening. @throws Conflict afterwards */
export async function changeBallot(
  tx: Tx,
  actor: Actor,
  id: number,
  change: Partial<
    Pick<NewBallot, 'title' | 'question' | 'rule' | 'budget' | 'most' | 'capacity' | 'seats' | 'ties' | 'secrecy' | 'recordOn' | 'quorum'>
  > & {
    tieOrder?: number[]
    settings?: Record<string, string | number | boolean>
  },
): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'preparing') throw new Conflict('The ballot is open or over: nothing that decides it can be changed any more.')
  if (change.rule && !(offeredRules[ballot.form] as readonly string[]).includes(change.rule))
    refuse('rule', 'Choose one of the rules that are offered.')
  const { settings, ...values } = change
  await tx
    .updateTable('ballot')
    .set({ ...values, ...(settings ? { settings: JSON.stringify(settings) } : {}) })
    .where('id', '=', id)
    .execute()
  await record(tx, actor, { action: 'ballot.changed', subject: `ballot:${id}`, groupId: ballot.groupId })
}

const rehearsalDays = 14

/** Opens a copy of a ballot for trying out: same options, same voters, papers that count for nothing. */
export async function rehearse(tx: Tx, actor: Actor, secret: string, id: number): Promise<number> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'preparing') throw new Conflict('A rehearsal comes before the opening.')
  const running = await tx
    .selectFrom('ballot')
    .select('id')
    .where('rehearsalOf', '=', id)
    .where('state', '<>', 'thrown_away')
    .executeTakeFirst()
  if (running) return running.id
  const options = await listOptions(tx, id)
  if (options.length === 0) throw new Conflict('There is nothing to rehearse yet: no option stands on the ballot.')
  const hosts = (await listHosts(tx, id)).map((host) => host.id)
  const copied = await createBallot(tx, actor, {
    ...copyOf(ballot),
    title: ballot.title,
    communityIds: hosts,
    opensAt: actor.at,
    closesAt: new Date(actor.at.getTime() + rehearsalDays * 86_400_000),
    rehearsalOf: id,
  })
  await tx
    .insertInto('ballotOption')
    .values(options.map(({ id: _id, ...option }) => ({ ...option, ballotId: copied })))
    .execute()
  const why = await openBallot(tx, secret, actor.at, copied)
  if (why) throw new Conflict(why)
  return copied
}

const copyOf = (ballot: Ballot): Omit<NewBallot, 'title' | 'communityIds' | 'opensAt' | 'closesAt'> => ({
  groupId: ballot.groupId,
  ...(ballot.cycleId === null ? {} : { cycleId: ballot.cycleId }),
  ...(ballot.phase === null ? {} : { phase: ballot.phase }),
  kind: ballot.kind,
  question: ballot.question,
  form: ballot.form,
  ...(ballot.budget === null ? {} : { budget: ballot.budget }),
  ...(ballot.most === null ? {} : { most: ballot.most }),
  ...(ballot.capacity === null ? {} : { capacity: ballot.capacity }),
  ...(ballot.seats === null ? {} : { seats: ballot.seats }),
  rule: ballot.rule,
  settings: ballot.settings as Record<string, string>,
  ties: ballot.ties as 'lot',
  secrecy: ballot.secrecy,
  electorate: ballot.electorate,
  recordOn: ballot.recordOn,
  zone: ballot.zone,
})

/** Casts test papers, made up, for voters of a rehearsal that have none. @returns how many */
export async function fillRehearsal(tx: Tx, actor: Actor, id: number, most: number): Promise<number> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.rehearsalOf === null || ballot.state !== 'open' || !ballot.publicKey) throw new Conflict('Only a rehearsal takes test papers.')
  const options = (await listOptions(tx, id)).map(({ number }) => String(number))
  const voters = await tx.selectFrom('voter').select('id').where('ballotId', '=', id).where('votedAt', 'is', null).limit(most).execute()
  for (const voter of voters) {
    const sealed = sealFor(ballot.publicKey, voter.id, { receipt: drawReceipt(), vote: inventVote(ballot, shuffled(options)) })
    await tx
      .insertInto('paper')
      .values({ voterId: voter.id, version: 1, sealed, castBy: actor.personId, castAt: actor.at, via: actor.via })
      .execute()
    await tx.updateTable('voter').set({ votedAt: actor.at, versions: 1 }).where('id', '=', voter.id).execute()
  }
  await record(tx, actor, {
    action: 'ballot.rehearsed',
    subject: `ballot:${id}`,
    groupId: ballot.groupId,
    details: { papers: voters.length },
  })
  return voters.length
}

function inventVote({ form, budget, most }: Pick<Ballot, 'form' | 'budget' | 'most'>, options: string[]): Vote {
  if (form === 'ranks') return { ranks: options.slice(0, 5) }
  if (form === 'yes_no') return { choice: options.length % 2 === 0 ? 'yes' : 'no' }
  const each = Math.max(1, Math.min(most ?? 10, Math.floor((budget ?? 10) / 5)))
  return {
    points: Object.fromEntries(
      options
        .slice(0, Math.floor((budget ?? 10) / each))
        .slice(0, 5)
        .map((number) => [number, each]),
    ),
  }
}

/** Ends a rehearsal: its papers, result and voters go; that it was, and with how many papers, stays to be seen. */
export async function throwAway(tx: Tx, actor: Actor, id: number): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.rehearsalOf === null) throw new NotFound('There is no such rehearsal.')
  if (ballot.state === 'thrown_away') return
  const { papers } = await tx
    .selectFrom('voter')
    .select((e) => e.fn.count<number>('votedAt').as('papers'))
    .where('ballotId', '=', id)
    .executeTakeFirstOrThrow()
  await dropPapers(tx, id)
  for (const table of ['publishedPaper', 'ballotResult', 'paperRefusal', 'ballotNotice', 'ballotOption'] as const)
    await tx.deleteFrom(table).where('ballotId', '=', id).execute()
  const voters = tx.selectFrom('voter').select('id').where('ballotId', '=', id)
  await tx.deleteFrom('innerPoll').where('voterId', 'in', voters).execute()
  await tx.deleteFrom('ballotMail').where('voterId', 'in', voters).execute()
  await tx.deleteFrom('voter').where('ballotId', '=', id).execute()
  await tx
    .updateTable('ballot')
    .set({ state: 'thrown_away', closedAt: actor.at, account: JSON.stringify({ papers }), publicKey: null })
    .where('id', '=', id)
    .execute()
  await record(tx, actor, { action: 'ballot.rehearsal-thrown-away', subject: `ballot:${id}`, groupId: ballot.groupId, details: { papers } })
}

/** Closes and counts a rehearsal before its time. */
export async function countRehearsal(tx: Tx, actor: Actor, secret: string, id: number): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, id)
  if (ballot.rehearsalOf === null) throw new NotFound('There is no such rehearsal.')
  await closeBallot(tx, secret, actor.at, id, { early: true })
}

/**
 * Notes that a notice goes out.
 * @returns false when it went out already
 */
export async function noteBallotNotice(
  tx: Tx,
  at: Date,
  notice: { ballotId: number; kind: string; personId: number; voterId?: number },
): Promise<boolean> {
  const noted = await tx
    .insertInto('ballotNotice')
    .values({ ...notice, sentAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst()
  return noted !== undefined
}

/** The number that a ballot mail's answer comes back with. */
export async function ensureBallotMail(tx: Tx, at: Date, voterId: number, personId: number): Promise<number> {
  const { id } = await tx
    .insertInto('ballotMail')
    .values({ voterId, personId, madeAt: at })
    .onConflict((conflict) => conflict.columns(['voterId', 'personId']).doUpdateSet({ personId }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Somebody of an institution without a reachable referent is asked to name one. @returns false when she was asked already */
export async function noteReferentAsk(
  tx: Tx,
  at: Date,
  ask: { ballotId: number; organisationId: number; personId: number },
): Promise<boolean> {
  const noted = await tx
    .insertInto('referentAsk')
    .values({ ...ask, askedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  return noted !== undefined
}
