import { describe, expect, test } from 'vitest'
import type { Election, Paper, Rule, TallyOptions } from './election.ts'
import { tally } from './tally.ts'

const points = (...papers: Record<string, number>[]): Paper[] => papers.map((given, i) => ({ id: String(i), points: given }))
const ranks = (...papers: [number, string][]): Paper[] =>
  papers.map(([count, order], i) => ({ id: String(i), count, ranks: order === '' ? [] : order.split(' ').map((tier) => tier.split('=')) }))
const options = (costs: Record<string, number>) => Object.entries(costs).map(([id, cost]) => ({ id, name: id, cost }))
const people = (names: string) => names.split(' ').map((id) => ({ id, name: id, cost: 1 }))

/** What the log says, line by line. */
const said = (...counted: Parameters<typeof tally>): string[] => tally(...counted).steps.map(({ text }) => text)

function winners(rule: Rule, election: Partial<Election>, settings?: TallyOptions): string[] {
  return tally(rule, { options: [], papers: [], ...election }, settings).winners
}

describe('greedy by points', () => {
  const election = { options: options({ a: 30, b: 30, c: 10 }), papers: points({ a: 9, b: 5, c: 4 }), capacity: 45 }

  test('passes over what does not fit, or stops there', () => {
    expect(winners('greedy', election)).toEqual(['a', 'c'])
    expect(winners('greedy', election, { misfit: 'stop' })).toEqual(['a'])
  })

  test('considers nothing below the minimum score', () => {
    expect(winners('greedy', election, { minScore: 5 })).toEqual(['a'])
    expect(said('greedy', election, { minScore: 5 }).at(-1)).toBe(
      'c has 4 points and costs 10: fewer than the 5 points needed: not chosen.',
    )
  })

  test('asks for what there is to spend', () => {
    const { capacity, ...neither } = election
    expect(() => winners('greedy', neither)).toThrow('This rule needs a capacity or a number of seats.')
  })

  test('tells a tie only where it decides', () => {
    const equals = { ...election, papers: points({ a: 5, b: 5, c: 5 }) }
    expect(tally('greedy', { ...equals, capacity: 70 }).ties).toEqual([])
    // b can never be paid, so a and c do not compete with it.
    expect(tally('greedy', { ...equals, options: options({ a: 30, b: 50, c: 10 }), capacity: 45 }).ties).toEqual([])
    expect(tally('greedy', equals).ties).toEqual([
      { step: 1, among: ['a', 'b', 'c'], chosen: 'a', for: 'win', how: 'order of the options' },
    ])
  })
})

describe('ties are broken by the rule that was set before', () => {
  const election = { options: people('a b c'), papers: points({ a: 1, b: 1, c: 1 }), seats: 1 }

  test.each<[string, TallyOptions['ties'], string]>([
    ['the order of the options', { by: 'order' }, 'a'],
    ["the chair's list", { by: 'order', order: ['c', 'b', 'a'] }, 'c'],
    // printf 'autumn\nb' | sha256sum begins with 18; a with 32, c with a8.
    ['lot, whoever has the least digest', { by: 'lot', seed: 'autumn' }, 'b'],
  ])('%s', (_, ties, winner) => {
    expect(winners('greedy', election, { ties })).toEqual([winner])
  })

  test('and a list that leaves somebody out is refused before the count', () => {
    expect(() => winners('greedy', election, { ties: { by: 'order', order: ['a'] } })).toThrow('does not name option "b"')
  })

  test('who is drawn first is taken for an exclusion too, while the last on a list is', () => {
    const equals = { options: people('a b c'), papers: ranks([5, 'a'], [2, 'b'], [2, 'c']), seats: 2 }
    expect(winners('scottish-stv', equals, { ties: { by: 'drawn', order: ['a', 'b', 'c'] } })).toEqual(['a', 'c'])
    expect(winners('scottish-stv', equals, { ties: { by: 'order', order: ['a', 'b', 'c'] } })).toEqual(['a', 'b'])
  })
})

describe('score with "no"', () => {
  const limits = { minPoints: -1, maxPoints: 1 }

  test('passes a motion that has more yes than no, and no other', () => {
    const motion = { options: people('move'), limits }
    expect(winners('score', { ...motion, papers: points({ move: 1 }, { move: 1 }, { move: -1 }, {}) })).toEqual(['move'])
    expect(winners('score', { ...motion, papers: points({ move: 1 }, { move: -1 }) })).toEqual([])
    expect(winners('score', { options: people('a b'), limits, papers: points({ a: 1, b: 1 }, { b: 1 }) })).toEqual(['b'])
  })

  test('leaves a seat empty rather than give it to who is refused', () => {
    const result = tally('score', { options: people('a b'), papers: points({ a: 1, b: -1 }, { a: 1, b: 1 }, { b: -1 }), seats: 2, limits })
    expect([result.winners, result.figures.yes, result.figures.no]).toEqual([['a'], { a: '2', b: '1' }, { a: '0', b: '2' }])
  })
})

