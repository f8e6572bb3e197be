import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

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

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Turns with what fills the memory: what is not needed any more is cleared away before and after each, not when there is time for it. */
class CleanTurns extends Turns {
  override async take(): Promise<() => void> {
    const leave = await super.take()
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
export const largePosts = new Turns()
