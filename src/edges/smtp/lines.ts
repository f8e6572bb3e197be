import { SMTPStream } from 'smtp-server/lib/smtp-stream'

const [cr, lf] = [13, 10]

/** Where a LF stands without a CR before it, or -1. */
function bareLf(bytes: Buffer, before: string): number {
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1))
    if (at > 0 ? bytes[at - 1] !== cr : !before.endsWith('\r')) return at
  return -1
}

/**
 * The library's reader of commands, which ends them at a bare LF, too. This one says so, as RFC 5321 §2.3.8 leaves no room for it. What is
 * read as a mail is not looked at.
 */
export class CommandLines extends SMTPStream {
  /** Did the command that is handed on just now end with a bare LF? */
  endsBare = false

  override _write(...[chunk, encoding, next]: Parameters<SMTPStream['_write']>): void {
    const at = this._dataMode || this.isClosed ? -1 : bareLf(chunk, this._remainder)
    if (at < 0) {
      super._write(chunk, encoding, next)
      return
    }
    // First what stands before its line: the end of a DATA may be among it, and then a mail goes on here.
    const begins = at === 0 ? 0 : chunk.lastIndexOf(lf, at - 1) + 1
    const go = (bytes: Buffer, then: () => void) => super._write(bytes, encoding, (error) => (error ? next(error) : then()))
    go(chunk.subarray(0, begins), () => {
      if (this._dataMode) {
        this._write(chunk.subarray(begins), encoding, next)
        return
      }
      this.endsBare = true
      go(chunk.subarray(begins, at + 1), () => {
        this.endsBare = false
        this._write(chunk.subarray(at + 1), encoding, next)
      })
    })
  }
}
