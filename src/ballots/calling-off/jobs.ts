import type { TaskContext } from '../../task.ts'
import { listPeople, onlyReaders } from '../core/people-queries.ts'
import { findBallot, listVoters } from '../core/queries.ts'
import { ballotLink, delegatesOf, type FoundBallot, listEntitled, reachable, tellOnce } from '../delegates.ts'
import { ballotLetter, type Recipient, saying, when } from '../mails.ts'
import { listOwnPeople } from '../papers/queries.ts'
import { calledOffLetter } from './mails.ts'
import { listPolled, listStanding, listTold } from './queries.ts'
import { callingOffWords } from './words.ts'

/** Whoever casts, has cast, stands or was asked for something hears once that the ballot was called off, and why. */
export async function calledOff({ ballotId, personIds }: { ballotId: number; personIds: number[] }, context: TaskContext): Promise<void> {
  const ballot = await findBallot(context.db, ballotId)
  if (ballot?.state !== 'called_off') return
  const concerned = await listConcerned(context, ballot, personIds)
  const { groupId, group, title, calledOffReason: reason } = ballot
  const about = { groupId, group, title, reason, link: ballotLink(context, ballotId) }
  await tellOnce(context, { ballotId, kind: 'called-off' }, concerned, (to) =>
    calledOffLetter(to, about, ballot.openedAt !== null && !ballot.byConsent),
  )
}

/** Who stands in an election that is held anew hears when, once: nobody is a candidate without knowing of it. */
export async function preparedAnew({ ballotId }: { ballotId: number }, context: TaskContext): Promise<void> {
  const ballot = await findBallot(context.db, ballotId)
  if (ballot?.state !== 'preparing') return
  const standing = reachable(await listPeople(context.db, await listStanding(context.db, ballotId)))
  const link = ballotLink(context, ballotId, '/nomination')
  await tellOnce(context, { ballotId, kind: 'anew' }, standing, (to) =>
    ballotLetter('anew', to, ballot, () =>
      saying(wordsFor(to).stands, { title: ballot.title, opens: when(to, ballot.zone, ballot.opensAt), link }),
    ),
  )
}

const wordsFor = ({ locale }: Recipient) => callingOffWords(locale as Parameters<typeof callingOffWords>[0])

/** Everybody once who may read it: those who cast it, or would have; those who were told of it; those whom an institution asked before it casts. */
async function listConcerned(context: TaskContext, ballot: FoundBallot, personIds: number[]): Promise<Recipient[]> {
  const { db } = context
  const asked = await Promise.all((await listPolled(db, ballot.id)).map((id) => listOwnPeople(db, id, context.now())))
  const told = await listPeople(db, [...personIds, ...(await listTold(db, ballot.id))])
  const people = [...(await listCasting(context, ballot)), ...reachable(asked.flat()), ...reachable(told)]
  const once = people.filter((one, place) => people.findIndex(({ personId }) => personId === one.personId) === place)
  return onlyReaders(db, ballot, once, context.now())
}

async function listCasting(context: TaskContext, ballot: FoundBallot): Promise<Recipient[]> {
  if (ballot.openedAt !== null) return [...(await delegatesOf(context, ballot, await listVoters(context.db, ballot.id))).values()].flat()
  return listEntitled(context, ballot)
}
