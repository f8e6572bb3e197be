import { PickleObject, type PickleValue } from '../../lib/pickle/value.ts'

/** No list says more in one field; a pickle may name one long text many times over. */
const longestText = 100_000

/**
 * Text of Python 2: bytes, in UTF-8 where they are valid, else in Latin-1, as most lists of the time have it. NUL cannot be kept.
 * What came as Unicode has characters beyond bytes and stays.
 */
export function textOf(whole: PickleValue | undefined): string {
  if (typeof whole !== 'string') return typeof whole === 'number' || typeof whole === 'bigint' ? String(whole) : ''
  const value = whole.slice(0, longestText)
  if (/[^\0-\xff]/.test(value)) return value.replaceAll('\0', '')
  const bytes = Buffer.from(value, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '')
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '')
  }
}

/** A number, however large; undefined for anything else. */
export const numberOf = (value: PickleValue | undefined): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : typeof value === 'boolean' ? Number(value) : undefined

/** Yes or no, as Python takes it. */
export const truthOf = (value: PickleValue | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : value === null ? false : numberOf(value) === undefined ? undefined : numberOf(value) !== 0

/** The texts of a list; one text of several lines, as some versions kept them, is a list of its lines. */
export function textsOf(value: PickleValue | undefined): string[] {
  if (typeof value === 'string')
    return textOf(value)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  return Array.isArray(value) ? value.map((item) => textOf(item).trim()).filter(Boolean) : []
}

/** The entries of a dictionary whose keys are texts. */
export function entriesOf(value: PickleValue | undefined): [string, PickleValue][] {
  const map = value instanceof PickleObject ? value.state : value
  if (!(map instanceof Map)) return []
  return [...map].flatMap(([key, item]): [string, PickleValue][] => (typeof key === 'string' ? [[textOf(key), item]] : []))
}
