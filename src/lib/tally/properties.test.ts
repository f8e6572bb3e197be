import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperCheck } from './check.ts'
import { type Election, type Paper, type Result, type Rule, rules, type TallyOptions } from './election.ts'
import { tally } from './tally.ts'

const ids = 'abcdefg'.split('')

/** Options with costs, and papers that give points, rank or approve. */
const elections = fc
  .record({
    costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: ids.length }),
    kind: fc.constantFrom('points' as const, 'ranks' as const, 'approvals' as const),
    size: fc.constantFrom('capacity' as const, 'seats' as const),
    amount: fc.integer({ min: 1, max: 60 }),
  })
  .chain(({ costs, kind, size, amount }) => {
    const options = costs.map((cost, i) => ({ id: ids[i]!, name: `Option ${ids[i]}`, cost }))
    const known = options.map(({ id }) => id)
    const some = fc.shuffledSubarray(known)
    const points = some.chain((chosen) =>
      fc.tuple(...chosen.map(() => fc.nat(5))).map((given) => ({ points: Object.fromEntries(chosen.map((id, i) => [id, given[i]!])) })),
    )
    const ranks = fc.tuple(some, fc.array(fc.boolean(), { minLength: known.length, maxLength: known.length })).map(([order, joins]) => {
      const tiers: string[][] = []
      for (const [i, id] of order.entries()) {
        if (i > 0 && joins[i]) tiers.at(-1)!.push(id)
        else tiers.push([id])
      }
      return { ranks: tiers }
    })
    const votes: Record<typeof kind, fc.Arbitrary<Omit<Paper, 'id'>>> = {
      points,
      ranks,
      approvals: some.map((approvals) => ({ approvals })),
    }
    return fc.array(votes[kind], { maxLength: 12 }).map(
      (papers): Election => ({
        options,
        papers: papers.map((vote, i) => ({ id: `p${i}`, ...vote })),
        ...(size === 'capacity' ? { capacity: amount } : { seats: 1 + (amount % ids.length) }),
      }),
    )
  })

const withPoints = elections.filter(({ papers }) => papers.every(({ points }) => points))
const settings = fc.record(
  {
    misfit: fc.constantFrom('skip' as const, 'stop' as const),
    next: fc.constantFrom('ratio' as const, 'excess' as const),
    comparison: fc.boolean(),
    completion: fc.constantFrom('none' as const, 'phragmen' as const),
    equals: fc.constantFrom('split' as const, 'droop' as const),
  },
  { requiredKeys: [] },
)
const forPeople = new Set<Rule>(['scottish-stv', 'meek'])
/** Rules that count people need seats. */
const fitting = (rule: Rule, { capacity, ...election }: Election): Election =>
  forPeople.has(rule) && capacity !== undefined
    ? { ...election, seats: 1 + (capacity % 4) }
    : { ...election, ...(capacity !== undefined && { capacity }) }

const runs = { numRuns: 100 }

