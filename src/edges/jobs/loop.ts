import type { Logger } from 'pino'

/** Work that is repeated while there is some, and looked for again when woken or after a second. */
export interface Loop {
  wake(): void
  /** Ends after the step that runs. */
  stop(): Promise<void>
}

const pause = 1_000
const afterError = 5_000

/**
 * Repeats a step.
 * @param step answers with how much it did; nothing means wait
 */
export function startLoop(name: string, log: Logger, step: () => Promise<number>): Loop {
  let stopped = false
  let wanted = false
  let waken = (): void => {}
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      if (wanted || stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      waken = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async () => {
    while (!stopped) {
      wanted = false
      try {
        if ((await step()) === 0) await sleep(pause)
      } catch (error) {
        log.error({ err: error, loop: name }, 'a step failed; trying again soon')
        await sleep(afterError)
      }
    }
  }
  const done = run()
  const wake = () => {
    wanted = true
    waken()
  }
  return {
    wake,
    stop() {
      stopped = true
      wake()
      return done
    },
  }
}
