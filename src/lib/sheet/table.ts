import { folded } from '../mail/one-line.ts'
import { textsOf } from '../ui/words.ts'

const t = textsOf('lib', 'sheetErrors')

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

const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')

/**
 * Makes a table of raw rows: the first row that is not empty is the header.
 * @throws SheetError where there is no header, or two columns have one name
 */
export function tableOf(
  sheet: string,
  encoding: string,
  raw: { line: number; cells: string[]; formulas?: number[] }[],
  mostRows: number,
): Table {
  const filled = raw.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first, ...rest] = filled
  if (!first) throw new SheetError(t.noRows)
  if (rest.length > mostRows) throw new SheetError(t.tooLong({ most: mostRows }))
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1), 0)
  const header = readHeader(first, width)
  const rows = rest.map(({ line, cells, formulas = [] }) => ({
    line,
    cells: Object.fromEntries(header.map((name, i) => [name, readable(cells[i] ?? '')])),
    formulas: formulas.flatMap((i) => header[i] ?? []),
  }))
  return { sheet, header, rows, encoding }
}

/** A cell may hold several lines, and nothing else that ends one or cannot be kept. */
const readable = (cell: string): string => cell.replaceAll(/\r\n?/g, '\n').split('\n').map(folded).join('\n').trim()

function readHeader({ line, cells }: { line: number; cells: string[] }, width: number): string[] {
  const header = new Set<string>()
  for (let i = 0; i < width; i++) {
    const name = (cells[i] ?? '').replaceAll(/\s+/g, ' ').trim() || `Column ${columnLetters(i)}`
    if (header.has(name)) throw new SheetError(t.twice({ name: name.slice(0, 200) }), line)
    header.add(name)
  }
  return [...header]
}

/** A, B … Z, AA …: the column's letters in a spreadsheet program; `index` from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
