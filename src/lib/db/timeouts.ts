/**
 * What a connection is for, and so how long it may take: `web` answers a person, `mail` a mail server, `health` a monitor; `work` runs
 * jobs; `long` imports, exports, backs up and migrates, and is never cut off while the server lives.
 */
export type Purpose = 'web' | 'mail' | 'health' | 'work' | 'long'

/** Times in milliseconds; 0: without a bound. The numbers stand in docs/operators/configuration.md. */
export interface Timeouts {
  /** For a connection to be made. */
  connect: number
  /** For a free connection of the pool. */
  turn: number
  /** What the server bounds itself: one statement, the wait for a lock, a transaction in which nothing is asked. */
  statement: number
  lock: number
  idle: number
  /** How long the server may be silent while it owes an answer: a frozen one keeps none of its own bounds. */
  silent: number
  /** After that: `cut` the connection, or `ask` another one whether the server is still at it. */
  silence: 'cut' | 'ask'
}

const second = 1_000
const minute = 60 * second

// Of the web: turn and statement together stay below ten seconds, the time in which a page or the reason why there is none is shown.
export const timeouts: Record<Purpose, Timeouts> = {
  web: {
    connect: 3 * second,
    turn: 3 * second,
    statement: 6 * second,
    lock: 3 * second,
    idle: minute,
    silent: 6.5 * second,
    silence: 'cut',
  },
  mail: {
    connect: 5 * second,
    turn: 5 * second,
    statement: 20 * second,
    lock: 10 * second,
    idle: minute,
    silent: 22 * second,
    silence: 'cut',
  },
  health: {
    connect: 2 * second,
    turn: 2 * second,
    statement: 4 * second,
    lock: second,
    idle: 10 * second,
    silent: 5 * second,
    silence: 'cut',
  },
  work: { connect: 10 * second, turn: 0, statement: 0, lock: 5 * minute, idle: 60 * minute, silent: 15 * second, silence: 'ask' },
  long: { connect: 10 * second, turn: 0, statement: 0, lock: 0, idle: 0, silent: 30 * second, silence: 'ask' },
}

/** As PostgreSQL takes them when a connection begins. */
export const serverOptions = ({ statement, lock, idle }: Timeouts): string =>
  Object.entries({ statement_timeout: statement, lock_timeout: lock, idle_in_transaction_session_timeout: idle })
    .filter(([, ms]) => ms > 0)
    .map(([name, ms]) => `-c ${name}=${ms}`)
    .join(' ')
