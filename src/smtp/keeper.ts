import type { Write } from '../db/connect.ts'
import { type Arrival, keepMails } from '../inbound/actions.ts'

interface Waiting {
  arrival: Arrival
  kept: () => void
  failed: (error: unknown) => void
}

// While one transaction is being flushed to the disk the next one can be written.
const writers = 2
const mostMails = 50
const mostBytes = 8 * 1024 * 1024

/** Keeps arriving mails: those that come while others are being written go together in the next transaction. */
export class Keeper {
  readonly #write: Write
  readonly #line: Waiting[] = []
  #writing = 0

  constructor(write: Write) {
    this.#write = write
  }

  /** Resolves once the mail is committed, and only then; rejects where it is not. */
  keep(arrival: Arrival): Promise<void> {
    return new Promise((kept, failed) => {
      this.#line.push({ arrival, kept, failed })
      this.#next()
    })
  }

  #next(): void {
    while (this.#line.length > 0 && this.#writing < writers) void this.#writeDown(this.#take())
  }

  #take(): Waiting[] {
    let bytes = 0
    const end = this.#line.findIndex(({ arrival }, i) => {
      bytes += arrival.raw.length
      return i > 0 && (bytes > mostBytes || i >= mostMails)
    })
    return this.#line.splice(0, end < 0 ? this.#line.length : end)
  }

  async #writeDown(mails: Waiting[]): Promise<void> {
    this.#writing++
    try {
      await this.#write((tx) =>
        keepMails(
          tx,
          mails.map(({ arrival }) => arrival),
        ),
      )
      for (const mail of mails) mail.kept()
    } catch (error) {
      // Whatever it was must not cost the others their answer.
      if (mails.length === 1) mails[0]?.failed(error)
      else for (const mail of mails) await this.#writeDown([mail])
    } finally {
      this.#writing--
      this.#next()
    }
  }
}
