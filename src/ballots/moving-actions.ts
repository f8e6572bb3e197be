import type { Actor } from '../actor.ts'
import { Conflict } from '../errors.ts'
import { orNoId, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('ballots', 'movingRequests')

/**
 * A request that is put forward stays with the group whose cycle it is in, one that is voted on with the group whose ballot it is on.
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
  const votedOn = await tx
    .selectFrom('ballotOption')
    .innerJoin('ballot', 'ballot.id', 'ballotOption.ballotId')
    .select('ballot.id')
    .where('ballotOption.requestId', 'in', orNoId(ids))
    .where('ballot.state', 'in', ['preparing', 'open'])
    .where('ballot.rehearsalOf', 'is', null)
    .executeTakeFirst()
  if (votedOn) throw new Conflict(t.isOnBallot)
}
