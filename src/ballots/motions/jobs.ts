import type { TaskContext } from '../../task.ts'
import { listPeople, onlyReaders } from '../core/people-queries.ts'
import { findBallot, listVoters } from '../core/queries.ts'
import { ballotLink, reachable, tell } from '../delegates.ts'
import { ballotLetter, saying } from '../mails.ts'
import { findObjection } from './queries.ts'

/** The group hears of an objection while it can still be answered. */
export async function objected({ objectionId }: { objectionId: number }, context: TaskContext): Promise<void> {
  const objection = await findObjection(context.db, objectionId)
  const ballot = objection && (await findBallot(context.db, objection.ballotId))
  if (!objection || objection.withdrawnAt !== null || ballot?.state !== 'open') return
  const voters = await listVoters(context.db, ballot.id)
  const others = voters.flatMap(({ personId }) => (personId === objection.personId ? [] : (personId ?? [])))
  const readers = await onlyReaders(context.db, ballot, await listPeople(context.db, others), context.now())
  await tell(context, reachable(readers), (to) =>
    ballotLetter('objection', to, ballot, (words) =>
      saying(words.objection, { by: objection.name, title: ballot.title, reason: objection.reason, link: ballotLink(context, ballot.id) }),
    ),
  )
}
