import { expect, test } from 'vitest'
import { type Demand, demandOrders, inOrder } from './demand-rules.ts'

const demand = (requestId: number, more: Partial<Demand>): Demand => ({
  ...{ requestId, submissionId: 1, title: `Request ${requestId}`, institutions: 0, must: 0, severity: null, dueOn: '2027-01-01', days: 0 },
  ...{ submittedAt: new Date('2026-10-01T00:00:00Z'), state: 'waiting', trackerNumber: '', trackerLink: '', draft: false, reviewed: false },
  ...more,
})

const rows = [
  demand(1, { institutions: 3, must: 3, severity: 'minor', dueOn: '2027-03-01' }),
  demand(2, { institutions: 9, must: 1, severity: 'critical', submittedAt: new Date('2026-10-02T00:00:00Z') }),
  demand(3, { institutions: 3, must: 0, submittedAt: new Date('2026-01-01T00:00:00Z'), dueOn: '2026-04-01' }),
]

test('what asks most comes first, whichever way it is looked at', () => {
  expect(Object.fromEntries(demandOrders.map((order) => [order, inOrder(rows, order).map(({ requestId }) => requestId)]))).toEqual({
    support: [2, 1, 3],
    must: [1, 2, 3],
    severity: [2, 1, 3],
    age: [3, 1, 2],
    due: [3, 2, 1],
  })
})
