import { textsOf } from '../ui/words.ts'
import { BadElection } from './check.ts'
import { type Row, readRows } from './csv.ts'

const t = textsOf('lib', 'pbTable')

/** A row of a table, its fields by the name of their column; of a paper also what is wrong with the row itself. */
export type Entry = { line: number; get(column: string): string | undefined; fault?: string }
export type Sections = { META: Entry[]; PROJECTS: Entry[]; VOTES: Entry[] }
/** A field of META with its line. */
export type Meta = (key: string) => { value: string; line: number } | undefined

/** @throws BadElection with the line, always */
export function refuse(line: number, why: string): never {
  throw new BadElection(`line ${line}: ${why}`)
}

const needed = { META: ['key', 'value'], PROJECTS: ['project_id', 'cost'], VOTES: ['voter_id', 'vote'] }

/** The three tables of a .pb file. @throws BadElection where one is missing or lacks a column that is needed. */
export function readSections(text: string): Sections {
  const sections: Sections = { META: [], PROJECTS: [], VOTES: [] }
  let section: keyof Sections | undefined
  let columns: string[] | undefined
  for (const row of readRows(text)) {
    const title = titleOf(row)
    if (title) [section, columns] = [title, undefined]
    else if (!section) refuse(row.line, t.aPbFileBeginsWithMeta)
    else if (columns) sections[section].push(entryOf(row, columns, section))
    else columns = columnsOf(row, section)
  }
  for (const name of ['META', 'PROJECTS'] as const)
    if (sections[name].length === 0) throw new BadElection(`the section ${name} is missing or empty.`)
  return sections
}

function titleOf({ fields }: Row): keyof Sections | undefined {
  const [first = '', ...others] = fields
  const title = first.trim().toUpperCase()
  if (others.every((field) => field === '') && (title === 'META' || title === 'PROJECTS' || title === 'VOTES')) return title
}

function columnsOf({ line, fields }: Row, section: keyof Sections): string[] {
  const columns = fields.map((field) => field.trim().toLowerCase())
  const missing = needed[section].find((column) => !columns.includes(column))
  return missing === undefined ? columns : refuse(line, t.hasNoColumn({ section, missing }))
}

function entryOf({ line, fields }: Row, columns: string[], section: keyof Sections): Entry {
  const fault = fields.length > columns.length ? t.thereAreFieldsMoreThanThe({ fields: fields.length, columns: columns.length }) : undefined
  if (fault && section !== 'VOTES') refuse(line, fault)
  const byColumn = new Map(columns.map((column, i) => [column, fields[i]?.trim()]))
  return { line, get: (column) => byColumn.get(column), ...(fault && { fault }) }
}

/** Looks a field of META up; an empty one is as good as none. */
export function readMeta(entries: Entry[]): Meta {
  const values = new Map(entries.map((entry) => [entry.get('key') ?? '', { line: entry.line, value: entry.get('value') ?? '' }]))
  return (key) => {
    const found = values.get(key)
    return found?.value ? found : undefined
  }
}

/** The items of a comma-separated field. */
export const list = (field: string | undefined) => (field ? field.split(',').map((item) => item.trim()) : [])

/** A whole number. @throws BadElection with the line for anything else */
export function whole(value: string, line: number, what: string): number {
  const number = /^-?\d+(\.0+)?$/.test(value) ? Number(value) : Number.NaN
  if (!Number.isSafeInteger(number)) refuse(line, t.useWholeNumber({ what, value }))
  return number
}

/** How many decimals the amounts need. */
export const decimalsOf = (values: (string | undefined)[]): number =>
  Math.max(0, ...values.map((value) => /\.(\d*?)(?<!0)0*$/.exec(value ?? '')?.[1]?.length ?? 0))

/** An amount in units of 10^-decimals. */
export function amount(value: string, decimals: number, line: number, what: string): number {
  const [, units, decimal = ''] = /^(\d+)(?:\.(\d*))?$/.exec(value) ?? []
  const result = units === undefined ? Number.NaN : Number(units + decimal.slice(0, decimals).padEnd(decimals, '0'))
  if (!Number.isSafeInteger(result)) refuse(line, t.useNumber0({ what, value }))
  return result
}
