import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Tx } from '../../db/connect.ts'
import { record } from '../../journal/actions.ts'

/**
 * Somebody works at an organisation today, as has just been shown: a current affiliation is made fresh, or a new one begins.
 * @param basis how it is known: what a request proved, or her own word
 */
export async function confirmAffiliation(
  tx: Tx,
  actor: Actor,
  { personId, organisationId, basis }: { personId: number; organisationId: number; basis: string },
): Promise<void> {
  const day = actor.at.toISOString().slice(0, 10)
  const fresh = { basis, confirmedAt: actor.at }
  const current = await tx
    .updateTable('affiliation')
    .set(fresh)
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where(sql<boolean>`(to_on is null or to_on >= ${day}::date)`)
    .returning('id')
    .executeTakeFirst()
  const { id } =
    current ??
    (await tx
      .insertInto('affiliation')
      .values({ personId, organisationId, fromOn: day, ...fresh })
      .returning('id')
      .executeTakeFirstOrThrow())
  await record(tx, actor, {
    action: 'affiliation.confirmed',
    subject: `person:${personId}`,
    details: { affiliationId: id, organisationId },
  })
}
