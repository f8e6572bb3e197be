import { setTimeout as sleep } from 'node:timers/promises'

// 08: the connection broke; 57P01 to 57P05: the server ends, crashed, or is not ready yet; 53300: too many are connected; 25006: it has
// become a replica and takes no writes.
const lostStates = /^(08...|57P0[1235]|53300|25006)$/
const sockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'])
// pg gives these no code.
const lostSentences =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|timeout expired$)/
// Resources (53), the operator's intervention (57; a bound on time is one), a lock that did not come, a transaction idle for too long; and the
// storage of large files, which is a part of what is kept.
const awayStates = /^(53...|57...|55P03|25P03|STORE_AWAY)$/
const awaySentence = /^Cannot use a pool after/

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** The error of a connection that we gave up ourselves: class 08 of SQLSTATE, connection exception. */
export const lost = (message: string): Error => Object.assign(new Error(message), { code: '08006' })

/** Is the connection to the database gone, or its server away for a while? The same may work soon. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  // A server that is away has no socket in its folder.
  const noSocket = code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect'
  if (lostStates.test(code) || sockets.has(code) || noSocket || lostSentences.test(error.message)) return true
  return error instanceof AggregateError && error.errors.length > 0 && error.errors.every(isLost)
}

/**
 * Did the connection end without a word while it was asked? Only that of a server process that crashed does: all others are told why they
 * end (57P02), or notice it only as they ask again.
 */
export const endedSilently = (error: unknown): boolean => (error as { silent?: unknown } | null)?.silent === true

/** Is the database lost, stuck or full, whatever it was asked? It says nothing about what was asked. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return isLost(error) || awayStates.test(codeOf(error)) || awaySentence.test(error.message) || isAway(error.cause)
}

/** Has the database no room left on its disk? */
export const isFull = (error: unknown): boolean => codeOf(error) === '53100'

/** May the same statement work a little later? The database is away, or a transaction was rolled back (40) or took too long (25P04). */
export const mayWorkLater = (error: unknown): boolean => isAway(error) || /^(40...|25P04)$/.test(codeOf(error))

/** How long to wait before the next try: longer each time, five seconds at most, and not all at the same instant. */
export const backOff = (failures: number): number => Math.min(5_000, 125 * 2 ** failures) * (0.75 + Math.random() / 2)

/** Does what a start needs of the database, again for half a minute where that is lost just then. */
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
