import { expect, test } from 'vitest'
import type { Election, Paper, Rule, TallyOptions } from '../../lib/tally/election.ts'
import { tally } from '../../lib/tally/tally.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { stepsIn } from './steps.ts'

const options = (costs: Record<string, number>) => Object.entries(costs).map(([id, cost]) => ({ id, name: `Option ${id}`, cost }))
const points = (...papers: Record<string, number>[]): Paper[] => papers.map((given, i) => ({ id: String(i), points: given }))
const ranks = (...papers: [number, string][]): Paper[] =>
  papers.map(([count, order], i) => ({ id: String(i), count, ranks: order.split(' ').map((tier) => tier.split('=')) }))
const lot = { ties: { by: 'lot', seed: 'x' } } as const
const three = { options: options({ a: 30, b: 30, c: 10 }), papers: points({ a: 5, b: 5, c: 4 }, { c: 1 }), capacity: 45 }
const people = { options: options({ a: 1, b: 1, c: 1, d: 1 }), seats: 2 }

const counts: [Rule, Partial<Election>, TallyOptions?][] = [
  ['greedy', three, lot],
  ['greedy', { ...three, papers: points({ a: 5, b: 4 }) }, { misfit: 'stop', minScore: 5 }],
  ['greedy', { ...three, papers: points({ a: 5, b: 4, c: 3 }) }, { misfit: 'stop' }],
  ['greedy', { ...three, capacity: 35, papers: points({ a: 5, b: 5 }) }, { ties: { by: 'order', order: ['c', 'b', 'a'] } }],
  [
    'greedy',
    { ...three, capacity: undefined, seats: 1, papers: points({ a: 1 }, { b: 1 }) },
    { ties: { by: 'drawn', order: ['c', 'b', 'a'] } },
  ],
  ['greedy', { ...three, papers: points({}) }],
  ['score', { options: options({ a: 1 }), papers: points({ a: 1 }, { a: -1 }), limits: { minPoints: -1 } }],
  // Two with surpluses alike, two excluded who were alike at each stage, one by an earlier stage.
  ['scottish-stv', { ...people, seats: 3, papers: ranks([7, 'a b'], [7, 'b a'], [2, 'c d'], [2, 'd c'], [1, 'a=b']) }],
  ['scottish-stv', { ...people, papers: ranks([11, 'a b'], [4, 'c'], [2, 'd c'], [3, 'b']) }],
  ['scottish-stv', { ...people, papers: ranks([6, 'a'], [2, 'b'], [3, 'c'], [1, 'd b']), seats: 1 }],
  ['equal-shares', { ...three, papers: points({ a: 5, b: 5 }, { a: 3, c: 1 }, { c: 2, b: 1 }) }, { comparison: true }],
  ['equal-shares-add1', { ...three, papers: points({ a: 5, b: 5 }, { a: 3, c: 1 }, { c: 2, b: 1 }) }],
  ['equal-shares-add1', { ...three, papers: points({ a: 1 }) }],
  ['equal-shares', { options: options({ a: 10, b: 10 }), papers: points({ a: 1, b: 1 }, { a: 1, b: 1 }), capacity: 10 }],
]
const results = counts.map(([rule, election, settings]) => tally(rule, { options: [], papers: [], ...election } as Election, settings))

test('each step that is kept is said in the language of its reader, in English as the log has it', () => {
  const plain = (text: string) => text.replaceAll(/[“”]/g, '"').replaceAll('’', "'").replace('no one asked', 'nobody asked')
  for (const result of results) {
    expect(inLanguage('en', () => stepsIn(result).map(({ text }) => plain(text)))).toEqual(result.steps.map(({ text }) => text))
    for (const [place, { text, english }] of inLanguage('de', () => stepsIn(result)).entries())
      expect([english, text === result.steps[place]?.text, /undefined|[{}]/.test(text)]).toEqual([false, false, false])
  }
  const used = new Set(JSON.stringify(results.map(({ said }) => said)).match(/(?<="say":")\w+/g))
  expect(Object.keys(wordsOf('ballots', 'countSteps')('en').sentences).filter((name) => !used.has(name))).toEqual([])
})

test('votes stand as they are written there, names as they were given', () => {
  const [result] = [
    tally('scottish-stv', { ...people, options: [...people.options.slice(1), { id: 'a', name: '2.0', cost: 1 }], papers: ranks([3, 'a']) }),
  ]
  expect(inLanguage('de', () => stepsIn(result)[1]?.text)).toBe('2.0 (a) hat 3,00000 Stimmen, mindestens die Quote: gewählt.')
})

test('a count of before says its steps as they were kept', () => {
  const [{ said: _, ...before }] = results as [(typeof results)[0]]
  expect(inLanguage('de', () => stepsIn(before))[0]).toEqual({ text: before.steps[0]?.text, english: true })
})
