import { expect, test } from 'vitest'
import { byUrgency, urgencyOf } from './rules.ts'

const now = new Date('2026-11-25T09:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

test('what waits for them alone comes before what is late, and that before what ends soon', () => {
  const one = { kind: 'lists', primary: false } as const
  expect([{ ...one, primary: true }, { ...one, late: true }, { ...one, until: inDays(3) }, one].map((it) => urgencyOf(it, now))).toEqual([
    0, 1, 2, 3,
  ])
  expect(urgencyOf({ ...one, until: inDays(8) }, now)).toBe(3)
})

test('kinds stay together, the one with the most urgent thing first', () => {
  const entries = [
    { name: 'a ballot next year', kind: 'ballots', primary: false, until: inDays(60) },
    { name: 'held mail', kind: 'lists', primary: false },
    { name: 'a late review', kind: 'documents', primary: false, late: true },
    { name: 'a draft', kind: 'documents', primary: false },
    { name: 'an asker', kind: 'lists', primary: true },
    { name: 'a ballot in May', kind: 'ballots', primary: false, until: inDays(30) },
  ] as const
  expect(byUrgency(entries, now).map(({ name }) => name)).toEqual([
    'an asker',
    'held mail',
    'a late review',
    'a draft',
    'a ballot in May',
    'a ballot next year',
  ])
})
