import { expect, test } from 'vitest'
import { sealReply, sealToken } from '../lib/token/seal.ts'
import { expiryOf, holdsToken, isSecret, withoutTokens } from './secrecy-rules.ts'

const token = sealToken('secret', 'confirm', 7)

test.each<[string, { plain?: boolean }, string[], boolean]>([
  ['that says nothing of itself', {}, ['Hello'], true],
  ['that is plain', { plain: true }, ['Hello', 'all'], false],
  ['that says that it is not', { plain: false }, ['Hello'], true],
  ['that is plain with a link for one', { plain: true }, ['Hello', `https://a.example/confirm/${token}`], true],
  ['that is plain with a reply address', { plain: true }, [`reply+${sealReply('secret', 'ballot', 7)}@a.example`, ''], true],
  ['that says nothing, with a link for one', {}, [token], true],
])('is a letter its reader’s alone, %s', (_, letter, parts, secret) => {
  expect(isSecret(letter, parts)).toBe(secret)
})

test.each([
  ['as it is', token, true],
  ['in capitals', token.toUpperCase(), true],
  ['broken by quoted-printable', `${token.slice(0, 20)}=\r\n${token.slice(20)}`, true],
  ['as a part of a longer word', `${token}a`, false],
  ['with a letter less', token.slice(1), false],
])('a token %s', (_, text, held) => {
  expect(holdsToken(`See ${text}.`)).toBe(held)
})

test('what others say is shown without tokens and codes', () => {
  const said = `550 <bounce+${token}@a.example> https://a.example/sign-in?to=x&code=123-456 &amp;code=99 ${token.toUpperCase()}`
  expect(withoutTokens(said)).toBe('550 <bounce+…@a.example> https://a.example/sign-in?to=x&code=… &amp;code=… …')
})

test('a code waits for an hour, any other letter for thirty days', () => {
  const at = new Date('2026-10-16T09:00:00Z')
  expect(expiryOf('people.sign-in', at)).toEqual(new Date('2026-10-16T10:00:00Z'))
  expect(expiryOf('ballots.opened', at)).toEqual(new Date('2026-11-15T09:00:00Z'))
})
