/** Lets one at a time through, in the order in which they came. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** Waits for one's turn; the function that it answers with ends it. */
  async take(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#last
    this.#last = before.then(() => promise)
    await before
    return resolve
  }
}
