// Frequent statements are prepared (decision 31): parsing them, and planning them anew, is most of what a page costs the server. Each
// prepared statement takes memory on the server in each connection, some 90 kB, so only the most frequent ones are.
const usesBefore = 8
const perConnection = 200
/** A connection gives up what it was not asked for during so many statements; what it is asked for more often keeps its place. */
const patience = 500
const known = 4_000
const longest = 20_000
// The best plan of a search depends on the word: a plan for any word reads too much for most. (A pattern within the statement itself is
// always the same.) And no plan for any value fits an upsert whose constraint is a partial index: its condition has to be known.
const unfit = /@@|\bi?like\b(?! ')|<->|similarity|\bon conflict\b/i

/** What a statement begins with whose plan is the same whatever is looked for, though it is one of those. */
export const fitsAny = '/* any values */'

const uses = new Map<string, number>()
const names = new Map<string, string>()
let generation = 0
let given = 0
let missed = 0

/** How this process names statements, for a connection that counts those it has. */
export class Prepared {
  /** Which one was asked for as which of all, the longest unasked for first. */
  readonly #had = new Map<string, number>()
  readonly #giveUp: (name: string) => boolean
  #asked = 0

  /** @param giveUp takes a statement from this connection; false where that cannot be done just now */
  constructor(giveUp: (name: string) => boolean) {
    this.#giveUp = giveUp
  }

  /**
   * The name under which this connection has a statement prepared.
   * @param text the statement, with its parameters as `$1`
   * @returns undefined where it is asked too seldom, suits no plan for all values, or the connection has enough
   */
  nameOf(text: string): string | undefined {
    if (missed > 3) return undefined
    this.#asked++
    const name = names.get(text) ?? named(text)
    if (name === undefined || !(this.#had.delete(name) || this.#hasRoom())) return undefined
    this.#had.set(name, this.#asked)
    return name
  }

  /** Names of before a change are asked for no more, and go first. */
  #hasRoom(): boolean {
    if (this.#had.size < perConnection) return true
    const [oldest] = this.#had
    if (oldest === undefined || this.#asked - oldest[1] < patience || !this.#giveUp(oldest[0])) return false
    return this.#had.delete(oldest[0])
  }
}

function named(text: string): string | undefined {
  if (text.length > longest) return undefined
  const count = (uses.get(text) ?? 0) + 1
  if (count < usesBefore) {
    // What was asked once and long ago makes room.
    if (uses.size >= known && !uses.has(text)) uses.clear()
    uses.set(text, count)
    return undefined
  }
  uses.delete(text)
  if (names.size >= known || (unfit.test(text) && !text.startsWith(fitsAny))) return undefined
  const name = `r${generation}_${given++}`
  names.set(text, name)
  return name
}

/**
 * Did a statement fail for being prepared, and not for what it asks? Its table got a column since (0A000), or a pooler between gave the
 * connection another server that has not prepared it (26000) or has it already (42P05). It works when it is asked again; behind such a
 * pooler nothing is prepared after the fourth time.
 */
export function failedPrepared(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  const stale = code === '0A000' && message?.startsWith('cached plan must not change') === true
  const unknown = code === '26000' || code === '42P05'
  if (!stale && !unknown) return false
  if (unknown) missed++
  // Under new names all are prepared anew.
  generation++
  names.clear()
  return true
}
