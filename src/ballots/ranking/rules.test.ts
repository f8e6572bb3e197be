import { expect, test } from 'vitest'
import type { BallotElectorate, RequestStage, Visibility } from '../../lib/db/schema.ts'
import { mostRanked, usualSeats, whyNotRank } from './rules.ts'

const now = new Date('2026-10-16T09:00:00Z')
const later = new Date('2026-10-23T12:00:00Z')
const request = (id: number, more: { stage?: RequestStage; visibility?: Visibility } = {}) => ({
  id,
  stage: 'gathering' as RequestStage,
  visibility: 'public' as Visibility,
  ...more,
})
const many = (count: number) => Array.from({ length: count }, (_, place) => request(place + 1))
const group = { electorate: 'group' as BallotElectorate, seats: 1, closesAt: later }

test.each([
  ['two open ones', many(2), group, {}],
  ['as many as can be', many(mostRanked), group, {}],
  ['none', [], group, { requestId: 'Choose at least two requests.' }],
  ['one alone', many(1), group, { requestId: 'Choose at least two requests.' }],
  ['too many', many(mostRanked + 1), group, { requestId: 'Choose at most 50 requests.' }],
  [
    'one that is done',
    [...many(2), request(7, { stage: 'accepted' })],
    group,
    { requestId: 'Request #7 is no longer open. Leave it out.' },
  ],
  [
    'two that are no more',
    [...many(2), request(7, { stage: 'merged' }), request(8, { stage: 'set_aside' })],
    group,
    { requestId: 'Requests #7, #8 are no longer open. Leave them out.' },
  ],
  ['the group’s own, among the group', [...many(2), request(7, { visibility: 'group' })], group, {}],
  [
    'the group’s own, among the institutions',
    [...many(2), request(7, { visibility: 'group' })],
    { ...group, electorate: 'institutions' as const },
    { electorate: 'Request #7 is not public. Make it public below, leave it out, or let the group vote.' },
  ],
  [
    'the group’s own that becomes public with it',
    [...many(2), request(7, { visibility: 'group' })],
    { ...group, electorate: 'institutions' as const, publish: true },
    {},
  ],
  ['an end that is now', many(2), { ...group, closesAt: now }, { closesAt: 'Choose a closing date in the future.' }],
  ['all of them chosen', many(3), { ...group, seats: 3 }, { seats: 'Enter a number below 3. Otherwise all requests are chosen.' }],
])('%s', (_, requests, facts, faults) => expect(whyNotRank(requests, facts, now)).toEqual(faults))

test.each([
  [0, 1],
  [2, 1],
  [3, 2],
  [8, 3],
])('of %d requests %d are chosen where nobody says so', (requests, seats) => expect(usualSeats(requests)).toBe(seats))
