const sleepers = new Map<string, Set<() => void>>()

/** Wakes whoever waits for news of a meeting's minutes in this process; other processes look by themselves. */
export function wakeReaders(slug: string): void {
  const waking = sleepers.get(slug)
  sleepers.delete(slug)
  for (const wake of waking ?? []) wake()
}

/** Resolves when minutes have changed, or after a while. */
export function untilNews(slug: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const waiting = sleepers.get(slug) ?? new Set()
    sleepers.set(slug, waiting)
    const done = () => {
      clearTimeout(timer)
      waiting.delete(done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    waiting.add(done)
  })
}
