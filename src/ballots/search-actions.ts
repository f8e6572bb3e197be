import type { Tx } from '../lib/db/rows.ts'
import { guessLanguage } from '../lib/similar/words.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { audienceOf, isInnerBallot } from '../policy.ts'
import { forgetDocuments, indexDocument } from '../search/actions.ts'
import { findBallot, listOptions } from './core/queries.ts'
import { findCycle } from './cycles/queries.ts'
import { findWish } from './wishes/queries.ts'

type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>

/** Who finds a ballot: what a group's members vote on is the group's own; elections are for who is signed in, all else is for everybody. */
function audienceFor(ballot: FoundBallot): string {
  if (ballot.kind === 'motion' || isInnerBallot(ballot)) return audienceOf(ballot.groupId, 'group')
  return ballot.kind === 'election' ? 'accounts' : 'public'
}

/** Puts a cycle into the index, for everybody. */
export async function indexCycle(tx: Tx, id: number): Promise<void> {
  const cycle = await findCycle(tx, id)
  if (!cycle) return
  await indexDocument(tx, {
    kind: 'cycle',
    subjectId: id,
    audience: 'public',
    groupId: cycle.groupId,
    at: cycle.createdAt,
    author: '',
    title: cycle.title,
    body: cycle.note,
    language: 'en',
  })
}

/** Puts a wish into the index as its words are now, for those who may read its page; what was withdrawn is taken out. */
export async function indexWish(tx: Tx, id: number): Promise<void> {
  const wish = await findWish(tx, id)
  if (!wish) return
  if (wish.state === 'withdrawn') return forgetDocuments(tx, 'wish', [id])
  await indexDocument(tx, {
    kind: 'wish',
    subjectId: id,
    audience: audienceOf(wish.groupId, 'subscribers'),
    groupId: wish.groupId,
    at: wish.submittedAt,
    author: '',
    title: wish.title,
    body: [wish.text, wish.area].filter(Boolean).join('\n\n'),
    language: guessLanguage(`${wish.title}\n${wish.text}`) ?? 'en',
  })
}

/**
 * Puts a ballot into the index as it is put to the vote, and as it was decided. Candidates are persons, whose names are not indexed;
 * a rehearsal is no ballot.
 */
export async function indexBallot(tx: Tx, id: number): Promise<void> {
  const ballot = await findBallot(tx, id)
  if (!ballot || ballot.rehearsalOf !== null) return
  // What is prepared may still be thrown away or called off; nobody finds it before it is put to the vote.
  const neverOpened = ballot.state === 'called_off' && ballot.openedAt === null
  if (ballot.state === 'preparing' || ballot.state === 'thrown_away' || neverOpened) return forgetDocuments(tx, 'ballot', [id])
  const options = ballot.kind === 'election' ? [] : await listOptions(tx, id)
  const words = options.flatMap(({ title, text, solution }) => [title, text, solution])
  await indexDocument(tx, {
    kind: 'ballot',
    subjectId: id,
    audience: audienceFor(ballot),
    groupId: ballot.groupId,
    at: ballot.opensAt,
    author: '',
    title: ballot.title,
    body: [sayKept(ballot.question, 'en'), sayKept(ballot.decision, 'en'), ballot.calledOffReason, ...words].filter(Boolean).join('\n\n'),
    language: 'en',
  })
}
