import { expect, test } from 'vitest'
import { shownToStrangers } from './files-rules.ts'

const bytes = (text: string) => Buffer.from(text)

test.each([
  ['an attached message', 'message/rfc822', '', 'Subject: x', 'kept'],
  ['a message by its name', 'application/octet-stream', 'fwd.eml', 'x', 'kept'],
  ['a message by its words', 'application/octet-stream', 'a', 'Received: from a\nFrom: b', 'kept'],
  ['a message called a text', 'text/plain', 'a.txt', 'Return-Path: <b@c.example>\n', 'kept'],
  ['a card', 'text/vcard', 'a.vcf', 'BEGIN:VCARD', 'kept'],
  ['a page', 'text/html', 'a.html', '<p>', 'kept'],
  ['a text in wide letters', 'text/plain', 'a.txt', 'a\0@\0', 'kept'],
  ['a text', 'text/plain', 'a.txt', 'An attachment', 'hidden'],
  ['a text of no type', 'application/octet-stream', 'Notes.TXT', 'An attachment', 'hidden'],
  ['a table', 'text/csv', 'a.csv', 'a;b', 'hidden'],
  ['a picture', 'image/png', 'a.png', '\u0089PNG\0\0', 'whole'],
  ['a paper', 'application/pdf', 'a.pdf', '%PDF-1.7\0', 'whole'],
] as const)('%s is for strangers %s %s %j: %s', (_, type, filename, text, shown) => {
  expect(shownToStrangers({ type, filename, content: bytes(text) })).toBe(shown)
})

test('what Outlook packs is kept, whatever it is called', () => {
  const content = Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), Buffer.from('anna@uni.example', 'utf16le')])
  for (const filename of ['winmail', 'notes.txt', 'plan.pdf'])
    expect(shownToStrangers({ type: 'application/octet-stream', filename, content })).toBe('kept')
})
