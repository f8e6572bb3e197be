import { describe, expect, test } from 'vitest'
import { bestOf, bestSlots, rateSlots, readDates } from './rules.ts'

const read = (text: string, count = 5) => {
  const found = readDates(text, count)
  return found && [...found.answers].toSorted(([a], [b]) => a - b).map(([n, answer]) => `${n} ${answer}`)
}

describe('an answer in words', () => {
  test.each([
    ['1 yes, 2 maybe', ['1 yes', '2 maybe']],
    ['1: yes\n2: no\n3) maybe', ['1 yes', '2 no', '3 maybe']],
    ['1 ja, 2 vielleicht, 3 nein', ['1 yes', '2 maybe', '3 no']],
    ['1 oui ; 2 peut-être ; 3 non', ['1 yes', '2 maybe', '3 no']],
    ['1 sí, 2 quizá, 3 no', ['1 yes', '2 maybe', '3 no']],
    ['1 sì, 2 forse, 3 no', ['1 yes', '2 maybe', '3 no']],
    ['1, 3 yes', ['1 yes', '3 yes']],
    ['1 and 3 yes, 2 no', ['1 yes', '2 no', '3 yes']],
    ['2 und 4 passt, 1 geht nicht', ['1 no', '2 yes', '4 yes']],
    ['2-4 no', ['2 no', '3 no', '4 no']],
    ['yes: 1, 3\nno: 2', ['1 yes', '2 no', '3 yes']],
    ['No. 2: yes', ['2 yes']],
    ['#2 yes', ['2 yes']],
    ['no 2, yes 3', ['2 no', '3 yes']],
    ['all yes', ['1 yes', '2 yes', '3 yes', '4 yes', '5 yes']],
    ['None, sorry', ['1 no', '2 no', '3 no', '4 no', '5 no']],
    ["1 can't, 2 works for me", ['1 no', '2 yes']],
    ['1 yes 2 no', ['1 yes', '2 no']],
    ['1 yes\n1 no', ['1 no']],
    ['1 YES!', ['1 yes']],
    ['Hi Carla, 1 no, 2 yes', ['1 no', '2 yes']],
    ['Guten Tag, alle ja', ['1 yes', '2 yes', '3 yes', '4 yes', '5 yes']],
  ])('“%s” is read', (text, answers) => expect(read(text)).toEqual(answers))

  test.each([
    'Hi 5, yes',
    'Where is it?',
    '',
    'yes',
    '2 December is a holiday, no?',
    '10:00 no',
    '6 yes',
    '0 yes',
    'I cannot on 2 days',
    '99 yes',
  ])('“%s” is none', (text) => expect(read(text)).toBeUndefined())

  test('leaves a date that is not named unanswered, and keeps what else is said', () => {
    const found = readDates('Dear Carla,\n1 yes, but only the first half hour, 2 no\nSee you!', 3)
    expect(found && [...found.answers]).toEqual([
      [1, 'yes'],
      [2, 'no'],
    ])
    expect(found?.comment).toBe('Dear Carla, See you!')
  })

  test.each([
    '1,'.repeat(50_000),
    '1 '.repeat(50_000),
    '1-'.repeat(50_000),
    '1 yes,'.repeat(50_000),
    'no '.repeat(50_000),
    `1${' '.repeat(50_000)}yes`,
    '\n'.repeat(200_000),
  ])('is read at once, whatever stands there', (text) => {
    readDates(text, 40)
  })
})

describe('the best for all', () => {
  const slot = (slotId: number, yes: number, maybe: number, no: number, hour = 10) => ({
    ...{ slotId, yes, maybe, no },
    startsAt: new Date(Date.UTC(2026, 10, 17 + slotId, hour)),
  })
  const works = { worksFrom: '09:00', worksTo: '17:00', points: 0 }
  const ledger = [{ personId: 1, name: 'Mei', zone: 'Australia/Perth', ...works }]

  test('has most who can, then most who perhaps can, then fewest who cannot', () => {
    const rated = rateSlots([slot(1, 3, 0, 2), slot(2, 3, 2, 0), slot(3, 4, 0, 1), slot(4, 3, 0, 1)], 60, [])
    expect(bestSlots(rated).map(({ slotId }) => slotId)).toEqual([3, 2, 4, 1])
  })

  test('of equal ones is the fairest, though it is later', () => {
    // Ten in the evening in Perth, and four in the afternoon.
    const rated = rateSlots([slot(1, 2, 0, 0, 14), slot(2, 2, 0, 0, 8)], 60, ledger)
    expect(bestOf(rated)?.slotId).toBe(2)
  })

  test('is none while nobody can', () => expect(bestOf(rateSlots([slot(1, 0, 0, 3)], 60, []))).toBeUndefined())
})
