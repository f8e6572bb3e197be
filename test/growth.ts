import { expect } from 'vitest'

/** Below it, in milliseconds, a difference says nothing: a collection of garbage costs as much. */
const floor = 40
/** Twice as much takes twice as long; what grows with the square takes four times as long. */
const most = 3
const tries = 10

/**
 * Fails where work grows faster than what it is given: it is done for n and for 2n, and only their processor's time is compared, so that a
 * slow or busy machine changes nothing.
 * @param n small enough to be quick, large enough that its square would be felt
 * @param work reads something of this size; what it is given may be made within
 */
export async function expectLinear(n: number, work: (size: number) => unknown): Promise<void> {
  let [once, twice] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  // The best of some: a collection of garbage falls now into the one, now into the other.
  for (let tried = 0; tried < tries; tried++) {
    once = Math.min(once, await costOf(() => work(n)))
    twice = Math.min(twice, await costOf(() => work(2 * n)))
    if (twice < floor || twice <= most * once) return
  }
  expect(twice / once, `${once.toFixed(0)} ms for ${n}, ${twice.toFixed(0)} ms for ${2 * n}`).toBeLessThanOrEqual(most)
}

/** What this thread spent, in milliseconds. */
async function costOf(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
