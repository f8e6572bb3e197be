import { expect, test } from 'vitest'
import { formTargetOf, placeOf, redirectsIn, whyNotRedirect, whyNotRedirects } from './rules.ts'

test.each([
  ['site', 'https://wiki.example/callback', true],
  ['site', 'https://wiki.example/callback?from=x', true],
  ['site', 'http://localhost:8080/callback', true],
  ['site', 'http://wiki.example/callback', false],
  ['site', 'app.example:/callback', false],
  ['program', 'http://127.0.0.1/callback', true],
  ['program', 'http://[::1]/callback', true],
  ['program', 'http://127.0.0.2/callback', false],
  ['program', 'http://localhost.evil.example/', false],
  ['program', 'cursor://anysphere/callback', true],
  ['introduced', 'https://wiki.example/callback', true],
  ['introduced', 'http://127.0.0.1/callback', true],
  ['introduced', 'http://wiki.example/callback', false],
  ['introduced', 'org.example.app:/callback', true],
  ['introduced', 'com.example-two.App2://callback', true],
  ['introduced', 'cursor://anysphere/callback', false],
  ['introduced', 'x-apple.systempreferences:com.apple.preference.security', false],
  ['introduced', 'intent://x#Intent;scheme=https;end', false],
  ['introduced', 'org.:/x', false],
  ['introduced', 'org..example:/x', false],
  ['program', 'javascript:alert(1)', false],
  ['program', 'JavaScript:alert(1)', false],
  ['program', 'data:text/html,x', false],
  ['program', 'https://u:p@x.example/', false],
  ['program', 'https://*.example/', false],
  ['program', 'https://x.example/#y', false],
  ['program', 'https://x.example\\@evil.example/', false],
  ['program', '/callback', false],
  ['program', '', false],
] as const)('%s: %s', (kind, address, may) => {
  expect(whyNotRedirect(kind, address) === undefined).toBe(may)
})

test('there are some addresses, and not too many', () => {
  expect(redirectsIn(' https://a.example/\nhttps://b.example/  https://a.example/ ')).toEqual(['https://a.example/', 'https://b.example/'])
  const many = Array.from({ length: 11 }, (_, n) => `https://x.example/${n}`)
  expect([whyNotRedirects('site', []), whyNotRedirects('site', many), whyNotRedirects('site', many.slice(1))]).toEqual([
    expect.any(String),
    expect.any(String),
    undefined,
  ])
})

test('a person reads where an answer goes, and a browser is told it', () => {
  const told = (address: string) => [placeOf(address), formTargetOf(address)]
  expect(told('https://wiki.example:8443/callback')).toEqual([{ site: 'wiki.example:8443' }, 'https://wiki.example:8443'])
  expect(told('http://127.0.0.1:5000/x')).toEqual(['here', 'http://127.0.0.1:5000'])
  expect(told('cursor://anysphere/callback')).toEqual([{ app: 'cursor' }, 'cursor:'])
})
