/** How a charset says that the next bytes are pairs, and where it says it no more. */
interface Shifts {
  on: Buffer
  off: Buffer
  /** What else is no text. */
  passed: Buffer[]
  /** A byte of the text that is written twice. */
  twice?: number
  /** The charset that the pairs are in once their high bits are set. */
  wide: string
}

const charsets: Record<string, Shifts> = {
  // RFC 1557
  'iso-2022-kr': { on: Buffer.from([0x0e]), off: Buffer.from([0x0f]), passed: [Buffer.from('\x1b$)C')], wide: 'euc-kr' },
  // RFC 1843
  'hz-gb-2312': {
    ...{ on: Buffer.from('~{'), off: Buffer.from('~}'), passed: [Buffer.from('~\n'), Buffer.from('~\r\n')] },
    ...{ twice: 0x7e, wide: 'gb18030' },
  },
}

const lineFeed = 0x0a
const blank = 0x20

const startsAt = (bytes: Uint8Array, at: number, sign: Buffer): boolean => sign.every((byte, index) => bytes[at + index] === byte)

/**
 * Seven-bit text that shifts between ASCII and pairs of bytes, with the high bit of the pairs set instead; undefined for another charset. A line
 * ends in ASCII, whatever was forgotten.
 */
export function unshift(bytes: Uint8Array, label: string): { bytes: Buffer; charset: string } | undefined {
  const shifts = charsets[label]
  return shifts && { bytes: unshifted(bytes, shifts), charset: shifts.wide }
}

function unshifted(bytes: Uint8Array, { on, off, passed, twice }: Shifts): Buffer {
  const plain = Buffer.alloc(bytes.length)
  const signs = [on, off, ...passed]
  let [length, pairs] = [0, false]
  for (let at = 0; at < bytes.length; at++) {
    const sign = signs.find((one) => startsAt(bytes, at, one))
    if (sign) {
      pairs = sign === on || (pairs && sign !== off)
      at += sign.length - 1
      continue
    }
    const byte = bytes[at] as number
    pairs &&= byte !== lineFeed
    plain[length++] = pairs && byte > blank ? byte | 0x80 : byte
    if (!pairs && byte === twice && bytes[at + 1] === twice) at++
  }
  return plain.subarray(0, length)
}
