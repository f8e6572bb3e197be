/** So many of something, in words: `Mails`, `People`. */
export interface Counted {
  what: string
  count: number
}

/** What taking an import back would do now. */
export interface UndoPlan {
  goes: Counted[]
  /** What people have built upon since stays, and why. */
  stays: (Counted & { why: string })[]
}

/** What became of an import that was taken back. */
export interface Undone {
  goes: Counted[]
  stays: Counted[]
}

/** How it is kept that an import was taken back: when, by whom, and what became of it. */
export interface TakenBack {
  undoneAt: Date
  undoneBy: number | null
  /** As JSON. */
  undone: string
}

/** What there is something of; the same of several files, kept for the same reason, is one. */
function some<T extends Counted & { why?: string }>(counts: readonly T[]): T[] {
  const found = Map.groupBy(
    counts.filter(({ count }) => count > 0),
    ({ what, why }) => JSON.stringify([what, why]),
  )
  return [...found.values()].map((same) => ({ ...(same[0] as T), count: same.reduce((sum, { count }) => sum + count, 0) }))
}

/** A plan without what there is nothing of, each kind once. */
export const plainPlan = ({ goes, stays }: UndoPlan): UndoPlan => ({ goes: some(goes), stays: some(stays) })

/** What is kept of an undo when it is done. */
export const undoneOf = (plan: UndoPlan): Undone => ({
  goes: some(plan.goes),
  stays: some(plan.stays).map(({ what, count }) => ({ what, count })),
})

/** How many went, how many stayed: for the journal. */
export function sumsOf({ goes, stays }: Undone): { gone: number; stayed: number } {
  const sum = (counts: readonly Counted[]) => counts.reduce((total, { count }) => total + count, 0)
  return { gone: sum(goes), stayed: sum(stays) }
}
