import { type Arrival, keepMails } from '../../archive/inbound-actions.ts'
import { isAway } from '../../lib/db/away.ts'
import type { Db } from '../../lib/db/rows.ts'
import { pluck } from '../../lib/pluck.ts'
import { largeMails } from '../../lib/semaphore.ts'
import { Answer } from './answer.ts'

interface Waiting {
  arrival: Arrival
  kept: () => void
  failed: (error: unknown) => void
}

const mostMails = 50
const mostBytes = 8 * 1024 * 1024
// What was packed on its way in is large, and goes alone.
const weightOf = ({ raw }: Arrival): number => (raw instanceof Uint8Array ? raw.length : mostBytes)

/**
 * Keeps arriving mails: those that come while others are being written and flushed go together in the next statement. One at a time:
 * two would each be half as full, and cost more than the wait that they save.
 *
 * A database that does not answer stops nobody for ever: each mail has its answer within a bound, and a statement that is beyond it no
 * longer keeps the next waiting. Such a statement may still be carried out. Then the mail is there, its sender was told to come again and
 * comes, and the second copy is filed under the first, as any with the same Message-ID and content; what is never so is a 250 without a
 * commit.
 */
export class Keeper {
  readonly #db: Db
  readonly #longestMs: number
  readonly #line: Waiting[] = []
  #writing = false

  constructor(db: Db, longestMs: number) {
    this.#db = db
    this.#longestMs = longestMs
  }

  /** Resolves once the mail is committed, and only then; rejects where it is not, or not in time. */
  keep(arrival: Arrival): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const at = this.#line.indexOf(waiting)
        if (at >= 0) this.#line.splice(at, 1)
        reject(new Answer(451, '4.3.0 The database does not answer; please try again'))
      }, this.#longestMs)
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          settle(value)
        }
      const waiting: Waiting = { arrival, kept: () => settled(resolve)(undefined), failed: settled(reject) }
      this.#line.push(waiting)
      this.#next()
    })
  }

  #next(): void {
    if (this.#line.length > 0 && !this.#writing) void this.#writeAll(this.#take())
  }

  #take(): Waiting[] {
    let bytes = 0
    const end = this.#line.findIndex(({ arrival }, i) => {
      bytes += weightOf(arrival)
      return i > 0 && (bytes > mostBytes || i >= mostMails)
    })
    return this.#line.splice(0, end < 0 ? this.#line.length : end)
  }

  async #writeAll(mails: Waiting[]): Promise<void> {
    this.#writing = true
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#longestMs)
    })
    await Promise.race([this.#writeDown(mails), late])
    clearTimeout(timer)
    this.#writing = false
    this.#next()
  }

  async #writeDown(mails: Waiting[]): Promise<void> {
    const leave = mails.some(({ arrival }) => !(arrival.raw instanceof Uint8Array)) ? await largeMails.take() : () => {}
    try {
      await keepMails(this.#db, pluck(mails, 'arrival'))
      for (const mail of mails) mail.kept()
    } catch (error) {
      // A database that is away is so for each of them, and asking it once for each would take as many times as long. Whatever else it
      // was must not cost the others their answer.
      if (mails.length === 1 || isAway(error)) for (const mail of mails) mail.failed(error)
      else for (const mail of mails) await this.#writeDown([mail])
    } finally {
      leave()
    }
  }
}
