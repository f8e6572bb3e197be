import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCapabilities, parseReply, ReplyReader } from './smtp-reply.ts'

const latin1 = (text: string) => Buffer.from(text).toString('latin1')

test.each([
  ['250 Ok', { code: 250, enhanced: null, text: 'Ok' }],
  ['250', { code: 250, enhanced: null, text: '' }],
  ['550 5.1.1 <a@x.example>: No such user', { code: 550, enhanced: '5.1.1', text: '<a@x.example>: No such user' }],
  ['550-5.7.26 Unauthenticated\r\n550 5.7.26 mail', { code: 550, enhanced: '5.7.26', text: 'Unauthenticated mail' }],
  ['450 4.7.1 Füße \u0007bell', { code: 450, enhanced: '4.7.1', text: 'Füße  bell' }],
  ['550 10.0.0.1 is blocked', { code: 550, enhanced: null, text: '10.0.0.1 is blocked' }],
])('%j is understood', (line, reply) => {
  const [lines] = new ReplyReader().read(latin1(`${line}\r\n`))
  expect(parseReply(lines ?? [])).toEqual(reply)
})

test('answers are the same however their bytes are cut', () => {
  const answer = fc.array(fc.constantFrom('Ok', '2.0.0 Ok', 'ü', ''), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 10 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (answers, cuts) => {
      const lines = answers.map((texts) => texts.map((text, i) => latin1(`250${i === texts.length - 1 ? ' ' : '-'}${text}`)))
      const bytes = lines.map((one) => `${one.join('\r\n')}\r\n`).join('')
      const reader = new ReplyReader()
      const read: string[][] = []
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = cuts[i % cuts.length] ?? 1
        read.push(...reader.read(bytes.slice(at, at + size)))
        at += size
      }
      expect(read).toEqual(lines)
    }),
  )
})

test.each(['HTTP/1.1 400\r\n', '\r\n', '25\r\n', '250x\r\n', `250-${'x'.repeat(70_000)}`, '250-x\r\n'.repeat(20_000)])(
  '%# is no answer',
  (bytes) => {
    expect(() => new ReplyReader().read(bytes)).toThrow(/relay/)
  },
)

test('what a server offers is read whatever its case', () => {
  const lines = ['250-hi', '250-pipelining', '250-Size 1000', '250-AUTH=LOGIN', '250-AUTH PLAIN', '250-STARTTLS', '250 SMTPUTF8']
  expect(parseCapabilities(lines)).toEqual({
    pipelining: true,
    chunking: false,
    eightBitMime: false,
    smtpUtf8: true,
    startTls: true,
    size: 1000,
    auth: new Set(['LOGIN', 'PLAIN']),
  })
})
