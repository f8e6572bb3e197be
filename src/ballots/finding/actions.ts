import type { Tx } from '../../db/connect.ts'
import type { BallotKind, Visibility } from '../../db/schema.ts'
import { audienceOf } from '../../policy.ts'
import { forgetDocuments, indexDocuments } from '../../search/actions.ts'
import { findCycle } from '../cycles/queries.ts'
import { findBallot, listOptions } from '../queries.ts'

// Rounds are for everybody, motions are the group's own; elections are for who is signed in, of whom those on its lists are the nearest.
const readers: Record<BallotKind, Visibility> = { wishes: 'public', election: 'subscribers', motion: 'group' }

/** Puts a cycle into the index, for everybody. */
export async function indexCycle(tx: Tx, id: number): Promise<void> {
  const cycle = await findCycle(tx, id)
  if (!cycle) return
  await indexDocuments(tx, [
    {
      kind: 'cycle',
      subjectId: id,
      audience: 'public',
      groupId: cycle.groupId,
      at: cycle.createdAt,
      author: '',
      title: cycle.title,
      body: cycle.note,
      language: 'en',
    },
  ])
}

/**
 * Puts a ballot into the index as it is put to the vote, and as it was decided. Candidates are persons, whose names are not indexed;
 * a rehearsal is no ballot.
 */
export async function indexBallot(tx: Tx, id: number): Promise<void> {
  const ballot = await findBallot(tx, id)
  if (!ballot || ballot.rehearsalOf !== null) return
  // What is prepared may still be thrown away; nobody finds it before it is put to the vote.
  if (ballot.state === 'preparing' || ballot.state === 'thrown_away') return forgetDocuments(tx, 'ballot', [id])
  const options = ballot.kind === 'election' ? [] : await listOptions(tx, id)
  const words = options.flatMap(({ title, text, solution }) => [title, text, solution])
  await indexDocuments(tx, [
    {
      kind: 'ballot',
      subjectId: id,
      audience: audienceOf(ballot.groupId, readers[ballot.kind]),
      groupId: ballot.groupId,
      at: ballot.opensAt,
      author: '',
      title: ballot.title,
      body: [ballot.question, ballot.decision, ...words].filter(Boolean).join('\n\n'),
      language: 'en',
    },
  ])
}
