import { createRequire } from 'node:module'
import { textsOf } from '../ui/words.ts'
import { columnLetters } from './table.ts'

const t = textsOf('lib', 'sheetErrors')

/** A cell. A Date is a day (UTC), see `dayCell`. */
export type SheetCell = string | number | boolean | Date | null | undefined

/** One column of a sheet that is written. */
export interface SheetColumn {
  title: string
  /** In characters; as wide as its cells (at most 60) where not given. */
  width?: number
  /** Offered as a drop-down in each cell of the column; other values are refused by the program. */
  choices?: readonly string[]
  /** Cells of this column may be changed where the sheet is `locked`. */
  open?: boolean
}

/** A sheet of a workbook: a frozen header, then rows. */
export interface NewSheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
  /** Only `open` columns can be changed (without a password: it keeps from slips, not from intent). */
  locked?: boolean
}

// A hundred files that no page needs before somebody takes a sheet along.
const library = (): typeof import('hucre') => createRequire(import.meta.url)('hucre')

const mostName = 31

/** A sheet's name as spreadsheet programs take it: at most 31 characters, none of `: \ / ? * [ ]`. */
const nameOf = (name: string): string => name.replaceAll(/[:\\/?*[\]]/g, ' ').slice(0, mostName) || 'Sheet'

// The calendar of spreadsheets begins in 1900, and holds a 29 February of that year.
const firstDay = '1900-03-01'

/** A day (`2027-03-31`) that spreadsheet programs take for one: they sort, filter and reckon by it. One before their calendar stays text. */
export const dayCell = (on: string | null | undefined): SheetCell => (on && on >= firstDay ? new Date(on) : on)

const isoDay = (day: Date): string => day.toISOString().slice(0, 10)

/** A cell of a workbook: a day has no time of day, and what is empty is no text. */
const inWorkbook = (cell: SheetCell) => (cell instanceof Date ? new Date(isoDay(cell)) : cell === '' ? null : (cell ?? null))

const widest = 60

function widthOf({ title, width }: SheetColumn, cells: SheetCell[]): number {
  if (width !== undefined) return width
  const longest = Math.max(
    title.length,
    ...cells.map((cell) =>
      Math.max(
        ...String(cell instanceof Date ? isoDay(cell) : (cell ?? ''))
          .split('\n')
          .map(({ length }) => length),
      ),
    ),
  )
  return Math.min(widest, longest + 2)
}

/**
 * Writes an XLSX workbook. Text stays text: a cell that begins with `=` is no formula.
 * @param title of the document's properties
 */
export function writeXlsx(sheets: readonly NewSheet[], title: string): Promise<Uint8Array> {
  return library().writeXlsx({
    properties: { title },
    // On each page that is printed; the library would name a sheet with a space in its name without quotation marks, which Excel refuses.
    namedRanges: sheets.map((sheet) => {
      const scope = nameOf(sheet.name)
      return { name: '_xlnm.Print_Titles', range: `'${scope.replaceAll("'", "''")}'!$1:$1`, scope }
    }),
    sheets: sheets.map(({ name, columns, rows, locked }) => ({
      name: nameOf(name),
      columns: columns.map((column, i) => ({
        width: widthOf(
          column,
          rows.slice(0, 500).map((row) => row[i]),
        ),
        style: {
          alignment: { wrapText: true, vertical: 'top' as const },
          ...(locked && column.open ? { protection: { locked: false } } : {}),
        },
      })),
      rows: [columns.map((column) => column.title), ...rows.map((row) => columns.map((_, i) => inWorkbook(row[i])))],
      cells: new Map(
        columns.map((column, i) => [
          `0,${i}`,
          {
            value: column.title,
            type: 'string' as const,
            style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' as const } },
          },
        ]),
      ),
      freezePane: { rows: 1 },
      pageSetup: { paperSize: 'a4' as const, orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      autoFilter: { range: `A1:${columnLetters(Math.max(0, columns.length - 1))}${rows.length + 1}` },
      dataValidations: columns.flatMap((column, i) =>
        column.choices
          ? [
              {
                type: 'list' as const,
                values: [...column.choices],
                range: `${columnLetters(i)}2:${columnLetters(i)}${Math.max(2, rows.length + 1)}`,
                showErrorMessage: true,
                errorTitle: column.title,
                errorMessage: t.notInList,
              },
            ]
          : [],
      ),
      ...(locked ? { protection: { sheet: true, autoFilter: false, sort: false, formatColumns: false } } : {}),
    })),
  })
}

// Where semicolons part the cells, as in much of Europe, one begins behind each of them and on each line, also where two quotation
// marks, as one is written, are an empty text in front of it; others read wide signs as narrow ones.
const formula = /(^|[;\t\r\n]"*)(?=[=@＝＠]|[+\-＋－]\S)/g

const asText = (text: string): string => text.replace(formula, "$1'")

const asCell = (cell: SheetCell) => {
  if (cell instanceof Date) return isoDay(cell)
  return typeof cell === 'string' ? asText(cell) : (cell ?? null)
}

/**
 * Writes CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheet programs read the accents). Text that a program would take for a
 * formula, or a part of it, gets an apostrophe in front.
 */
export const writeCsv = (titles: readonly string[], rows: readonly (readonly SheetCell[])[]): string =>
  library().writeCsv([titles.map(asText), ...rows.map((row) => row.map(asCell))], { bom: true, escapeFormulae: true })

/** One line of CSV, for a file that a program reads as it is written: without a mark in front, cells guarded as above. */
export const csvLine = (cells: readonly SheetCell[]): string =>
  `${library().writeCsv([cells.map(asCell)], { bom: false, escapeFormulae: true })}\r\n`
