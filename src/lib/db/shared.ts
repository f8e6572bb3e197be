/**
 * One reading for all who ask at a time. Who asks while one is under way is given the next, so that nothing that was read before her
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
      next = last.then(begin, begin)
      last = next
    }
    return next
  }
}
