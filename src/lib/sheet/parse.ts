import { CsvError, parse } from 'csv-parse/sync'
import { HucreError, readXlsx, type Sheet, type SheetFilterInfo, streamXlsxRows } from 'hucre'
import { readingLimits } from '../reading/limits.ts'
import { textsOf } from '../ui/words.ts'
import { measured } from '../unzip.ts'
import { decodeText } from './encoding.ts'
import { type HeaderChoice, SheetError, type Table, tableOf } from './table.ts'

const t = textsOf('lib', 'sheetErrors')

/** How a table is read. */
export interface ParseTableOptions {
  /** The sheet of a workbook by its name; the first that is not hidden where not given. */
  sheet?: string
  /** Default 100,000. */
  mostRows?: number
  /** The first row that is not empty where nothing is said. */
  header?: HeaderChoice
}

const limits = readingLimits.table
const tooWide = () => new SheetError(t.tooWide({ most: limits.columns }))
const tooMany = () => new SheetError(t.tooMany({ most: limits.cells / 1_000_000 }))
const tooLong = () => t.cellTooLong({ most: limits.cell })
const tooMuch = () => new SheetError(t.tooMuch({ most: limits.characters / 1_000_000 }))

/**
 * Reads a table where it stands; `readTable` calls it in a worker that is ended when a file costs too much.
 * @throws SheetError with a sentence that names the line where it can
 */
export async function parseTable(bytes: Uint8Array, { sheet, mostRows = limits.rows, header }: ParseTableOptions = {}): Promise<Table> {
  // Every XLSX workbook is a ZIP file and begins so (APPNOTE.TXT §4.3.7); the old XLS is a compound file.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes, sheet, mostRows, header)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetError(t.old)
  return readCsv(bytes, mostRows, header)
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)

/** A workbook as it is read: what of it was measured, and may be unpacked. */
function openable(bytes: Uint8Array): Uint8Array {
  const known = measured(bytes, limits.unpacked)
  if (known === undefined) throw new SheetError(t.unpacked)
  return known
}

/** The sheets of a workbook, without reading any. */
async function sheetsOf(bytes: Uint8Array): Promise<{ name: string; index: number; hidden: boolean }[]> {
  const sheets: { name: string; index: number; hidden: boolean }[] = []
  const note = ({ name, index, hidden, veryHidden }: SheetFilterInfo): boolean => {
    sheets.push({ name, index, hidden: Boolean(hidden || veryHidden) })
    return false
  }
  await readXlsx(bytes, { sheets: note })
  return sheets
}

/**
 * The names of a workbook's sheets that are not hidden.
 * @throws SheetError where it is none
 */
export async function listSheets(bytes: Uint8Array): Promise<string[]> {
  const sheets = await sheetsOf(openable(bytes)).catch((error: unknown) => {
    throw error instanceof HucreError ? new SheetError(t.damaged) : error
  })
  return sheets.flatMap(({ name, hidden }) => (hidden ? [] : [name]))
}

/** Which sheet of a workbook is wanted. */
async function findSheet(bytes: Uint8Array, name: string | undefined): Promise<number> {
  const found = (await sheetsOf(bytes)).find((sheet) => (name === undefined ? !sheet.hidden : sheet.name === name))
  if (!found) throw new SheetError(name === undefined ? t.noSheet : t.noSuchSheet({ name }))
  return found.index
}

/** Goes through the sheet row by row, keeping none: the whole of it is a rectangle, and one cell far out makes it huge. */
async function measureSheet(bytes: Uint8Array, sheet: number, mostRows: number): Promise<void> {
  let [rows, columns, characters] = [0, 0, 0]
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    columns = Math.max(columns, values.length)
    if (columns > limits.columns) throw tooWide()
    // A row that is only coloured in is none.
    if (!values.some((value) => value !== null && value !== '')) continue
    rows = Math.max(rows + 1, index + 1)
    if (rows > mostRows + 2) throw new SheetError(t.tooLong({ most: mostRows }))
    if (rows * columns > limits.cells) throw tooMany()
    const lengths = values.map((value) => (typeof value === 'string' ? value.length : 0))
    if (lengths.some((length) => length > limits.cell)) throw new SheetError(tooLong(), index + 1)
    characters += lengths.reduce((sum, length) => sum + length, 0)
    if (characters > limits.characters) throw tooMuch()
  }
}

