import { expect, test } from 'vitest'
import { sayThing } from './history-things.ts'
import { describeAction, describeDetails, verbsOf } from './history-words.ts'
import { inLanguage } from './language.ts'

test.each([
  [{ how: 'code' }, 'with the code from an email'],
  [
    { how: 'passkey', network: '192.0.2.0/24', browser: 'Firefox', system: 'Linux', newDevice: true },
    'with a passkey, from the network 192.0.2.0/24, with Firefox, on Linux, a new device',
  ],
  [{ how: 'code', device: 'Firefox on Linux', newDevice: false }, 'with the code from an email, with Firefox on Linux'],
  [{ how: 'job change', affiliationId: 4 }, 'after a change of job'],
  [{ why: 'domain' }, 'the domain no longer belongs to the institution'],
  [{ role: 'vendor_guest' }, 'guest of the vendor'],
  [{ role: 'coordinator', toOn: '2026-12-31' }, 'coordinator, until 31 December 2026'],
  [{ requestId: 7, proved: 'address domain staff_page', organisationId: null }, 'proved by the address, the domain and the staff page'],
  [{ sessions: 1 }, '1 device'],
  [{ sessions: 3 }, '3 devices'],
  [{ voters: 12, cast: 10, late: 1, spoilt: 0 }, '12 can vote, 10 votes, 1 too late, 0 not valid'],
  [
    { archive: 'subscribers', joinPolicy: 'vetted', settings: 'archive maxSize' },
    'archive for subscribers, joining needs approval, 2 settings changed',
  ],
  [{ settings: '' }, ''],
  [{ profileShown: false }, 'the profile is hidden'],
  [{ receiving: 'plain_digest', subscriptionId: 3 }, 'daily digest in plain text'],
  [{ moveId: 3, id: 9, startsAt: '2026-11-18T10:00:00.000Z' }, ''],
  [{ to: 41, source: 'mail' }, ''],
  [{ constructor: 'x', toString: 'y' }, ''],
  [null, ''],
])('%o reads %s', (details, words) => {
  expect(describeDetails(details)).toBe(words)
})

test('an action without words of its own reads as its name does', () => {
  const verbs = verbsOf({ person: { 'signed-in': ({ who }: { who: string }) => `${who} signed in` } })
  expect(describeAction(verbs, 'person.signed-in', 'Ada')).toBe('Ada signed in')
  expect(describeAction(verbs, 'brand-new.thingMade', 'Ada')).toBe('Ada: thing made brand new')
  expect(describeAction(verbs, 'constructor', 'Ada')).toBe('Ada: constructor')
})

test.each([
  ['de', 'Koordination, bis 31. Dezember 2026, 1 Anfrage', 'Abstimmung', 'Anfrage 33'],
  ['fr', 'coordination, jusqu’au 31 décembre 2026, 1 demande', 'Scrutin', 'Demande 33'],
  ['es', 'coordinación, hasta el 31 de diciembre de 2026, 1 petición', 'Votación', 'Petición 33'],
] as const)('facts and things are said in %s', (locale, facts, ballot, request) => {
  inLanguage(locale, () => {
    expect(describeDetails({ role: 'coordinator', toOn: '2026-12-31', requests: 1 })).toBe(facts)
    expect([sayThing('ballot:7'), sayThing('request:33')]).toEqual([ballot, request])
  })
})

test('a thing that no message names reads as its subject does', () => {
  expect(sayThing('brand-new:7')).toBe('brand new 7')
  expect(sayThing('constructor:7')).toBe('constructor 7')
})
