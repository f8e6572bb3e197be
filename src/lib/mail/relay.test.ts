import { expect, test } from 'vitest'
import { parseRelay } from './relay.ts'

const plain = { host: 'relay.example', port: 25, implicitTls: false, startTls: 'offered', verify: false, auth: null }
const signedIn = { ...plain, port: 587, startTls: 'required', verify: true, auth: { user: 'a@b', password: 'p:w/d' } }

test.each([
  ['smtp://relay.example', plain],
  ['smtp://relay.example:2525', { ...plain, port: 2525 }],
  ['smtp://[::1]:25', { ...plain, host: '::1' }],
  ['smtps://relay.example', { ...plain, port: 465, implicitTls: true, verify: true }],
  ['smtp://a%40b:p%3Aw%2Fd@relay.example', signedIn],
  ['smtp://a%40b:p%3Aw%2Fd@127.0.0.1', { ...signedIn, host: '127.0.0.1', startTls: 'offered', verify: false }],
  ['smtp://a%40b:p%3Aw%2Fd@relay.example?tls=never', { ...signedIn, startTls: 'never', verify: false }],
  ['smtp://relay.example?tls=required&verify=no', { ...plain, startTls: 'required' }],
])('%s is understood', (text, relay) => {
  expect(parseRelay(text)).toEqual(relay)
})

test.each([
  '',
  'relay.example',
  'http://relay.example',
  'smtp://',
  'smtp://relay.example?tls=maybe',
  'smtp://u:secret@relay.example:99999',
])('"%s" is no relay, and a password in it is not told', (text) => {
  expect(() => parseRelay(text)).toThrow(/^The relay(?!.*secret)/)
})
