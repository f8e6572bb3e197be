import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { findColumn, type Table, unreadColumns } from '../../lib/sheet/table.ts'
import { readTypedDay } from '../../lib/typed-day.ts'
import { refusals, saidIn, textsOf, wordsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import { mayLead } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { keepTyped } from '../portal/actions.ts'
import { takeAnswer } from './actions.ts'
import { findNumbered } from './queries.ts'
import { noAnswer } from './rules.ts'

const t = textsOf('advocacy', 'answers')
const { columns } = textsOf('advocacy', 'said')
const said = wordsOf('advocacy', 'said')

type Column = keyof typeof columns

/** The columns of the two tables: without those that are needed a table is not taken. */
export const tableColumns = {
  answers: { needed: ['request', 'date', 'answer', 'reason'], more: ['release', 'nextReview', 'cost', 'link', 'by', 'readers'] },
  portal: { needed: ['request', 'entry', 'date', 'status'], more: ['link'] },
} as const satisfies Record<string, { needed: Column[]; more: Column[] }>

/** What a column is called in the language of whoever is answered. */
export const columnName = (column: Column): string => columns[column].split(',')[0] ?? ''

/** What files may call it, in any of our languages. */
const namesOf = (column: Column): string[] => saidIn((locale) => said(locale).columns[column])

/** What an import came to: each line is taken, was there already, or is told with its reason. */
export interface Taken {
  taken: number
  known: number
  faults: { line: number; problem: string }[]
  /** Columns that hold something and have no place here. */
  unread: string[]
}

/** The cell of a column, whatever it is called there. */
type CellOf = (column: Column) => string
type Row = Table['rows'][number]

/**
 * Takes a table of the vendor's line by line: what cannot be read is listed, the others are taken.
 * @throws Invalid for a table without the columns that it needs
 */
async function takeTable(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { kind, table }: { kind: keyof typeof tableColumns; table: Table },
  take: (cell: CellOf, row: Row) => Promise<string>,
): Promise<Taken> {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const headerOf = new Map((Object.keys(columns) as Column[]).map((column) => [column, findColumn(table, namesOf(column)) ?? '']))
  const missing = tableColumns[kind].needed.filter((column) => !headerOf.get(column)).map(columnName)
  if (missing.length > 0) {
    const message = t.faults.columns({ names: missing.join(', '), header: table.header.join(', ') })
    throw new Invalid(message, { file: message })
  }
  const result: Taken = { taken: 0, known: 0, faults: [], unread: unreadColumns(table, headerOf.values()) }
  for (const row of table.rows) {
    const became = await take((column) => (row.cells[headerOf.get(column) ?? ''] ?? '').trim(), row)
    if (became === 'taken' || became === 'known') result[became]++
    else result.faults.push({ line: row.line, problem: became })
  }
  const details = { taken: result.taken, faults: result.faults.length }
  const action = kind === 'answers' ? 'answers.imported' : 'portal.read'
  await record(tx, actor, { action, subject: `group:${groupId}`, groupId, details })
  return result
}

/** What is wrong with an address that a cell has; undefined where it has none. */
const faultOfLink = (link: string): string | undefined =>
  link === '' || isWebAddress(link) ? undefined : t.faults.link({ link: link.slice(0, 60) })

/** Takes answers of the years before, with their dates. Nobody is told; what is there already is left. */
export const takeOldAnswers = (tx: Tx, actor: Actor, groupId: number, table: Table): Promise<Taken> =>
  takeTable(tx, actor, groupId, { kind: 'answers', table }, (cell, row) => takeOldAnswer(tx, actor, groupId, cell, row))

async function takeOldAnswer(tx: Tx, actor: Actor, groupId: number, cell: CellOf, { formulas }: Row): Promise<string> {
  if (formulas.length > 0) return t.faults.formula({ column: formulas[0] ?? '' })
  const number = cell('request')
  const requestId = await findNumbered(tx, groupId, number)
  if (requestId === undefined) return t.faults.request({ number })
  const on = readTypedDay(cell('date'))
  if (!on) return t.faults.day({ text: cell('date') })
  if (on > todayOf(actor)) return t.faults.future({ day: on })
  const fault = faultOfLink(cell('link'))
  if (fault) return fault
  const same = ['reason', 'release', 'nextReview', 'cost', 'readers'] as const
  const given = { ...noAnswer, class: cell('answer'), ...Object.fromEntries(same.map((field) => [field, cell(field)])) }
  const givenAt = new Date(`${on}T12:00:00Z`)
  const from = { door: 'import' as const, givenName: cell('by'), link: cell('link'), givenAt, history: true }
  const taken = await takeAnswer(tx, actor, { groupId, requestId }, given, from)
  if (taken.open) return taken.open
  return taken.answerId === undefined ? 'known' : 'taken'
}

/** Takes states of entries in the vendor's portal. @param importId the file they come with */
export const takePortal = (tx: Tx, actor: Actor, groupId: number, table: Table, importId: number): Promise<Taken> =>
  takeTable(tx, actor, groupId, { kind: 'portal', table }, (cell) => takeStatus(tx, actor, { groupId, importId }, cell))

async function takeStatus(tx: Tx, actor: Actor, { groupId, importId }: { groupId: number; importId: number }, cell: CellOf) {
  const number = cell('request')
  const requestId = await findNumbered(tx, groupId, number)
  if (requestId === undefined) return t.faults.request({ number })
  const onDay = readTypedDay(cell('date'))
  if (!onDay) return t.faults.day({ text: cell('date') })
  const [label, status, link] = [cell('entry'), cell('status'), cell('link')]
  if (!label) return t.faults.case
  if (!status) return t.faults.status
  const fault = faultOfLink(link)
  if (fault) return fault
  const added = await keepTyped(tx, actor, { groupId, importId }, { requestId, label, link, onDay, status })
  return added ? 'taken' : 'known'
}
