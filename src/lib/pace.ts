import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Lets work that nobody looks at step back while somebody reads: thousands of mails that go out share a process, a database and two
 * processors with readers.
 */
export class Pace {
  #pages = 0
  #lastPage = Number.NEGATIVE_INFINITY
  #waiting: (() => void)[] = []
  #last: Promise<unknown> = Promise.resolve()
  readonly #longest: number
  readonly #reading: number

  /**
   * @param longest so many milliseconds a step waits at the most: mail goes out even where pages are asked for without a pause
   * @param reading so many milliseconds after a page somebody is taken to read on
   */
  constructor(longest = 20, reading = 500) {
    this.#longest = longest
    this.#reading = reading
  }

  /** Somebody asked for a page. What this answers is called when they have it. */
  enter(): () => void {
    this.#pages++
    let left = false
    return () => {
      if (left) return
      left = true
      this.#lastPage = performance.now()
      if (--this.#pages === 0) this.#wake()
    }
  }

  /** Resolves when nobody waits for a page, or after the longest wait. */
  turn(): Promise<void> {
    if (this.#pages === 0 && this.#waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#longest)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** One after another, so that a page that is asked for meanwhile waits for one step and not for all. */
  #wake(): void {
    if (this.#pages > 0) return
    this.#waiting.shift()?.()
    if (this.#waiting.length > 0) setImmediate(() => this.#wake())
  }

  /**
   * Does a piece of work. While somebody reads, one piece goes after another, with a rest as long as the piece after each: half of
   * everything is theirs.
   */
  share<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#watched()) return work()
    const piece = this.#last.then(async () => {
      const begun = performance.now()
      try {
        return await work()
      } finally {
        if (this.#watched()) await sleep(performance.now() - begun)
      }
    })
    this.#last = piece.catch(() => {})
    return piece
  }

  #watched(): boolean {
    return this.#pages > 0 || performance.now() - this.#lastPage < this.#reading
  }
}
