import type { Actor } from '../actor.ts'
import type { Consequences } from '../consequences.ts'
import { conflictIf, refuse } from '../errors.ts'
import { mergeGroups } from '../groups/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { findObstacle, getMergeable, listHeirs } from './merging-queries.ts'

/**
 * One working group goes into another with all that is theirs, or nothing happens.
 * @throws NotFound for who does not administer; Invalid for another that is not offered; Conflict with the sentence why they cannot be merged
 */
export async function mergeWorkingGroups(tx: Tx, actor: Actor, consequences: readonly Consequences[], slug: string, into: number) {
  await getMergeable(tx, actor, slug)
  // In one order, whichever goes into which: two who merge them the other way about wait for each other.
  await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').orderBy('id').forUpdate().execute()
  const from = await getMergeable(tx, actor, slug)
  const to = (await listHeirs(tx, from.id)).find(({ id }) => id === into)
  if (!to) return refuse('into', refusals.chooseOneOfThoseThatAre)
  conflictIf(await findObstacle(tx, from, to, actor.at))
  await mergeGroups(tx, actor, consequences, from.id, to.id)
  return to.slug
}
