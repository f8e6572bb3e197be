import type { Actor } from '../actor.ts'
import { Conflict } from '../errors.ts'
import { orNoId, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('ballots', 'movingRequests')

/**
 * A request that is put forward stays with the group whose cycle it is in.
 * @throws Conflict where one of these is
 */
export async function keepPutForward(tx: Tx, _: Actor, ids: readonly number[]): Promise<void> {
  const put = await tx
    .selectFrom('wish')
    .select('id')
    .where('requestId', 'in', orNoId(ids))
    .where('state', 'in', ['submitted', 'accepted'])
    .executeTakeFirst()
  if (put) throw new Conflict(t.isPut)
}
