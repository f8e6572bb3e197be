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

const [tab, lf, cr, blank] = [0x09, 0x0a, 0x0d, 0x20]

/** A hash of lines without blanks at their ends and without empty lines at the end of all. */
class Hashing {
  readonly #hash = createHash('sha256')
  readonly #piece = Buffer.allocUnsafe(64 * 1024)
  #size = 0
  // What waits for more: what follows decides whether it counts.
  #lines = 0
  #blanks = false
  #written = false

  blank(): void {
    this.#blanks = true
  }

  endLine(): void {
    this.#lines++
    this.#blanks = false
  }

  put(byte: number): void {
    for (; this.#lines > 0; this.#lines--) {
      this.#write(cr)
      this.#write(lf)
    }
    if (this.#blanks) this.#write(blank)
    this.#blanks = false
    this.#write(byte)
    this.#written = true
  }

  digest(): string {
    if (this.#written) {
      this.#write(cr)
      this.#write(lf)
    }
    this.#flush()
    return this.#hash.digest('base64')
  }

  #write(byte: number): void {
    if (this.#size === this.#piece.length) this.#flush()
    this.#piece[this.#size++] = byte
  }

  #flush(): void {
    this.#hash.update(this.#piece.subarray(0, this.#size))
    this.#size = 0
  }
}

/**
 * The SHA-256 of a body in relaxed form (RFC 6376 §3.4.4), as base64: what stands in `bh=`. Lines may end in CRLF or LF; the latter are
 * taken as the CRLF that they become on the wire. Each byte is looked at once, whatever the body is made of.
 */
export function relaxedBodyHash(body: Uint8Array): string {
  const hashing = new Hashing()
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] as number
    if (byte === blank || byte === tab) hashing.blank()
    else if (byte === lf) hashing.endLine()
    else if (byte !== cr || body[at + 1] !== lf) hashing.put(byte)
  }
  return hashing.digest()
}
