import { setTimeout as sleep } from 'node:timers/promises'

// 08: the connection broke; 57P01 to 57P05: the server ends, crashed, or is not ready yet; 53300: too many are connected.
const states = /^(08...|57P0[1235]|53300)$/
const sockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'])
const sentences =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Client was closed|^timeout expired$/

/** True where an error says that the connection to the database is gone, or its server is away for a while: the same may work soon. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', syscall } = error as NodeJS.ErrnoException
  // A server that is away has no socket in its folder.
  if (states.test(code) || sockets.has(code) || (code === 'ENOENT' && syscall === 'connect') || sentences.test(error.message)) return true
  return error instanceof AggregateError && error.errors.length > 0 && error.errors.every(isLost)
}

/** True where the same statement may well work a little later: nothing is wrong with itself. */
export function mayWorkLater(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException
  // Deadlocks, a lack of room, memory or locks, and what was cut off by a time limit.
  return isLost(error) || /^(40...|53...|55P03|57014|25P0[34])$/.test(code)
}

/** How long to wait before the next try: longer each time, five seconds at most, and not all at the same instant. */
export function backOff(failures: number): number {
  return Math.min(5_000, 125 * 2 ** failures) * (0.75 + Math.random() / 2)
}

/** Does what a start needs of the database, again for half a minute where that is away just then. */
export async function whenThere<T>(act: () => Promise<T>): Promise<T> {
  for (let failures = 0; failures < 10; failures++) {
    try {
      return await act()
    } catch (error) {
      if (!isLost(error)) throw error
      await sleep(backOff(failures))
    }
  }
  return act()
}
