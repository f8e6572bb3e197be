import { readTypedDay } from '../typed-day.ts'
import type { Table } from './table.ts'

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

type Order = 'day' | 'month' | undefined

/** Which of the two numbers comes first, by the days of a column that can be read one way alone; what they leave open is `otherwise`. */
function orderOf(texts: readonly string[], otherwise: Order): Order {
  let [day, month] = [false, false]
  for (const text of texts) {
    const [, first, second] = slashed.exec(text) ?? []
    if (Number(first) > 12) day = true
    if (Number(second) > 12) month = true
  }
  return day === month ? (day ? undefined : otherwise) : day ? 'day' : 'month'
}

function plainDay(text: string, order: Order): string {
  const [, first = '', second = '', year = ''] = slashed.exec(text) ?? []
  if (first === '' || (order === undefined && first !== second)) return text
  return readTypedDay(order === 'month' ? `${second}.${first}.${year}` : `${first}.${second}.${year}`) ?? text
}

/**
 * A table with its days as YYYY-MM-DD: a file that a spreadsheet program wrote as CSV has 03/02/2025, which is March to one and February to another.
 * The other days of its column say which; where none does, `otherwise`.
 */
export function withPlainDays(table: Table, otherwise: Order): Table {
  const orders = table.header.flatMap((name) => {
    const texts = table.rows.map(({ cells }) => cells[name] ?? '').filter((text) => slashed.test(text))
    return texts.length === 0 ? [] : [[name, orderOf(texts, otherwise)] as const]
  })
  if (orders.length === 0) return table
  const plain = (cells: Record<string, string>) =>
    Object.fromEntries(orders.map(([name, order]) => [name, plainDay(cells[name] ?? '', order)]))
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, ...plain(row.cells) } })) }
}
