import fc from 'fast-check'
import iconv from 'iconv-lite'
import { encode, wrap } from 'nodemailer/lib/qp'
import { describe, expect, test } from 'vitest'
import { withFooter } from './footer.ts'
import { readMessage } from './parse.ts'
import { fieldValue, readRaw } from './raw.ts'

const ascii = '_____\nTo leave: https://lists.example.org/u'
const umlaut = '_____\nGrüße von der Liste'

function add(header: string[], body: string | Buffer, footer: string) {
  const raw = Buffer.concat([Buffer.from([...header, '', ''].join('\r\n')), Buffer.from(body)])
  const { fields, body: done } = withFooter(readRaw(raw), footer)
  const mail = Buffer.concat([...fields.map(({ bytes }) => bytes), Buffer.from('\r\n'), done])
  const type = fields.findLast(({ name }) => name === 'content-type')
  return {
    mail,
    type: type ? fieldValue(type).split(';')[0] : '',
    text: readMessage(mail).text,
    attachments: readMessage(mail).attachments,
  }
}
const typed = (type: string, encoding: string) => [
  'From: a@x.example',
  'MIME-Version: 1.0',
  `Content-Type: ${type}`,
  `Content-Transfer-Encoding: ${encoding}`,
]

describe('a footer below a plain text', () => {
  const text = 'Füße\n-- \nMaria\n'
  const encodings: Record<string, (bytes: Buffer) => string | Buffer> = {
    '8bit': (bytes) => bytes,
    'quoted-printable': (bytes) => wrap(encode(bytes)),
    base64: (bytes) => bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n'),
  }
  test.each(
    ['utf-8', 'iso-8859-1', 'windows-1252'].flatMap((charset) => Object.keys(encodings).map((encoding) => [charset, encoding] as const)),
  )('in %s as %s is read with it', (charset, encoding) => {
    const bytes = iconv.encode(text.replaceAll('\n', '\r\n'), charset)
    const { type, text: read } = add(typed(`text/plain; charset="${charset}"`, encoding), encodings[encoding]?.(bytes) ?? '', umlaut)
    expect(type).toBe('text/plain')
    expect(read.trimEnd()).toBe(`${text}\n${umlaut}`)
  })

  test('without a word about its type stays plain ASCII', () => {
    const { mail, text: read } = add(['From: a@x.example'], 'Hello\r\n', ascii)
    expect(read.trimEnd()).toBe(`Hello\n\n${ascii}`)
    expect(mail.toString()).not.toContain('Content-Type')
  })

  test.each([
    ['whose charset has not its letters', 'text/plain; charset=iso-8859-5', '8bit', Buffer.from([0xbf, 0xe0, 0xd8])],
    ['of which nothing is known', 'text/plain; charset=x-unknown', '8bit', Buffer.from('Hello')],
    ['in UTF-16', 'text/plain; charset=utf-16le', 'base64', Buffer.from(Buffer.from('Hello', 'utf16le').toString('base64'))],
    ['in an encoding of old', 'text/plain', 'x-uuencode', Buffer.from('begin 644 x')],
  ])('%s stands beside it', (_, type, encoding, body) => {
    const { mail, type: outer, text: read } = add(typed(type, encoding), body, umlaut)
    expect(outer).toBe('multipart/mixed')
    expect(mail.includes(body)).toBe(true)
    expect(read).toContain(umlaut)
  })
})

describe('a footer below a mail of several parts', () => {
  const part = (boundary: string, type: string, content: string) => `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`

  test('is one more part of multipart/mixed', () => {
    const body = `${part('b', 'text/plain', 'Hello')}${part('b', 'application/pdf; name=x.pdf', 'PDF')}--b--\r\nafterwards\r\n`
    const { type, text, attachments, mail } = add(typed('multipart/mixed; boundary=b', '7bit'), body, umlaut)
    expect(type).toBe('multipart/mixed')
    expect(text).toContain('Hello')
    expect(text).toContain(umlaut)
    expect(attachments.map(({ filename }) => filename)).toEqual(['x.pdf'])
    expect(mail.toString().match(/^--b--\r$/gm)).toHaveLength(1)
  })

  test('is found where the mail was cut off', () => {
    const { text } = add(typed('multipart/mixed; boundary="b b"', '7bit'), part('b b', 'text/plain', 'Hello'), ascii)
    expect(text).toContain(ascii)
  })

  test.each(['multipart/alternative', 'multipart/signed; protocol="application/pgp-signature"', 'multipart/related'])(
    'leaves %s whole, beside it',
    (kind) => {
      const body = `${part('b', 'text/plain', 'Hello')}${part('b', 'text/html', '<p>Hello</p>')}--b--\r\n`
      const { type, text, mail } = add(typed(`${kind}; boundary=b`, '7bit'), body, ascii)
      expect(type).toBe('multipart/mixed')
      expect(mail.includes(body)).toBe(true)
      expect(text).toContain(ascii)
    },
  )

  test('leaves HTML whole, beside it', () => {
    const { text, mail } = add(typed('text/html; charset=utf-8', '8bit'), '<p>Füße</p>', umlaut)
    expect(mail.includes('<p>Füße</p>')).toBe(true)
    expect(text).toContain(umlaut)
  })
})

test('whatever the text and the footer say, both are read', () => {
  const line = fc.string({ unit: fc.constantFrom(...'aZ =.-_ä漢'), maxLength: 120 })
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 6 }),
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('8bit', 'quoted-printable', 'base64'),
      (lines, footer, encoding) => {
        const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`)
        const body =
          encoding === '8bit' ? bytes : encoding === 'base64' ? bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n') : wrap(encode(bytes))
        const { text, mail } = add(typed('text/plain; charset=utf-8', encoding), body, footer.join('\n'))
        const wanted = `${lines.join('\n')}\n\n${footer.join('\n')}`
        expect(text.trim()).toBe(wanted.trim())
        expect(
          Math.max(
            ...mail
              .toString('latin1')
              .split('\r\n')
              .map(({ length }) => length),
          ),
        ).toBeLessThan(998)
      },
    ),
  )
})
