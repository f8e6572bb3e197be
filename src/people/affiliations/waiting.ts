import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { waitingOf } from '../../lib/ui/words.ts'
import { isHerself } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import type { Waiting } from '../../waiting.ts'
import { listAsked } from './queries.ts'

const peopleWaiting = waitingOf('people', 'waiting')

/** What somebody is asked about themselves: whether they still work where they did. */
export async function listOwnWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const words = peopleWaiting(actor.locale)
  return (await listAsked(db, actor.at, actor.personId)).map(({ id, organisation, askedAt, onlyReads }) => ({
    ...words.still({ organisation, day: askedAt && formatDay({ locale: actor.locale }, utcDay(askedAt)) }),
    href: '/me/move',
    quiet: onlyReads,
    question: { what: 'still', id, normal: 'yes' } as const,
  }))
}
