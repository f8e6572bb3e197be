import { ByteWindow } from './byte-window.ts'
import type { MailFault } from './mail-fault.ts'
import { unquoteFrom } from './mbox-quote.ts'
import { isMailHeader, mmdfMark } from './mbox-separator.ts'
import { type MboxSource, openSource, withLineFeeds } from './mbox-source.ts'
import { isMboxrd, Splitter, type Stretch } from './mbox-split.ts'

/** One message of a mailbox, or what stands there and is none. */
export interface MboxEntry {
  /** `stray`: bytes that are no mail; `oversized`: of `raw` only the beginning was kept. Both are for a person to look at. */
  kind: 'message' | 'stray' | 'oversized'
  /** Where the entry begins, its From line included, in the unpacked bytes. */
  offset: number
  /** Its bytes, From line and separating line included: all lengths together are the file, but for empty lines before the first entry. */
  length: number
  /** The From line, without line break; null where there is none. */
  envelopeLine: string | null
  /** The message as it was before it was put into the mailbox: `From ` lines unquoted, line ends and all else untouched. */
  raw: Buffer
  /** What was wrong, and was read all the same. */
  repairs: MailFault[]
}

/** How to read a mailbox. */
export interface MboxOptions {
  /** The source is one message: an .eml, or a file of a maildir. */
  single?: boolean
  /**
   * How `From ` at the start of a line was quoted. `mboxrd`, the default, takes one `>` off any number of them; that undoes what
   * qmail, public-inbox and Rapport wrote. `mboxo` takes off a single one only; that fits Mailman and pipermail, where several were in
   * the text before. In entries whose Content-Length is right (mboxcl2) nothing was quoted and all bytes are kept.
   */
  quoting?: 'mboxrd' | 'mboxo'
  /** Bytes of the largest message that is read whole. */
  maxMessage?: number
  /** Bytes that a gzip file may hold. */
  unpacked?: number
  /** Bytes from the beginning, unpacked, that are looked at; all by default. */
  head?: number
}

/**
 * Reads a mailbox message by message, in memory bounded by the largest: mboxo, mboxrd, mboxcl2, pipermail months, LISTSERV notebooks, MMDF,
 * old archives with empty lines between messages; LF, CRLF and CR; gzip. A From line counts if it has a date and a header follows, or if
 * Content-Length ends there. Whatever the bytes are, all of them are in some entry; it rejects only where they cannot be read.
 * @throws MboxError where a gzip file holds more than may be
 */
export async function* readMbox(source: MboxSource, options: MboxOptions = {}): AsyncGenerator<MboxEntry> {
  const { single = false, quoting = 'mboxrd', maxMessage = 64 << 20, unpacked, head = Number.POSITIVE_INFINITY } = options
  let damage: string | undefined
  const noteDamage = (reason: string) => {
    damage = reason
  }
  const chunks = headOf(openSource(source, noteDamage, unpacked), head)
  const window = new ByteWindow(single ? chunks : withLineFeeds(chunks))
  let entries = 0
  try {
    for await (const stretch of new Splitter(window, maxMessage).stretches(single)) {
      const entry = toEntry(stretch, single, quoting)
      if (stretch.last && damage) entry.repairs.push({ fault: 'damagedFile', why: damage })
      entries++
      yield entry
    }
  } finally {
    await window.close()
  }
  if (entries === 0 && damage) throw new Error(`The compressed file is damaged or cut short (${damage}).`)
}

async function* headOf(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left)
    left -= chunk.length
    if (left <= 0) return
  }
}

function toEntry(stretch: Stretch, single: boolean, quoting: 'mboxrd' | 'mboxo'): MboxEntry {
  const { begin, content, end, opened, bytes, exact } = stretch
  const whole = bytes.subarray(content - begin, exact === undefined ? undefined : exact - begin)
  const message = opened?.marker[0] === 1 ? withoutMark(whole) : whole
  const fromLine = opened?.marker.toString() === 'From '
  const oversized = bytes.length < end - begin
  const isMail = single || isMboxrd(bytes) || (message.length > 0 && (opened !== undefined || isMailHeader(headerOf(message))))
  return {
    kind: oversized ? 'oversized' : isMail ? 'message' : 'stray',
    offset: begin,
    length: end - begin,
    envelopeLine: fromLine ? withoutBreak(bytes.subarray(0, content - begin)).toString('latin1') : null,
    raw: fromLine ? unpack(message, isMboxrd(bytes), exact === undefined ? quoting : undefined) : Buffer.from(message),
    repairs: repairsOf(stretch, single, fromLine),
  }
}

/** The message without the line that MMDF writes behind it. */
function withoutMark(message: Buffer): Buffer {
  const mark = message.at(-1) === 10 ? mmdfMark : mmdfMark.subarray(0, 4)
  return message.subarray(-mark.length).equals(mark) ? message.subarray(0, -mark.length) : message
}

function repairsOf({ begin, end, opened, bytes, exact, unquoted, last }: Stretch, single: boolean, fromLine: boolean): MailFault[] {
  const cut = last && fromLine && exact === undefined && bytes.at(-1) !== 10
  return [
    ...(unquoted ? [{ fault: 'unquotedFrom' } as const] : []),
    ...(opened || single ? [] : [{ fault: 'noFromLine' } as const]),
    ...(bytes.length < end - begin ? [{ fault: 'partRead', bytes: end - begin, read: bytes.length } as const] : []),
    ...(cut ? [{ fault: 'cutLine' } as const] : []),
  ]
}

/** The message without the line break behind it, or the empty line that most writers put there, and unquoted. */
function unpack(message: Buffer, mboxrd: boolean, quoting: 'mboxrd' | 'mboxo' | undefined): Buffer {
  if (mboxrd) return unquoteFrom(message.at(-1) === 10 ? message.subarray(0, -1) : message, 'mboxrd')
  if (quoting === undefined) return Buffer.from(message)
  const tail = message.subarray(-3).toString('latin1')
  const bare = tail.endsWith('\n\n') || tail === '\n\r\n' ? withoutBreak(message) : message
  return unquoteFrom(bare, quoting, headerOf(message).length)
}

function withoutBreak(line: Buffer): Buffer {
  if (line.at(-1) !== 10) return line
  return line.subarray(0, line.at(-2) === 13 ? -2 : -1)
}

function headerOf(message: Buffer): string {
  const ends = ['\n\n', '\n\r\n'].map((empty) => message.indexOf(empty)).filter((at) => at >= 0)
  return message.subarray(0, Math.min(...ends, message.length)).toString('latin1')
}
