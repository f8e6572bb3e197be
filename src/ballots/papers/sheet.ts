import { Invalid } from '../../errors.ts'
import { readTable } from '../../lib/sheet/read.ts'
import { findColumn, SheetError, type TableRow } from '../../lib/sheet/table.ts'
import { type NewSheet, writeXlsx } from '../../lib/sheet/write.ts'
import { type Locale, locales } from '../../lib/ui/format.ts'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import type { PaperPageData } from './queries.ts'
import { readPlaces, readPoints, type Vote } from './rules.ts'

const t = textsOf('ballots', 'papers')
const faults = textsOf('ballots', 'faults')

const wordsIn = wordsOf('ballots', 'papers')
/** A column by its name in every language: whoever fills a sheet in may hand it to a colleague who reads another one. */
const inAll = (name: 'number' | 'points' | 'place'): string[] => locales.map((locale: Locale) => wordsIn(locale).sheet[name])

/** A ballot as a workbook: only the last column can be filled in. */
export function paperSheet({ ballot, options, voter }: Pick<PaperPageData, 'ballot' | 'options' | 'voter'>, vote: Vote) {
  const value = (number: string) => (ballot.form === 'ranks' ? placeOf(vote, number) : (vote.points?.[number] ?? null))
  const sheet: NewSheet = {
    name: t.sheet.name,
    locked: true,
    columns: [
      { title: t.sheet.number, width: 9 },
      { title: t.wish, width: 48 },
      { title: t.area, width: 20 },
      { title: t.whatItIs, width: 60 },
      ...(options.some(({ cost }) => cost !== null)
        ? [
            { title: t.cost, width: 8 },
            { title: t.whatTheVendorWouldBuild2, width: 48 },
          ]
        : []),
      { title: ballot.form === 'ranks' ? t.sheet.place : t.sheet.points, width: 10, open: true },
    ],
    rows: options.map(({ number, title, area, text, cost, solution }) => [
      number,
      title,
      area,
      text,
      ...(options.some((option) => option.cost !== null) ? [cost, solution] : []),
      value(String(number)),
    ]),
  }
  return writeXlsx([sheet], `${ballot.title}: ${voter.name}`)
}

const placeOf = ({ ranks = [] }: Vote, number: string): number | null => {
  const place = ranks.indexOf(number)
  return place < 0 ? null : place + 1
}

/**
 * Reads a filled-in workbook or CSV.
 * @throws Invalid that names each line: formulas, what is no number, an unknown option, an option twice
 */
export async function readPaperSheet(bytes: Uint8Array, form: 'points' | 'ranks', known: ReadonlySet<string>): Promise<Vote> {
  const table = await readTable(bytes, { mostRows: 5_000 }).catch((error: unknown) => {
    throw error instanceof SheetError ? refusal([error.message]) : error
  })
  const numberColumn = findColumn(table, [...inAll('number'), 'No', 'Option'])
  const valueColumn = findColumn(table, form === 'ranks' ? [...inAll('place'), 'Rank'] : [...inAll('points'), 'Point'])
  if (!numberColumn || !valueColumn)
    throw refusal([faults.sheetColumns({ number: t.sheet.number, value: form === 'ranks' ? t.sheet.place : t.sheet.points })])
  const { values, problems } = readRows(table.rows, numberColumn, valueColumn, known)
  const ranked = form === 'ranks' ? readPlaces(values) : { ranks: [], faults: [] }
  problems.push(...ranked.faults.map(({ problem }) => problem))
  if (problems.length > 0) throw refusal(problems.slice(0, 10))
  return form === 'ranks' ? { ranks: ranked.ranks } : { points: Object.fromEntries(values) }
}

function readRows(rows: TableRow[], numberColumn: string, valueColumn: string, known: ReadonlySet<string>) {
  const problems: string[] = []
  const values = new Map<string, number>()
  for (const row of rows) {
    const read = readRow(row, numberColumn, valueColumn, known)
    if (typeof read === 'string') problems.push(faults.sheetLine({ line: row.line, problem: read }))
    else if (read && values.has(read.number))
      problems.push(faults.sheetLine({ line: row.line, problem: faults.twice({ number: read.number }) }))
    else if (read) values.set(read.number, read.value)
  }
  return { values, problems }
}

const refusal = (problems: string[]): Invalid => new Invalid(problems.join(' '), { file: problems.join(' ') })

function readRow({ cells, formulas }: TableRow, numberColumn: string, valueColumn: string, known: ReadonlySet<string>) {
  const number = (cells[numberColumn] ?? '').trim()
  const typed = cells[valueColumn] ?? ''
  if (formulas.includes(valueColumn) || formulas.includes(numberColumn)) return faults.formula
  const value = readPoints(typed)
  if (value === undefined) return undefined
  if (!known.has(number)) return faults.unknown({ number: number.slice(0, 40) })
  if (Number.isNaN(value)) return faults.notANumber({ typed: typed.slice(0, 40) })
  return { number, value }
}
