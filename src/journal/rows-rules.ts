/** The import that made a row: of a list, or of a sheet. */
export type Door = { moveId: number } | { sheetId: number }

/** A row that an import made, ended or changed, with what it was and what the import set. */
export interface NotedRow {
  thing: string
  rowId: number
  was: Record<string, unknown> | null
  became: Record<string, unknown> | null
}

/** Does a row still say what the import set? Only the named values are compared, as JSON has them. */
export function isAsSet(row: object, became: Record<string, unknown> | null): boolean {
  const now = row as Record<string, unknown>
  return Object.entries(became ?? {}).every(([name, value]) => same(now[name], value))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null))

// PostgreSQL keeps the keys of a document in an order of its own.
function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
