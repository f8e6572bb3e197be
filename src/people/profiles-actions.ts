import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeOne, type Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { forgetDocuments } from '../search/actions.ts'

const t = textsOf('people', 'profiles')

/**
 * A person says something of themselves, and whether others see it.
 * @returns whether anything was otherwise
 */
export async function changeProfile(
  tx: Tx,
  actor: Actor,
  profile: { about?: string; profileShown?: boolean; worksFrom?: string; worksTo?: string },
): Promise<boolean> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const held = await tx
    .selectFrom('person')
    .select(['worksFrom', 'worksTo', 'profileShown'])
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const { worksFrom = held.worksFrom.slice(0, 5), worksTo = held.worksTo.slice(0, 5), profileShown = held.profileShown } = profile
  if (worksTo <= worksFrom) throw new Invalid(refusals.lookAgain, { worksTo: t.chooseEndTimeAfterStart })
  if (!(await changeOne(tx.updateTable('person'), actor.personId, profile))) return false
  // Found at once as they want it, or not at all.
  if (!profileShown) await forgetDocuments(tx, 'person', [actor.personId])
  await enqueue(tx, 'people.index', {}, { key: 'people.index' })
  await recordOf(tx, actor, 'person.changed', { id: actor.personId }, { profileShown })
  return true
}