describe('Equal Shares', () => {
  // Six libraries want three things alike, three small ones agree on one.
  const majority = { x1: 6, x2: 5, x3: 4 }
  const papers = points(majority, majority, majority, majority, majority, majority, { y: 3 }, { y: 3 }, { y: 3 })
  const election = { options: options({ x1: 30, x2: 30, x3: 30, y: 30 }), papers, capacity: 90 }

  test('leaves a third of the capacity to a third of the papers, where greedy gives all to the majority', () => {
    expect(winners('equal-shares', election).toSorted()).toEqual(['x1', 'x2', 'y'])
    expect(winners('greedy', election).toSorted()).toEqual(['x1', 'x2', 'x3'])
  })

  test('spends what is left over by Phragmén, or by raising the shares as far as they go', () => {
    const dearer = { ...election, options: options({ x1: 30, x2: 30, x3: 30, y: 31 }) }
    expect(winners('equal-shares', dearer).toSorted()).toEqual(['x1', 'x2'])
    expect(winners('equal-shares', dearer, { completion: 'phragmen' }).toSorted()).toEqual(['x1', 'x2', 'x3'])
    // Five for each of the first two, and five more.
    expect(said('equal-shares', dearer, { completion: 'phragmen' })).toContain(
      'x3 costs 30 and is supported by 6 papers: chosen. Each of them has now paid 15. 0 left.',
    )
    expect(winners('equal-shares-add1', dearer).toSorted()).toEqual(['x1', 'x2'])
    expect(winners('equal-shares-add1', { ...dearer, capacity: 91 }).toSorted()).toEqual(['x1', 'x2', 'y'])
  })

  test('says what each has, of many papers and of one', () => {
    expect(said('equal-shares', election)[0]).toBe('Each of the 9 papers has an equal share of 10 to spend on what it supports.')
    expect(said('equal-shares', { ...election, papers: points(majority) })[0]).toBe(
      'The one paper has an equal share of 90 to spend on what it supports.',
    )
  })

  test('raising the shares ends where there is no capacity at all, and needs a step', () => {
    expect(winners('equal-shares-add1', { ...election, capacity: 0 })).toEqual([])
    expect(() => winners('equal-shares-add1', election, { increment: 0 })).toThrow('The increment must be at least 1.')
  })

  test('yields to greedy where more papers prefer its outcome', () => {
    const divided = {
      options: options({ big: 60, small: 20 }),
      papers: points({ big: 9 }, { big: 9 }, { big: 9 }, { big: 8, small: 9 }, { small: 9 }),
      capacity: 60,
    }
    expect(winners('equal-shares', divided)).toEqual(['small'])
    const compared = tally('equal-shares', divided, { comparison: true })
    expect([compared.winners, compared.figures.preferShares, compared.figures.preferGreedy]).toEqual([['big'], 2, 3])
  })

  test('an approval is worth the cost, unless it is to be worth the same whatever it is for', () => {
    // Four of ten want the dear thing, five the cheap one; there is money for one.
    const papers = [...Array(9)].map((_, i) => ({ id: String(i), approvals: i < 4 ? ['dear'] : i < 5 ? ['dear', 'cheap'] : ['cheap'] }))
    const approved = { options: options({ dear: 50, cheap: 10 }), papers, capacity: 90 }
    expect(winners('equal-shares', approved)).toEqual(['dear', 'cheap'])
    expect(winners('equal-shares', approved, { utility: 'approval' })[0]).toEqual('cheap')
  })
})

describe('cumulative STV', () => {
  // The example of the tests of pabutools: five donors of 20 each.
  const election = {
    options: options({ A: 27, B: 30, C: 40 }),
    papers: points({ A: 5, B: 10, C: 5 }, { A: 10, B: 10 }, { B: 15, C: 5 }, { C: 20 }, { A: 15, B: 5 }),
    capacity: 100,
  }

  test.each(['ratio', 'excess'] as const)('chooses two of three, what has its cost first, then by a minimal transfer (%s)', (next) => {
    const result = tally('cstv', election, { next })
    expect(result.winners.length).toBe(3)
    expect(result.winners.slice(0, 2)).toEqual(['B', 'A'])
  })

  test('chooses everything where all have just what they cost, and nothing that is beyond everybody', () => {
    const exact = points(...[...Array(5)].map(() => ({ A: 27, B: 30, C: 40 })))
    expect(winners('cstv', { ...election, papers: exact, capacity: 97 })).toHaveLength(3)
    expect(winners('cstv', { ...election, papers: points({ A: 1, B: 1, C: 1 }), capacity: 15 })).toEqual([])
  })
})

