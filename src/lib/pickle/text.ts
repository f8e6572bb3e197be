import { textsOf } from '../ui/words.ts'
import { PickleError } from './value.ts'

const t = textsOf('lib', 'pickle')

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', f: '\f', v: '\v', '0': '\0' }

/** A byte string as Python 2 prints it (opcode S): in quotes, with escapes. */
export function unquote(line: string, at: number): string {
  const quote = line[0]
  if ((quote !== "'" && quote !== '"') || line.length < 2 || line.at(-1) !== quote) throw new PickleError(t.damaged({ at }))
  return line
    .slice(1, -1)
    .replaceAll(/\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g, (_, hex?: string, octal?: string, letter = '') =>
      hex
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : octal
          ? String.fromCharCode(Number.parseInt(octal, 8) & 255)
          : (escapes[letter] ?? letter),
    )
}

/** A Unicode string as `raw-unicode-escape` writes it (opcode V). */
export const unescapeUnicode = (line: string): string =>
  line.replaceAll(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (whole, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** An integer of any size, little end first, in two's complement (LONG1, LONG4). */
export function longOf(bytes: Buffer): number | bigint {
  if (bytes.length === 0) return 0
  const value = BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`))
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

/** A decimal integer; `01` and `00` are the booleans of protocol 0 (opcode I). */
export function integerOf(line: string, at: number): number | bigint | boolean {
  const text = line.trim().replace(/L$/, '')
  if (text === '01') return true
  if (text === '00') return false
  // A longer one would cost more to read than any list has of it.
  if (!/^[+-]?\d{1,400}$/.test(text)) throw new PickleError(t.damaged({ at }))
  const value = BigInt(text.replace(/^\+/, ''))
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}
