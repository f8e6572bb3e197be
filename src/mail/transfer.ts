const equals = 0x3d
const lf = 10
const cr = 13

/** The value of an ASCII hex digit, or -1. */
function hex(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** The start of the next line where `=` at `at` is a soft break (white space may follow it, RFC 2045 §6.7), else -1. */
function softBreak(body: Buffer, at: number): number {
  let next = at + 1
  while (body[next] === 0x20 || body[next] === 0x09) next++
  if (next >= body.length) return next
  if (body[next] === lf) return next + 1
  if (body[next] === cr) return body[next + 1] === lf ? next + 2 : next + 1
  return -1
}

/** Quoted-printable (RFC 2045 §6.7); what is no valid code stands for itself. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  let at = body.indexOf(equals)
  if (at < 0) return body
  const decoded = Buffer.allocUnsafeSlow(body.length)
  let from = 0
  let length = 0
  while (at >= 0) {
    length += body.copy(decoded, length, from, at)
    from = at
    const high = hex(body[at + 1])
    const low = hex(body[at + 2])
    if (high >= 0 && low >= 0) {
      decoded[length++] = high * 16 + low
      from = at + 3
    } else {
      const next = softBreak(body, at)
      if (next >= 0) from = next
      else {
        decoded[length++] = equals
        from = at + 1
      }
    }
    at = body.indexOf(equals, from)
  }
  length += body.copy(decoded, length, from)
  return decoded.subarray(0, length)
}

/** Base64 (RFC 2045 §6.8). Padding inside ends a unit, not the body: some mailers pad every line. */
function decodeBase64(body: Buffer): Buffer {
  const text = body.toString('latin1')
  const padding = text.indexOf('=')
  if (padding < 0 || /^[=\s]*$/.test(text.slice(padding))) return Buffer.from(text, 'base64')
  return Buffer.concat(text.split(/=+/).map((unit) => Buffer.from(unit, 'base64')))
}

/** The uuencode of old mailers: lines between `begin MODE NAME` and `end`. */
function decodeUu(body: Buffer): Buffer {
  const lines = body.toString('latin1').split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line))
  const decoded: Buffer[] = []
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end') break
    const size = (line.charCodeAt(0) - 32) & 63
    if (!line || size === 0) continue
    const bytes = Buffer.alloc(Math.ceil(size / 3) * 3)
    for (let i = 0, out = 0; out < size; i += 4, out += 3) {
      const [a, b, c, d] = [1, 2, 3, 4].map((n) => ((line.charCodeAt(i + n) || 32) - 32) & 63) as [number, number, number, number]
      bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, out, 3)
    }
    decoded.push(bytes.subarray(0, size))
  }
  return Buffer.concat(decoded)
}

/** Undoes a Content-Transfer-Encoding. The bytes of an unknown one are given as they stand; never throws. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      return decodeBase64(body)
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
      return decodeUu(body)
    default:
      return body
  }
}
