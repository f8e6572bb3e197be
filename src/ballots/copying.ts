import { insertAll, type Tx } from '../lib/db/rows.ts'
import type { NewBallot } from './core/actions.ts'
import type { Ballot, BallotOption } from './core/queries.ts'

/** What a ballot takes over of another: all that decides it, without its name and its days. */
export const copyOf = (ballot: Ballot): Omit<NewBallot, 'title' | 'communityIds' | 'opensAt' | 'closesAt'> => ({
  groupId: ballot.groupId,
  cycleId: ballot.cycleId ?? undefined,
  phase: ballot.phase ?? undefined,
  kind: ballot.kind,
  question: ballot.question,
  form: ballot.form,
  budget: ballot.budget ?? undefined,
  most: ballot.most ?? undefined,
  capacity: ballot.capacity ?? undefined,
  seats: ballot.seats ?? undefined,
  rule: ballot.rule,
  settings: ballot.settings as Record<string, string>,
  ties: ballot.ties as 'lot',
  secrecy: ballot.secrecy,
  electorate: ballot.electorate,
  recordOn: ballot.recordOn,
  quorum: ballot.quorum ?? undefined,
  byConsent: ballot.byConsent,
  role: ballot.role ?? undefined,
  termFrom: ballot.termFrom ?? undefined,
  termTo: ballot.termTo ?? undefined,
  voteOn: ballot.voteOn ?? undefined,
  zone: ballot.zone,
})

/** Puts the options of a ballot onto another, as they stand. */
export async function copyOptions(tx: Tx, options: BallotOption[], ballotId: number): Promise<void> {
  await insertAll(
    tx.insertInto('ballotOption'),
    options.map(({ id: _id, ...option }) => ({ ...option, ballotId })),
  )
}
