import { sendLetter } from '../../outbox/actions.ts'
import { findEmailOf } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { markReminded } from './actions.ts'
import { actionsDue } from './mails.ts'
import { listToRemind } from './queries.ts'

/** Reminds owners of what is due: three days before, once it is late, and then every two weeks; one letter for all of it. */
export async function remindActions(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const today = now().toISOString().slice(0, 10)
  const owners = Map.groupBy(await listToRemind(db, today), (action) => action.personId)
  for (const [personId, seen] of owners) {
    const email = await findEmailOf(db, personId)
    const [owner] = seen
    if (!email || !owner) continue
    await write(async (tx) => {
      const due = (await listToRemind(tx, today)).filter((action) => action.personId === personId)
      if (due.length === 0) return
      await markReminded(
        tx,
        due.map((action) => action.id),
        today,
      )
      await sendLetter(
        tx,
        site,
        now(),
        actionsDue({ id: personId, name: owner.name, locale: owner.locale, email }, due, today, `${site.baseUrl}/actions`),
      )
    })
  }
}
