/** What was seen of a replica. */
export interface Sighting {
  /** Looks in a row at which it kept up. */
  good: number
  used: boolean
  /** Seconds. */
  lag?: number
}

/** What a server said: whether it follows another one, and how far it is in the log. */
interface Said {
  closed: boolean
  at: string
}

/** A replica further behind is left. */
const most = 5_000
/** So often it has kept up before it is read from again: one that comes and goes would take readers back and forth. */
const often = 3
const kept = 120

/** A place in the write-ahead log, `16/B374D848`, as a number. */
export function placeOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

/**
 * Where the primary's log was when. A replica that has what the primary had a second ago lags a second at most, however long ago anything
 * was written: its own clock says nothing of a primary at rest, and nothing at all where the clocks differ.
 */
export class Position {
  readonly #places: { place: bigint; at: number }[] = []

  /** @param at milliseconds, before the primary was asked */
  note(lsn: string, at: number): void {
    this.#places.push({ place: placeOf(lsn), at })
    if (this.#places.length > kept) this.#places.shift()
  }

  /** Milliseconds at most that a server lags which is so far in the log; undefined where the primary was never asked. */
  lagOf(lsn: string, now: number): number | undefined {
    const place = placeOf(lsn)
    const latest = this.#places.at(-1)
    if (!latest) return undefined
    if (place >= latest.place) return 0
    const reached = this.#places.findLast((one) => one.place <= place) ?? this.#places[0]
    return now - (reached?.at ?? now)
  }

  /**
   * What is to be thought of a replica.
   * @param said undefined or an error where it did not answer
   * @param measured whether the primary answered: while it is away, what was read from before is read on, for a page of before is better than none
   */
  judge(before: Sighting, said: Said | Error, now: number, measured: boolean): Sighting {
    if (said instanceof Error) return { good: 0, used: false }
    if (!measured) return before
    // One that takes writes is no replica: a failover made it the primary, or left it behind.
    if (!said.closed) return { good: 0, used: false }
    const lag = this.lagOf(said.at, now)
    if (lag === undefined || lag > most) return { good: 0, used: false, ...(lag === undefined ? {} : { lag: lag / 1_000 }) }
    const good = before.good + 1
    return { good, used: before.used || good >= often, lag: lag / 1_000 }
  }
}
