import { expect, test } from 'vitest'
import { whyNotSee } from './acting-rules.ts'

test.each([
  ...['/me', '/me/tokens', '/ballots/3/papers/7', '/ballots/3/vote', '/motions/3/vote', '/calendar', '/calendar/feed.ics'],
  ...['/vouch/abc', '/applications/abc', '/affiliation', '/affiliations/3'],
])('%s is not seen in another’s name', (path) => {
  expect(whyNotSee(path)).toBeDefined()
})

test.each(['/', '/meetings', '/menu', '/ballots/3', '/ballots/3/results', '/lists/lectio-l', '/organisations/3', '/calendars'])(
  '%s is',
  (path) => {
    expect(whyNotSee(path)).toBeUndefined()
  },
)
