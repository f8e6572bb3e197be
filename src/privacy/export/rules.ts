/** A column that points to a person. */
export interface PersonColumn {
  table: string
  column: string
}

// Told elsewhere in the copy, secrets of the ways in, or what would break the secrecy of a ballot.
const untold = new Set([
  'journal',
  'letter',
  'message',
  'inbound',
  'sign_in_flow',
  'api_answer',
  'passkey',
  'auth_user',
  'file',
  'voter',
  'paper',
])

/** Is a table told row by row in a copy? */
export const isTold = (table: string): boolean => !untold.has(table)

/** Does a row belong to the person in this column, or had she only a hand in it? */
export const isOwn = (column: string): boolean => column === 'person_id' || column === 'author_id'

const secret = /hash|token|sealed|secret|mac$|_key$|^key$/

/** A row as it is told: whole where it is hers, but for secrets; else what it is, when, and what she was to it. */
export function tellRow(row: Record<string, unknown>, column: string, own: boolean): object {
  const entries = Object.entries(row).filter(
    ([name, value]) => !secret.test(name) && !(typeof value === 'string' && value.startsWith('\\x')),
  )
  if (own) return Object.fromEntries(entries)
  return { as: column, ...Object.fromEntries(entries.filter(([name]) => name === 'id' || /_(?:at|on)$/.test(name))) }
}

/** How long a copy waits for its owner, in days. */
export const keptFor = 7
