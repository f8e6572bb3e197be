import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pruneLogs, saysFull } from './embedded-cluster.ts'
import type { FolderLock, Log } from './embedded-lock.ts'
import { alive, sendSignal, stopPostmaster } from './embedded-postmaster.ts'
import { removeShortcut, touchShortcut } from './embedded-socket.ts'
import { noteRecovery } from './recoveries.ts'

export interface Kept {
  dataFolder: string
  cluster: string
  pid: number
  lock: FolderLock
  log: Log
  /** Starts the server that has ended once more; throws where it cannot. */
  again(): Promise<number>
}

const step = 250
/** Milliseconds before it is started again, by how often it has ended within the last minute. */
const pauses = [0, 0, 250, 500, 1_000, 2_000]
// A start that fails that often, with ever longer pauses, needs somebody. A full disk needs room alone, however long that takes.
const mostFailures = 6
const longestPause = 5_000
const stepsPerMinute = 60_000 / step

/** Keeps the server running as long as this process wants it, and ends it with this process. */
export function keep({ dataFolder, cluster, pid: first, lock, log, again }: Kept): { ended: Promise<void>; stop(): Promise<void> } {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  let pid = first
  let deaths: number[] = []
  let stopping = false
  let mending: Promise<boolean> | undefined
  let steps = 0
  // What does not stop in order ends at once: asked politely, a server that just recovers from a crash may hang.
  const onExit = () => sendSignal(pid, 'SIGQUIT')

  /** False where it cannot be started any more. */
  const mend = async (): Promise<boolean> => {
    log.error(`PostgreSQL (process ${pid}) ended by itself and is started again; its log is in ${join(cluster, 'log')}.`)
    noteRecovery('server')
    const now = performance.now()
    deaths = [...deaths.filter((at) => at > now - 60_000), now]
    await sleep(pauses[Math.min(deaths.length, pauses.length) - 1])
    for (let [tries, failures] = [0, 0]; failures < mostFailures && !stopping; tries++) {
      try {
        pid = await again()
        return true
      } catch (error) {
        const { message } = error as Error
        log.error(`PostgreSQL could not be started again: ${message}`)
        if (!saysFull(message)) failures++
        await sleep(Math.min(longestPause, 500 * 2 ** tries))
      }
    }
    return stopping
  }

  const look = async () => {
    if (mending || stopping) return
    if (!alive(pid)) {
      mending = mend()
      const mended = await mending
      mending = undefined
      if (mended) return
      clearInterval(timer)
      log.error(`PostgreSQL in ${cluster} does not stay up; its log is in ${join(cluster, 'log')}.`)
      end()
    } else if (++steps % stepsPerMinute === 0) {
      pruneLogs(cluster)
      touchShortcut(dataFolder)
    }
  }
  const timer = setInterval(() => void look(), step).unref()
  process.on('exit', onExit)

  const stop = async () => {
    stopping = true
    clearInterval(timer)
    await mending
    await stopPostmaster(cluster, pid, log)
    process.off('exit', onExit)
    removeShortcut(dataFolder)
    lock.release()
    log.info('PostgreSQL has stopped.')
  }
  let stopped: Promise<void> | undefined
  return {
    ended,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
