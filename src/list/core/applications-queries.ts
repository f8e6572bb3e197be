import type { Db } from '../../lib/db/rows.ts'
import { listOrganisationsOf } from '../../people/queries.ts'

/**
 * Another application to the same list from the same address that speaks for this one: it waits for a decision, or was decided after this one
 * was asked. One that waits comes first.
 */
export function findTwin(db: Db, { id, listId, email, askedAt }: { id: number; listId: number; email: string; askedAt: Date }) {
  return db
    .selectFrom('subscriptionRequest')
    .select(['id', 'state'])
    .where('listId', '=', listId)
    .where('email', '=', email)
    .where('id', '<>', id)
    .where((e) => e.or([e('state', '=', 'waiting'), e.and([e('state', 'in', ['approved', 'rejected']), e('decidedAt', '>', askedAt)])]))
    .orderBy((e) => e('state', '=', 'waiting'), 'desc')
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

/**
 * How somebody's last subscription to a list ended, and whether an application of theirs was rejected since; undefined where they never were
 * on it.
 */
export function findLeft(db: Db, listId: number, personId: number | null) {
  return db
    .selectFrom('subscription')
    .select(['endedAt', 'endedHow'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('subscriptionRequest as request')
            .innerJoin('sharedAddress as address', 'address.email', 'request.email')
            .select('request.id')
            .whereRef('address.personId', '=', 'subscription.personId')
            .whereRef('request.listId', '=', 'subscription.listId')
            .where('request.state', '=', 'rejected')
            .whereRef('request.decidedAt', '>=', 'subscription.endedAt'),
        )
        .as('rejected'),
    )
    .where('listId', '=', listId)
    .where('personId', '=', personId ?? 0)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** The same of whoever has confirmed this address. */
export async function findLeftFrom(db: Db, listId: number, email: string) {
  const known = await db
    .selectFrom('sharedAddress as address')
    .select('personId')
    .where('email', '=', email)
    .where('verifiedAt', 'is not', null)
    .executeTakeFirst()
  return known && findLeft(db, listId, known.personId)
}
