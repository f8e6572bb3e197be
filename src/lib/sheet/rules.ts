import { createHash } from 'node:crypto'
import { Conflict, Invalid } from '../../errors.ts'
import { type Locale, locales } from '../ui/format.ts'
import { textsOf } from '../ui/words.ts'
import { plainOf, type Table } from './table.ts'

const t = textsOf('lib', 'rules')

/** A column that an import understands. */
export interface SheetField {
  name: string
  label: string
  /** What people call the column, in order of preference. */
  words: readonly string[]
  required?: boolean
  /** Not needed where the file has all of these. */
  unless?: readonly string[]
}

/**
 * A column by its name in the language of whoever is answered; a file may call it by its name in any of our languages, and by other words.
 * @param namesIn the names of the columns in a language
 */
export const fieldsIn =
  <Name extends string>(names: Readonly<Record<Name, string>>, namesIn: (locale: Locale) => Readonly<Record<Name, string>>) =>
  <N extends Name>(name: N, words: readonly string[], required?: true, unless?: readonly string[]): SheetField & { name: N } => ({
    name,
    get label() {
      return names[name]
    },
    get words() {
      return [...locales.map((locale) => namesIn(locale)[name]), ...words]
    },
    ...(required ? { required } : {}),
    ...(unless ? { unless } : {}),
  })

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

/** The columns that the header's own words point to; each column serves one field. */
export function guessMapping(header: readonly string[], fields: readonly SheetField[]): Mapping {
  const columns = new Map(header.map((name) => [plainOf(name), name]))
  const taken = new Set<string>()
  const mapping: Mapping = {}
  for (const { name, label, words } of fields) {
    const found = [label, name, ...words]
      .map((word) => columns.get(plainOf(word)))
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
  for (const { name, label, required, unless } of fields) {
    const column = mapping[name]
    if (!column) {
      if (required && !unless?.every((other) => mapping[other])) problems[name] = t.columnNeeded
    } else if (!header.includes(column)) problems[name] = t.noColumn
    else if (used.has(column)) problems[name] = t.columnTaken({ column, label: used.get(column) ?? '' })
    else used.set(column, label)
  }
  return problems
}

/** The same words, whatever their case, accents and punctuation: two names that are one. */
export const sameWords = plainOf

/** A cell that a spreadsheet program would take for a formula. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?![\d\s.,]*$)/.test(text)

/** The cells of one row by what their columns mean; '' where there is none. */
export type SheetRow<Name extends string> = { line: number } & Record<Name, string>

/** The rows of a file by what its columns mean. */
export const rowsBy = <Name extends string>(
  fields: readonly { name: Name }[],
  { rows }: Pick<Table, 'rows'>,
  mapping: Mapping,
): SheetRow<Name>[] =>
  rows.map(({ line, cells }) => {
    const named = fields.map(({ name }) => [name, mapping[name] ? (cells[mapping[name]] ?? '') : ''])
    return { line, ...Object.fromEntries(named) } as SheetRow<Name>
  })

/** What is wrong with a row, and with which of its fields. */
export class RowError<Name extends string = string> extends Error {
  readonly field: Name
  constructor(field: Name, problem: string) {
    super(problem)
    this.field = field
  }
}

/** What a file would do: each problem with its line, each difference; rows that say nothing new change nothing. */
export interface SheetPlan<Write> {
  problems: RowProblem[]
  changes: PlannedChange[]
  writes: Write[]
  unchanged: number
}

/** Plans a file row by row; a row that throws a RowError is a problem, one that comes to nothing is unchanged. */
export function planRows<Row extends { line: number }, Write>(
  fields: readonly SheetField[],
  rows: readonly Row[],
  planRow: (row: Row) => { change: PlannedChange; write: Write } | undefined,
): SheetPlan<Write> {
  const plan: SheetPlan<Write> = { problems: [], changes: [], writes: [], unchanged: 0 }
  for (const row of rows) {
    try {
      const planned = planRow(row)
      if (planned) {
        plan.changes.push(planned.change)
        plan.writes.push(planned.write)
      } else plan.unchanged++
    } catch (error) {
      if (!(error instanceof RowError)) throw error
      const column = fields.find(({ name }) => name === error.field)?.label
      plan.problems.push({ line: row.line, ...(column === undefined ? {} : { column }), problem: error.message })
    }
  }
  return plan
}

/** The words by which the header of a file is found among its first rows. */
export const headerWords = (fields: readonly SheetField[]): string[] => fields.flatMap(({ name, label, words }) => [label, name, ...words])

/** The rows of a file that have a problem, as they stand there, with what is wrong: to be mended and brought again. */
export function faultyRows(
  { header, rows }: Pick<Table, 'header' | 'rows'>,
  problems: readonly RowProblem[],
): { titles: string[]; rows: string[][] } {
  const byLine = Map.groupBy(problems, ({ line }) => line)
  const say = ({ column, problem }: RowProblem) => (column === undefined ? problem : `${column}: ${problem}`)
  return {
    titles: [...header, t.whatIsWrong],
    rows: rows.flatMap(({ line, cells }) => {
      const wrong = byLine.get(line)
      return wrong ? [[...header.map((name) => cells[name] ?? ''), wrong.map(say).join(' ')]] : []
    }),
  }
}

/** What tells whether two plans are the same: what a person was shown is what is applied. */
export const fingerprintOf = ({ writes, changes }: Pick<SheetPlan<unknown>, 'writes' | 'changes'>): string =>
  createHash('sha256')
    .update(JSON.stringify([writes, changes]))
    .digest('hex')

/** How a plan is applied. */
export interface Applying {
  /** The fingerprint of what the person was shown; undefined where nobody looked first (the command line). */
  seen?: string | undefined
  /** Rows with a problem are left out, and the others taken. */
  skipWrong?: boolean | undefined
}

/**
 * Why a plan is not applied.
 * @throws Invalid when a row has a problem and it was not said that such are left out; Conflict when what is there has changed since the
 * differences were shown
 */
export function requireSound(plan: SheetPlan<unknown>, { seen, skipWrong = false }: Applying): void {
  const [first] = plan.problems
  if (first && !skipWrong) throw new Invalid(t.lineNothingWasChanged({ line: first.line, problem: first.problem }))
  if (seen !== undefined && seen !== fingerprintOf(plan)) throw new Conflict(t.theHasChangedSinceYouLooked)
}

const portion = 1_000

/** In portions that one statement takes. */
export const portions = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / portion) }, (_, i) => all.slice(i * portion, (i + 1) * portion))
