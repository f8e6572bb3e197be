const lf = 10
const gt = 0x3e
const quotedFrom = Buffer.from('>From ')
const plainFrom = Buffer.from('From ')

/** Where the run of `>` before `at` begins, if that is at the start of a line; -1 where it is not. */
function lineStart(bytes: Buffer, at: number): number {
  let start = at
  while (start > 0 && bytes[start - 1] === gt) start--
  return start === 0 || bytes[start - 1] === lf ? start : -1
}

/**
 * Takes one `>` off each line that begins with `From ` behind one (`mboxo`) or any number (`mboxrd`) of them, at or after `from`.
 * Always a copy.
 */
export function unquoteFrom(bytes: Buffer, quoting: 'mboxo' | 'mboxrd', from = 0): Buffer {
  const pieces: Buffer[] = []
  let kept = 0
  for (let at = bytes.indexOf(quotedFrom, from); at >= 0; at = bytes.indexOf(quotedFrom, at + 1)) {
    const start = lineStart(bytes, at)
    if (start < from || (quoting === 'mboxo' && start !== at)) continue
    pieces.push(bytes.subarray(kept, start))
    kept = start + 1
  }
  pieces.push(bytes.subarray(kept))
  return Buffer.concat(pieces)
}

/** Puts a `>` before each line that begins with `From `, behind any number of them: mboxrd, which can be undone. */
export function quoteFrom(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  let kept = 0
  for (let at = bytes.indexOf(plainFrom); at >= 0; at = bytes.indexOf(plainFrom, at + 1)) {
    const start = lineStart(bytes, at)
    if (start < 0) continue
    pieces.push(bytes.subarray(kept, start), Buffer.of(gt))
    kept = start
  }
  pieces.push(bytes.subarray(kept))
  return Buffer.concat(pieces)
}
