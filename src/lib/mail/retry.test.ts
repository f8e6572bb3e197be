import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyAnswer, nextAttempt, stageOf } from './retry.ts'

const now = new Date('2026-10-23T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const first = { attempts: 1, firstAttemptAt: now, now, chance: 0.5 }

test.each([
  [550, '5.1.1', 'User unknown', 'address'],
  [550, '5.1.2', 'Host unknown', 'address'],
  [550, '5.1.10', 'Recipient address has null MX', 'address'],
  [450, '4.2.2', 'Mailbox full', 'mailbox'],
  [552, '5.2.2', 'Over quota: mailbox is full', 'mailbox'],
  [550, '5.7.1', 'Blocked by our reputation service', 'policy'],
  [550, '5.1.8', 'Sender domain does not exist', 'policy'],
  [550, null, 'Sender domain does not exist', 'policy'],
  [554, '5.6.0', 'Malformed header', 'content'],
  [552, '5.3.4', 'Message size exceeds fixed limit', 'content'],
  [550, '5.4.5', 'Daily user sending quota exceeded', 'quota'],
  [450, '4.7.1', 'Daily quota of messages exceeded, try again tomorrow', 'quota'],
  [452, '4.3.1', 'Insufficient system storage', 'transport'],
  [421, null, 'Service not available', 'transport'],
  [null, null, 'The relay closed the connection.', 'transport'],
  [550, null, 'No', 'unknown'],
] as const)('an answer %s %s "%s" is about the %s', (code, enhanced, text, kind) => {
  expect(classifyAnswer(code, enhanced, text)).toBe(kind)
})

test.each([
  ['ehlo', null, 'Host unknown: no such domain', 'policy'],
  ['mail', null, 'User unknown', 'policy'],
  ['mail', '5.1.1', 'No such user', 'policy'],
  ['greeting', null, 'mx.uni.example does not accept mail', 'policy'],
  ['rcpt', '5.1.1', 'No such user', 'address'],
  ['end', '5.1.1', 'No such user', 'address'],
  ['end', null, 'No such user', 'policy'],
] as const)('in answer to %s, %s "%s" is about the %s', (phase, enhanced, text, kind) => {
  expect(classifyAnswer(550, enhanced, text, stageOf(phase))).toBe(kind)
})

describe('a message that was not taken', () => {
  test.each([
    ['a refusal is final', 550, '5.1.1', 'User unknown', 'failed', null],
    ['a refused content is final', 554, '5.7.1', 'Looks like spam', 'failed', null],
    ['a broken connection is tried again soon', null, null, '', 'deferred', later(1)],
    ['a greylist is given five minutes', 450, '4.7.1', 'Greylisted', 'deferred', later(5)],
    ['a full mailbox is given an hour', 452, '4.2.2', 'Mailbox full', 'deferred', later(60)],
    ['the quota of the relay is waited for, whatever its code', 550, '5.4.5', 'Daily sending limit exceeded', 'deferred', later(60)],
    ['a relay that wants another sign-in is ours to mend', 530, '5.7.0', 'Authentication required', 'deferred', later(5)],
    ['a session out of step is no refusal', 503, '5.5.1', 'Nested MAIL command', 'deferred', later(1)],
  ] as const)('%s', (_, code, enhanced, text, state, nextAt) => {
    expect(nextAttempt({ ...first, code, enhanced, text })).toEqual({ state, nextAt })
  })

  test('waits longer each time, at most four hours', () => {
    const waits = Array.from({ length: 12 }, (_, i) => nextAttempt({ ...first, code: 451, enhanced: null, attempts: i + 1 }).nextAt)
    expect(waits.map((at) => ((at?.getTime() ?? 0) - now.getTime()) / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240])
  })

  test('is tried once more at the very end, and given up then', () => {
    const firstAttemptAt = new Date('2026-10-18T11:00:00Z')
    const end = new Date('2026-10-23T11:00:00Z')
    const late = { code: 451, enhanced: null, attempts: 40, firstAttemptAt, chance: 0.5 }
    expect(nextAttempt({ ...late, now })).toEqual({ state: 'deferred', nextAt: end })
    expect(nextAttempt({ ...late, now: end })).toEqual({ state: 'failed', nextAt: null })
  })

  test('does not come back at the same instant as all the others', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 60 }), (chance, attempts) => {
        const { nextAt } = nextAttempt({ ...first, code: 451, enhanced: null, attempts, chance })
        const middle = Math.min(240, 2 ** (attempts - 1)) * 60_000
        const wait = (nextAt?.getTime() ?? 0) - now.getTime()
        expect(wait).toBeGreaterThanOrEqual(middle * 0.8 - 1)
        expect(wait).toBeLessThanOrEqual(middle * 1.2)
      }),
    )
  })
})
