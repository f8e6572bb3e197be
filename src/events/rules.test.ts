import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callStateOf, meanScore, slugOf, whyNotCall, whyNotDays, whyNotPlace, whyNotPropose, whyNotTimes } from './rules.ts'

const lisbon = { firstOn: '2026-09-14', lastOn: '2026-09-17', zone: 'Europe/Lisbon' }

describe('days', () => {
  it.each([
    ['2026-09-14', '2026-09-17', undefined],
    ['2026-09-14', '2026-09-13', ['lastOn', 'Choose a last day that is not before the first day.']],
    ['2026-09-01', '2026-10-02', ['lastOn', 'An event can last at most 31 days.']],
  ])('%s to %s', (firstOn, lastOn, why) => expect(whyNotDays({ firstOn, lastOn })).toEqual(why))
})

describe('a session', () => {
  const at = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) })
  it.each([
    ['2026-09-14T08:00:00Z', '2026-09-14T09:00:00Z', undefined],
    // Half past midnight of the 14th in Lisbon is the 13th in UTC.
    ['2026-09-13T23:30:00Z', '2026-09-14T00:30:00Z', undefined],
    ['2026-09-17T22:00:00Z', '2026-09-17T23:00:00Z', undefined],
    ['2026-09-17T22:00:00Z', '2026-09-17T23:30:00Z', 'to'],
    ['2026-09-13T08:00:00Z', '2026-09-13T09:00:00Z', 'day'],
    ['2026-09-18T08:00:00Z', '2026-09-18T09:00:00Z', 'day'],
    ['2026-09-14T09:00:00Z', '2026-09-14T09:00:00Z', 'to'],
  ])('%s to %s stands on its days, where the event is at home', (from, to, field) => {
    expect(whyNotTimes(at(from, to), lisbon)?.[0]).toBe(field)
  })
})

describe('a call', () => {
  const call = { callOpensOn: '2026-03-01', callClosesOn: '2026-04-15' }
  it.each([
    ['2026-02-28', 'soon', 'The call for proposals opens on 1 March 2026.'],
    ['2026-03-01', 'open', undefined],
    ['2026-04-15', 'open', undefined],
    ['2026-04-16', 'closed', 'The call for proposals closed on 15 April 2026.'],
  ])('on %s', (today, state, why) => {
    expect(callStateOf(call, today)).toBe(state)
    expect(whyNotPropose(call, today)).toBe(why)
  })

  it('closes before the event begins', () => {
    expect(whyNotCall('2026-03-01', '2026-02-01', lisbon)?.[0]).toBe('callClosesOn')
    expect(whyNotCall('2026-03-01', '2026-09-15', lisbon)?.[1]).toContain('14 September 2026')
    expect(whyNotCall('2026-03-01', '2026-04-15', lisbon)).toBeUndefined()
    expect(whyNotPropose({ callOpensOn: null, callClosesOn: null }, '2026-03-01')).toMatch(/no call/)
  })
})

it('a mean lies between its scores', () => {
  expect(meanScore([])).toBeUndefined()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (scores) => {
      const mean = meanScore(scores) as number
      expect(mean).toBeGreaterThanOrEqual(Math.min(...scores))
      expect(mean).toBeLessThanOrEqual(Math.max(...scores))
    }),
  )
})

it('an address carries the year once', () => {
  expect(slugOf('Annual conference', '2026-09-14')).toBe('annual-conference-2026')
  expect(slugOf('LSUI 2026', '2026-09-14')).toBe('lsui-2026')
  expect(slugOf('会議', '2026-09-14')).toBe('event-2026')
})

describe('a place in the programme', () => {
  const accepted = { state: 'accepted', toldAt: new Date('2026-11-02T09:00:00Z'), sessionId: null }
  it.each([
    [accepted, undefined],
    [{ ...accepted, state: 'declined' }, 'Accept the proposal before you add it to the programme.'],
    [{ ...accepted, state: 'withdrawn' }, 'This proposal is withdrawn.'],
    [{ ...accepted, toldAt: null }, 'First send the decision to the person who made the proposal.'],
    [{ ...accepted, sessionId: 1 }, 'This proposal is already in the programme.'],
  ])('%j: %s', (proposal, why) => {
    expect(whyNotPlace(proposal)).toBe(why)
  })
})
