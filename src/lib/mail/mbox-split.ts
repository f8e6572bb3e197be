import type { ByteWindow } from './byte-window.ts'
import { lineAt, mboxrdSender, type Separator, separatorsFor } from './mbox-separator.ts'

/** A stretch of a mailbox: offsets of where it begins, where its message does, and where it ends. */
export interface Stretch {
  begin: number
  content: number
  end: number
  /** The line before the message; undefined where there is none. */
  opened: Separator | undefined
  /** Where the message ends by its own Content-Length; undefined where that is missing or wrong. */
  exact: number | undefined
  /** The bytes from `begin`, as far as they are held; a view, good until the next stretch is asked for. */
  bytes: Buffer
  /** A line of the text looked as if it began another message. */
  unquoted: boolean
  /** The file ends here. */
  last: boolean
}

interface End {
  end: number
  next: Separator | undefined
  exact?: number
}

// How far one looks for a header's end, and behind a line that may separate.
const headerSize = 1 << 18
const lookahead = 1 << 12
const lineFeed = Buffer.of(10)

/** Finds where the messages of a mailbox begin and end. Bytes beyond `max` of a message are passed over, not held. */
export class Splitter {
  private readonly window: ByteWindow
  private readonly max: number
  private separators: { separator: Separator; needle: Buffer }[] = []
  private begin = 0
  private head: Buffer | undefined
  private unquoted = false

  constructor(window: ByteWindow, max: number) {
    this.window = window
    this.max = max
  }

  /** The stretches in their order; with `single`, all is one. Empty lines before the first are left out. */
  async *stretches(single: boolean): AsyncGenerator<Stretch> {
    this.begin = single ? 0 : await this.firstLine()
    if (!(await this.window.reach(this.begin + 1, this.begin))) return
    await this.window.reach(this.begin + lookahead, this.begin)
    const separators = single ? [] : separatorsFor(lineAt(this.window, this.begin)?.line ?? '')
    this.separators = separators.map((separator) => ({ separator, needle: Buffer.concat([lineFeed, separator.marker]) }))
    let opened = await this.separatorAt(this.begin)
    for (;;) {
      this.head = undefined
      this.unquoted = false
      const content = opened?.apart ? (lineAt(this.window, this.begin)?.next ?? this.begin) : this.begin
      const { end, next, exact } = (await this.byContentLength(content)) ?? (await this.byNextSeparator(content))
      const bytes = (this.head ?? this.window.slice(this.begin, end)).subarray(0, end - this.begin)
      yield { begin: this.begin, content, end, opened, exact, bytes, unquoted: this.unquoted, last: !next }
      if (!next) return
      this.begin = end
      opened = next
    }
  }

  private async firstLine(): Promise<number> {
    for (let at = 0; ; at++) {
      if (!(await this.window.reach(at + 1, at))) return at
      const byte = this.window.slice(at, at + 1)[0]
      if (byte !== 10 && byte !== 13) return at
    }
  }

  /** Reads on. What is held already stays, unless the message is too large to hold. */
  private fill(position: number): Promise<boolean> {
    if (!this.head && this.window.end - this.begin > this.max) this.head = Buffer.from(this.window.slice(this.begin, this.begin + this.max))
    return this.window.fill(this.head ? Math.max(this.begin, position - 8) : this.begin)
  }

  /** What separates at `at`, if anything does. */
  private async separatorAt(at: number): Promise<Separator | undefined> {
    for (const { separator } of this.separators) {
      if (!this.window.slice(at, at + separator.marker.length).equals(separator.marker)) continue
      let verdict = separator.judge(this.window, at, this.begin)
      while (verdict === 'more') {
        await this.fill(at)
        verdict = separator.judge(this.window, at, this.begin)
      }
      if (verdict === 'yes') return separator
      if (separator.marker.equals(fromMarker)) this.unquoted = true
    }
    return undefined
  }

  private async byNextSeparator(content: number): Promise<End> {
    // From the break of the line before: an entry may have no content.
    let from = Math.max(this.begin, content - 1)
    for (;;) {
      const found = this.separators.map(({ needle }) => this.window.indexOf(needle, from)).filter((at) => at >= 0)
      if (found.length > 0) {
        from = Math.min(...found) + 1
        const next = await this.separatorAt(from)
        if (next) return { end: from, next }
        continue
      }
      // A separator may lie across the end of what was read.
      from = Math.max(from, this.window.end - 64)
      if (!(await this.fill(from))) return { end: this.window.end, next: undefined }
    }
  }

  /** The end that Content-Length names, if a From line or the end of the file is there, and at most an empty line between. */
  private async byContentLength(content: number): Promise<End | undefined> {
    if (this.separators.length === 0 || isMboxrd(this.window.slice(this.begin, content))) return undefined
    const body = await this.bodyStart(content)
    if (this.head) return undefined
    const header = this.window.slice(content, body).toString('latin1')
    const length = Number(/^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(header)?.[1] ?? Number.NaN)
    if (!(length <= this.max)) return undefined
    const exact = body + length
    if (!(await this.window.reach(exact, this.begin))) return undefined
    await this.window.reach(exact + lookahead, this.begin)
    const gap = /^\r?\n/.exec(this.window.slice(exact, exact + 2).toString('latin1'))?.[0].length ?? 0
    for (const end of new Set([exact, exact + gap])) {
      if (end === this.window.end && this.window.ended) return { end, next: undefined, exact }
      const startsLine = this.window.slice(end - 1, end).equals(lineFeed)
      const next = startsLine ? await this.separatorAt(end) : undefined
      if (next) return { end, next, exact }
    }
    return undefined
  }

  private async bodyStart(content: number): Promise<number> {
    // Line by line: a search for the empty line itself would run through all that was read ahead.
    let line = Math.max(this.begin, content - 1)
    for (;;) {
      const at = this.window.indexOf(10, line)
      const after = at < 0 ? '' : this.window.slice(at + 1, at + 3).toString('latin1')
      if (after.startsWith('\n')) return at + 2
      if (after === '\r\n') return at + 3
      if (after.length === 2) line = at + 1
      else if (this.window.end - content > headerSize || !(await this.fill(content))) return this.window.end
    }
  }
}

const fromMarker = Buffer.from('From ')

/** Whether an entry's first line says that it is true mboxrd. */
export const isMboxrd = (entry: Buffer): boolean => entry.subarray(0, mboxrdSender.length).toString('latin1') === mboxrdSender
