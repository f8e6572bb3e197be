/** An exact number n/d with d > 0, not necessarily reduced. */
export interface Fraction {
  n: bigint
  d: bigint
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compare = (a: Fraction, b: Fraction): number => order(a.n * b.d, b.n * a.d)

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** The greatest common divisor of two numbers; never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** "3/4", and "3" for a whole number. */
export function exactly({ n, d }: Fraction): string {
  const common = gcd(n, d)
  return d === common ? String(n / common) : `${n / common}/${d / common}`
}

/** "2.7183": so many places at most, the rest cut off, no trailing zeros; for people, never for counting. */
export const about = ({ n, d }: Fraction, places = 4): string =>
  fixed((n * 10n ** BigInt(places)) / d, places).replace(/\.0+$|(?<!0)0+$/, '')

/** "12.50": a whole number of units of 10^-places. */
export function fixed(units: bigint, places: number): string {
  if (places === 0) return String(units)
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** A whole number or a quotient near to n/d, for sorting only: both may be longer than a double. */
export function approximate({ n, d }: Fraction): number {
  const excess = Math.max(0, d.toString(16).length * 4 - 900)
  const [top, bottom] = excess ? [n >> BigInt(excess), d >> BigInt(excess)] : [n, d]
  return Number(top) / Number(bottom)
}

/** a + b, reduced. */
export function add(a: Fraction, b: Fraction): Fraction {
  const [n, d] = [a.n * b.d + b.n * a.d, a.d * b.d]
  const common = gcd(n, d)
  return common > 1n ? { n: n / common, d: d / common } : { n, d }
}

/** The least of at least one. */
export const least = (values: bigint[]): bigint => values.reduce((a, b) => (order(a, b) <= 0 ? a : b))

/** The most of at least one. */
export const most = (values: bigint[]): bigint => values.reduce((a, b) => (order(a, b) >= 0 ? a : b))