describe.each(rules)('%s', (rule) => {
  const count = (election: Election, options?: TallyOptions) => tally(rule, fitting(rule, election), options)

  test('does not depend on the order of papers or options, but for declared ties', () => {
    const told = ({ winners, ties, figures }: Result) => ({ winners, ties, totals: figures.totals, cost: figures.cost })
    const shuffled = elections.chain((election) =>
      fc.tuple(
        fc.constant(election),
        fc.shuffledSubarray(election.options, { minLength: election.options.length }),
        fc.shuffledSubarray(election.papers, { minLength: election.papers.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, settings, ([election, options, papers], chosen) => {
        // A lot by the ids: so that only the order of the file changes.
        const ties = { by: 'lot' as const, seed: 'published' }
        expect(told(count({ ...election, options, papers }, { ...chosen, ties }))).toEqual(told(count(election, { ...chosen, ties })))
        const plain = count({ ...election, options, papers }, chosen)
        // Broken by the order of the options, only a tie that is told can make a difference.
        if (plain.ties.length === 0) expect(plain.winners.toSorted()).toEqual(count(election, chosen).winners.toSorted())
      }),
      runs,
    )
  })

  test('papers that say the same may be counted together', () => {
    fc.assert(
      fc.property(elections, fc.integer({ min: 2, max: 4 }), (election, n) => {
        const apart = election.papers.flatMap((paper) => Array.from({ length: n }, (_, i) => ({ ...paper, id: `${paper.id}.${i}` })))
        const together = election.papers.map((paper) => ({ ...paper, count: n }))
        const [a, b] = [count({ ...election, papers: apart }), count({ ...election, papers: together })]
        expect([a.winners, a.figures]).toEqual([b.winners, b.figures])
      }),
      runs,
    )
  })

  test('never costs more than the capacity, never fills more than the seats, never chooses twice', () => {
    fc.assert(
      fc.property(elections, settings, (election, chosen) => {
        const { winners, figures } = count(election, chosen)
        const { seats, capacity = Infinity, options } = fitting(rule, election)
        expect(new Set(winners).size).toBe(winners.length)
        if (seats !== undefined) expect(winners.length).toBeLessThanOrEqual(seats)
        else if (rule !== 'schulze') {
          const cost = options.filter(({ id }) => winners.includes(id)).reduce((sum, option) => sum + option.cost, 0)
          expect(cost).toBeLessThanOrEqual(capacity)
          expect(figures.cost).toBe(String(cost))
        }
      }),
      runs,
    )
  })

  test('tells of each tie in a step, and breaks it as was set', () => {
    fc.assert(
      fc.property(elections, (election) => {
        const { ties, steps } = count(election)
        for (const { step, among, chosen } of ties) {
          expect(among.length).toBeGreaterThan(1)
          expect(among).toContain(chosen)
          expect(steps[step]!.text).toMatch(/^Tie: /)
        }
      }),
      runs,
    )
  })
})

describe('step logs add up', () => {
  test.each<Rule>(['greedy', 'score', 'phragmen', 'cstv'])('%s: what is left is what was left less what was spent', (rule) => {
    fc.assert(
      fc.property(elections, settings, (election, chosen) => {
        const result = tally(rule, election, chosen)
        let left = Number(result.figures.capacity)
        let spent = 0
        for (const { figures } of result.steps) {
          if (figures?.left === undefined) continue
          spent += Number(figures.spent ?? 0)
          left -= Number(figures.spent ?? 0)
          expect(Number(figures.left)).toBe(left)
        }
        expect(spent).toBe(Number(result.figures.cost))
      }),
      runs,
    )
  })

  test('Equal Shares: what is left in all purses is what was there less the costs, to the last fraction', () => {
    const value = (text: string) => text.split('/').map(BigInt) as [bigint, bigint?]
    fc.assert(
      fc.property(withPoints, (election) => {
        let before: [bigint, bigint?] | undefined
        for (const { figures } of tally('equal-shares', election).steps) {
          if (figures?.left === undefined) continue
          const left = value(figures.left)
          if (before && figures.spent !== undefined) {
            const [n, d = 1n] = before
            expect(left[0] * d).toBe((n - BigInt(figures.spent) * d) * (left[1] ?? 1n))
          }
          before = left
        }
      }),
      runs,
    )
  })

  test.each<Rule>(['scottish-stv', 'meek'])('%s: at each stage all votes are with somebody, or told as lost', (rule) => {
    const units = (text: string) => BigInt(text.replace('.', ''))
    fc.assert(
      fc.property(elections, (election) => {
        const places = rule === 'meek' ? 9 : 5
        for (const { totals, figures } of tally(rule, fitting(rule, election)).steps) {
          if (!totals || !figures?.papers) continue
          const lost = [figures.nontransferable, figures.rounding, figures.exhausted].filter((part) => part !== undefined)
          const sum = [...Object.values(totals), ...lost].reduce((all, part) => all + units(part!), 0n)
          expect(sum).toBe(BigInt(figures.papers) * 10n ** BigInt(places))
        }
      }),
      runs,
    )
  })
})

describe('what the rules promise', () => {
  test.each<Rule>(['greedy', 'score'])('%s: more points for a winner never make it lose', (rule) => {
    fc.assert(
      fc.property(withPoints, settings, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (election, chosen, which, on, more) => {
        const { winners } = tally(rule, election, chosen)
        fc.pre(winners.length > 0)
        const winner = winners[which % winners.length]!
        const raised = election.papers.with(on % election.papers.length, election.papers[on % election.papers.length]!)
        const paper = raised[on % raised.length]!
        const papers = raised.with(on % raised.length, {
          ...paper,
          points: { ...paper.points, [winner]: (paper.points?.[winner] ?? 0) + more },
        })
        expect(tally(rule, { ...election, papers }, chosen).winners).toContain(winner)
      }),
      runs,
    )
  })

  test.each<Rule>(['equal-shares', 'phragmen'])(
    '%s: a group that is large enough for a seat and agrees on somebody is not left without anybody',
    (rule) => {
      const committees = elections.filter(
        ({ papers, seats = 0, options }) =>
          papers.length > 0 && seats > 0 && seats <= options.length && papers.every(({ approvals }) => approvals),
      )
      fc.assert(
        fc.property(committees, ({ seats = 1, ...election }) => {
          const { winners } = tally(rule, { ...election, seats }, { utility: 'approval', completion: 'phragmen' })
          const unheard = election.papers.filter(({ approvals = [] }) => !approvals.some((id) => winners.includes(id)))
          for (const { id } of election.options)
            expect(unheard.filter(({ approvals = [] }) => approvals.includes(id)).length * seats).toBeLessThan(election.papers.length)
        }),
        { numRuns: 400 },
      )
    },
  )

  test('schulze: who beats everybody else in pairs wins', () => {
    fc.assert(
      fc.property(elections, ({ capacity: _, seats: __, ...election }) => {
        const prefers = ({ points, ranks, approvals }: Paper, a: string, b: string) => {
          const place = (id: string) =>
            points ? -(points[id] ?? 0) : approvals ? Number(!approvals.includes(id)) : ranks!.findIndex((tier) => tier.includes(id)) >>> 0
          return place(a) < place(b)
        }
        const duel = (a: string, b: string) => election.papers.filter((paper) => prefers(paper, a, b)).length
        const best = election.options.find(({ id }) =>
          election.options.every((other) => other.id === id || duel(id, other.id) > duel(other.id, id)),
        )
        fc.pre(best !== undefined && election.options.length > 1)
        expect(tally('schulze', election).winners).toEqual([best!.id])
      }),
      runs,
    )
  })

  test.each<Rule>(['scottish-stv', 'meek'])('%s: who has a quota of first preferences is elected, and all seats are filled', (rule) => {
    const ranked = elections.filter(({ papers }) => papers.every(({ ranks }) => ranks?.every((tier) => tier.length === 1)))
    fc.assert(
      fc.property(ranked, (election) => {
        const { seats = 0, options, papers } = fitting(rule, election)
        const valid = papers.filter(({ ranks = [] }) => ranks.length > 0)
        fc.pre(valid.length > 0)
        const { winners } = tally(rule, { options, papers, seats })
        expect(winners.length).toBe(Math.min(seats, options.length))
        for (const { id } of options) {
          const first = valid.filter(({ ranks }) => ranks?.[0]?.[0] === id).length
          if (first > Math.floor(valid.length / (seats + 1))) expect(winners).toContain(id)
        }
      }),
      runs,
    )
  })
})

test('a paper over budget, negative, fractional or for an unknown option is refused with the reason, and no other', () => {
  const ballot: Election = { options: ids.map((id) => ({ id, name: id, cost: 1 })), papers: [], seats: 1, limits: { maxSum: 20 } }
  const papers = fc.dictionary(
    fc.constantFrom(...ids, 'x', '__proto__'),
    fc.oneof(fc.integer({ min: -3, max: 12 }), fc.double({ min: 0, max: 9 })),
    { noNullPrototype: false },
  )
  fc.assert(
    fc.property(papers, (points) => {
      const values = Object.values(points)
      const good =
        Object.keys(points).every((id) => ids.includes(id)) &&
        values.every((value) => Number.isInteger(value) && value >= 0) &&
        values.reduce((a, b) => a + b, 0) <= 20
      const why = paperCheck(ballot)({ id: 'p', points })
      if (good) expect(why).toBeUndefined()
      else expect(why).toMatch(/^(names "|gives .*(whole|negative)|spends \d+ points and is over the budget of 20)/)
    }),
    { numRuns: 1000 },
  )
})
