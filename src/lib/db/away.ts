/** The error of a connection that we gave up ourselves: class 08 of SQLSTATE, connection exception. */
export const lost = (message: string): Error => Object.assign(new Error(message), { code: '08006' })

// Classes of SQLSTATE that say nothing about what was asked: connection, resources, the operator's intervention (a bound on time is one).
const classes = ['08', '53', '57']
// A lock that did not come in time, and a transaction that was idle for too long.
const codes = ['55P03', '25P03', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH']
// pg gives these no code.
const sentences =
  /^(?:timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after)/

/** Is it that the database is away, stuck or full, whatever it was asked? Then the same may work later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof code === 'string')
    return codes.includes(code) || (code.length === 5 && classes.includes(code.slice(0, 2))) || (code === 'ENOENT' && syscall === 'connect')
  return sentences.test(error.message) || isAway(error.cause)
}

/** Is it that the database has no room left on its disk? */
export const isFull = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '53100'
