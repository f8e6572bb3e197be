/** Bytes as they go over the wire. */
interface Wire {
  plain: Uint8Array
  stuffed: Uint8Array
  eightBit: boolean
  ended: boolean
  /** Bare CR or LF: some servers would take them for a line end, and what follows for commands (CVE-2023-51764). */
  smuggles: boolean
}

const lineEnd = Buffer.from('\r\n')

/** Pieces of this size are worth remembering: the body and the header that all recipients share. */
const SHARED = 512
const known = new WeakMap<Uint8Array, Wire>()

/** A message ready for DATA or BDAT. */
export interface Content {
  /** In bytes as the recipient sees it, dots not doubled. */
  size: number
  eightBit: boolean
  /** For BDAT (RFC 3030). */
  plain: Uint8Array[]
  /** For DATA: dots at line starts doubled (RFC 5321 §4.5.2). */
  stuffed: Uint8Array[]
}

/**
 * Makes the pieces of a message ready; each must end with CRLF (the last one is given it). Large pieces are looked at once, however many
 * messages share them. Undefined where a line ends with anything else.
 */
export function readContent(parts: readonly Uint8Array[]): Content | undefined {
  const content: Content = { size: 0, eightBit: false, plain: [], stuffed: [] }
  let ended = true
  for (const part of parts) {
    if (part.length === 0) continue
    const wire = readPart(part)
    if (wire.smuggles || !ended) return undefined
    ended = wire.ended
    content.size += part.length
    content.eightBit ||= wire.eightBit
    content.plain.push(wire.plain)
    content.stuffed.push(wire.stuffed)
  }
  if (ended) return content
  content.plain.push(lineEnd)
  content.stuffed.push(lineEnd)
  return { ...content, size: content.size + 2 }
}

function readPart(part: Uint8Array): Wire {
  const before = known.get(part)
  if (before) return before
  const { dots, ...found } = lookThrough(part)
  const wire = { plain: part, stuffed: dots.length > 0 ? withDots(part, dots) : part, ...found }
  if (part.length >= SHARED) known.set(part, wire)
  return wire
}

const cr = 0x0d
const lf = 0x0a
const dot = 0x2e

/** Looked through byte by byte: as text, a large post would be there once more. `dots` says where a line begins with one. */
function lookThrough(part: Uint8Array): Pick<Wire, 'eightBit' | 'ended' | 'smuggles'> & { dots: number[] } {
  const dots: number[] = []
  let bits = 0
  let smuggles = false
  let before = lf
  for (let at = 0; at < part.length; at++) {
    const byte = part[at] as number
    bits |= byte
    if (byte === dot && before === lf) dots.push(at)
    // A CR goes with the LF behind it, and an LF with the CR before it.
    if (at > 0 && (before === cr) !== (byte === lf)) smuggles = true
    before = byte
  }
  if (part[0] === lf || before === cr) smuggles = true
  return { dots, eightBit: bits > 0x7f, ended: part.length > 1 && before === lf && part[part.length - 2] === cr, smuggles }
}

function withDots(part: Uint8Array, dots: number[]): Uint8Array {
  const stuffed = Buffer.allocUnsafe(part.length + dots.length)
  let from = 0
  let length = 0
  for (const at of [...dots, part.length]) {
    stuffed.set(part.subarray(from, at), length)
    length += at - from
    if (at < part.length) stuffed[length++] = dot
    from = at
  }
  return stuffed
}
