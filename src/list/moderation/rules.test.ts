import { expect, test } from 'vitest'
import { isClaimed, readDecision, writerShown } from './rules.ts'

test.each([
  ['approve', { decision: 'approve', note: '', allow: false }],
  ['Approve always.', { decision: 'approve', note: '', allow: true }],
  ['OK!', { decision: 'approve', note: '', allow: false }],
  ['Reject: please join first.\nThen write again.', { decision: 'reject', note: 'please join first.\nThen write again.', allow: false }],
  ['ablehnen\nBitte zuerst beitreten.', { decision: 'reject', note: 'Bitte zuerst beitreten.', allow: false }],
  ['descartar, es publicidad', { decision: 'discard', note: '', allow: false }],
  ['Sí', { decision: 'approve', note: '', allow: false }],
  ['immer zulassen', { decision: 'approve', note: '', allow: true }],
  ['Toujours approuver.', { decision: 'approve', note: '', allow: true }],
  ['Approvare sempre', { decision: 'approve', note: '', allow: true }],
  ['rifiutare: prima si iscriva', { decision: 'reject', note: 'prima si iscriva', allow: false }],
])('%s', (text, decision) => {
  expect(readDecision(text)).toEqual(decision)
})

test.each(['', 'I do not know', 'Who is this?', '> approve', 'approved', 'always', 'Always reject'])('%s is no decision', (text) => {
  expect(readDecision(text)).toBeUndefined()
})

test('a claim fades after three days', () => {
  const claimedAt = new Date('2026-10-16T09:00:00Z')
  expect(isClaimed({ claimedAt }, new Date('2026-10-19T08:59:00Z'))).toBe(true)
  expect(isClaimed({ claimedAt }, new Date('2026-10-19T09:00:00Z'))).toBe(false)
  expect(isClaimed({ claimedAt: null }, claimedAt)).toBe(false)
})

test.each([
  ['Eva Lind', 'Eva Lind <eva@norr.example>'],
  ['', 'eva@norr.example'],
  ['eva@norr.example', 'eva@norr.example'],
])('the writer “%s” is shown with the address once', (fromName, shown) => {
  expect(writerShown({ fromName, fromEmail: 'eva@norr.example' })).toBe(shown)
})
