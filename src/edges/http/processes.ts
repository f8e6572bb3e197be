import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Logger } from 'pino'
import { noteRecovery } from '../../lib/db/recoveries.ts'

/** By this, with the port, a process knows that it serves pages beside the one that started it, and ends with it. */
export const besides = '--beside'

// One that cannot start is tried again, but not without end in the same second.
const pause = 1_000

/**
 * Starts more processes that serve pages at the same port; the system hands each new connection to one of them. One that ends is started
 * again.
 */
export function serveBeside(count: number, port: number, log: Logger): { close(): Promise<void> } {
  const running = new Set<ChildProcess>()
  let closing = false
  const begin = (): void => {
    if (closing) return
    let child: ChildProcess | undefined
    const over = (how: object): void => {
      if (child) running.delete(child)
      if (closing) return
      noteRecovery('process')
      log.error(how, 'a process for pages ended; another one is started')
      setTimeout(begin, pause).unref()
    }
    try {
      child = fork(process.argv[1] as string, ['serve', '--roles', 'web', besides, String(port)])
    } catch (err) {
      // Too little memory is thrown, and told nowhere else: this process, which serves pages, goes on without.
      over({ err })
      return
    }
    running.add(child)
    // One that did not even start has no end to be told of.
    child.on('error', (err) => child?.pid === undefined && over({ err }))
    child.once('exit', (code, signal) => over({ code, signal }))
  }
  for (let at = 0; at < count; at++) begin()
  return {
    async close() {
      closing = true
      await Promise.all(
        [...running].map(async (child) => {
          const ended = once(child, 'exit')
          // It ends in order once the line is cut, as it does where this process is gone.
          if (child.connected) child.disconnect()
          await ended
        }),
      )
    },
  }
}
