import { expect, test } from 'vitest'
import { readMigrations } from './migrate.ts'

test('each step has a number of its own: of two with one, a database would take either', async () => {
  const ids = (await readMigrations()).map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
})
