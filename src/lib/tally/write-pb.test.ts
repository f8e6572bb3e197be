import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Election, Paper, TallyOptions } from './election.ts'
import { readPb } from './read-pb.ts'
import { tally } from './tally.ts'
import { writePb } from './write-pb.ts'

const head = {
  description: 'Cycle 2026, round two',
  country: 'Europe',
  unit: 'Lectio',
  instance: '2026',
  date_begin: '02.11.2026',
  date_end: '16.11.2026',
}

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((given) => given.replace(/\r/g, '').trim())
const id = fc.string({ unit: fc.constantFrom(...'abcxyz019-_;"é'), minLength: 1, maxLength: 6 })

/** What a .pb file can hold, in the form in which it is read back. */
const elections = fc
  .record({
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
    voters: fc.uniqueArray(id, { maxLength: 8 }),
    kind: fc.constantFrom('cumulative' as const, 'scoring' as const, 'approval' as const, 'ordinal' as const),
    decimals: fc.nat(2),
    seats: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .chain(({ ids, voters, kind, decimals, seats }) => {
    const vote = fc.shuffledSubarray(ids).chain((chosen): fc.Arbitrary<Omit<Paper, 'id'>> => {
      if (kind === 'approval') return fc.constant({ approvals: chosen })
      if (kind === 'ordinal') return fc.constant({ ranks: chosen.map((option) => [option]) })
      const value = kind === 'scoring' ? fc.integer({ min: -3, max: 9 }).filter((points) => points !== 0) : fc.integer({ min: 1, max: 9 })
      return fc
        .tuple(...chosen.map(() => value))
        .map((given) => ({ points: Object.fromEntries(chosen.map((option, i) => [option, given[i]!])) }))
    })
    return fc
      .record({
        names: fc.tuple(...ids.map(() => text)),
        // With a last digit that keeps the decimals.
        costs: fc.tuple(...ids.map(() => fc.nat(10_000).map((cost) => cost * 10 + 1))),
        capacity: fc.nat(100_000),
        votes: fc.tuple(...voters.map(() => vote)),
      })
      .map(
        ({ names, costs, capacity, votes }): Election => ({
          title: head.description,
          options: ids.map((option, i) => ({ id: option, name: names[i] || option, cost: seats === undefined ? costs[i]! : 1 })),
          papers: votes.map((given, i) => ({ id: voters[i]!, ...given })),
          ...(seats === undefined ? { capacity } : { seats }),
          decimals: seats === undefined ? decimals : 0,
          limits: {
            ...(kind === 'ordinal' && { maxLength: ids.length }),
            ...(kind === 'cumulative' && { maxSum: 60 }),
            ...(kind === 'scoring' && { minPoints: -3 }),
          },
        }),
      )
  })

const settings: fc.Arbitrary<TallyOptions> = fc.record(
  {
    misfit: fc.constant('stop' as const),
    ties: fc.oneof(fc.constant({ by: 'order' as const }), fc.constant({ by: 'lot' as const, seed: '4711' })),
  },
  { requiredKeys: [] },
)

describe('an election written as .pb', () => {
  test('is read back as it was, with its rule, its ties and its winners', () => {
    fc.assert(
      fc.property(elections, settings, (election, chosen) => {
        const { winners } = tally('greedy', election, chosen)
        const reading = readPb(writePb(election, head, 'greedy', chosen, winners))
        expect(reading.election).toEqual(election)
        const { ties, ...rest } = chosen
        expect([reading.named, reading.ties]).toEqual([{ rule: 'greedy', settings: rest }, ties])
        expect(reading.chosen?.toSorted()).toEqual(winners.toSorted())
        if ('rule' in reading.named)
          expect(tally(reading.named.rule, reading.election, { ...reading.named.settings, ...(ties && { ties }) }).winners).toEqual(winners)
      }),
      { numRuns: 300 },
    )
  })

  test('has the sections, the fields and the order that public tools expect', () => {
    const election: Election = {
      options: [
        { id: '214', name: 'Export; "all" fields', cost: 20 },
        { id: '7', name: 'Dark mode', cost: 8 },
      ],
      papers: [
        { id: 'k3f', points: { 214: 30, 7: 20 } },
        { id: 'm9q', count: 2, points: { 7: 50 } },
      ],
      capacity: 50,
      limits: { maxSum: 50 },
    }
    const ties = { by: 'lot' as const, seed: 'DAX 21.11.2026 9184.27' }
    expect(writePb(election, head, 'equal-shares-add1', { comparison: true, ties }, ['7'])).toBe(`META
key;value
description;Cycle 2026, round two
country;Europe
unit;Lectio
instance;2026
num_projects;2
num_votes;3
budget;50
vote_type;cumulative
rule;equalshares/add1-comparison
date_begin;02.11.2026
date_end;16.11.2026
max_sum_points;50
tie_breaking;lot:DAX 21.11.2026 9184.27
PROJECTS
project_id;cost;votes;score;name;selected
214;20;1;30;"Export; ""all"" fields";0
7;8;3;120;Dark mode;1
VOTES
voter_id;vote;points
k3f;7,214;20,30
m9q.1;7;50
m9q.2;7;50
`)
  })

  test.each<[string, Partial<Election>, string]>([
    ['equal ranks', { papers: [{ id: 'p', ranks: [['a', 'b']] }] }, 'no place for equal ranks, as on paper p'],
    [
      'papers of two kinds',
      {
        papers: [
          { id: 'p', ranks: [] },
          { id: 'q', approvals: [] },
        ],
      },
      'papers of one kind',
    ],
    ['an id with a comma', { options: [{ id: 'a,b', name: '', cost: 1 }] }, 'no place for the id "a,b" of a option'],
    [
      'an option that was withdrawn',
      { options: [{ id: 'a', name: '', cost: 1, withdrawn: true }] },
      'no place for an option that was withdrawn',
    ],
  ])('cannot have %s', (_, change, why) => {
    const options = ['a', 'b'].map((id) => ({ id, name: id, cost: 1 }))
    expect(() => writePb({ options, papers: [], capacity: 1, ...change }, head, 'greedy')).toThrow(why)
  })
})
