/** Beyond this a header is no letter any more; readers of headers take quadratic time on such. Real ones stay below 64 kB. */
const MAX_HEADER_BYTES = 512 * 1024
const MAX_HEADER_LINES = 10_000

/** A message cut at the first empty line. `header` holds one character per byte (latin1), with the line end of its last field. */
export interface SplitMessage {
  header: string
  body: Uint8Array
}

/** Cuts a message in header and body; a message without an empty line is all header. */
export function splitMessage(raw: Uint8Array): SplitMessage {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (bytes[0] === 0x0a) return { header: '', body: bytes.subarray(1) }
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return { header: '', body: bytes.subarray(2) }
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    const gap = bytes[at + 1] === 0x0a ? 1 : bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a ? 2 : 0
    if (gap) return { header: bytes.toString('latin1', 0, at + 1), body: bytes.subarray(at + 1 + gap) }
  }
  return { header: bytes.toString('latin1'), body: bytes.subarray(bytes.length) }
}

/** One field as it stands in the block: `name` in lower case, `line` with its folds, without the last line end. */
export interface RawField {
  name: string
  line: string
}

/** The fields of a header block, top first (RFC 5322 §2.2). A line that is no field belongs to the one above it. */
export function fieldsOf(header: string): RawField[] {
  const fields: RawField[] = []
  let lines: string[] = []
  const close = () => {
    const [first] = lines
    if (first !== undefined) fields.push({ name: first.slice(0, first.indexOf(':')).trimEnd().toLowerCase(), line: lines.join('\r\n') })
  }
  for (const line of header.replace(/\r?\n$/, '').split(/\r?\n/)) {
    if (!/^[!-9;-~]+[ \t]*:/.test(line)) {
      if (lines.length > 0) lines.push(line)
      continue
    }
    close()
    lines = [line]
  }
  close()
  return fields
}

/** Why this header is not evaluated, or undefined. */
export function whyNotReadHeader(header: string): string | undefined {
  if (header.length > MAX_HEADER_BYTES) return `header of more than ${MAX_HEADER_BYTES / 1024} kB`
  let lines = 0
  for (let at = header.indexOf('\n'); at >= 0; at = header.indexOf('\n', at + 1)) lines++
  if (lines > MAX_HEADER_LINES) return `header of more than ${MAX_HEADER_LINES} lines`
}

/** A line of a header that is no field, or a name of one, is never longer; verifiers take quadratic time on such. */
const MAX_NAME = 998
const longName = new RegExp(`^[^:\\r\\n]{${MAX_NAME + 1}}`, 'm')

/**
 * The message as a verifier reads it: with every line ended by CRLF.
 * @throws Error where its header has a line that is no field and too long to be anything
 */
export function toVerify(raw: Uint8Array): Buffer {
  const message = withCrlf(raw)
  const { header } = splitMessage(message)
  const refusal = whyNotReadHeader(header)
  if (refusal) throw new Error(refusal)
  if (longName.test(header)) throw new Error(`header line of more than ${MAX_NAME} characters without a colon`)
  return message
}

/** The message with every line ended by CRLF, as it is on the wire; the same bytes where it is so already. */
export function withCrlf(raw: Uint8Array): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const bare = countBare(bytes)
  if (bare === 0) return bytes
  const mended = Buffer.allocUnsafe(bytes.length + bare)
  let from = 0
  let length = 0
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) {
    if (bytes[at - 1] === cr) continue
    length += bytes.copy(mended, length, from, at)
    mended[length++] = cr
    from = at
  }
  bytes.copy(mended, length, from)
  return mended
}

const cr = 0x0d
const lf = 0x0a

/** Line feeds without a carriage return. Counted in the bytes: as text, a large mail would be there once more. */
function countBare(bytes: Buffer): number {
  let bare = 0
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) if (bytes[at - 1] !== cr) bare++
  return bare
}