describe('elections of people', () => {
  test.each<Rule>(['scottish-stv', 'meek'])('of two who have the quota at a time, who has more votes is elected first (%s)', (rule) => {
    expect(winners(rule, { options: people('a b c'), papers: ranks([5, 'a'], [7, 'b'], [1, 'c']), seats: 2 })).toEqual(['b', 'a'])
  })

  test('a surplus goes on with its transfer value, to five decimals', () => {
    const result = tally('scottish-stv', { options: people('a b c'), papers: ranks([7, 'a b'], [2, 'c'], [1, 'b']), seats: 2 })
    // Quota 4; 3/7 = 0.42857 for each of seven papers.
    expect([result.winners, result.figures.totals]).toEqual([['a', 'b'], { a: '4.00000', b: '3.99999', c: '0.00000' }])
  })

  test('a surplus of less than one vote goes on as well', () => {
    const result = tally('scottish-stv', {
      options: people('a b c d'),
      papers: ranks([7, 'a b'], [4, 'b d'], [4, 'c'], [4, 'd']),
      seats: 3,
    })
    // Quota 5; b has 4 + 7 × 0.28571, and 0.16666 of each of its four papers are d's.
    expect([result.winners, result.ties, result.figures.totals]).toMatchObject([['a', 'b', 'd'], [], { d: '4.66664' }])
  })

  test('a tie for the last place is broken by the stage before, before anything else', () => {
    const papers = ranks([10, 'a'], [4, 'b'], [3, 'c'], [1, 'd c'])
    const result = tally('scottish-stv', { options: people('a b c d'), papers, seats: 2 })
    expect([result.winners, result.ties]).toEqual([
      ['a', 'b'],
      [{ step: 4, among: ['b', 'c'], chosen: 'c', for: 'exclusion', how: 'votes at an earlier stage' }],
    ])
  })

  test('a paper that ranks two equally ends before them, and has no vote if they are first', () => {
    const result = tally('scottish-stv', { options: people('a b c'), papers: ranks([3, 'a b=c'], [1, 'b=c a'], [2, 'b']), seats: 1 })
    expect([result.winners, result.figures.totals]).toEqual([['a'], { a: '3.00000', b: '2.00000', c: '0.00000' }])
  })

  test('who withdrew is passed over', () => {
    const options = people('a b c').map((person) => (person.id === 'a' ? { ...person, withdrawn: true } : person))
    for (const rule of ['scottish-stv', 'meek', 'schulze'] as const)
      expect(winners(rule, { options, papers: ranks([3, 'a b'], [2, 'c']), seats: 1 })).toEqual(['b'])
  })

  test('runners-up are kept in order, the last excluded first', () => {
    const result = tally('scottish-stv', { options: people('a b c d'), papers: ranks([9, 'a'], [4, 'b'], [3, 'c'], [2, 'd']), seats: 1 })
    expect(result.figures.runnersUp).toEqual(['b', 'c', 'd'])
  })

  test('rules for people ask for seats', () => {
    expect(() => winners('scottish-stv', { options: people('a'), papers: ranks([1, 'a']), capacity: 5 })).toThrow(
      'This rule needs a number of seats.',
    )
  })
})

test('Schulze gives the winner of the example of his paper', () => {
  // Schulze 2011, section 3.1: 45 voters, five candidates, winner E.
  const papers = ranks(
    [5, 'A C B E D'],
    [5, 'A D E C B'],
    [8, 'B E D A C'],
    [3, 'C A B E D'],
    [7, 'C A E B D'],
    [2, 'C B A D E'],
    [7, 'D C E B A'],
    [8, 'E B A D C'],
  )
  const result = tally('schulze', { options: people('A B C D E'), papers, seats: 5 })
  expect(result.winners).toEqual(['E', 'A', 'C', 'B', 'D'])
  // The strengths of the strongest paths, as the paper prints them; none leads back to where it begins.
  const printed = { A: '28 28 30 24', B: '25 28 33 24', C: '25 29 29 24', D: '25 28 28 24', E: '25 28 28 31' }
  expect(result.figures.paths).toEqual(
    Object.fromEntries(
      Object.entries(printed).flatMap(([from, row]) => {
        const others = [...'ABCDE'].filter((to) => to !== from)
        return row.split(' ').map((strength, i) => [`${from} > ${others[i]}`, strength])
      }),
    ),
  )
})

test('Phragmén passes over what does not fit, or stops there', () => {
  const election = {
    options: options({ a: 20, b: 90, c: 30 }),
    papers: [...Array(4)].map((_, i) => ({ id: String(i), approvals: i < 3 ? ['a', 'b'] : ['c'] })),
    capacity: 60,
  }
  expect(winners('phragmen', election)).toEqual(['a', 'c'])
  expect(winners('phragmen', { ...election, options: options({ a: 20, b: 45, c: 30 }) }, { misfit: 'stop' })).toEqual(['a'])
})

test.each<Rule>(['greedy', 'equal-shares', 'equal-shares-add1', 'phragmen', 'cstv', 'scottish-stv', 'meek', 'schulze', 'score'])(
  '%s chooses nothing where no paper says anything',
  (rule) => {
    const election = { options: people('a b'), papers: points({}, {}), seats: 1 }
    expect(winners(rule, election)).toEqual([])
    expect(winners(rule, { ...election, papers: [] })).toEqual([])
  },
)
