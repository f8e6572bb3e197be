import { AsyncLocalStorage } from 'node:async_hooks'

interface Errand {
  key: string
  /** How many letters of a kind went to an address in this run. */
  counts: Map<string, number>
}

// Every letter of every job is to be written once; handed on as an argument, the first call that forgets it would send twice.
const errands = new AsyncLocalStorage<Errand>()

/** Runs a job; what it writes has the same keys when it runs again. */
export const onErrand = <T>(key: string, act: () => Promise<T>): Promise<T> => errands.run({ key, counts: new Map() }, act)

/** What a letter is known by, should its job run again; null where no job writes it. */
export function letterKey(kind: string, to: string): string | null {
  const errand = errands.getStore()
  if (!errand) return null
  const letter = `${kind} ${to.toLowerCase()}`
  const count = errand.counts.get(letter) ?? 0
  errand.counts.set(letter, count + 1)
  return `${errand.key} ${letter} ${count}`
}
