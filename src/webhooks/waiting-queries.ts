import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { mayHook } from '../policy.ts'
import { oneByOne, type Waiting } from '../waiting.ts'
import { listHooks } from './queries.ts'
import { lostSecret } from './rules.ts'
import { hooksWaiting } from './waiting-words.ts'

/** What Today shows of webhooks: those that nothing can sign any more, to their owner and to the administrators. */
export async function listHookTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!mayHook(actor)) return []
  const words = hooksWaiting(actor.locale)
  const lost = (await listHooks(db, actor)).filter(lostSecret)
  return oneByOne(
    lost,
    ({ id, name, owner, personId }) => ({
      ...(personId === actor.personId ? words.lost({ name }) : words.lostOfOthers({ name, owner })),
      href: `/admin/webhooks/${id}`,
      late: true,
    }),
    (count) => ({ ...words.moreLost({ count }), href: '/admin/webhooks', late: true }),
  )
}
