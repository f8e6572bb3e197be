import type { SMTPServerDataStream } from 'smtp-server'
import { Answer } from './answer.ts'
import type { MailLimits } from './limits.ts'

/** Reads mails to their end, within a budget that all connections share. */
export class MailReader {
  readonly #limits: Pick<MailLimits, 'bytes' | 'bytesUnderWay'>
  #underWay = 0

  constructor(limits: Pick<MailLimits, 'bytes' | 'bytesUnderWay'>) {
    this.#limits = limits
  }

  /**
   * All bytes of a mail, kept in the budget until `use` has ended.
   * What is too much is read to its end all the same and thrown away, so that the sender hears why.
   * @throws Answer 552 over the limit of one mail, 452 over that of all, 554 for a mail with a hidden end
   */
  async read<T>(stream: SMTPServerDataStream, use: (raw: Buffer) => Promise<T>): Promise<T> {
    const { bytes, bytesUnderWay } = this.#limits
    const chunks: Buffer[] = []
    let size = 0
    let kept = 0
    let refusal: Answer | undefined
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > bytes) refusal = new Answer(552, `5.3.4 The mail is larger than ${bytes} bytes`)
        else if (this.#underWay + chunk.length > bytesUnderWay) refusal ??= new Answer(452, '4.3.1 Too much mail at once; please try again')
        if (refusal) {
          this.#underWay -= kept
          kept = 0
          chunks.length = 0
        } else {
          this.#underWay += chunk.length
          kept += chunk.length
          chunks.push(chunk)
        }
      }
      if (refusal) throw refusal
      const raw = Buffer.concat(chunks)
      if (hidesAnEnd(raw)) throw new Answer(554, '5.6.0 A line with nothing but a dot must begin and end with CRLF (RFC 5321 4.1.1.4)')
      return await use(raw)
    } finally {
      this.#underWay -= kept
    }
  }
}

/**
 * A dot on a line of its own, set off by a bare CR or LF: the end of the mail to a careless server that we hand it on to, which then takes
 * what follows for commands (CVE-2023-51764). No mail program writes it.
 */
const hidesAnEnd = (raw: Buffer): boolean => /(?<!\r)\n\.[\r\n]|\r\.[\r\n]|\n\.(?:\n|\r(?!\n))/.test(raw.toString('latin1'))
