import type { Tx } from '../../db/connect.ts'
import type { TellingKind, Visibility } from '../../db/schema.ts'

export interface News {
  groupId: number
  requestId: number
  kind: TellingKind
  /** Of the answer, the commitment or the delivery. */
  subjectId: number
  readers: Visibility
  readersFrom: Date
  at: Date
  /** History that comes in from before is not told to anybody. */
  quiet?: boolean
}

/** Notes that there is something to tell; those concerned hear it once they may. The same event is noted once. */
export async function noteNews(tx: Tx, { at, quiet = false, ...news }: News): Promise<void> {
  await tx
    .insertInto('tellingEvent')
    .values({ ...news, madeAt: at, quiet })
    .onConflict((conflict) => conflict.columns(['kind', 'subjectId']).doNothing())
    .execute()
}
