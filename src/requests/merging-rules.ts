import type { MergeState, RequestStage } from '../lib/db/schema.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('requests', 'merging')

interface End {
  id: number
  groupId: number
  stage: RequestStage
  mergedIntoId: number | null
}

/** Why two requests cannot become one; undefined means it can be proposed. Both ends stand for themselves, so no ring can come of it. */
export function whyNotMerge(source: End, target: End, open: { sourceId: number; targetId: number }[]): string | undefined {
  if (source.id === target.id) return t.whyNot.itself
  if (source.groupId !== target.groupId) return t.whyNot.groups
  if (source.mergedIntoId !== null) return t.whyNot.sourceMerged({ id: source.id, intoId: source.mergedIntoId })
  if (target.mergedIntoId !== null) return t.whyNot.targetMerged({ id: target.id, intoId: target.mergedIntoId })
  if (open.some((one) => one.sourceId === source.id)) return t.whyNot.proposed
  if (open.some((one) => one.sourceId === target.id && one.targetId === source.id)) return t.whyNot.opposite
  return undefined
}

/**
 * Why a proposed merge cannot be carried out yet.
 * @param waiting those concerned who have not said anything
 * @param today YYYY-MM-DD
 */
export function whyNotCarryOut(state: MergeState, decideOn: string, waiting: number, today: string): string | undefined {
  if (state !== 'open') return t.someoneHasAlreadyDecided
  if (waiting > 0 && today < decideOn) return t.whyNot.waiting({ day: formatDay({ locale: languageNow() }, decideOn, 'date') })
  return undefined
}
