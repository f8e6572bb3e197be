import type { Write } from './rows.ts'

/** Ends a transaction that was tried, with what came of it. */
class Tried<T> extends Error {
  readonly result: T
  constructor(result: T) {
    super('It was only tried.')
    this.result = result
  }
}

/** The same as a `Write`, of which nothing stays: it is done to the end, refused where it would be, and taken back. */
export const onlyTried =
  (write: Write): Write =>
  async (act) => {
    try {
      return await write(async (tx) => {
        throw new Tried(await act(tx))
      })
    } catch (error) {
      if (error instanceof Tried) return error.result
      throw error
    }
  }
