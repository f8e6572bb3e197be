import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

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

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Turns with what fills the memory: what is not needed any more is cleared away before and after each, not when there is time for it. */
class CleanTurns {
  readonly #turns = new Semaphore()

  /** Waits for one's turn; the function that it answers with ends it. */
  take = async (): Promise<() => void> => this.#clean(await this.#turns.take())

  /** A turn, where one is free at once. */
  takeIfFree(): (() => void) | undefined {
    const leave = this.#turns.takeIfFree()
    return leave && this.#clean(leave)
  }

  #clean(leave: () => void): () => void {
    collectGarbage()
    return () => {
      leave()
      // Once the caller has let go of it.
      setImmediate(collectGarbage)
    }
  }
}

/** A large mail is in memory several times while it is kept, sorted or composed: one at a time in this process. */
export const largeMails = new CleanTurns()

/** A large post stays in memory while it is sent, however slow the relay is: one at a time, and others are kept and sorted meanwhile. */
export const largePosts = new Semaphore()
