/**
 * Lets work that nobody looks at step back while somebody waits for a page: thousands of mails that go out share a process, and two
 * processors, with readers.
 */
export class Pace {
  #pages = 0
  #waiting: (() => void)[] = []
  readonly #longest: number

  /** @param longest so many milliseconds a step waits at the most: mail goes out even where pages are asked for without a pause */
  constructor(longest = 20) {
    this.#longest = longest
  }

  /** Somebody asked for a page. What this answers is called when she has it. */
  enter(): () => void {
    this.#pages++
    let left = false
    return () => {
      if (left) return
      left = true
      if (--this.#pages > 0) return
      const waiting = this.#waiting
      this.#waiting = []
      for (const go of waiting) go()
    }
  }

  /** Resolves when nobody waits for a page, or after the longest wait. */
  turn(): Promise<void> {
    if (this.#pages === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#longest)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}
