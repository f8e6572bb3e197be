/** Lets one at a time through, in the order in which they came. */
export class Turns {
  #last: Promise<void> = Promise.resolve()
  #wanted = 0

  /** Waits for one's turn; the function that it answers with ends it. */
  async take(): Promise<() => void> {
    this.#wanted++
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#last
    this.#last = before.then(() => promise)
    await before
    return () => {
      this.#wanted--
      resolve()
    }
  }

  /** The turn, where nobody has it or waits for it. */
  takeIfFree(): Promise<() => void> | undefined {
    return this.#wanted > 0 ? undefined : this.take()
  }
}

/** A large mail is in memory several times while it is sorted or sent: whatever is done with such, it is one at a time in this process. */
export const largeMails = new Turns()
