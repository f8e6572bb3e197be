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
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
  const wire = {
    plain: part,
    stuffed: /^\.|\n\./.test(text) ? Buffer.from(text.replace(/^\.|(?<=\n)\./g, '..'), 'latin1') : part,
    eightBit: /[\x80-\xff]/.test(text),
    ended: text.endsWith('\r\n'),
    smuggles: /\r(?!\n)|(?<!\r)\n/.test(text),
  }
  if (part.length >= SHARED) known.set(part, wire)
  return wire
}
