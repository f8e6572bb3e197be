import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './rules.ts'

const short = (text: string) => splitText(text).clauses.map(({ number, kind, text: said }) => `${number} ${kind}: ${said}`)

test('headings, points and paragraphs become clauses', () => {
  expect(
    short(`Purpose

The group was formed in 2016 to support the release
of the product.

Activities:
- Members share challenges and successes
- Members bring ideas
   to the vendor

MEETINGS

The group meets bi-monthly by teleconference.

## Mailing list
1. Hosted by two user groups.
2. Open to customers.`),
  ).toEqual([
    'P1 purpose: The group was formed in 2016 to support the release of the product.',
    'A1 activity: Members share challenges and successes',
    'A2 activity: Members bring ideas to the vendor',
    'M1 meeting: The group meets bi-monthly by teleconference.',
    'L1 list: Hosted by two user groups.',
    'L2 list: Open to customers.',
  ])
})

test('numbers that are there stay, and none comes twice', () => {
  expect(short('M1: Meets monthly.\nM1: Meets twice.\n3.2 Keeps documents.\n(a) Another one.')).toEqual([
    'M1 meeting: Meets monthly.',
    'M2 meeting: Meets twice.',
    '3.2 duty: Keeps documents.',
    'O1 duty: Another one.',
  ])
})

test('points under a sentence that announces them stay with it', () => {
  expect(short('The Coordinator is responsible for:\n- the vendor\n- the steering committees\n\nThe Liaison attends.')).toEqual([
    'R1 role: The Coordinator is responsible for:\n\n- the vendor\n- the steering committees',
    'R2 role: The Liaison attends.',
  ])
})

test('without a heading the words of a clause say what it is', () => {
  expect(
    short('Subscription is open to customers.\n\nThe group meets every month.\n\nThe working group has a roster.\n\nKeep the documents.'),
  ).toEqual([
    'L1 list: Subscription is open to customers.',
    'M1 meeting: The group meets every month.',
    'W1 web: The working group has a roster.',
    'O1 duty: Keep the documents.',
  ])
})

test('headings of other languages are known', () => {
  expect(short('Aufgaben\n\n- Pflegt die Dokumente\n\nRéunions\n\n- Six par an\n\nObjetivos\n\n- Crecer')).toEqual([
    'O1 duty: Pflegt die Dokumente',
    'M1 meeting: Six par an',
    'G1 objective: Crecer',
  ])
})

const words = (text: string) => text.match(/[\p{L}]{2,}/gu) ?? []

test('nothing that was pasted is lost, and every number is one clause’s', () => {
  const line = fc.oneof(
    fc.constant(''),
    fc
      .array(fc.constantFrom('members', 'share', 'ideas', 'meets', 'the', 'roster', 'Purpose', 'list'), { minLength: 1, maxLength: 9 })
      .map((w) => w.join(' ')),
    fc
      .tuple(
        fc.constantFrom('- ', '  - ', '* ', '1. ', 'a) ', 'M1: ', '2.1 ', '# '),
        fc.constantFrom('keep documents.', 'meets monthly.', 'Meetings'),
      )
      .map((p) => p.join('')),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { clauses, headings } = splitText(lines.join('\n'))
      const kept = [...clauses.map(({ text }) => text), ...headings].flatMap(words).sort()
      expect(kept).toEqual(words(lines.join('\n')).sort())
      expect(new Set(clauses.map(({ number }) => number.toLowerCase())).size).toBe(clauses.length)
      expect(clauses.every(({ text }) => text.trim() !== '')).toBe(true)
    }),
    { numRuns: 500 },
  )
})
