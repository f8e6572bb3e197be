import type { SMTPServerDataStream } from 'smtp-server'
import { Answer } from './answer.ts'
import type { MailLimits } from './limits.ts'

type Limits = Pick<MailLimits, 'bytes' | 'bytesUnderWay' | 'waitMs' | 'aloneMs'>

/** A mail that is being read. */
interface Reading {
  chunks: Buffer[]
  kept: number
  refusal?: Answer
  /** Ends its waiting for room; true where there is some. */
  go?: (room: boolean) => void
}

const tooMuch = () => new Answer(452, '4.3.1 Too much mail at once; please try again')

/**
 * Reads mails to their end, within a budget that all connections share. A mail that does not fit is not read on: its sender's line fills
 * and it waits. One at a time may go beyond the budget, so that some mail always comes to its end; there are never more bytes than the
 * budget and one mail.
 */
export class MailReader {
  readonly #limits: Limits
  readonly #line: Reading[] = []
  #underWay = 0
  #most = 0
  #alone: { reading: Reading; timer: NodeJS.Timeout } | undefined

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Bytes of all mails now, and the most that there ever were. */
  get bytes(): { now: number; most: number } {
    return { now: this.#underWay, most: this.#most }
  }

  /**
   * All bytes of a mail, kept in the budget until `use` has ended.
   * What is too much is read to its end all the same and thrown away, so that the sender hears why.
   * @throws Answer 552 over the limit of one mail, 452 where no room came in time, 554 for a mail with a hidden end
   */
  async read<T>(stream: SMTPServerDataStream, use: (raw: Buffer) => Promise<T>): Promise<T> {
    const reading: Reading = { chunks: [], kept: 0 }
    let size = 0
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > this.#limits.bytes) reading.refusal = new Answer(552, `5.3.4 The mail is larger than ${this.#limits.bytes} bytes`)
        else if (!reading.refusal && !(await this.#room(reading, chunk.length))) reading.refusal ??= tooMuch()
        if (reading.refusal) this.#drop(reading)
        else this.#take(reading, chunk)
      }
      if (reading.refusal) throw reading.refusal
      const raw = Buffer.concat(reading.chunks)
      reading.chunks.length = 0
      if (hidesAnEnd(raw)) throw new Answer(554, '5.6.0 A line with nothing but a dot must begin and end with CRLF (RFC 5321 4.1.1.4)')
      return await use(raw)
    } finally {
      this.#drop(reading)
    }
  }

  #take(reading: Reading, chunk: Buffer): void {
    reading.chunks.push(chunk)
    reading.kept += chunk.length
    this.#underWay += chunk.length
    this.#most = Math.max(this.#most, this.#underWay)
  }

  #drop(reading: Reading): void {
    if (this.#alone?.reading === reading) {
      clearTimeout(this.#alone.timer)
      this.#alone = undefined
    }
    this.#underWay -= reading.kept
    reading.kept = 0
    reading.chunks.length = 0
    this.#next()
  }

  /** True at once where the bytes fit, or once they may come. */
  #room(reading: Reading, bytes: number): boolean | Promise<boolean> {
    if (this.#alone?.reading === reading || this.#underWay + bytes <= this.#limits.bytesUnderWay) return true
    if (!this.#alone) {
      this.#letAlone(reading)
      return true
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => reading.go?.(false), this.#limits.waitMs)
      timer.unref()
      reading.go = (room) => {
        clearTimeout(timer)
        reading.go = undefined
        this.#line.splice(this.#line.indexOf(reading), 1)
        resolve(room)
      }
      this.#line.push(reading)
    })
  }

  /** Lets the mail go beyond the budget; where others wait for it and it does not come, it loses its place. */
  #letAlone(reading: Reading): void {
    const timer = setTimeout(() => {
      if (this.#line.length === 0) return timer.refresh()
      reading.refusal = tooMuch()
      this.#drop(reading)
    }, this.#limits.aloneMs)
    timer.unref()
    this.#alone = { reading, timer }
  }

  /** One at a time: what room a mail takes is known only once it has read on, and each that ends calls the next. */
  #next(): void {
    const [first] = this.#line
    if (!first) return
    if (!this.#alone) this.#letAlone(first)
    else if (this.#underWay >= this.#limits.bytesUnderWay) return
    first.go?.(true)
  }
}

const cr = 13
const lf = 10
const dot = 46

/**
 * A dot on a line of its own, set off by a bare CR or LF: the end of the mail to a careless server that we hand it on to, which then takes
 * what follows for commands (CVE-2023-51764). No mail program writes it. Read where it lies: as text, a large mail would be there twice.
 */
function hidesAnEnd(raw: Buffer): boolean {
  for (let i = raw.indexOf(dot, 1); i >= 0; i = raw.indexOf(dot, i + 1)) {
    const [before, after] = [raw[i - 1], raw[i + 1]]
    if ((before !== cr && before !== lf) || (after !== cr && after !== lf)) continue
    const begins = before === lf && raw[i - 2] === cr
    const ends = after === cr && raw[i + 2] === lf
    if (!begins || !ends) return true
  }
  return false
}
