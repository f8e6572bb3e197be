/** Is all asked that may be? The long lane, `RAPPORT_LONG=1`; else some of what is alike is asked by turns. */
export const whole = Boolean(process.env.RAPPORT_LONG)

/** At one's desk less is asked than CI asks, of what is asked by turns. */
export const atDesk = !whole && !process.env.CI

/**
 * Of many that are alike, those whose turn it is: always the same ones, and from one turn to the next others. On the long lane all of them.
 * @param turn a number of the place that asks
 * @param of how many turns it takes until each was asked
 */
export const byTurns = <T>(all: readonly T[], turn: number, of = 2): readonly T[] =>
  whole ? all : all.filter((_, at) => (at + turn) % of === 0)
