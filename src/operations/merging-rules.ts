import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('operations', 'merging')

interface Group {
  id: number
  productId: number
  closedAt: Date | null
}

/** Why one group cannot go into another, in a sentence; undefined means that it can. */
export function whyNotMerge(from: Group, to: Group, { ballots, calls }: { ballots: number; calls: number }): string | undefined {
  if (from.id === to.id) return t.errors.itself
  if (from.closedAt !== null || to.closedAt !== null) return t.errors.closed
  // Who may vote, and what is promised, follow from the contracts for the product.
  if (from.productId !== to.productId) return t.errors.product
  if (ballots > 0) return t.errors.ballots({ count: ballots })
  return calls > 0 ? t.errors.calls({ count: calls }) : undefined
}
