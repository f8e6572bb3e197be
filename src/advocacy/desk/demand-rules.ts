import type { Severity } from '../../lib/db/schema.ts'
import type { ItemState } from '../core/rules.ts'

/** By what the vendor's people look at what they were handed. */
export const demandOrders = ['support', 'must', 'severity', 'age', 'due'] as const
export type DemandOrder = (typeof demandOrders)[number]

/** The order before anybody chooses one: who answers begins with what is late, the group with what most stand behind. */
export const usualOrder = (guest: boolean): DemandOrder => (guest ? 'due' : 'support')

/** One request that the vendor was handed, as it was handed over, with who stands behind it. */
export interface Demand {
  submissionId: number
  requestId: number
  title: string
  institutions: number
  must: number
  severity: Severity | null
  submittedAt: Date
  /** Days since then. */
  days: number
  dueOn: string
  state: ItemState
  trackerNumber: string
  trackerLink: string
  /** Somebody of the vendor writes an answer; and a colleague has read it. */
  draft: boolean
  reviewed: boolean
}

const severities: readonly (Severity | null)[] = ['critical', 'major', 'moderate', 'minor']
const rank = (severity: Severity | null): number => (severities.includes(severity) ? severities.indexOf(severity) : severities.length)

const before: Readonly<Record<DemandOrder, (a: Demand, b: Demand) => number>> = {
  support: (a, b) => b.institutions - a.institutions || b.must - a.must,
  must: (a, b) => b.must - a.must || b.institutions - a.institutions,
  severity: (a, b) => rank(a.severity) - rank(b.severity) || b.must - a.must,
  age: (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime(),
  due: (a, b) => a.dueOn.localeCompare(b.dueOn) || b.institutions - a.institutions || b.must - a.must,
}

/** What asks most comes first, whichever way it is looked at; of equals the older request. */
export const inOrder = (rows: readonly Demand[], order: DemandOrder): Demand[] =>
  rows.toSorted((a, b) => before[order](a, b) || a.requestId - b.requestId)
