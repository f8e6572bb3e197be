import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, decideReminder, dueOn, itemState, mayHear, median, splitWait, stationsOf } from './rules.ts'

test.each([
  ['2026-10-16', 3, '2027-01-16'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-10-31', 1, '2026-11-30'],
])('handed over on %s with %i months, an answer is due on %s', (on, months, due) => {
  expect(dueOn(on, months)).toBe(due)
})

test.each([
  ['2026-10-01', [], undefined],
  ['2026-10-18', [], 14],
  ['2026-10-25', [14], undefined],
  ['2026-10-30', [14], 3],
  ['2026-10-30', [], 3],
  ['2026-11-01', [14, 3], undefined],
  ['2026-11-02', [], undefined],
])('on %s with reminders %j sent, due on 1 November, the next is %s', (today, reminded, due) => {
  expect(decideReminder({ dueOn: '2026-11-01', reminded: reminded as number[] }, [14, 3], today)).toBe(due)
})

test.each([
  [{}, 'waiting'],
  [{ dueOn: '2026-10-15' }, 'late'],
  [{ dueOn: '2026-10-16' }, 'waiting'],
  [{ dueOn: '2026-10-15', openQuestions: 1 }, 'asked'],
  [{ dueOn: '2026-10-15', answered: true, openQuestions: 1 }, 'answered'],
  [{ dueOn: '2026-10-15', withdrawn: true }, 'withdrawn'],
])('an item with %j is %s', (facts, state) => {
  expect(itemState({ dueOn: '2026-12-01', answered: false, openQuestions: 0, withdrawn: false, ...facts }, '2026-10-16')).toBe(state)
})

describe('who may read an answer, and from when', () => {
  const monday = new Date('2026-10-19T00:00:00Z')
  const sunday = new Date('2026-10-18T23:59:59Z')
  const nobody = { inGroup: false, subscribed: false, answering: false }
  const who = {
    member: { ...nobody, inGroup: true },
    guest: { ...nobody, answering: true },
    subscriber: { ...nobody, subscribed: true },
    stranger: nobody,
  }
  test.each([
    ['member', 'group', sunday, true],
    ['guest', 'group', sunday, true],
    ['subscriber', 'group', monday, false],
    ['stranger', 'group', monday, false],
    ['member', 'subscribers', sunday, true],
    ['subscriber', 'subscribers', sunday, false],
    ['subscriber', 'subscribers', monday, true],
    ['stranger', 'subscribers', monday, false],
    ['stranger', 'public', sunday, false],
    ['subscriber', 'public', sunday, false],
    ['subscriber', 'public', monday, true],
    ['stranger', 'public', monday, true],
  ] as const)('%s, for %s, at %s: %s', (name, readers, at, may) => {
    expect(mayHear(who[name], { readers, readersFrom: monday }, at)).toBe(may)
  })
})

describe('waits', () => {
  test.each([
    ['answered at once', { answeredOn: '2026-01-01', questions: [] }, { vendor: 0, group: 273 }],
    ['answered and told', { answeredOn: '2026-02-01', toldOn: '2026-02-08', questions: [] }, { vendor: 31, group: 7 }],
    ['not answered', { questions: [] }, { vendor: 273, group: 0 }],
    [
      'a question in between',
      { answeredOn: '2026-03-02', toldOn: '2026-03-02', questions: [{ askedOn: '2026-01-11', answeredOn: '2026-01-31' }] },
      { vendor: 40, group: 20 },
    ],
    [
      'questions that overlap count once',
      {
        answeredOn: '2026-03-02',
        toldOn: '2026-03-02',
        questions: [
          { askedOn: '2026-01-11', answeredOn: '2026-01-31' },
          { askedOn: '2026-01-21', answeredOn: '2026-02-10' },
        ],
      },
      { vendor: 30, group: 30 },
    ],
    ['a question that is open', { questions: [{ askedOn: '2026-01-11' }] }, { vendor: 10, group: 263 }],
  ])('%s', (_what, passage, waits) => {
    expect(splitWait({ submittedOn: '2026-01-01', ...passage }, '2026-10-01')).toEqual(waits)
  })

  test('no day is lost or counted twice', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString())
    fc.assert(
      fc.property(day, fc.array(fc.tuple(day, fc.option(day, { nil: undefined })), { maxLength: 5 }), (answeredOn, asked) => {
        const questions = asked.map(([askedOn, until]) => (until === undefined ? { askedOn } : { askedOn, answeredOn: until }))
        const { vendor, group } = splitWait({ submittedOn: '2025-01-01', answeredOn, toldOn: answeredOn, questions }, '2026-12-31')
        expect(vendor).toBeGreaterThanOrEqual(0)
        expect(group).toBeGreaterThanOrEqual(0)
        expect(vendor + group).toBe(daysBetween('2025-01-01', answeredOn))
      }),
    )
  })
})

test.each([
  [[], undefined],
  [[3], 3],
  [[9, 1, 2], 2],
  [[4, 1], 2.5],
])('the median of %j is %s', (numbers, middle) => {
  expect(median(numbers)).toBe(middle)
})

describe('stations', () => {
  const request = { href: '/requests/1', concern: false }
  const handed = { href: '/submissions/1', on: '2026-01-01', dueOn: '2026-04-01', late: false, asked: false }
  const answer = { href: '/answers/1', class: 'planned' as const, release: '2027 R1' }
  const commitment = { href: '/commitments', points: 5, year: 2026, state: 'committed' as const }
  const told = { on: '2026-02-01' }
  const shown = (way: Partial<Parameters<typeof stationsOf>[0]>) =>
    stationsOf({ messages: 0, cases: 0, request, ...way })
      .map(({ key, state }) => (state === 'now' ? `(${key})` : key))
      .join(' ')

  test.each([
    ['(request)', {}],
    ['messages cases (request)', { messages: 3, cases: 2 }],
    ['cases request ballot (handed)', { cases: 1, ballot: { href: '/ballots/1', round: 'round_one' as const }, handed }],
    // A concern goes to the vendor without a ballot: there is no such station.
    ['cases request (handed)', { cases: 1, handed }],
    ['request handed answer', { handed, answer }],
    ['request handed answer told', { handed, answer, told }],
    ['request handed answer (commitment) told', { handed, answer, commitment, told }],
    [
      'request handed answer commitment (delivery)',
      { handed, answer, commitment, delivery: { href: '/deliveries/1', release: 'R', verdict: null } },
    ],
    [
      'request handed answer commitment delivery',
      {
        handed,
        answer,
        commitment: { ...commitment, state: 'delivered' as const },
        delivery: { href: '/deliveries/1', release: 'R', verdict: 'full' as const },
      },
    ],
    [
      'request handed answer commitment (delivery)',
      {
        handed,
        answer,
        commitment: { ...commitment, state: 'delivered' as const },
        delivery: { href: '/deliveries/1', release: 'R', verdict: 'partly' as const },
      },
    ],
  ])('%s', (stations, way) => {
    expect(shown(way)).toBe(stations)
  })
})
