import type { Logger } from 'pino'
import { backOff, isLost } from '../../lib/db/away.ts'
import { noteRecovery } from '../../lib/db/recoveries.ts'

/** Work that is repeated while there is some, and looked for again when woken or after a second. */
export interface Loop {
  wake(): void
  /** Ends after the step that runs. */
  stop(): Promise<void>
}

const pause = 1_000

/**
 * Repeats a step. One that fails is tried again, later each time; what wakes the loop meanwhile does not hurry it.
 * @param step answers with how much it did; nothing means wait
 */
export function startLoop(name: string, log: Logger, step: () => Promise<number>): Loop {
  let stopped = false
  let wanted = false
  let waken = (): void => {}
  let end = (): void => {}
  const rest = (ms: number, keep: (resolve: () => void) => void) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      keep(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  const idle = async () => {
    if (!wanted && !stopped) await rest(pause, (resolve) => (waken = resolve))
  }
  const recover = async (error: unknown, failures: number) => {
    noteRecovery('loop')
    if (isLost(error)) log.warn({ err: error, loop: name }, 'the database is away; trying again soon')
    else log.error({ err: error, loop: name }, 'a step failed; trying again soon')
    if (!stopped) await rest(backOff(failures), (resolve) => (end = resolve))
  }
  const run = async () => {
    let failures = 0
    while (!stopped) {
      wanted = false
      try {
        const did = await step()
        failures = 0
        if (did === 0) await idle()
      } catch (error) {
        await recover(error, failures++)
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
      end()
      return done
    },
  }
}
