import type { SMTPServerDataStream } from 'smtp-server'
import type { RawMail } from '../../archive/actions.ts'
import { Answer } from './answer.ts'
import { hidesAnEnd } from './end-watch.ts'
import type { MailLimits } from './limits.ts'
import { Packer } from './packer.ts'

type Limits = Pick<MailLimits, 'bytes' | 'bytesUnderWay' | 'waitMs' | 'aloneMs'>

/** A mail that is being read. */
interface Reading {
  chunks: Buffer[]
  /** Has what was read of a large mail, in place of the chunks. */
  packer?: Packer
  kept: number
  refusal?: Answer
  /** Ends its waiting for room; true where there is some. */
  go?: (room: boolean) => void
}

const byteOrderMark = Buffer.from('\ufeff')
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
   * All bytes of a mail, those of a large one packed, kept in the budget until `use` has ended.
   * @param trace goes on top of it, in place of the mark that a file in UTF-8 may begin with
   * What is too much is read to its end all the same and thrown away, so that the sender hears why.
   * @throws Answer 552 over the limit of one mail, 452 where no room came in time, 554 for a mail with a hidden end
   */
  async read<T>(stream: SMTPServerDataStream, trace: Buffer, use: (raw: Buffer | RawMail) => Promise<T>): Promise<T> {
    const reading: Reading = { chunks: [trace], kept: 0 }
    let size = 0
    try {
      this.#hold(reading, trace.length)
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        const chunk = size === 0 && bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes
        size += bytes.length
        if (size > this.#limits.bytes) reading.refusal = new Answer(552, `5.3.4 The mail is larger than ${this.#limits.bytes} bytes`)
        else if (!reading.refusal && !(await this.#room(reading, chunk.length))) reading.refusal ??= tooMuch()
        if (reading.refusal) this.#drop(reading)
        else await this.#take(reading, chunk)
      }
      if (reading.refusal) throw reading.refusal
      const { mail, hides } = await wholeOf(reading)
      if (hides) throw new Answer(554, '5.6.0 A line with nothing but a dot must begin and end with CRLF (RFC 5321 4.1.1.4)')
      return await use(mail)
    } finally {
      this.#drop(reading)
    }
  }

  async #take(reading: Reading, chunk: Buffer): Promise<void> {
    this.#hold(reading, reading.kept + chunk.length)
    if (!reading.packer) reading.chunks.push(chunk)
    if (reading.kept < largeMail && !reading.packer) return
    reading.packer ??= new Packer()
    const { packer } = reading
    const chunks = reading.chunks.length > 0 ? reading.chunks.splice(0) : [chunk]
    try {
      for (const piece of chunks) await packer.write(piece)
      if (!reading.refusal) this.#hold(reading, packer.held)
    } catch (error) {
      // Dropped meanwhile: its sender hears why.
      if (!reading.refusal) throw error
    }
  }

  #hold(reading: Reading, bytes: number): void {
    this.#underWay += bytes - reading.kept
    reading.kept = bytes
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
    reading.packer?.drop()
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

// Smaller ones are packed many at a time, in less time; and each that packs has some megabytes of its own for it.
const largeMail = 4 * 1024 * 1024

async function wholeOf({ chunks, packer }: Reading): Promise<{ mail: Buffer | RawMail; hides: boolean }> {
  if (packer) {
    const { mail, hidesAnEnd: hides } = await packer.end()
    return { mail, hides }
  }
  const mail = Buffer.concat(chunks)
  chunks.length = 0
  return { mail, hides: hidesAnEnd(mail) }
}
