import { expect, test } from 'vitest'
import { type PhaseDates, phaseAt, whyNotDates } from './rules.ts'

const day = (date: number) => new Date(Date.UTC(2026, 9, date))
const phase = (kind: PhaseDates['kind'], opens: number, closes: number): PhaseDates => ({
  kind,
  opensAt: day(opens),
  closesAt: day(closes),
})
const [submission, triage] = [phase('submission', 1, 10), phase('triage', 12, 20)]

test.each([
  ['before the first one', new Date(day(1).getTime() - 1), 'submission'],
  ['at its first second', day(1), 'submission'],
  ['before its end', new Date(day(10).getTime() - 1), 'submission'],
  ['at its end', day(10), 'triage'],
  ['between two', day(11), 'triage'],
  ['before the end of the last', new Date(day(20).getTime() - 1), 'triage'],
  ['at the end of the last', day(20), undefined],
])('the phase of a cycle %s', (_, now, kind) => {
  expect(phaseAt([triage, submission], now)?.kind).toBe(kind)
})

test.each<[string, PhaseDates[], string[]]>([
  ['with days between them', [triage, submission], []],
  ['of which one begins as the other ends', [submission, phase('triage', 10, 20)], []],
  ['of which one begins before the other ends', [submission, phase('triage', 9, 20)], ['triage-opensAt']],
  ['of which one ends as it begins', [submission, phase('triage', 12, 12)], ['triage-closesAt']],
])('phases %s', (_, phases, fields) => {
  expect(Object.keys(whyNotDates(phases))).toEqual(fields)
})
