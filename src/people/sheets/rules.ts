/** A column that an import understands. */
export interface SheetField {
  name: string
  label: string
  /** What people call the column, in order of preference. */
  words: readonly string[]
  required?: boolean
}

/** Which column of the file holds each field; fields without one are left alone. */
export type Mapping = Record<string, string>

/** What is wrong with a row: its line in the file, the column where it is one's fault, and a sentence. */
export interface RowProblem {
  line: number
  column?: string
  problem: string
}

/** What an import would do to one thing; `before` is undefined where nothing was there. */
export interface PlannedChange {
  line: number
  title: string
  fresh: boolean
  changes: { label: string; before?: string; after: string }[]
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')

/** The columns that the header's own words point to; each column serves one field. */
export function guessMapping(header: readonly string[], fields: readonly SheetField[]): Mapping {
  const columns = new Map(header.map((name) => [plain(name), name]))
  const taken = new Set<string>()
  const mapping: Mapping = {}
  for (const { name, label, words } of fields) {
    const found = [label, name, ...words]
      .map((word) => columns.get(plain(word)))
      .find((column) => column !== undefined && !taken.has(column))
    if (found === undefined) continue
    taken.add(found)
    mapping[name] = found
  }
  return mapping
}

/** What keeps a mapping from being used at all: a column that the file does not have, or a field that is needed. */
export function checkMapping(header: readonly string[], fields: readonly SheetField[], mapping: Mapping): Record<string, string> {
  const problems: Record<string, string> = {}
  const used = new Map<string, string>()
  for (const { name, label, required } of fields) {
    const column = mapping[name]
    if (!column) {
      if (required) problems[name] = 'This column is needed.'
    } else if (!header.includes(column)) problems[name] = 'The file has no such column.'
    else if (used.has(column)) problems[name] = `“${column}” is taken for ${used.get(column)} already.`
    else used.set(column, label)
  }
  return problems
}

/** The same words, whatever their case, accents and punctuation: two names that are one. */
export const sameWords = plain

/** A cell that a spreadsheet program would take for a formula. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?![\d\s.,]*$)/.test(text)
