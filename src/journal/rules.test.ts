import { expect, test } from 'vitest'
import { chainedText, isRefusedIn, linkHash } from './rules.ts'

test.each<[string, Parameters<typeof isRefusedIn>, boolean]>([
  ['in a closed group', [{ via: 'web', closedIds: [1] }, 'request.changed', 1], true],
  ['by mail', [{ via: 'mail', closedIds: [2, 1] }, 'meeting.moved', 1], true],
  ['in another group', [{ via: 'web', closedIds: [2] }, 'request.changed', 1], false],
  ['while none is closed', [{ via: 'web' }, 'request.changed', 1], false],
  ['by the program itself', [{ via: 'job', closedIds: [1] }, 'request.changed', 1], false],
  ['but the way back', [{ via: 'web', closedIds: [1] }, 'group.reopened', 1], false],
  ['but leaving', [{ via: 'web', closedIds: [1] }, 'subscription.ended', 1], false],
  ['but what somebody withdraws', [{ via: 'web', closedIds: [1] }, 'case.consent-withdrawn', 1], false],
  ['but an erasure', [{ via: 'web', closedIds: [1] }, 'erasure.asked', 1], false],
  ['and not what only ends like that', [{ via: 'web', closedIds: [1] }, 'request.not-withdrawn-yet', 1], true],
])('nothing is done any more %s', (_, asked, refused) => {
  expect(isRefusedIn(...asked)).toBe(refused)
})

test('a line is hashed as every line before it was', () => {
  const text = chainedText({
    ...{ id: 7, at: new Date('2026-10-16T09:00:00Z'), personId: 5, behindId: 6, via: 'web', action: 'list.changed' },
    ...{ subject: 'list:1', groupId: 2, details: { n: 3 } },
  })
  expect(text).toBe('[7,"2026-10-16T09:00:00.000Z",5,6,"web","list.changed","list:1",2,{"n":3}]')
  // printf '\0%.0s' {1..32} | cat - line | sha256sum
  expect(linkHash(Buffer.alloc(32), text).toString('hex')).toBe('1689908a100d58a231823fe63c1377e94cc61a2cb3b628b2bce7e8d21a0c041a')
})
