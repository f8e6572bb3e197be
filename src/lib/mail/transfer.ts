import { decodeUu } from './packed-uuencode.ts'

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
  const decoded = Buffer.allocUnsafe(body.length)
  let from = 0
  let length = 0
  while (at >= 0) {
    length += body.copy(decoded, length, from, at)
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

const base64Values = new Int8Array(256).fill(-1)
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  base64Values[char.charCodeAt(0)] = value
}

/** Base64 (RFC 2045 §6.8); other characters are passed over. */
function decodeBase64(body: Buffer): Buffer {
  const padding = body.indexOf(equals)
  // Nothing but padding and line breaks at the end: the runtime is fastest.
  if (padding < 0 || /^[=\s]*$/.test(body.toString('latin1', padding, padding + 100))) {
    return decodeUnpadded(padding < 0 ? body : body.subarray(0, padding))
  }
  return decodePaddedUnits(body)
}

// A multiple of four: so many characters are whole units.
const pieceOfBase64 = 64 * 1024
const noBase64 = /[^A-Za-z0-9+/_-]+/g

/** Piece by piece: as one text, a large file would be there once more. */
function decodeUnpadded(body: Buffer): Buffer {
  if (body.length <= pieceOfBase64) return Buffer.from(body.toString('latin1'), 'base64')
  const decoded = Buffer.allocUnsafeSlow(Math.ceil(body.length / 4) * 3)
  let length = 0
  let left = ''
  for (let at = 0; at < body.length; at += pieceOfBase64) {
    const text = left + body.toString('latin1', at, at + pieceOfBase64).replace(noBase64, '')
    const whole = at + pieceOfBase64 < body.length ? text.length - (text.length % 4) : text.length
    length += decoded.write(text.slice(0, whole), length, 'base64')
    left = text.slice(whole)
  }
  return decoded.subarray(0, length)
}

/** Some mailers pad every line: padding inside ends a unit, not the body. */
function decodePaddedUnits(body: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(Math.ceil(body.length / 4) * 3)
  let length = 0
  let bits = 0
  let count = 0
  for (const byte of body) {
    if (byte === equals) count = 0
    const value = base64Values[byte] as number
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count >= 8) {
      count -= 8
      decoded[length++] = (bits >> count) & 0xff
    }
  }
  return decoded.subarray(0, length)
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

const looked = 2_000
// Escape is one of ISO-2022.
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)

/** The same for a text. Some programs say base64 and write the text as it is: it has words, and signs of no base64 or nothing but noise in it. */
export function decodeTextTransfer(body: Buffer, encoding: string): Buffer {
  const decoded = decodeTransfer(body, encoding)
  const said = encoding === 'base64' ? body.toString('latin1', 0, looked) : ''
  if (!/\S[ \t]+\S/.test(said) || body.subarray(0, looked).some(isControl)) return decoded
  return /[^\w+/=\s-]/.test(said) || decoded.subarray(0, looked).some(isControl) ? body : decoded
}
