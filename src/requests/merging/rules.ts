import type { MergeState, RequestStage } from '../../lib/db/schema.ts'

interface End {
  id: number
  groupId: number
  stage: RequestStage
  mergedIntoId: number | null
}

/** Why two requests cannot become one; undefined means it can be proposed. Both ends stand for themselves, so no ring can come of it. */
export function whyNotMerge(source: End, target: End, open: { sourceId: number; targetId: number }[]): string | undefined {
  if (source.id === target.id) return 'A request cannot be merged into itself.'
  if (source.groupId !== target.groupId) return 'The two belong to different groups.'
  if (source.mergedIntoId !== null) return `Request ${source.id} is merged into request ${source.mergedIntoId} already.`
  if (target.mergedIntoId !== null)
    return `Request ${target.id} is itself merged into request ${target.mergedIntoId}; choose that one, so that merges do not go round in a ring.`
  if (open.some((one) => one.sourceId === source.id)) return 'A merge of this request is proposed already.'
  if (open.some((one) => one.sourceId === target.id && one.targetId === source.id))
    return 'The other way round is proposed already; settle that first.'
  return undefined
}

const spoken = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/**
 * Why a proposed merge cannot be carried out yet.
 * @param waiting those concerned who have not said anything
 * @param today YYYY-MM-DD
 */
export function whyNotCarryOut(state: MergeState, decideOn: string, waiting: number, today: string): string | undefined {
  if (state !== 'open') return 'This proposal is settled.'
  if (waiting > 0 && today < decideOn) return `Those concerned can say until ${spoken(decideOn)} that they stay with the first text.`
  return undefined
}
