import { expect, test } from 'vitest'
import type { TallyOptions } from '../../lib/tally/election.ts'
import { tally } from '../../lib/tally/tally.ts'
import type { Vote } from '../papers/rules.ts'
import { electionOf } from './count.ts'
import type { Results } from './queries.ts'
import { countsAgain, moreFirstsOf, type Reason, reasonsOf } from './why.ts'

type Facts = {
  rule: 'greedy' | 'equal-shares' | 'equal-shares-add1' | 'scottish-stv'
  costs?: number[]
  capacity?: number
  seats?: number
  settings?: TallyOptions
  votes: Vote[]
}

/** A counted ballot whose options are called One, Two, Three … */
function counted({ rule, costs, capacity, seats, settings = {}, votes }: Facts, size = costs?.length ?? 4): Results {
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
  const options = names.slice(0, size).map((title, i) => ({ number: i + 1, title, cost: costs?.[i] ?? null }))
  const ballot = {
    form: rule === 'scottish-stv' ? 'ranks' : 'points',
    budget: 100,
    most: null,
    capacity: capacity ?? null,
    seats: seats ?? null,
    title: 'Round',
    settings,
    ties: 'lot',
    tieOrder: [],
  }
  const papers = votes.map((vote, i) => ({ receipt: `r${i}`, vote }))
  const result = tally(rule, electionOf(ballot as unknown as Results['ballot'], options, papers), settings)
  return { ballot, options, papers, count: { rule, chosen: true, settings, result } } as unknown as Results
}

const why = (facts: Facts, number: string): Reason[] => reasonsOf(counted(facts)).get(number) ?? []

const spending: Facts = {
  rule: 'greedy',
  costs: [28, 40, 20, 60],
  capacity: 50,
  votes: [{ points: { 1: 100 } }, { points: { 2: 87 } }, { points: { 3: 30 } }, { points: { 4: 5 } }],
}

test('by points with costs: what fitted, what did not and with how many points it would have won', () => {
  expect(why(spending, '1')).toEqual([{ why: 'fits', facts: { points: 100, cost: 28, left: 22 } }])
  expect(why(spending, '2')).toEqual([
    { why: 'misfit', facts: { points: 87, cost: 40, left: 22, after: 'One' } },
    { why: 'wouldWin', facts: { points: 101 } },
  ])
  expect(why(spending, '3')).toEqual([{ why: 'fits', facts: { points: 30, cost: 20, left: 2 } }])
  expect(why(spending, '4')).toEqual([{ why: 'dear', facts: { points: 5, cost: 60, left: 2 } }])
})

test('with the points that the sentence names it does win, and with one fewer it does not', () => {
  const [, more] = why(spending, '2')
  const needed = more?.why === 'wouldWin' ? more.facts.points : 0
  const winnersWith = (points: number) =>
    counted({ ...spending, votes: [{ points: { 1: 100 } }, { points: { 2: 87 } }, { points: { 2: points - 87 } }, { points: { 3: 30 } }] })
      .count.result.winners
  expect(winnersWith(needed)).toContain('2')
  expect(winnersWith(needed - 2)).not.toContain('2')
})

test('a count that ends at what does not fit says where it ended', () => {
  const stopped: Facts = { ...spending, settings: { misfit: 'stop' } }
  expect(why(stopped, '2').map(({ why }) => why)).toEqual(['misfit', 'wouldWin'])
  expect(why(stopped, '3')).toEqual([
    { why: 'ended', facts: { points: 30, at: 'Two' } },
    { why: 'wouldWin', facts: { points: 88 } },
  ])
})

test('too few points, no points, and no place left are told apart', () => {
  expect(why({ ...spending, settings: { minScore: 50 } }, '3')).toEqual([{ why: 'few', facts: { points: 30, least: 50 } }])
  const places: Facts = { rule: 'greedy', seats: 1, votes: [{ points: { 1: 5 } }, { points: { 2: 3 } }] }
  expect(why(places, '1')).toEqual([{ why: 'place', facts: { points: 5, place: 1, places: 1 } }])
  expect(why(places, '2')).toEqual([
    { why: 'full', facts: { points: 3, places: 1 } },
    { why: 'wouldWin', facts: { points: 6 } },
  ])
  expect(why(places, '3')).toEqual([{ why: 'unwanted' }])
})

