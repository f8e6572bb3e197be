import { expect, test } from 'vitest'
import { withPlainDays } from './days.ts'
import type { Table } from './table.ts'

const table = (...days: string[]): Table => ({
  ...{ sheet: '', header: ['Day', 'Text'], headerLine: 1, first: [], encoding: 'UTF-8' },
  rows: days.map((Day, i) => ({ line: i + 2, cells: { Day, Text: 'on 1/2/2025' }, formulas: [] })),
})
const days = (made: Table) => made.rows.map(({ cells }) => cells.Day)

test.each([
  ['the other days of a column say which comes first', undefined, ['03/02/2025', '14/05/2025', ''], ['2025-02-03', '2025-05-14', '']],
  ['as they do where it is the month', 'day', ['03/02/2025', '05/14/2025'], ['2025-03-02', '2025-05-14']],
  ['what they leave open is as is usual', 'day', ['03/02/2025', '04/04/2025'], ['2025-02-03', '2025-04-04']],
  ['or stays as it is', undefined, ['03/02/2025', '04/04/2025'], ['03/02/2025', '2025-04-04']],
  ['a column that says both stays as it is', 'day', ['13/02/2025', '02/13/2025', '03/02/2025'], ['13/02/2025', '02/13/2025', '03/02/2025']],
  ['what is no day stays as it is', 'day', ['31/02/2025', '2025-01-02', 'x'], ['31/02/2025', '2025-01-02', 'x']],
] as const)('%s', (_, otherwise, typed, read) => {
  const made = withPlainDays(table(...typed), otherwise)
  expect(days(made)).toEqual(read)
  expect(made.rows[0]?.cells.Text).toBe('on 1/2/2025')
})
