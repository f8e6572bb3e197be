import { expect, test } from 'vitest'
import { draftPost, type Event, fitsList, sayEvent } from './rules.ts'

const event = (parts: Partial<Event>): Event => ({
  ...{ id: 1, kind: 'answer', requestId: 7, title: 'Deep links', readers: 'subscribers', readersFrom: new Date(0), madeAt: new Date(0) },
  ...{ answerClass: null, reason: null, releaseName: null, points: null, year: null, state: null, verdict: null },
  ...parts,
})

test.each([
  [{ answerClass: 'planned', releaseName: '2027 R1', reason: 'It fits.' }, 'Planned for 2027 R1. It fits.'],
  [{ answerClass: 'declined', releaseName: '', reason: 'Too rare.' }, 'Declined. Too rare.'],
  [{ kind: 'commitment', points: 1, year: 2026 }, 'The vendor is committed to it: 1 point of 2026.'],
  [{ kind: 'dropped', reason: 'No people.' }, 'The vendor has dropped its commitment. No people.'],
  [{ kind: 'delivery', releaseName: '2027 R1' }, '2027 R1 is said to deliver it; the group checks that now.'],
  [{ kind: 'acceptance', releaseName: '2027 R1', verdict: 'full' }, 'Delivered with 2027 R1, tried and accepted.'],
  [{ kind: 'acceptance', releaseName: '2027 R1', verdict: 'partly' }, 'Tried with 2027 R1: works partly. The rest is open again.'],
] as [Partial<Event>, string][])('%j says: %s', (parts, sentence) => {
  expect(sayEvent(event(parts))).toBe(sentence)
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

test('a post tells each request once, with all that is new of it', () => {
  const events = [
    event({ answerClass: 'planned', releaseName: 'R1', reason: 'It fits.' }),
    event({ id: 2, kind: 'commitment', points: 5, year: 2026 }),
  ]
  expect(draftPost(events, 'Quillon', 'https://r.example')).toEqual({
    subject: 'What Quillon answered to “Deep links”',
    body: 'Dear all,\n\nthis is what became of what we took to Quillon.\n\n#7 Deep links\n  Planned for R1. It fits.\n  The vendor is committed to it: 5 points of 2026.\n  https://r.example/requests/7\n',
  })
})
