import { expect, test } from 'vitest'
import { isScope, stateOf } from './tokens-rules.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 9, 16, hour))

test.each([
  ['before its end', { expiresAt: at(10), revokedAt: null }, 'valid'],
  ['at its end', { expiresAt: at(9), revokedAt: null }, 'expired'],
  ['after it', { expiresAt: at(8), revokedAt: null }, 'expired'],
  ['taken back before its end', { expiresAt: at(10), revokedAt: at(9) }, 'revoked'],
  ['taken back after it', { expiresAt: at(8), revokedAt: at(8) }, 'revoked'],
])('a token %s', (_, token, state) => {
  expect(stateOf(token, at(9))).toBe(state)
})

test('what a token may be for', () => {
  expect(['read', 'propose', 'write', 'moderate', 'admin', 'all', '', 'Read'].filter(isScope)).toEqual([
    ...['read', 'propose', 'write', 'moderate', 'admin'],
  ])
})
