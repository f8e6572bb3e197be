import { expect, test } from 'vitest'
import { type Crossing, ownWait, picture } from './rules.ts'

const crossing = (parts: Partial<Crossing>): Crossing => ({ submittedOn: '2026-01-01', dueOn: '2026-04-01', questions: [], ...parts })

test('the vendor’s delays stand apart from the group’s own', () => {
  const seen = picture(
    [
      crossing({ answeredOn: '2026-02-10', class: 'planned', toldOn: '2026-02-17' }),
      // Twenty of its fifty days the group was asked.
      crossing({ answeredOn: '2026-02-20', class: 'planned', questions: [{ askedOn: '2026-01-11', answeredOn: '2026-01-31' }] }),
      crossing({ answeredOn: '2026-05-01', class: 'declined' }),
      crossing({}),
      crossing({ questions: [{ askedOn: '2026-03-01' }] }),
      crossing({ submittedOn: '2026-10-01', dueOn: '2027-01-01' }),
    ],
    '2026-10-16',
  )
  expect(seen).toEqual({
    handed: 6,
    answered: 3,
    late: 1,
    answeredLate: 1,
    confirmed: 0,
    disputed: 0,
    byClass: [
      { class: 'planned', count: 2, days: 35 },
      { class: 'declined', count: 1, days: 120 },
    ],
    vendorDays: 40,
    // 20 days, and 229 that go on.
    asking: { days: 124.5, done: 1, waiting: 1 },
    telling: { days: 7, done: 1, waiting: 0 },
    quarters: [
      { name: '2026 Q1', handed: 5, answered: 2 },
      { name: '2026 Q2', handed: 0, answered: 1 },
      { name: '2026 Q3', handed: 0, answered: 0 },
      { name: '2026 Q4', handed: 1, answered: 0 },
    ],
  })
})

test('nothing handed over is no picture of anybody', () => {
  expect(picture([], '2026-10-16')).toMatchObject({ handed: 0, answered: 0, late: 0, byClass: [], vendorDays: undefined, quarters: [] })
})

test('every quarter is there, from the first to today’s', () => {
  const { quarters } = picture([crossing({ submittedOn: '2025-11-03', answeredOn: '2026-01-02' })], '2026-10-16')
  expect(quarters.map(({ name, handed, answered }) => [name, handed, answered])).toEqual([
    ['2025 Q4', 1, 0],
    ['2026 Q1', 0, 1],
    ['2026 Q2', 0, 0],
    ['2026 Q3', 0, 0],
    ['2026 Q4', 0, 0],
  ])
})

test.each([
  ['nothing', [], [], { done: 0, waiting: 0 }],
  ['what was done on its day', [0, 0], [], { days: 0, done: 2, waiting: 0 }],
  ['what waits since today', [0, 0, 0], [0], { done: 3, waiting: 1 }],
  ['one that waits long among many done at once', [0, 0, 0], [40], { done: 3, waiting: 1 }],
  ['what waits, as long as it does today', [2], [10], { days: 6, done: 1, waiting: 1 }],
])('while something waits for us it is never 0 days: %s', (_, done, waiting, wanted) => {
  expect(ownWait(done, waiting)).toEqual(wanted)
})

test('an answer that nobody told yet waits; one that need not be told does not', () => {
  const answered = { answeredOn: '2026-10-06', class: 'planned' as const }
  const { telling } = picture([crossing({ ...answered, untold: true }), crossing({ ...answered, untold: false })], '2026-10-16')
  expect(telling).toEqual({ days: 10, done: 0, waiting: 1 })
})
