import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { attribute, mapiIds, uuencode, winmail } from '../../../test/tnef.ts'
import { parseAddresses } from './addresses.ts'
import { defaultLimits } from './limits.ts'
import type { Mailbox } from './message.ts'
import { readMessage } from './parse.ts'

const mb = 1 << 20
const multipart = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n'
const html = 'Content-Type: text/html\r\n\r\n'

const tnef = 'Content-Type: application/ms-tnef\r\n\r\n'
const inLatin = (bytes: Buffer): string => bytes.toString('latin1')
const winmailBegins = inLatin(winmail([], [])).slice(0, 6)
const oneFile = inLatin(winmail([], [{ title: 'a', content: Buffer.from('x') }])).slice(6)

const endless: [what: string, make: (share: number) => string][] = [
  ['10,000 parts', (share) => multipart + '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000 * share)],
  ['parts without anything', (share) => multipart + '--b\n'.repeat(mb * share)],
  [
    '20,000 parts inside one another',
    (share) =>
      Array.from({ length: 20_000 * share }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(''),
  ],
  ['one boundary inside itself', (share) => `${multipart}--b\r\n`.repeat(50_000 * share)],
  ['a header line of 10 MB', (share) => `Subject: x\r\nX: ${'y'.repeat(10 * mb * share)}\r\n\r\nbody`],
  ['a header of 10 MB', (share) => `${'X: y\r\n'.repeat(2 * mb * share)}\r\nbody`],
  ['a field folded a million times', (share) => `X: y\r\n${' z\r\n'.repeat(mb * share)}\r\nbody`],
  ['a line of 30 MB', (share) => `Subject: x\r\n\r\n${'a'.repeat(30 * mb * share)}`],
  ['10 MB of NUL', (share) => `Subject: \0x\r\n\r\n${'\0'.repeat(10 * mb * share)}`],
  ['lines that look like delimiters', (share) => multipart + '\n--'.repeat(10 * mb * share)],
  ['carriage returns alone', (share) => `Subject: x\r\r${'a\r'.repeat(5 * mb * share)}`],
  ['a subject of encoded words', (share) => `Subject: ${'=?utf-8?q?a?= '.repeat(30_000 * share)}\r\n\r\n`],
  ['a subject of beginnings of words', (share) => `Subject: ${'=?'.repeat(250_000 * share)}\r\n\r\n`],
  ['70,000 recipients', (share) => `To: ${'a@b.c, '.repeat(70_000 * share)}\r\n\r\n`],
  ['groups inside groups', (share) => `To: ${'g:'.repeat(100_000 * share)}\r\n\r\n`],
  ['an address of blanks', (share) => `To: x${' '.repeat(500_000 * share)}y\r\n\r\n`],
  ['an address of quotes', (share) => `To: ${'"'.repeat(500_001 * share)}\r\n\r\n`],
  ['references without end', (share) => `References: ${'<a '.repeat(160_000 * share)}\r\n\r\n`],
  ['parameters without names', (share) => `Content-Type: text/plain${'; '.repeat(250_000 * share)}\r\n\r\n`],
  ['a parameter of blanks', (share) => `Content-Type: text/plain; a${' '.repeat(500_000 * share)}\r\n\r\n`],
  ['quoted-printable of nothing but =', (share) => `Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(20 * mb * share)}`],
  ['padded base64', (share) => `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${'YQ=='.repeat(5 * mb * share)}`],
  [
    'uuencoded lines without text',
    (share) => `Content-Type: image/png\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\r\n${'M\r\n'.repeat(2 * mb * share)}`,
  ],
  ['files in a winmail.dat', (share) => tnef + winmailBegins + oneFile.repeat(40_000 * share)],
  ['attributes of nothing in a winmail.dat', (share) => tnef + winmailBegins + inLatin(attribute(1, 0, Buffer.of())).repeat(mb * share)],
  [
    'RTF in a winmail.dat that is packed a hundred times over',
    (share) => {
      const run = Buffer.from('LZFu\0\0\0\0').toString('latin1') + `\xff${'\x00\x0f'.repeat(8)}`.repeat(300_000 * share)
      return tnef + inLatin(winmail([{ id: mapiIds.rtf, value: Buffer.from(`\0\0\0\0\xff\xff\xff\x7f${run}`, 'latin1') }], []))
    },
  ],
  ['uuencoded files in a text', (share) => `\r\n${`${uuencode('x', Buffer.from('x'))}\n`.repeat(40_000 * share)}`],
  ['beginnings of uuencoded files', (share) => `\r\n${'begin 644 x\nM\n'.repeat(150_000 * share)}`],
  ['elements inside one another', (share) => html + '<div>'.repeat(500_000 * share)],
  ['tables inside one another', (share) => html + '<table><tr><td>'.repeat((15_000 / 3) * share)],
  ['tags that never end', (share) => html + '<'.repeat(3_000_000 * share)],
  ['scripts that never end', (share) => html + '<script>'.repeat(400_000 * share)],
  ['HTML in 400 parts', (share) => multipart + `--b\r\n${html}${'<div><p>x'.repeat(4_000)}\r\n`.repeat(400 * share)],
  ['UTF-7', (share) => `Content-Type: text/plain; charset=utf-7\r\n\r\n${'+AGE-'.repeat(400_000 * share)}`],
]

test.each(endless)('%s: read as far as it goes, in one pass', async (_, make) => {
  const [half, whole] = [0.5, 1].map((share) => Buffer.from(make(share), 'latin1'))
  await expectLinear(1, (size) => readMessage((size === 1 ? half : whole) as Buffer))
  const message = readMessage(whole as Buffer)
  expect(message.attachments.length).toBeLessThanOrEqual(defaultLimits.parts)
  expect(message.text.length).toBeLessThanOrEqual(defaultLimits.textBytes)
  expect(message.text).not.toContain('\0')
})

test('what lies beyond the limits is named, and what lies before is read', () => {
  const parts = Array.from({ length: 5 }, (_, i) => `--b\r\nContent-Type: image/png; name=${i}.png\r\n\r\nx\r\n`).join('')
  const message = readMessage(Buffer.from(`Subject: Five\r\n${multipart}${parts}--b--\r\n`), { parts: 4 })
  expect(message.subject).toBe('Five')
  expect(message.attachments.map((file) => file.filename)).toEqual(['0.png', '1.png', '2.png'])
  expect(message.defects).toContain('The message has too many parts; the rest was not read.')
})

test('any bytes are read as some mail', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => void readMessage(bytes)))
})