async function openSheet(bytes: Uint8Array, name: string | undefined, mostRows: number): Promise<Sheet> {
  try {
    const index = await findSheet(bytes, name)
    await measureSheet(bytes, index, mostRows)
    const { sheets } = await readXlsx(bytes, { sheets: [index], maxRows: mostRows + 2 })
    return sheets[0] as Sheet
  } catch (error) {
    if (error instanceof HucreError && /cells\), over the/.test(error.message)) throw tooMany()
    if (error instanceof HucreError || error instanceof RangeError) throw new SheetError(t.damaged)
    throw error
  }
}

async function readWorkbook(
  bytes: Uint8Array,
  name: string | undefined,
  mostRows: number,
  header: HeaderChoice | undefined,
): Promise<Table> {
  const sheet = await openSheet(openable(bytes), name, mostRows)
  const rows = sheet.rows.map((cells, row) => {
    const detailed = cells.map((_, column) => sheet.cells?.get(`${row},${column}`))
    return {
      line: row + 1,
      cells: cells.map((cell, column) => cellText(detailed[column]?.formula ? (detailed[column].formulaResult ?? cell) : cell)),
      formulas: detailed.flatMap((cell, column) => (cell?.formula ? [column] : [])),
    }
  })
  return tableOf(sheet.name, 'XLSX', rows, mostRows, header)
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

function readCsv(bytes: Uint8Array, mostRows: number, header: HeaderChoice | undefined): Table {
  const { text: whole, encoding } = decodeText(bytes)
  if (whole.includes('\0')) throw new SheetError(t.neither)
  // Excel is told the separator so; the line stays, empty, so that the numbers of lines hold.
  const [told = '', separator] = /^"?sep=([,;\t|])"?(?=[\r\n])/i.exec(whole) ?? []
  const text = whole.slice(told.length)
  const ended = { line: 0 }
  try {
    const records = parse(text, {
      delimiter: separator ?? delimiterOf(text),
      info: true,
      relax_column_count: true,
      max_record_size: limits.row,
      to: mostRows + 2,
      cast: countingCells(ended),
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // The parser tells the line at which a record ends; a person looks for the one at which it begins.
    const rows = records.map(({ record, info }) => ({
      line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0),
      cells: record,
    }))
    return tableOf('', encoding, rows, mostRows, header)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : undefined
    // Of a quotation mark that is left open the parser tells where the file ends; a person looks for the mark, which follows the last cell.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED' ? ended.line + (error.index === 0 ? 1 : 0) : undefined
    throw new SheetError(t[sentences[error.code] ?? 'notCsv'], open ?? line)
  }
}

/**
 * Counts while the parser reads, so that what is too wide or too much is refused where it becomes so, and not once all is in memory.
 * @param ended is told the line on which the last cell ended
 */
function countingCells(ended: { line: number }) {
  let widest = 0
  return (cell: string, { index, records, lines }: { index: number; records: number; lines: number }): string => {
    ended.line = lines
    widest = Math.max(widest, index + 1)
    if (widest > limits.columns) throw tooWide()
    if (widest * (records + 1) > limits.cells) throw tooMany()
    return cell
  }
}

const sentences: Partial<Record<string, 'openQuote' | 'innerQuote' | 'afterQuote' | 'longRow'>> = {
  CSV_QUOTE_NOT_CLOSED: 'openQuote',
  INVALID_OPENING_QUOTE: 'innerQuote',
  CSV_INVALID_CLOSING_QUOTE: 'afterQuote',
  CSV_MAX_RECORD_SIZE: 'longRow',
}

/**
 * The separator by which most of the first lines have equally many columns, outside quotation marks; of two such, the one that makes
 * more columns. A title above the header has none.
 */
function delimiterOf(text: string): string {
  const first = text.slice(0, 65_536).replaceAll(/"(?:[^"]|"")*"/g, '')
  const lines = first
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const isBetter = (a: [number, number], b: [number, number]) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])
  const agreement = (delimiter: string): [agreeing: number, columns: number] => {
    const counts = lines.map((line) => line.split(delimiter).length).filter((count) => count > 1)
    const sizes = [...Map.groupBy(counts, (count) => count)].map(([columns, some]): [number, number] => [some.length, columns])
    return sizes.reduce((best, one) => (isBetter(one, best) ? one : best), [0, 1])
  }
  const fits = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, by: agreement(delimiter) }))
  return fits.reduce((best, one) => (isBetter(one.by, best.by) ? one : best)).delimiter
}
