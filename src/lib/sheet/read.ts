import { CsvError, parse } from 'csv-parse/sync'
import { HucreError, readXlsx } from 'hucre'
import { decodeText } from './encoding.ts'
import { SheetError, type Table, tableOf } from './table.ts'

/** How a table is read. */
export interface ReadTableOptions {
  /** The sheet of a workbook by its name; the first that is not hidden where not given. */
  sheet?: string
  /** Default 100,000. */
  mostRows?: number
}

const mostBytes = 64 * 1024 * 1024

/**
 * Reads a table that a person made: CSV (comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252; RFC 4180 quotes) or an XLSX
 * workbook, told apart by the content. Formulas are never evaluated: their last result is taken.
 * @throws SheetError with a sentence that names the line where it can
 */
export async function readTable(bytes: Uint8Array, { sheet, mostRows = 100_000 }: ReadTableOptions = {}): Promise<Table> {
  if (bytes.length === 0) throw new SheetError('The file is empty.')
  if (bytes.length > mostBytes) throw new SheetError('The file is larger than 64 MB.')
  // Every XLSX workbook is a ZIP file and begins so (APPNOTE.TXT §4.3.7); the old XLS is a compound file.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes, sheet, mostRows)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new SheetError('This is a workbook of the old kind, or one with a password. Save it as .xlsx without a password.')
  return readCsv(bytes, mostRows)
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)

async function readWorkbook(bytes: Uint8Array, name: string | undefined, mostRows: number): Promise<Table> {
  const workbook = await readXlsx(bytes, { maxRows: mostRows + 2 }).catch((error: unknown) => {
    if (error instanceof HucreError || error instanceof RangeError) throw new SheetError('The workbook is damaged and cannot be read.')
    throw error
  })
  const sheet = name === undefined ? workbook.sheets.find(({ hidden }) => !hidden) : workbook.sheets.find((other) => other.name === name)
  if (!sheet) throw new SheetError(name === undefined ? 'The workbook has no sheet.' : `The workbook has no sheet “${name}”.`)
  const rows = sheet.rows.map((cells, row) => {
    const detailed = cells.map((_, column) => sheet.cells?.get(`${row},${column}`))
    return {
      line: row + 1,
      cells: cells.map((cell, column) => cellText(detailed[column]?.formula ? (detailed[column].formulaResult ?? cell) : cell)),
      formulas: detailed.flatMap((cell, column) => (cell?.formula ? [column] : [])),
    }
  })
  return tableOf(sheet.name, 'XLSX', rows, mostRows)
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return ''
    const text = cell.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16)
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

function readCsv(bytes: Uint8Array, mostRows: number): Table {
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0')) throw new SheetError('This is neither CSV nor an XLSX workbook.')
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      max_record_size: 1_048_576,
      to: mostRows + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // The parser tells the line at which a record ends; a person looks for the one at which it begins.
    const rows = records.map(({ record, info }) => ({
      line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0),
      cells: record,
    }))
    return tableOf('', encoding, rows, mostRows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : undefined
    throw new SheetError(sentences[error.code] ?? 'This line cannot be read as CSV.', line)
  }
}

const sentences: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark opens here and is never closed.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands inside a cell; write it twice and put the cell in quotation marks.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quotation mark; a comma or the end of the line was expected.',
  CSV_MAX_RECORD_SIZE: 'The row is longer than 1 MB.',
}

/** The separator that the first line holds most of, outside quotation marks. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 65_536).replaceAll(/"(?:[^"]|"")*"/g, '')
  const line = first.split(/\r\n|\r|\n/).find((candidate) => candidate.trim() !== '') ?? ''
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).delimiter
}
