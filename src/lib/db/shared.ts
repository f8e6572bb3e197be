import { isAway } from './away.ts'

/**
 * One read for all who ask at the same time. Whoever asks while a read is under way gets the next one, so nobody gets anything that was
 * read before they asked.
 */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined
  return () => {
    if (!next) {
      const begin = () => {
        next = undefined
        return read()
      }
      next = last.then(begin, (error) => {
        if (!isAway(error)) return begin()
        // The next would wait as long for as little: who asked meanwhile hears it now.
        next = undefined
        throw error
      })
      const mine = next
      last = mine
      // Who asks once it is over begins anew.
      mine.catch(() => {
        if (last === mine) last = Promise.resolve()
      })
    }
    return next
  }
}
