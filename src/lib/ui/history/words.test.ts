import { expect, test } from 'vitest'
import { describeAction, describeDetails } from './words.ts'

test.each([
  [{ how: 'code' }, 'with the code from a mail'],
  [
    { how: 'passkey', network: '192.0.2.0/24', device: 'Firefox on Linux', newDevice: true },
    'with a passkey, from the network 192.0.2.0/24, with Firefox on Linux, a device not seen before',
  ],
  [{ how: 'job change', affiliationId: 4 }, 'because of a change of job'],
  [{ why: 'domain' }, 'the domain is not the institution’s any more'],
  [{ role: 'vendor_guest' }, 'as guest of the vendor'],
  [{ role: 'coordinator', toOn: '2026-12-31' }, 'as coordinator, until 31 December 2026'],
  [{ requestId: 7, proved: 'address domain staff_page', organisationId: null }, 'proved by the address, the domain, the staff page'],
  [{ sessions: 1 }, '1 session'],
  [{ sessions: 3 }, '3 sessions'],
  [{ voters: 12, cast: 10, late: 1, spoilt: 0 }, '12 voters, 10 papers cast, 1 too late, 0 spoilt'],
  [
    { archive: 'subscribers', joinPolicy: 'vetted', settings: 'archive maxSize' },
    'archive for subscribers, joining is vetted, changed: who reads the archive, the largest mail',
  ],
  [{ profileShown: false }, 'the profile is hidden'],
  [{ receiving: 'plain_digest', subscriptionId: 3 }, 'a daily digest in plain text'],
  [{ moveId: 3, id: 9, startsAt: '2026-11-18T10:00:00.000Z' }, ''],
  [{ constructor: 'x', toString: 'y' }, ''],
  [null, ''],
])('%o reads %s', (details, words) => {
  expect(describeDetails(details)).toBe(words)
})

test('an action without words of its own reads as its name does', () => {
  const verbs = { 'person.signed-in': 'signed in' }
  expect(describeAction(verbs, 'person.signed-in')).toBe('signed in')
  expect(describeAction(verbs, 'brand-new.thingMade')).toBe('thing made brand new')
  expect(describeAction(verbs, 'constructor')).toBe('constructor')
})
