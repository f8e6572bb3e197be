import { folded } from '../mail/one-line.ts'
import { readingLimits } from '../reading/limits.ts'
import { textsOf } from '../ui/words.ts'

const t = textsOf('lib', 'sheetErrors')

// A sentence may repeat it, and the first line of a file that is no table is anything.
const longestName = readingLimits.table.name

/** A table that cannot be read; the message is a sentence for the person whose file it is. */
export class SheetError extends Error {
  /** Of the file, from 1; undefined where the whole file is meant. */
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(line === undefined ? message : t.line({ line, why: message }))
    this.line = line
  }
}

/** One row below the header. */
export interface TableRow {
  /** Of the file, from 1: what a person sees beside the row in their program. */
  line: number
  /** By the header's words; '' where the cell is empty. Dates are YYYY-MM-DD, times YYYY-MM-DDTHH:MM, yes and no TRUE and FALSE. */
  cells: Record<string, string>
  /** The headers of cells that hold a formula; their cell is its last result. */
  formulas: string[]
}

/** A header and the rows below it; empty rows are left out. */
export interface Table {
  /** Of the workbook; '' for CSV. */
  sheet: string
  header: string[]
  /** The line of the file that the header is. */
  headerLine: number
  /** The first rows of the file, one of which is the header. */
  first: { line: number; cells: string[] }[]
  rows: TableRow[]
  /** What was taken for the text's encoding: a guess where it is not UTF-8 or UTF-16. */
  encoding: string
}

/**
 * The header that stands for one of these words, whatever its case, accents, spaces and punctuation.
 * @param words in order of preference: `['e-mail', 'email address']` finds "E-Mail"
 */
export function findColumn(table: Pick<Table, 'header'>, words: readonly string[]): string | undefined {
  const plain = new Map(table.header.map((header) => [plainOf(header), header]))
  return words.map((word) => plain.get(plainOf(word))).find((header) => header !== undefined)
}

/** The columns that hold something and were asked for by nobody. */
export function unreadColumns({ header, rows }: Pick<Table, 'header' | 'rows'>, read: Iterable<string | undefined>): string[] {
  const left = new Set(header.filter((name) => name !== '')).difference(new Set(read))
  return [...left].filter((name) => rows.some(({ cells }) => cells[name]))
}

/** What is said of such columns; nothing where all were read. */
export const sayUnread = (names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : t.unread({ names: names.join(', ').slice(0, 1_000) })

/** The same words, whatever their case, accents and punctuation: two names that are one. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')

/** Which row is the header: the one at a line of the file, or, of the first, the one with most of these words. */
export type HeaderChoice = { line: number } | { words: readonly string[] }

interface RawRow {
  line: number
  cells: string[]
  formulas?: number[]
}

/** Titles and notes above a header are fewer. */
const lookedThrough = 20

const isFilled = (cell: string): boolean => cell.trim() !== ''

/** The place of the header: titles above it have fewer words that columns are called by. A row of data is not taken for one by a single word. */
function findHeader(rows: readonly RawRow[], choice: HeaderChoice | undefined): number {
  if (choice === undefined) return 0
  if ('line' in choice) {
    const at = rows.findIndex(({ line }) => line === choice.line)
    if (at < 0) throw new SheetError(t.noHeader({ line: choice.line }))
    return at
  }
  const known = new Set(choice.words.map(plainOf))
  const counts = rows.slice(0, lookedThrough).map(
    ({ cells }) =>
      new Set(
        cells
          .slice(0, readingLimits.table.columns)
          .map(plainOf)
          .filter((cell) => known.has(cell)),
      ).size,
  )
  const least = (rows[0]?.cells.filter(isFilled).length ?? 0) > 1 ? 2 : 1
  const most = Math.max(0, ...counts)
  return most >= least && most > (counts[0] ?? 0) ? counts.indexOf(most) : 0
}

/**
 * Makes a table of raw rows: the first row that is not empty is the header where nothing else was chosen. What stands above it is left out.
 * @throws SheetError where there is no header, or two columns have one name
 */
export function tableOf(sheet: string, encoding: string, raw: RawRow[], mostRows: number, choice?: HeaderChoice): Table {
  const filled = raw.filter(({ cells }) => cells.some(isFilled))
  const at = findHeader(filled, choice)
  const [first, ...rest] = filled.slice(at)
  if (!first) throw new SheetError(t.noRows)
  if (rest.length > mostRows) throw new SheetError(t.tooLong({ most: mostRows }))
  const width = [first, ...rest].reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1), 0)
  const header = readHeader(first, width)
  const rows = rest.map(({ line, cells, formulas = [] }) => ({
    line,
    cells: Object.fromEntries(header.map((name, i) => [name, readable(cells[i] ?? '')])),
    formulas: formulas.flatMap((i) => header[i] ?? []),
  }))
  const begin = filled.slice(0, lookedThrough).map(({ line, cells }) => ({ line, cells: cells.slice(0, width).map(readable) }))
  return { sheet, header, headerLine: first.line, first: begin, rows, encoding }
}

/** A cell may hold several lines, and nothing else that ends one or cannot be kept. */
const readable = (cell: string): string => cell.replaceAll(/\r\n?/g, '\n').split('\n').map(folded).join('\n').trim()

function readHeader({ line, cells }: { line: number; cells: string[] }, width: number): string[] {
  const header = new Set<string>()
  for (let i = 0; i < width; i++) {
    const name = (cells[i] ?? '').replaceAll(/\s+/g, ' ').trim() || `Column ${columnLetters(i)}`
    if (name.length > longestName) throw new SheetError(t.nameTooLong({ column: columnLetters(i), most: longestName }), line)
    if (header.has(name)) throw new SheetError(t.twice({ name }), line)
    header.add(name)
  }
  return [...header]
}

/** A, B … Z, AA …: the column's letters in a spreadsheet program; `index` from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
