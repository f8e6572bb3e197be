import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Purpose } from './bytes.ts'
import { openMailed, openToken } from './open.ts'
import { sealReply, sealToken } from './seal.ts'

const purposes: Purpose[] = ['bounce', 'confirm', 'unsubscribe', 'moderate', 'reply', 'calendar']
const now = new Date('2026-10-16T12:00:00Z')
const aToken = fc.record({
  secret: fc.string({ minLength: 1 }),
  purpose: fc.constantFrom(...purposes),
  id: fc.integer({ min: 0, max: 2 ** 40 - 1 }),
})

test('opens for its purpose alone, whatever the case of its letters', () => {
  fc.assert(
    fc.property(aToken, fc.constantFrom(...purposes), ({ secret, purpose, id }, other) => {
      const token = sealToken(secret, purpose, id)
      expect(token).toMatch(/^[a-z2-7]{31}$/)
      expect(openToken(secret, purpose, token.toUpperCase(), now)).toBe(id)
      if (other !== purpose) expect(openToken(secret, other, token, now)).toBeUndefined()
      expect(openToken(`${secret}x`, purpose, token, now)).toBeUndefined()
    }),
  )
})

test('no changed letter opens it, and nothing else does', () => {
  fc.assert(
    fc.property(aToken, fc.nat(29), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), ({ secret, purpose, id }, at, letter) => {
      const token = sealToken(secret, purpose, id)
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      if (changed !== token) expect(openToken(secret, purpose, changed, now)).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(openToken('secret', 'confirm', text, now)).toBeUndefined()
    }),
  )
})

test('what stands in a reply address opens no page, whatever else is changed in it', () => {
  fc.assert(
    fc.property(aToken, ({ secret, purpose, id }) => {
      const reply = sealReply(secret, purpose, id)
      expect(openToken(secret, purpose, reply, now)).toBeUndefined()
      expect(openMailed(secret, reply, now)).toEqual({ purpose, id })
    }),
  )
})

test('opens until the end of its last day', () => {
  const token = sealToken('secret', 'confirm', 7, new Date('2026-10-20T08:00:00Z'))
  expect(openToken('secret', 'confirm', token, new Date('2026-10-20T23:59:59Z'))).toBe(7)
  expect(openToken('secret', 'confirm', token, new Date('2026-10-21T00:00:00Z'))).toBeUndefined()
})

test('a VERP address stays within the 64 characters of a local part (RFC 5321 §4.5.3.1.1)', () => {
  // The longest name that a list may have is 24 characters (a check of the table).
  expect(`${'l'.repeat(24)}-bounces+${sealToken('secret', 'bounce', 2 ** 40 - 1)}`.length).toBeLessThanOrEqual(64)
})
