import { expect, test } from 'vitest'
import { isRefusedIn } from './rules.ts'

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
