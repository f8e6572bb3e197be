import type { LinkKind, RequestKind, RequestStage, Severity, Visibility } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

export const kinds = ['idea', 'concern'] as const satisfies RequestKind[]
export const severities = ['critical', 'major', 'moderate', 'minor'] as const satisfies Severity[]
export const visibilities = ['group', 'subscribers', 'public'] as const satisfies Visibility[]
export const linkKinds = ['related', 'part_of', 'duplicate_of'] as const satisfies LinkKind[]
/** In the order of the way; which of them a request passes is its own story. */
export const stages = [
  'gathering',
  'ready',
  'submitted',
  'answered',
  'committed',
  'delivered',
  'accepted',
  'set_aside',
  'merged',
] as const satisfies RequestStage[]

const names = textsOf('requests', 'pages')

// In the language of whoever is answered.
export const kindNames: Record<RequestKind, string> = names.kinds
export const severityNames: Record<Severity, string> = names.severities
export const visibilityNames: Record<Visibility, string> = textsOf('requests', 'forms').visibilities
export const stageNames: Record<RequestStage, string> = names.stages
export const linkNames: Record<LinkKind, string> = names.record.links

const t = textsOf('requests', 'whyNot')

/** Stages at which a request still asks for something. */
export const openStages = ['gathering', 'ready', 'submitted', 'answered', 'committed', 'delivered'] as const satisfies RequestStage[]

/** Is it at one of those? */
export const isOpen = (stage: RequestStage): boolean => openStages.some((one) => one === stage)

/** What the group's people set by hand; the others follow from what is handed over, answered, promised, delivered and merged. */
export const byHand = ['gathering', 'ready', 'set_aside', 'accepted'] as const satisfies RequestStage[]

/** Stages at which what was asked for is there, checked or not. */
export const doneStages = ['delivered', 'accepted'] as const satisfies RequestStage[]

/** The stages that a list is narrowed to by a word of its address: one of them, all that are open, all that are done. */
export function stagesOf(word: string | undefined): readonly RequestStage[] | undefined {
  if (word === 'open') return openStages
  if (word === 'done') return doneStages
  const one = stages.find((stage) => stage === word)
  return one && [one]
}

/** Why a request cannot be set to this stage by hand; undefined means it can. */
export function whyNotStage(from: RequestStage, to: RequestStage, why: string): string | undefined {
  if (from === 'merged') return t.mergedBefore
  if (!byHand.some((stage) => stage === to)) return t.byVendor
  if (to === 'set_aside' && !why.trim()) return t.reason
}

/** One link between two requests: what its first end is to its second. */
export interface Link {
  fromId: number
  toId: number
  kind: LinkKind
}

/** Why two requests cannot be linked so; undefined means they can. "Part of" never goes round in a ring. */
export function whyNotLink(link: Link, others: Link[]): string | undefined {
  if (link.fromId === link.toId) return t.itself
  if (link.kind !== 'part_of') return undefined
  const parents = Map.groupBy(
    others.filter((other) => other.kind === 'part_of'),
    (other) => other.fromId,
  )
  const seen = new Set<number>()
  const climb = [link.toId]
  for (let at = climb.pop(); at !== undefined; at = climb.pop()) {
    if (at === link.fromId) return t.ring
    if (seen.has(at)) continue
    seen.add(at)
    climb.push(...(parents.get(at) ?? []).map((other) => other.toId))
  }
}

/** What a stage means to who reads it: as it should be, or something is still to come. */
export const stageMoods: Partial<Record<RequestStage, 'good' | 'wait'>> = { accepted: 'good', delivered: 'wait', submitted: 'wait' }

/** The wider of what two audiences may read comes last. */
const width: Record<Visibility, number> = { group: 0, subscribers: 1, public: 2 }

/** Does what these readers may see include what is meant for those? */
export const reaches = (visibility: Visibility, readers: Visibility): boolean => width[visibility] >= width[readers]

/** The narrower of two. */
export const narrower = (a: Visibility, b: Visibility): Visibility => (width[a] <= width[b] ? a : b)
