import { expect, test } from 'vitest'
import { isOneList } from './options.tsx'
import type { PaperPageData } from './queries.ts'

/** A paper of so many options, of which the first are of areas that the voter uses. */
const paper = (options: number, mine: number) =>
  ({
    voter: { organisationId: 1 },
    profile: { areas: ['Loans'] },
    options: Array.from({ length: options }, (_, at) => ({ number: at + 1, area: at < mine ? 'Loans' : 'Reports', askedBy: [] })),
  }) as unknown as PaperPageData

test.each([
  [6, 3, true],
  [7, 3, false],
  [7, 0, true],
  [10, 0, true],
  [11, 0, false],
])('%i options, %i of them of the voter: one list, %s', (options, mine, one) => {
  expect(isOneList(paper(options, mine))).toBe(one)
})
