import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac } from 'node:crypto'

interface Errand {
  key: string
  /** How many letters that say the same went to an address in this run. */
  counts: Map<string, number>
}

// Every letter of every job is to be written once; handed on as an argument, the first call that forgets it would send twice.
const errands = new AsyncLocalStorage<Errand>()

/** Runs a job; what it writes has the same keys when it runs again. */
export const onErrand = <T>(key: string, act: () => Promise<T>): Promise<T> => errands.run({ key, counts: new Map() }, act)

/**
 * What a letter is known by, should its job run again; null where no job writes it. What it says is a part of that: a job that goes on where it
 * was cut off begins with the letters that it had not written, and each of them would pass for the first that the same address got.
 * @param said what it says, but for what is made anew each time
 */
export function letterKey(siteSecret: string, { kind, to }: { kind: string; to: string }, said: string | Uint8Array): string | null {
  const errand = errands.getStore()
  if (!errand) return null
  // By the secret alone: whom it went to and what it says is its reader's, and a code in it would soon be guessed.
  const made = createHmac('sha256', siteSecret).update(`rapport letter 1\0${kind}\0${to.toLowerCase()}\0`)
  const letter = made.update(said).digest('base64url')
  const count = errand.counts.get(letter) ?? 0
  errand.counts.set(letter, count + 1)
  return `${errand.key} ${letter} ${count}`
}
