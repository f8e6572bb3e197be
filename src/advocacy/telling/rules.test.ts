import { expect, test } from 'vitest'
import { draftPost, type Event, fitsList, isForLists, listToTell, sayEventIn } from './rules.ts'

const event = (parts: Partial<Event>): Event => ({
  ...{ id: 1, kind: 'answer', requestId: 7, title: 'Deep links', readers: 'subscribers', readersFrom: new Date(0), madeAt: new Date(0) },
  ...{ answerClass: null, reason: null, releaseName: null, points: null, year: null, state: null, carriedFrom: null, verdict: null },
  ...parts,
})

test.each([
  [{ answerClass: 'planned', releaseName: '2027 R1', reason: 'It fits.' }, 'The vendor plans this for 2027 R1. Reason: It fits.'],
  [{ answerClass: 'declined', releaseName: '', reason: 'Too rare.' }, 'The vendor declined this. Reason: Too rare.'],
  [{ kind: 'commitment', points: 1, year: 2026 }, 'The vendor promised this for 2026, with 1 development point.'],
  [
    { kind: 'commitment', points: 1, year: 2027, carriedFrom: 3, reason: 'The editor first.' },
    'The vendor moved its promise to 2027. Reason: The editor first.',
  ],
  [{ kind: 'dropped', reason: 'No people.' }, 'The vendor withdrew its promise. Reason: No people.'],
  [{ kind: 'delivery', releaseName: '2027 R1' }, 'Delivered with 2027 R1. The working group is checking that it works.'],
  [{ kind: 'acceptance', releaseName: '2027 R1', verdict: 'full' }, 'Delivered with 2027 R1. The working group checked it: it works.'],
  [
    { kind: 'acceptance', releaseName: '2027 R1', verdict: 'partly' },
    'Delivered with 2027 R1. The working group checked it: it works in part. The request is open again.',
  ],
] as [Partial<Event>, string][])('%j says: %s', (parts, sentence) => {
  expect(sayEventIn('en', event(parts))).toBe(sentence)
})

const monday = new Date('2026-10-19T00:00:00Z')
const sunday = new Date('2026-10-18T12:00:00Z')

test.each([
  ['subscribers', 'subscribers', sunday, false],
  ['subscribers', 'subscribers', monday, true],
  // Everybody reads the archive of such a list.
  ['subscribers', 'public', monday, false],
  ['public', 'public', monday, true],
  ['group', 'subscribers', monday, false],
  ['group', 'group', sunday, true],
] as const)('for %s on a list that %s read, at %s: %s', (readers, archive, at, fits) => {
  expect(fitsList({ readers, readersFrom: monday }, archive, at)).toBe(fits)
})

test('of several lists the one is told that may hear most, and the group’s own where there is no other', () => {
  const untold = [event({ readers: 'public' }), event({ readers: 'subscribers' }), event({ readers: 'group' })]
  const [open, inner, own] = [{ archive: 'public' }, { archive: 'subscribers' }, { archive: 'group' }] as const
  expect(listToTell(untold, [open, inner, own], new Date())).toEqual({ list: inner, count: 2 })
  expect(listToTell(untold, [own], new Date())).toEqual({ list: own, count: 3 })
  expect(listToTell(untold.slice(2), [open, own], new Date())).toBeUndefined()
})

test('what more people would read than may is for those who asked alone, whenever it may be read', () => {
  const answer = event({ readers: 'subscribers', readersFrom: monday })
  const [open, inner, own] = [{ archive: 'public' }, { archive: 'subscribers' }, { archive: 'group' }] as const
  expect([[], [open], [open, own], [open, inner], [own]].map((lists) => isForLists(answer, lists))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
})

test('a post tells each request once, with all that is new of it', () => {
  const events = [
    event({ answerClass: 'planned', releaseName: 'R1', reason: 'It fits.' }),
    event({ id: 2, kind: 'commitment', points: 5, year: 2026 }),
  ]
  expect(draftPost(events, 'Quillon', { baseUrl: 'https://r.example', locale: 'en' })).toEqual({
    subject: 'Quillon answered: Deep links',
    body: 'Hello everyone,\n\nThere is news about the requests that we sent to Quillon.\n\n#7 Deep links\n  The vendor plans this for R1. Reason: It fits.\n  The vendor promised this for 2026, with 5 development points.\n  https://r.example/requests/7\n',
  })
})
