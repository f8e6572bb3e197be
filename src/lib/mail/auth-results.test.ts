import { expect, test } from 'vitest'
import { type AuthResult, believedResults, formatAuthResults, parseAuthResults } from './auth-results.ts'

test('findings are read without comments, versions and quotes (RFC 8601 Appendix B)', () => {
  const value = ` foo.example.net 1 (foobar; dkim=pass (really) "odd);
      dkim (Because I like it) / 1 (One yay) = (wait for it) fail
        policy (A dot can go here) . (like that) expired
        (this surprised me) = (as I wasn't expecting it) 1362471462;
      spf=pass (says "who knows; spf=fail") smtp.MailFrom="a b"@example.net reason="because; spf=none";
      dmarc=fail header.from=example.com`
  expect(parseAuthResults(value)).toEqual({
    authserv: 'foo.example.net',
    results: [
      { method: 'dkim', result: 'fail', properties: { 'policy.expired': '1362471462' } },
      { method: 'spf', result: 'pass', properties: { 'smtp.mailfrom': 'a b@example.net', reason: 'because; spf=none' } },
      { method: 'dmarc', result: 'fail', properties: { 'header.from': 'example.com' } },
    ],
  })
})

test('a host whose name is in quotes is no other', () => {
  expect(parseAuthResults('"mx.example evil" 1; spf=pass')?.authserv).toBe('mx.example evil')
  expect(parseAuthResults('"mx.example" 1; spf=pass')?.authserv).toBe('mx.example')
})

test('what is no field of findings gives none', () => {
  expect(parseAuthResults('')).toBeUndefined()
  expect(parseAuthResults('spf=pass; dkim=pass')).toBeUndefined()
  expect(parseAuthResults('mx.example.org; none')).toEqual({ authserv: 'mx.example.org', results: [] })
  expect(parseAuthResults('mx.example.org; =; spf=; "x"')).toEqual({ authserv: 'mx.example.org', results: [] })
})

test('what is written is read again, and text of strangers stays where it was put', () => {
  const results: AuthResult[] = [
    { method: 'spf', result: 'pass', properties: { 'smtp.mailfrom': 'x; dkim=pass "header.d=bank.example' } },
    { method: 'dkim', result: 'pass', properties: { 'header.d': 'example.org', 'header.s': '' } },
    { method: 'arc', result: 'none', properties: { 'smtp.remote-ip': '2001:db8::1' } },
  ]
  const value = formatAuthResults('mx.example.org', results)
  expect(value.split('\r\n\t')).toHaveLength(4)
  expect(parseAuthResults(value)?.results).toEqual([results[0], { ...results[1], properties: { 'header.d': 'example.org' } }, results[2]])
  expect(formatAuthResults('mx.example.org', [])).toBe('mx.example.org; none')
})

const believed = (header: string) => believedResults(header, 'mx.example.org').map(({ method, result }) => `${method}=${result}`)

test('only the fields that the host in front put on top are believed', () => {
  const own = 'Authentication-Results: MX.example.org; spf=fail\r\nAuthentication-Results: mx.example.org;\r\n dkim=pass\r\n'
  const forged = 'Authentication-Results: mx.example.org; spf=pass; dmarc=pass\r\n'
  expect(believed(`Received: by us\r\n${own}Received: by mx\r\n${forged}From: x\r\n`)).toEqual(['spf=fail', 'dkim=pass'])
  expect(believed(`Authentication-Results: other.example; spf=pass\r\nFrom: x\r\n`)).toEqual([])
  expect(believed('')).toEqual([])
})
