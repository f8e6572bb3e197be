import type { Actor } from '../actor.ts'
import { isInGroup } from '../policy.ts'

/** A group with its lists, those apart that nobody else knows of. */
interface DirectoryFacts {
  id: number
  directory: string
  listIds: readonly number[]
  /** Lists that are not the group's own. */
  openListIds: readonly number[]
}

/** May somebody see who is on the lists of a group, as the group has set it? */
export function maySeeDirectory(actor: Actor, group: DirectoryFacts): boolean {
  if (actor.vendorSide || group.directory === 'none') return false
  if (isInGroup(actor, group.id)) return true
  return group.directory === 'subscribers' && group.openListIds.some((id) => actor.listIds.includes(id))
}

/** The lists whose people somebody sees there: of the group's own list nobody else knows. */
export const listsShown = (actor: Actor, group: DirectoryFacts): readonly number[] =>
  isInGroup(actor, group.id) ? group.listIds : group.openListIds
