import type { Actor } from '../actor.ts'
import { Conflict, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { findRow, insertRow, type Tx, updateOne } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { closeBallot, dropPapers } from './closing-actions.ts'
import { copyOf, copyOptions } from './copying.ts'
import { createBallot, openBallot } from './core/actions.ts'
import { type Ballot, getOwnBallot, listHostIds, listOptions } from './core/queries.ts'
import type { Vote } from './papers/rules.ts'
import { drawReceipt, sealFor, shuffled } from './papers/sealing.ts'

const t = textsOf('ballots', 'rehearsals')
const whyNots = textsOf('ballots', 'whyNot')

const rehearsalDays = 14

/** Opens a copy of a ballot for trying out: same options, same voters, papers that count for nothing. */
export async function rehearse(tx: Tx, actor: Actor, secret: string, id: number): Promise<number> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.state !== 'preparing') throw new Conflict(t.ballotHasAlreadyOpenedTest)
  const running = await findRow(tx.selectFrom('ballot').where('state', '<>', 'thrown_away'), { rehearsalOf: id }, ['id'])
  if (running) return running.id
  const options = await listOptions(tx, id)
  if (options.length === 0) throw new Conflict(t.ballotHasNoOptionsYet)
  const hosts = await listHostIds(tx, id)
  const copied = await createBallot(tx, actor, {
    ...copyOf(ballot),
    title: ballot.title,
    communityIds: hosts,
    opensAt: actor.at,
    closesAt: new Date(actor.at.getTime() + rehearsalDays * 86_400_000),
    rehearsalOf: id,
  })
  await copyOptions(tx, options, copied)
  await updateOne(tx.updateTable('ballot'), copied, { tieOrder: ballot.tieOrder })
  const why = await openBallot(tx, secret, actor.at, copied)
  if (why) throw new Conflict(whyNots[why])
  return copied
}

/** Casts test papers, made up, for voters of a rehearsal that have none. @returns how many */
export async function fillRehearsal(tx: Tx, actor: Actor, id: number, most: number): Promise<number> {
  const ballot = await getOwnBallot(tx, actor, id, { lock: 'update' })
  if (ballot.rehearsalOf === null || ballot.state !== 'open' || !ballot.publicKey) throw new Conflict(t.onlyOpenTestBallotAccepts)
  const options = (await listOptions(tx, id)).map(({ number }) => String(number))
  const voters = await tx.selectFrom('voter').select('id').where('ballotId', '=', id).where('votedAt', 'is', null).limit(most).execute()
  for (const voter of voters) {
    const sealed = sealFor(ballot.publicKey, voter.id, { receipt: drawReceipt(), vote: inventVote(ballot, shuffled(options)) })
    await insertRow(tx.insertInto('paper'), {
      voterId: voter.id,
      version: 1,
      sealed,
      castBy: actor.personId,
      castAt: actor.at,
      via: actor.via,
    })
    await updateOne(tx.updateTable('voter'), voter.id, { votedAt: actor.at, versions: 1 })
  }
  await recordOf(tx, actor, 'ballot.rehearsed', { id, groupId: ballot.groupId }, { papers: voters.length })
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
  if (ballot.rehearsalOf === null) throw new NotFound(t.testBallotNotFound)
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
  const gone = { closedAt: actor.at, account: JSON.stringify({ papers }), publicKey: null }
  await updateOne(tx.updateTable('ballot'), id, { state: 'thrown_away', ...gone })
  await recordOf(tx, actor, 'ballot.rehearsal-thrown-away', { id, groupId: ballot.groupId }, { papers })
}

/** Closes and counts a rehearsal before its time. */
export async function countRehearsal(tx: Tx, actor: Actor, secret: string, id: number): Promise<void> {
  const ballot = await getOwnBallot(tx, actor, id)
  if (ballot.rehearsalOf === null) throw new NotFound(t.testBallotNotFound)
  await closeBallot(tx, secret, actor.at, id, { early: true })
}
