import { describe, expect, test } from 'vitest'
import { checkElection, paperCheck } from './check.ts'
import type { Election, Limits, Paper } from './election.ts'
import { tally } from './tally.ts'

const ballot: Election = {
  options: [
    { id: 'dark', name: 'Dark mode', cost: 8 },
    { id: 'export', name: 'Export of lists', cost: 20 },
    { id: 'search', name: 'Search', cost: 5 },
  ],
  papers: [],
  capacity: 50,
  limits: { maxSum: 50, maxPoints: 30, maxLength: 2 },
}

describe('a paper is refused with the reason', () => {
  test.each<[string, Omit<Paper, 'id'>, string | undefined]>([
    ['that spends what it has', { points: { dark: 20, export: 30 } }, undefined],
    ['with no points for a third', { points: { dark: 20, export: 20, search: 0 } }, undefined],
    ['with a third', { points: { dark: 20, export: 20, search: 1 } }, 'names 3 options, more than the 2 that are allowed.'],
    ['that leaves all blank', { points: {} }, undefined],
    ['over budget', { points: { dark: 30, export: 21 } }, 'spends 51 points and is over the budget of 50.'],
    ['with negative points', { points: { dark: -1 } }, 'gives -1 points to "dark"; points cannot be negative.'],
    ['with half a point', { points: { dark: 2.5 } }, 'gives 2.5 points to "dark"; only whole points count.'],
    ['for an unknown option', { points: { light: 5 } }, 'names "light", which is not an option of this ballot.'],
    ['for an unknown option, by rank', { ranks: [['dark'], ['light']] }, 'names "light", which is not an option of this ballot.'],
    ['with too much on one option', { points: { dark: 31 } }, 'gives 31 points to "dark", more than the 30 that one option may have.'],
    ['that names an option twice', { approvals: ['dark', 'dark'] }, 'names "dark" twice.'],
    ['of two kinds', { points: {}, approvals: ['dark'] }, 'must have either points or ranks or approvals.'],
    ['for no institution', { count: 0, approvals: ['dark'] }, 'stands for 0 papers; a whole number from 1 is needed.'],
    ['named like a part of every object', { points: { toString: 1 } }, 'names "toString", which is not an option of this ballot.'],
  ])('%s', (_, paper, why) => {
    expect(paperCheck(ballot)({ id: 'p', ...paper })).toBe(why)
  })

  test.each<[Limits, Omit<Paper, 'id'>, string | undefined]>([
    [{ minPoints: 2 }, { points: { dark: 1 } }, 'gives 1 points to "dark", fewer than the 2 that are the least.'],
    [{ minPoints: 2 }, { points: { dark: 2, export: 0 } }, undefined],
    [{ minPoints: -1, maxSum: 2 }, { points: { dark: -1, export: 1 } }, undefined],
    [{ minPoints: -1, maxSum: 1 }, { points: { dark: -1, export: 1 } }, 'spends 2 points and is over the budget of 1.'],
    [{ minSum: 5 }, { points: { dark: 4 } }, 'spends 4 points, fewer than the 5 that are the least.'],
    [{ minSum: 5 }, { points: { dark: 5 } }, undefined],
    [{ minLength: 1 }, { points: { dark: 0 } }, 'names 0 options, fewer than the 1 that are the least.'],
    [{ minLength: 1 }, { approvals: ['dark'] }, undefined],
    [{ maxSumCost: 27 }, { approvals: ['dark', 'export'] }, 'names options that cost 28, more than the 27 that are allowed.'],
    [{ maxSumCost: 28 }, { approvals: ['dark', 'export'] }, undefined],
    [{ maxSumCost: 27 }, { points: { dark: 1, export: 0 } }, undefined],
    [{ minSumCost: 9 }, { ranks: [['dark']] }, 'names options that cost 8, less than the 9 that are the least.'],
    [{ minSumCost: 8 }, { ranks: [['dark']] }, undefined],
  ])('within %j, of %j', (limits, paper, why) => {
    expect(paperCheck({ ...ballot, limits })({ id: 'p', ...paper })).toBe(why)
  })

  test('and the count stops rather than leave it out', () => {
    const papers = [{ id: 'uni-x', points: { dark: 51 } }]
    expect(() => tally('greedy', { ...ballot, papers })).toThrow('Paper uni-x gives 51 points to "dark"')
  })
})

test.each<[string, Partial<Election>, string]>([
  ['two options of one id', { options: [...ballot.options, { id: 'dark', name: '', cost: 1 }] }, 'Option "dark" is there twice.'],
  ['a cost below zero', { options: [{ id: 'a', name: '', cost: -1 }] }, 'Option "a" has the cost -1; a whole number from 0 is needed.'],
  ['a capacity below zero', { capacity: -1 }, 'The capacity is -1; a whole number from 0 is needed.'],
  ['no seats', { capacity: undefined, seats: 0 } as unknown as Election, 'There are 0 seats; a whole number from 1 is needed.'],
  ['two papers of one id', { papers: [1, 2].map(() => ({ id: 'p', approvals: [] })) }, 'Paper p is there twice.'],
  ['capacity and seats', { seats: 1 }, 'A ballot has either a capacity or seats, not both.'],
])('a ballot with %s is not counted', (_, change, why) => {
  expect(() => checkElection({ ...ballot, ...change })).toThrow(why)
})
