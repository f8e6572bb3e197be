import { describe, expect, test } from 'vitest'
import { shapeContent } from './content.ts'
import { readMessage } from './parse.ts'

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))
const header =
  'From: Maria <maria@maria.example>\nTo: l@lists.example\nSubject: =?utf-8?q?F=C3=BCr_alle?=\nMessage-ID: <1@maria.example>\nDate: Fri, 16 Oct 2026 08:00:00 +0000\nMIME-Version: 1.0\n'
const keepAll = () => undefined

const withFiles = crlf(
  `${header}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nGrüße\n--b\nContent-Type: application/pdf; name=plan.pdf\nContent-Disposition: attachment; filename=plan.pdf\nContent-Transfer-Encoding: base64\n\n${Buffer.alloc(300, 'x').toString('base64')}\n--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=small.csv\n\na,b\n--b--\n`,
)

describe('files', () => {
  test('one gives way to a line, the others and the text keep every byte', () => {
    const shaped = shapeContent(withFiles, {
      html: 'keep',
      replace: ({ size, position }) => (size > 100 ? `file ${position}, größer` : undefined),
    })
    const read = readMessage(shaped)
    expect(read.defects).toEqual([])
    expect(read.text).toContain('Grüße')
    expect(read.text).toContain('file 0, größer')
    expect(read.attachments.map(({ filename }) => filename)).toEqual(['small.csv'])
    expect(read.subject).toBe('Für alle')
  })

  test('a mail that is nothing but a file becomes a text', () => {
    const raw = crlf(
      `${header}Content-Type: application/pdf; name=x.pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA\n`,
    )
    const read = readMessage(shapeContent(raw, { html: 'keep', replace: () => 'gone' }))
    expect([read.text.trim(), read.attachments]).toEqual(['gone', []])
  })

  test('nothing to change: the very same bytes', () => {
    expect(shapeContent(withFiles, { html: 'always', replace: keepAll })).toBe(withFiles)
  })
})

describe('HTML alone', () => {
  const html = '<p>Grüße an <b>alle</b></p>'
  const raw = crlf(
    `${header}Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>Gr=C3=BC=C3=9Fe an <b>alle</b></p>\n`,
  )

  test('gets a text beside it', () => {
    const read = readMessage(shapeContent(raw, { html: 'always', replace: keepAll }))
    expect(read.defects).toEqual([])
    expect(read.text.trim()).toBe('Grüße an alle')
    expect(read.html?.trim()).toBe(html)
    expect(read.headers.find(({ name }) => name === 'content-type')?.value).toContain('multipart/alternative')
  })

  test('or leaves as text; and again composed it is the same', () => {
    const read = readMessage(shapeContent(raw, { html: 'text', replace: keepAll }))
    expect([read.text.trim(), read.html]).toEqual(['Grüße an alle', null])
    expect(shapeContent(raw, { html: 'always', replace: keepAll })).toEqual(shapeContent(raw, { html: 'always', replace: keepAll }))
  })

  test('inside other parts, with a picture and a file beside it', () => {
    const mixed = crlf(
      `${header}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html; charset=utf-8\n\n<p>See <img src="cid:p"></p>\n--r\nContent-Type: image/png\nContent-ID: <p>\nContent-Transfer-Encoding: base64\n\nAAAA\n--r--\n--m\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\na,b\n--m--\n`,
    )
    const read = readMessage(shapeContent(mixed, { html: 'always', replace: keepAll }))
    expect(read.text).toContain('See')
    expect(read.html).toContain('cid:p')
    expect(read.attachments.map(({ type }) => type).sort()).toEqual(['image/png', 'text/csv'])
  })

  test('all mail as text: of alternatives the text stays', () => {
    const both = crlf(
      `${header}Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nPlain\n--a\nContent-Type: text/html\n\n<p>Rich</p>\n--a--\n`,
    )
    const read = readMessage(shapeContent(both, { html: 'text', replace: keepAll }))
    expect([read.text.trim(), read.html]).toEqual(['Plain', null])
  })
})
