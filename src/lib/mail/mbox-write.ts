import { quoteFrom } from './mbox-quote.ts'
import { mboxrdSender } from './mbox-separator.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number) => String(n).padStart(2, '0')

/** As ctime(3) writes it, in UTC. */
function ctime(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2)
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${weekdays[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`
}

/** A message to write, with the time it came at. */
export interface Written {
  raw: Uint8Array
  date: Date
}

/**
 * One message as an entry of an mbox: an mboxrd From line, the bytes with `From ` quoted, one line feed. The line feed is always
 * added, so that `readMbox`, which always takes one off such an entry, gives back the very bytes, whatever they end with.
 */
export function mboxEntry({ raw, date }: Written): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  return Buffer.concat([Buffer.from(`${mboxrdSender}${ctime(date)}\n`), quoteFrom(bytes), Buffer.from('\n')])
}

/** Writes messages as an mbox, one at a time, for a file or an answer of any length. */
export async function* writeMbox(messages: Iterable<Written> | AsyncIterable<Written>): AsyncGenerator<Buffer> {
  for await (const message of messages) yield mboxEntry(message)
}
