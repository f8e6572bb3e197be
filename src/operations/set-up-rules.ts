import { createHmac, timingSafeEqual } from 'node:crypto'
import { readTermEnd } from '../groups/rules.ts'

/**
 * The code that opens the set-up page: printed where the program was started, so that the first comer is who runs the machine. It is made of the
 * site's secret, and opens nothing once the site is set up.
 */
export const setUpCode = (secret: string): string => {
  const digits = createHmac('sha256', secret).update('rapport set-up 1').digest().readUIntBE(0, 6) % 1e10
  return String(digits)
    .padStart(10, '0')
    .replace(/(\d{5})(\d{5})/, '$1-$2')
}

/** Is this the code? Blanks and hyphens do not matter. */
export function isSetUpCode(secret: string, typed: string): boolean {
  const plain = (code: string) => Buffer.from(code.replaceAll(/\D/g, '').padEnd(10, 'x').slice(0, 10))
  return timingSafeEqual(plain(setUpCode(secret)), plain(typed))
}

/** Since when somebody coordinates the group, as a day or a year; undefined for anything else, and for what is to come. */
export function readSince(typed: string, today: string): { fromOn: string; byYear: boolean } | undefined {
  const read = readTermEnd(typed, 'first')
  return read && read.on !== null && read.on <= today ? { fromOn: read.on, byYear: read.byYear } : undefined
}
