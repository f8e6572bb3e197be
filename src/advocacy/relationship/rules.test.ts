import { expect, test } from 'vitest'
import { type Crossing, picture } from './rules.ts'

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
    byClass: [
      { class: 'planned', count: 2, days: 35 },
      { class: 'declined', count: 1, days: 120 },
    ],
    vendorDays: 40,
    questionDays: 20,
    tellingDays: 7,
    quarters: [
      { name: '2026 Q1', handed: 5, answered: 2 },
      { name: '2026 Q2', handed: 0, answered: 1 },
      { name: '2026 Q4', handed: 1, answered: 0 },
    ],
  })
})

test('nothing handed over is no picture of anybody', () => {
  expect(picture([], '2026-10-16')).toMatchObject({ handed: 0, answered: 0, late: 0, byClass: [], vendorDays: undefined, quarters: [] })
})
