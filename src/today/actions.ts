import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/connect.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { isHerself } from '../policy.ts'

/** They want what waits for them by mail each Monday, or do not any more. Saying it twice changes nothing. */
export async function chooseTodayMail(tx: Tx, actor: Actor, wanted: boolean): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId } = actor
  const changed = wanted
    ? await tx
        .insertInto('todayMail')
        .values({ personId, chosenAt: actor.at })
        .onConflict((conflict) => conflict.doNothing())
        .returning('personId')
        .execute()
    : await tx.deleteFrom('todayMail').where('personId', '=', personId).returning('personId').execute()
  if (changed.length > 0)
    await record(tx, actor, { action: 'person.changed', subject: `person:${personId}`, details: { todayMail: wanted } })
}

/**
 * Notes that somebody gets the mail of this day.
 * @returns false where they have it already, or do not want it any more
 */
export async function takeTodayMail(tx: Tx, personId: number, day: string): Promise<boolean> {
  const row = await tx
    .updateTable('todayMail')
    .set({ sentOn: day })
    .where('personId', '=', personId)
    .where((e) => e.or([e('sentOn', 'is', null), e('sentOn', '<', day)]))
    .returning('personId')
    .executeTakeFirst()
  return row !== undefined
}
