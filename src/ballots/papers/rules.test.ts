import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsBy } from '../results/count.ts'
import { readBallotReply, writeBallotForm } from './reply.ts'
import { moveRank, type Need, proposeVote, readPoints, sumOf, whyNotVote } from './rules.ts'
import { drawReceipt, makeRoundKey, openRoundKey, openSealed, sealFor, shuffled } from './sealing.ts'

const limits = { form: 'points' as const, budget: 50, most: null }
const numbers = new Set(['1', '2', '3', '4', '5', '6'])
const votes = fc.dictionary(fc.constantFrom(...numbers), fc.integer({ min: 1, max: 12 }))

test.each([
  ['15', 15],
  [' +15 ', 15],
  ['', undefined],
  ['2,5', 2.5],
  ['-3', -3],
  ['−3', -3],
  ['1e3', Number.NaN],
  ['=1+1', Number.NaN],
])('"%s" is read as %s', (typed, value) => expect(readPoints(typed)).toEqual(value))

test('an inner poll proposes a paper that spends the whole budget and can be cast, whatever is said in it', () => {
  const voice = fc.dictionary(fc.constantFrom(...numbers), fc.constantFrom<Need>('must', 'want', 'no'))
  fc.assert(
    fc.property(fc.array(voice, { maxLength: 9 }), (voices) => {
      const vote = proposeVote(limits, voices)
      expect(whyNotVote(limits, numbers, vote)).toEqual([])
      const wanted = voices.some((said) => Object.values(said).some((need) => need !== 'no'))
      expect(sumOf(vote)).toBe(wanted ? 50 : 0)
    }),
  )
})

test('a sealed paper opens with its round’s key for its voter, and else not', () => {
  const key = makeRoundKey('a secret for tests')
  const opened = openRoundKey('a secret for tests', key.sealed)
  const other = openRoundKey('a secret for tests', makeRoundKey('a secret for tests').sealed)
  fc.assert(
    fc.property(votes, fc.integer({ min: 1, max: 1_000_000 }), (points, voterId) => {
      const sealed = sealFor(key.publicKey, voterId, { vote: { points } })
      expect(openSealed(opened, voterId, sealed)).toEqual({ vote: { points } })
      expect(() => openSealed(opened, voterId + 1, sealed)).toThrow()
      expect(() => openSealed(other, voterId, sealed)).toThrow()
      // All papers are as long, so that none tells by its length how much it says.
      expect(sealed.length).toBe(sealFor(key.publicKey, voterId, {}).length)
    }),
    { numRuns: 30 },
  )
  expect(() => openRoundKey('another secret', key.sealed)).toThrow()
})

test('the form of a ballot mail that is filled in and quoted is read back as it was filled in', () => {
  const options = [...numbers].map((number) => ({ number: Number(number), title: `Wish ${number} of 10: more`, cost: null }))
  fc.assert(
    fc.property(votes, (points) => {
      const filled = writeBallotForm('points', options, 'en')
        .split('\n')
        .map((line) => {
          const number = /\] (\d+)/.exec(line)?.[1] ?? ''
          return `> ${points[number] === undefined ? line : line.replace('[    ]', `[ ${points[number]} ]`)}`
        })
        .join('\n')
      expect(readBallotReply(`Here you are.\n\n${filled}`, 'points')).toEqual({
        vote: { points },
        faults: [],
        found: Object.keys(points).length,
      })
    }),
  )
})

test.each(['en', 'de', 'fr', 'es', 'it'] as const)(
  'ranks stand apart from the numbers of options in %s, and older forms are read as well',
  (locale) => {
    const options = [7, 8, 9].map((number) => ({ number, title: `${10 - number} wishes`, cost: null }))
    const form = writeBallotForm('ranks', options, locale)
    expect(form).not.toMatch(/\] *\d/)
    const read = { vote: { ranks: ['9', '7'] }, faults: [], found: 2 }
    const [first, , third] = form.split('\n').map((line) => line.slice(7))
    const filled = form.replace(`[    ] ${first}`, `[ 2 ] ${first}`).replace(`[    ] ${third}`, `[1] ${third}`)
    expect(readBallotReply(filled.replaceAll(/^/gm, '> '), 'ranks')).toEqual(read)
    expect(readBallotReply(filled.normalize('NFD'), 'ranks')).toEqual(read)
    expect(readBallotReply('[2] 7  3 wishes\n[  ] 8  2 wishes\n[ 1 ] 9  1 wishes', 'ranks')).toEqual(read)
    expect(readBallotReply(`${third?.replace(/ ?:.*/, '')}: 1\noption 7 = 2`, 'ranks')).toEqual(read)
  },
)

test.each([
  ['en', ['yes', 'no', 'abstain']],
  ['de', ['ja', 'nein', 'Enthaltung']],
  ['fr', ['oui', 'non', 'abstention']],
  ['es', ['sí', 'no', 'abstención']],
  ['it', ['sì', 'no', 'astensione']],
] as const)('a motion is asked in %s with its own words, and they are read', (locale, words) => {
  const form = writeBallotForm('yes_no', [], locale)
  expect(form).toBe(words.map((word) => `[   ] ${word}`).join('\n'))
  for (const [i, choice] of (['yes', 'no', 'abstain'] as const).entries()) {
    const filled = form.replace(`[   ] ${words[i]}`, `[ x ] ${words[i]}`)
    expect(readBallotReply(`> ${filled.replaceAll('\n', '\n> ')}`, 'yes_no')).toEqual({ vote: { choice }, faults: [], found: 1 })
    // Some programs write an accent as a sign of its own.
    expect(readBallotReply(filled.normalize('NFD'), 'yes_no').vote).toEqual({ choice })
  }
})

test('no part of the electorate is told apart that has fewer than five papers, nor what is left beside the others', () => {
  const paper = fc.record({
    receipt: fc.string(),
    vote: votes.map((points) => ({ points })),
    country: fc.constant(null),
    size: fc.constant(''),
    consortium: fc.constantFrom('a', 'b', 'c', 'd'),
  })
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 40 }), (papers) => {
      const segments = segmentsBy(papers, ({ consortium }) => consortium, new Set(['1']))
      for (const segment of segments) expect(segment.papers).toBeGreaterThanOrEqual(5)
      if (segments.length > 0) expect(segments.reduce((sum, segment) => sum + segment.papers, 0)).toBe(papers.length)
    }),
  )
})

test('an order stays an order of the same things however it is moved', () => {
  const moves = fc.array(
    fc.tuple(fc.constantFrom(...numbers), fc.constantFrom('up' as const, 'down' as const, 'top' as const, 'in' as const)),
  )
  fc.assert(
    fc.property(moves, (all) => {
      const ranks = all.reduce<string[]>((order, [number, move]) => moveRank(order, number, move), [])
      expect(new Set(ranks).size).toBe(ranks.length)
      expect(new Set(ranks)).toEqual(new Set(all.map(([number]) => number)))
    }),
  )
})

test('a shuffle keeps everything, and receipts do not repeat', () => {
  const receipts = Array.from({ length: 2_000 }, drawReceipt)
  expect(new Set(receipts).size).toBe(2_000)
  expect(shuffled(receipts).toSorted()).toEqual(receipts.toSorted())
  expect(shuffled(receipts)).not.toEqual(receipts)
})
