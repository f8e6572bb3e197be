import type { Db } from '../../lib/db/connect.ts'
import { type Arrival, keepMails } from '../mailroom/actions.ts'

interface Waiting {
  arrival: Arrival
  kept: () => void
  failed: (error: unknown) => void
}

const mostMails = 50
const mostBytes = 8 * 1024 * 1024

/**
 * Keeps arriving mails: those that come while others are being written and flushed go together in the next statement. One at a time:
 * two would each be half as full, and cost more than the wait that they save.
 */
export class Keeper {
  readonly #db: Db
  readonly #line: Waiting[] = []
  #writing = false

  constructor(db: Db) {
    this.#db = db
  }

  /** Resolves once the mail is committed, and only then; rejects where it is not. */
  keep(arrival: Arrival): Promise<void> {
    return new Promise((kept, failed) => {
      this.#line.push({ arrival, kept, failed })
      this.#next()
    })
  }

  #next(): void {
    if (this.#line.length > 0 && !this.#writing) void this.#writeAll(this.#take())
  }

  #take(): Waiting[] {
    let bytes = 0
    const end = this.#line.findIndex(({ arrival }, i) => {
      bytes += arrival.raw.length
      return i > 0 && (bytes > mostBytes || i >= mostMails)
    })
    return this.#line.splice(0, end < 0 ? this.#line.length : end)
  }

  async #writeAll(mails: Waiting[]): Promise<void> {
    this.#writing = true
    await this.#writeDown(mails)
    this.#writing = false
    this.#next()
  }

  async #writeDown(mails: Waiting[]): Promise<void> {
    try {
      await keepMails(
        this.#db,
        mails.map(({ arrival }) => arrival),
      )
      for (const mail of mails) mail.kept()
    } catch (error) {
      // Whatever it was must not cost the others their answer.
      if (mails.length === 1) mails[0]?.failed(error)
      else for (const mail of mails) await this.#writeDown([mail])
    }
  }
}
