import type { Actor } from '../../actor.ts'
import { isInGroup } from '../../policy.ts'

/** May somebody see who is on the lists of a group, as the group has set it? */
export function maySeeDirectory(actor: Actor, group: { id: number; directory: string; listIds: readonly number[] }): boolean {
  if (actor.vendorSide || group.directory === 'none') return false
  if (isInGroup(actor, group.id)) return true
  return group.directory === 'subscribers' && group.listIds.some((id) => actor.listIds.includes(id))
}
