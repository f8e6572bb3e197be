import type { Tx } from '../lib/db/connect.ts'
import type { NewBallot } from './core/actions.ts'
import type { Ballot, BallotOption } from './core/queries.ts'

/** What a ballot takes over of another: all that decides it, without its name and its days. */
export const copyOf = (ballot: Ballot): Omit<NewBallot, 'title' | 'communityIds' | 'opensAt' | 'closesAt'> => ({
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
  ...(ballot.quorum === null ? {} : { quorum: ballot.quorum }),
  byConsent: ballot.byConsent,
  ...(ballot.role === null ? {} : { role: ballot.role }),
  ...(ballot.termFrom === null ? {} : { termFrom: ballot.termFrom }),
  ...(ballot.termTo === null ? {} : { termTo: ballot.termTo }),
  zone: ballot.zone,
})

/** Puts the options of a ballot onto another, as they stand. */
export async function copyOptions(tx: Tx, options: BallotOption[], ballotId: number): Promise<void> {
  if (options.length === 0) return
  await tx
    .insertInto('ballotOption')
    .values(options.map(({ id: _id, ...option }) => ({ ...option, ballotId })))
    .execute()
}
