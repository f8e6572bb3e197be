import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from './digest.ts'
import { type Election, type Paper, type Result, type Rule, rules } from './election.ts'
import { findVote, type Published, recount } from './recount.ts'
import { tally } from './tally.ts'
import { writePb } from './write-pb.ts'

const head = { description: 'Round', country: 'X', unit: 'X', instance: '1', date_begin: '2026', date_end: '2026' }
const settings = { ties: { by: 'lot' as const, seed: 'seed' } }
const names = ['Export; all "fields"', 'Dark mode', 'Search\nagain', '4', 'Five']
const receiptOf = (n: number): string => `abcdefghij${String.fromCharCode(97 + (n % 26))}${'234567'[Math.floor(n / 26)] ?? 'z'}`

/** What is published of an election: the bundle, and what its page says. */
function publish(rule: Rule, election: Election) {
  const result = tally(rule, election, settings)
  const pb = writePb(election, head, rule, settings, result.winners)
  const field = ({ points, ranks = [] }: Paper, id: string) => (points ? (points[id] ?? '') : ranks.flat().indexOf(id) + 1 || '')
  const rows = election.papers.map((paper) => [paper.id, ...election.options.map(({ id }) => field(paper, id))])
  const csv = [['Receipt', ...election.options.map(({ id }) => id)], ...rows].map((row) => row.join()).join('\r\n')
  const published: Published = { rule, settings, winners: result.winners, votes: election.papers.length, digest: sha256Hex(pb) }
  return { published, pb, csv, result }
}

const zip = ({ pb, csv, result }: { pb: string; csv: string; result: Result }): Uint8Array =>
  zipSync({ 'ballot.pb': strToU8(pb), 'papers.csv': strToU8(csv), 'result.json': strToU8(JSON.stringify({ settings, ...result })) })

const options = names.map((name, i) => ({ id: String(i + 1), name, cost: i + 2 }))
const ids = fc.shuffledSubarray(options.map(({ id }) => id))
const pointed = fc.array(fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.integer({ min: 1, max: 9 }), { maxKeys: 5 }), {
  minLength: 1,
  maxLength: 30,
})

const byPoints = (votes: Record<string, number>[]): Election => ({
  options,
  papers: votes.map((points, n) => ({ id: receiptOf(n), points })),
  capacity: 9,
  limits: { maxSum: 45, maxPoints: 9 },
})
const byRanks = (votes: string[][]): Election => ({
  options: options.map((option) => ({ ...option, cost: 1 })),
  papers: votes.map((ranks, n) => ({ id: receiptOf(n), ranks: ranks.map((id) => [id]) })),
  seats: 2,
})

describe('what is published as it was counted matches', () => {
  const ranking: Rule[] = ['scottish-stv', 'meek', 'schulze']
  test.each(rules.filter((rule) => !ranking.includes(rule)))('by %s', (rule) => {
    fc.assert(
      fc.property(pointed, (votes) => {
        const made = publish(rule, byPoints(votes))
        expect(recount(zip(made), made.published).differences).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test.each(ranking)('by %s', (rule) => {
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 30 }), (votes) => {
        const made = publish(rule, byRanks(votes))
        expect(recount(zip(made), made.published).differences).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('whoever changes something is found out', () => {
  const votes: Record<string, number>[] = [{ 1: 5, 2: 3 }, { 2: 9 }, { 3: 4, 5: 1 }]

  test('one paper, though the sums of the file and the list of votes are made to fit', () => {
    fc.assert(
      fc.property(pointed, fc.nat(), (papers, at) => {
        const made = publish('greedy', byPoints(papers))
        const changed = papers.map((paper, n) => (n === at % papers.length ? { ...paper, 1: (paper['1'] ?? 0) + 1 } : paper))
        fc.pre(changed.every((paper) => (paper['1'] ?? 0) <= 9))
        const other = publish('greedy', byPoints(changed))
        const { differences } = recount(zip({ ...other, result: made.result }), made.published)
        expect(differences.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['changed', 'round', 'total']))
      }),
      { numRuns: 40 },
    )
  })

  test('everything at once: the page still says otherwise', () => {
    const made = publish('greedy', byPoints(votes))
    const other = publish('greedy', byPoints([...votes, { 4: 9 }]))
    const kinds = recount(zip(other), made.published).differences.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['changed', 'votes']))
  })

  test('a figure whose sentence stays as it was is named by its option', () => {
    const made = publish('scottish-stv', byRanks([['1', '2'], ['2'], ['3', '1'], ['1']]))
    const steps = made.result.steps.map((step) => (step.totals ? { ...step, totals: { ...step.totals, 2: '9.00000' } } : step))
    const [first] = recount(zip({ ...made, result: { ...made.result, steps } }), made.published).differences
    expect(first).toMatchObject({ kind: 'round', said: '2. Dark mode: 9.00000', counted: '2. Dark mode: 1.00000' })
  })

  test('another sentence for a round', () => {
    const made = publish('greedy', byPoints(votes))
    const [first, ...rest] = made.result.steps
    const steps = [{ ...first, text: 'All is well.' }, ...rest] as Result['steps']
    expect(recount(zip({ ...made, result: { ...made.result, steps } }), made.published).differences).toEqual([
      { kind: 'round', round: 1, said: 'All is well.', counted: first?.text },
    ])
  })

  test('a file of which something would be set aside', () => {
    const made = publish('greedy', byPoints(votes))
    const pb = `${made.pb.replace('num_votes;3', 'num_votes;4')}abcdefghijz7;1;99\n`
    const { differences } = recount(zip({ ...made, pb }), { ...made.published, digest: sha256Hex(pb) })
    expect(differences).toContainEqual({ kind: 'unreadable', file: 'ballot.pb', why: expect.stringContaining('99') })
  })

  test('another seed than the one whose hash was published', () => {
    const made = publish('greedy', byPoints(votes))
    const seedHash = sha256Hex('another')
    expect(recount(zip(made), { ...made.published, seedHash }).differences).toEqual([{ kind: 'seed' }])
    expect(recount(zip(made), { ...made.published, seedHash: sha256Hex('seed') }).differences).toEqual([])
  })

  test('what is no bundle is said to be none, and is not unpacked', () => {
    const { published } = publish('greedy', byPoints(votes))
    expect(recount(new Uint8Array(), published).differences).toEqual([{ kind: 'damaged' }])
    expect(recount(zipSync({ 'ballot.pb': strToU8('x') }), published).differences.map(({ kind }) => kind)).toEqual(['missing', 'missing'])
  })
})

test('a vote is found by its receipt as people type it', () => {
  const election = byPoints([{ 1: 5, 2: 7 }])
  expect(findVote(election, ' ABCD-EFGH-IJA2 ')).toEqual([
    { option: '2. Dark mode', value: 7 },
    { option: '1. Export; all "fields"', value: 5 },
  ])
  expect(findVote(election, 'abcd')).toBe(undefined)
})
