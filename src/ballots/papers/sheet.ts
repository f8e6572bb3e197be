import { Invalid } from '../../errors.ts'
import { readTable } from '../../lib/sheet/read.ts'
import { findColumn, SheetError, type TableRow } from '../../lib/sheet/table.ts'
import { type NewSheet, writeXlsx } from '../../lib/sheet/write.ts'
import type { PaperPageData } from './queries.ts'
import { readPlaces, readPoints, type Vote } from './rules.ts'

/** A ballot as a workbook: only the last column can be filled in. */
export function paperSheet(
  { ballot, options, voter }: Pick<PaperPageData, 'ballot' | 'options' | 'voter'>,
  vote: Vote,
): Promise<Uint8Array> {
  const value = (number: string) => (ballot.form === 'ranks' ? placeOf(vote, number) : (vote.points?.[number] ?? null))
  const sheet: NewSheet = {
    name: 'Ballot',
    locked: true,
    columns: [
      { title: 'Number', width: 9 },
      { title: 'Wish', width: 48 },
      { title: 'Area', width: 20 },
      { title: 'What it is', width: 60 },
      ...(options.some(({ cost }) => cost !== null)
        ? [
            { title: 'Cost', width: 8 },
            { title: 'What the vendor would build', width: 48 },
          ]
        : []),
      { title: ballot.form === 'ranks' ? 'Place' : 'Points', width: 10, open: true },
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
  const numberColumn = findColumn(table, ['Number', 'No', 'Option'])
  const valueColumn = findColumn(table, form === 'ranks' ? ['Place', 'Rank'] : ['Points', 'Point'])
  if (!numberColumn || !valueColumn)
    throw refusal([
      `The sheet needs the columns “Number” and “${form === 'ranks' ? 'Place' : 'Points'}”, as in the one that is downloaded here.`,
    ])
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
    if (typeof read === 'string') problems.push(`Line ${row.line}: ${read}`)
    else if (read && values.has(read.number)) problems.push(`Line ${row.line}: option ${read.number} stands there twice.`)
    else if (read) values.set(read.number, read.value)
  }
  return { values, problems }
}

const refusal = (problems: string[]): Invalid => new Invalid(problems.join(' '), { file: problems.join(' ') })

function readRow({ cells, formulas }: TableRow, numberColumn: string, valueColumn: string, known: ReadonlySet<string>) {
  const number = (cells[numberColumn] ?? '').trim()
  const typed = cells[valueColumn] ?? ''
  if (formulas.includes(valueColumn) || formulas.includes(numberColumn)) return 'there is a formula; type the number itself.'
  const value = readPoints(typed)
  if (value === undefined) return undefined
  if (!known.has(number)) return `there is no option “${number.slice(0, 40)}” on this ballot.`
  if (Number.isNaN(value)) return `“${typed.slice(0, 40)}” is no number.`
  return { number, value }
}
