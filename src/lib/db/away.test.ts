import { expect, test } from 'vitest'
import { isAway, isFull, isLost, mayWorkLater } from './away.ts'

const coded = (code: string, more: object = {}) => Object.assign(new Error('said by the server'), { code, ...more })

const lost = [
  ...['08006', '08P01', '57P01', '57P02', '57P03', '57P05', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].map((code) =>
    coded(code),
  ),
  coded('ENOENT', { syscall: 'connect' }),
  ...['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'timeout expired'].map((words) => new Error(words)),
  new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]),
]
// A lock that did not come, a bound on time, a full disk, a transaction idle for too long, a pool that is closed.
const stuck = [
  ...['55P03', '57014', '53100', '25P03'].map((code) => coded(code)),
  new Error('Cannot use a pool after calling end on the pool'),
]
const rolledBack = ['40001', '40P01', '25P04'].map((code) => coded(code))
const ours = [
  ...['23505', '42P01', '22001', '42501', 'ENOENT'].map((code) => coded(code)),
  new Error('No such list.'),
  new AggregateError([coded('ECONNREFUSED'), coded('23505')]),
  new AggregateError([]),
  'timeout expired',
  null,
]

test('a connection that is gone, a database that is stuck, and a mistake of ours are told apart', () => {
  const of = (errors: unknown[], judge: (error: unknown) => boolean) => errors.filter((error) => judge(error)).length
  for (const [errors, isOne] of [
    [lost, [true, true, true]],
    [stuck, [false, true, true]],
    [rolledBack, [false, false, true]],
    [ours, [false, false, false]],
  ] as const)
    expect([isLost, isAway, mayWorkLater].map((judge) => of([...errors], judge))).toEqual(isOne.map((all) => (all ? errors.length : 0)))
  expect(isAway(new Error('of a request', { cause: coded('57P01') }))).toBe(true)
  expect([coded('53100'), coded('53300'), null].map(isFull)).toEqual([true, false, false])
})
