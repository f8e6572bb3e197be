import { callBounded } from '../reading/bounded.ts'
import { readingLimits } from '../reading/limits.ts'
import { languageNow } from '../ui/language.ts'
import { textsOf } from '../ui/words.ts'
import { withPlainDays } from './days.ts'
import type { ParseTableOptions } from './parse.ts'
import { SheetError, type Table } from './table.ts'

const t = textsOf('lib', 'sheetErrors')

// Beside this file: .ts from source, .js when compiled.
const module = import.meta.url.replace(/read\.([jt]s)$/, 'parse.$1')

/**
 * Reads a table that a person made: CSV (comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252; RFC 4180 quotes) or an XLSX
 * workbook, told apart by the content, in a worker with bounded time and memory. Formulas are never evaluated: their last result is taken.
 * @throws SheetError with a sentence that names the line where it can
 */
export async function readTable(bytes: Uint8Array, options: ParseTableOptions = {}): Promise<Table> {
  if (bytes.length === 0) throw new SheetError(t.empty)
  if (bytes.length > readingLimits.table.size) throw new SheetError(t.large({ mb: readingLimits.table.size / 1024 ** 2 }))
  const { patience } = readingLimits.worker
  const table = await callBounded<Table>({ module, reader: 'parseTable', given: [bytes, options], refusal: SheetError, patience })
  // Of our languages English alone has countries that write the month first.
  return withPlainDays(table, languageNow() === 'en' ? undefined : 'day')
}
