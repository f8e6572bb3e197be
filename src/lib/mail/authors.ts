import { parseAddresses } from './addresses.ts'
import type { HeaderField } from './message.ts'

/** Where the comment or quoted string that begins at `at` ends; -1 where it never does. In a comment others may stand, and quotation marks are letters. */
function endOf(field: string, at: number): number {
  const isComment = field[at] === '('
  let depth = 0
  for (let end = at; end < field.length; end++) {
    const sign = field[end]
    if (sign === '\\') end++
    else if (!isComment && sign === '"' && end > at) return end
    else if (isComment && sign === '(') depth++
    else if (isComment && sign === ')' && --depth === 0) return end
  }
  return -1
}

/** A field without its comments, and without what is quoted too (RFC 5322 §3.2.2, §3.2.4); one that never ends stays as it stands. */
function bare(field: string): { uncommented: string; unquoted: string } {
  let [uncommented, unquoted] = ['', '']
  // What is looked for in vain once is not looked for again: each sign of a field of such signs would look through all of it.
  const begins = new Set(['(', '"'])
  for (let at = 0; at < field.length; at++) {
    const sign = field.charAt(at)
    const end = begins.has(sign) ? endOf(field, at) : -1
    if (end < 0) {
      begins.delete(sign)
      uncommented += sign
      unquoted += sign
      continue
    }
    uncommented += sign === '"' ? field.slice(at, end + 1) : ' '
    unquoted += sign === '"' ? '""' : ' '
    at = end
  }
  return { uncommented, unquoted }
}

const bracketed = /<[^<>]*>/g

/**
 * How many people From names, each once. Where readers of headers disagree, as about a comment inside a comment or two addresses in brackets,
 * each of those that one of them finds counts: who signed the mail may have seen another than we do.
 */
export function countAuthors(headers: readonly HeaderField[]): number {
  const fields = headers.filter(({ name }) => name === 'from').map(({ value }) => value)
  const readings = fields.flatMap((value) => {
    const { uncommented, unquoted } = bare(value)
    return [value, uncommented, ...(unquoted.match(bracketed) ?? [])]
  })
  const named = readings.flatMap((value) => parseAddresses(value))
  return new Set(named.map(({ address }) => address.toLowerCase()).filter((address) => address.includes('@'))).size
}
