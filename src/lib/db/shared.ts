import { isAway } from './away.ts'

/**
 * One reading for all who ask at a time. Who asks while one is under way is given the next, so that nothing that was read before their
 * asking is ever told.
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
