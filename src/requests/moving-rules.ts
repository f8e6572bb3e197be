import type { RequestStage } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('requests', 'moving')

const movable: readonly RequestStage[] = ['gathering', 'ready', 'set_aside']

/** Why a request cannot go to another group, in a sentence; undefined means that it can. */
export function whyNotMove({ stage, mergedIntoId, proposals }: { stage: RequestStage; mergedIntoId: number | null; proposals: number }) {
  if (mergedIntoId !== null) return t.errors.merged
  if (!movable.includes(stage)) return t.errors.withTheVendor
  return proposals > 0 ? t.errors.proposed : undefined
}
