/** Lets so many through at a time, in the order in which they came. */
export class Semaphore {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(atOnce = 1) {
    this.#free = atOnce
  }

  /**
   * Waits for one's turn; the function that it answers with ends it, and is to be called once.
   * @param milliseconds to wait at the most; where no turn came in time, there is no answer
   */
  take(): Promise<() => void>
  take(milliseconds: number | undefined): Promise<(() => void) | undefined>
  async take(milliseconds?: number): Promise<(() => void) | undefined> {
    const leave = () => this.#leave()
    if (this.#free > 0) {
      this.#free--
      return leave
    }
    const { promise, resolve } = Promise.withResolvers<(() => void) | undefined>()
    const go = () => {
      clearTimeout(timer)
      resolve(leave)
    }
    this.#waiting.push(go)
    const giveUp = () => {
      this.#waiting.splice(this.#waiting.indexOf(go), 1)
      resolve(undefined)
    }
    const timer = milliseconds === undefined ? undefined : setTimeout(giveUp, milliseconds)
    return promise
  }

  /** A turn, where one is free at once. */
  takeIfFree(): (() => void) | undefined {
    if (this.#free === 0) return undefined
    this.#free--
    return () => this.#leave()
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}

/** A large mail is in memory several times while it is sorted or sent: whatever is done with such, it is one at a time in this process. */
export const largeMails = new Semaphore()