test('a tie between those who could win is told to each of them', () => {
  const tied: Facts = { rule: 'greedy', seats: 1, votes: [{ points: { 1: 5 } }, { points: { 2: 5 } }] }
  expect(why(tied, '1').map((one) => one.why)).toEqual(['place', 'tie'])
  expect(why(tied, '2').map((one) => one.why)).toEqual(['full', 'wouldWin', 'tie'])
})

test.each(['equal-shares', 'equal-shares-add1'] as const)('by %s: who paid, and what the supporters of the others had left', (rule) => {
  const shared: Facts = {
    rule,
    costs: [6, 6, 3, 8],
    capacity: 12,
    votes: [{ points: { 1: 10 } }, { points: { 1: 10 } }, { points: { 2: 10 } }, { points: { 3: 1, 2: 9 } }],
  }
  expect(why(shared, '1')).toEqual([{ why: 'paid', facts: { votes: 2, cost: 6 } }])
  expect(why(shared, '2')).toEqual([{ why: 'paid', facts: { votes: 2, cost: 6 } }])
  expect(why(shared, '3')).toMatchObject([{ why: 'unpaid', facts: { votes: 1, cost: 3 } }, { why: 'lacked' }])
  const [three, lacked] = why(shared, '3')
  // What it would have taken is what its supporters had too little.
  expect(three?.why === 'unpaid' && lacked?.why === 'lacked' && three.facts.left + lacked.facts.missing).toBeCloseTo(3, 1)
  expect(why(shared, '4')).toEqual([{ why: 'unwanted' }])
})

test('by Equal Shares for places: a place is what is paid for', () => {
  const places: Facts = { rule: 'equal-shares-add1', seats: 1, votes: [{ points: { 1: 5 } }, { points: { 1: 5 } }, { points: { 2: 5 } }] }
  expect(why(places, '1')).toEqual([{ why: 'paidPlace', facts: { votes: 2 } }])
  expect(why(places, '2')).toMatchObject([{ why: 'unpaidPlace', facts: { votes: 1 } }, { why: 'lacked' }])
})

const ranked = (more: Vote[] = []): Facts => ({
  rule: 'scottish-stv',
  seats: 2,
  votes: [
    ...Array.from({ length: 6 }, () => ({ ranks: ['1', '2'] })),
    ...Array.from({ length: 3 }, () => ({ ranks: ['2'] })),
    ...Array.from({ length: 2 }, () => ({ ranks: ['3', '2'] })),
    { ranks: ['4', '3'] },
    ...more,
  ],
})

test('by Scottish STV: the round of the quota, the round of the exclusion, and the last vacancy', () => {
  const reasons = reasonsOf(counted(ranked()))
  expect(reasons.get('1')).toEqual([{ why: 'quota', facts: { votes: 6, round: 1, quota: 5 } }])
  expect(reasons.get('4')?.[0]).toEqual({ why: 'fewest', facts: { votes: 1, round: 2 } })
  expect(counted(ranked()).count.result.winners).toEqual(['1', '2'])
  expect(reasons.get('2')?.[0]?.why).toMatch(/^(quota|vacancy)$/)
  expect(reasons.get('3')?.[0]?.why).toMatch(/^(fewest|below)$/)
})

test('by Scottish STV: with as many more first places as it says an option wins, excluded or last, and with one fewer it does not', async () => {
  const reasons = reasonsOf(counted(ranked()), await moreFirstsOf(counted(ranked())))
  for (const id of ['3', '4']) {
    const [lost, more] = reasons.get(id) ?? []
    expect(lost?.why).toMatch(/^(fewest|below)$/)
    const needed = more?.why === 'moreFirsts' ? more.facts.votes : 0
    const winnersWith = (n: number) => counted(ranked(Array.from({ length: n }, () => ({ ranks: [id] })))).count.result.winners
    expect(needed).toBeGreaterThan(0)
    expect(winnersWith(needed)).toContain(id)
    expect(winnersWith(needed - 1)).not.toContain(id)
  }
})

test('by Scottish STV: of more papers than are counted again for a page it is not worked out, and the page can say so', async () => {
  const votes = Array.from({ length: 10_001 }, (_, i) => ({ ranks: [String((i % 4) + 1)] }))
  const many = counted({ ...ranked(), votes })
  expect([countsAgain(counted(ranked())), countsAgain(many)]).toEqual([true, false])
  expect([...(await moreFirstsOf(many))]).toEqual([])
})
