import { createHash } from 'node:crypto'

/**
 * One header field in relaxed form (RFC 6376 §3.4.2), without line end: name in lower case, unfolded, runs of blanks as one, none at
 * the ends. Only SP and HTAB are blanks.
 */
export function relaxedField(line: string): string {
  const colon = line.indexOf(':')
  const name = line.slice(0, colon).trimEnd().toLowerCase()
  const value = line
    .slice(colon + 1)
    .replace(/\r?\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '')
  return `${name}:${value}`
}

/**
 * The SHA-256 of a body in relaxed form (RFC 6376 §3.4.4), as base64: what stands in `bh=`. Lines may end in CRLF or LF; the latter are
 * taken as the CRLF that they become on the wire.
 */
export function relaxedBodyHash(body: Uint8Array): string {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString('latin1')
    .replace(/(?<!\r)\n/g, '\r\n')
    // A run is looked through once: without the look behind, once from each of its blanks.
    .replace(/(?<![ \t])[ \t]+/g, ' ')
    .replace(/ (?=\r\n|$)/g, '')
  let end = text.length
  while (text.endsWith('\r\n', end)) end -= 2
  const hash = createHash('sha256').update(text.slice(0, end), 'latin1')
  return (end > 0 ? hash.update('\r\n') : hash).digest('base64')
}