const pieces = fc.constantFrom(
  ...[
    'From: a@example.org',
    'Subject: =?utf-8?q?=C3=A4?=',
    'Date: Fri, 6 Nov 2026 10:00:00 +0100',
    'Message-ID: <a@b>',
    'Content-Type: multipart/mixed; boundary=b',
  ],
  ...[
    'Content-Type: multipart/alternative; boundary="b"',
    'Content-Type: text/html; charset=x',
    'Content-Type: message/rfc822',
    'Content-Type',
    'Content-Transfer-Encoding: base64',
  ],
  ...[
    'Content-Transfer-Encoding: quoted-printable',
    "Content-Disposition: attachment; filename*0*=utf-8''a%C3; filename*1=b",
    '',
    '',
    '',
    '--b',
    '--b',
    '--b--',
    ' folded',
    '=C3=A4=',
    'YQ==',
    '<p>x</p>',
    '\0',
    '\xe4',
  ],
)

test('any order of the pieces of mails is read, whatever ends the lines', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) => {
      const message = readMessage(Buffer.from(lines.join(ending), 'latin1'))
      expect(message.text).not.toContain('\0')
      expect(message.messageId).not.toBe('')
    }),
    { numRuns: 1_000 },
  )
})

const sample = Buffer.from(
  `From: =?utf-8?q?Mar=C3=ADa?= <maria@example.org>\r\nSubject: Hello\r\n${multipart}--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe\r\n--b\r\nContent-Disposition: attachment; filename="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--b--\r\n`,
)

test('a mail with any bytes changed is still read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: sample.length - 1 }), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }), (changes) => {
      const raw = Buffer.from(sample)
      for (const [at, byte] of changes) raw[at] = byte
      readMessage(raw)
    }),
    { numRuns: 1_000 },
  )
})

const word = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019äß漢é,;:<>()"\\@. '), minLength: 1, maxLength: 30 })
  .map((name) => name.replace(/\s+/g, ' ').trim())
const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9][a-z0-9+._=-]{0,20}[a-z0-9]$/), fc.stringMatching(/^[a-z0-9]{1,10}(\.[a-z0-9]{1,10}){1,3}$/))
  .map(([local, domain]) => `${local.replace(/\.+/g, '.')}@${domain}`)

/** A mailbox as RFC 5322 and RFC 2047 have it written. */
function write({ name, address }: Mailbox): string {
  if (name === '') return address
  const isAscii = Buffer.from(name, 'utf8').length === name.length
  return isAscii
    ? `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`
    : `=?utf-8?B?${Buffer.from(name, 'utf8').toString('base64')}?= <${address}>`
}

test('addresses that were written by the rules are read back', () => {
  // A name that repeats an address is dropped; one that is an address itself is another test.
  const mailbox = fc.record({
    name: fc.oneof(
      fc.constant(''),
      word.filter((name) => !name.includes('@')),
    ),
    address,
  })
  fc.assert(
    fc.property(fc.array(mailbox, { maxLength: 5 }), fc.boolean(), (mailboxes, group) => {
      const list = mailboxes.map(write).join(', ')
      expect(parseAddresses(group ? `Readers: ${list};` : list)).toEqual(mailboxes)
    }),
    { numRuns: 500 },
  )
})

test('a name cannot pose as another sender', () => {
  expect(parseAddresses('"otto@example.org, <vera@example.org>" <maria@example.org>')).toEqual([
    { name: 'otto@example.org, <vera@example.org>', address: 'maria@example.org' },
  ])
})

test('a subject says the same however it is folded', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[!-9;-~äß漢]{1,20}$/), { minLength: 1, maxLength: 20 }),
      fc.array(fc.constantFrom('\r\n ', '\n\t', ' ', '\r\n  ')),
      (words, folds) => {
        fc.pre(!words.join('').includes('=?'))
        const folded = words.reduce((all, next, i) => `${all}${folds[i % Math.max(folds.length, 1)] ?? ' '}${next}`)
        expect(readMessage(Buffer.from(`Subject: ${folded}\r\n\r\n`)).subject).toBe(words.join(' '))
      },
    ),
  )
})

test('what stands in lists is of a length that one reads', () => {
  const words = 'word '.repeat(10_000)
  const read = readMessage(
    Buffer.from(`From: ${words}<maren@northfield.example>\r\nTo: <${'m'.repeat(400)}@northfield.example>\r\nSubject: ${words}\r\n\r\nx`),
  )
  expect(read.from?.address).toBe('maren@northfield.example')
  expect([read.from?.name.length, read.subject.length]).toEqual([200, 500])
  expect(read.to).toEqual([])
})
