import type { Db } from '../../lib/db/rows.ts'
import { listOrganisationsOf } from '../../people/queries.ts'

/** An application to the same list from the same address that waits for a decision; the oldest. */
export function findWaitingTwin(db: Db, request: { id: number; listId: number; email: string }) {
  return db
    .selectFrom('subscriptionRequest')
    .select('id')
    .where('listId', '=', request.listId)
    .where('email', '=', request.email)
    .where('state', '=', 'waiting')
    .where('id', '<>', request.id)
    .orderBy('id')
    .executeTakeFirst()
}

/** The name of where somebody works, for the form to join; the first where there are several. */
export async function findWorkplace(db: Db, personId: number, on: Date): Promise<string | undefined> {
  const [id] = await listOrganisationsOf(db, personId, on)
  const found =
    id === undefined
      ? undefined
      : await db.selectFrom('sharedOrganisation as organisation').select('name').where('id', '=', id).executeTakeFirst()
  return found?.name
}

/** How somebody's last subscription to a list ended; undefined where they never were on it. */
export function findLeft(db: Db, listId: number, personId: number | null) {
  return db
    .selectFrom('subscription')
    .select(['endedAt', 'endedHow'])
    .where('listId', '=', listId)
    .where('personId', '=', personId ?? 0)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}
