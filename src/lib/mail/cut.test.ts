import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutMail } from './cut.ts'
import { findInHtml, findWords, hashedNeedle, hashWords, needleOf, normalise, replaceSpans } from './find-words.ts'
import { readMessage } from './parse.ts'

const needle = needleOf('Jane Doe')
if (!needle) throw new Error('No needle')

test.each([
  ['as it is', 'I met Jane Doe today.', 'I met [removed] today.'],
  ['in other letters', 'JANE DOE, jane doe', '[removed], [removed]'],
  ['over a line end of a quotation', '> I met Jane\n> Doe today', '> I met [removed] today'],
  ['in an address', 'write to jane.doe@uni.example', 'write to [removed]@uni.example'],
  ['not within words', 'Janet Doerr, Mary-Jane Doe', 'Janet Doerr, Mary-[removed]'],
  ['not alone', 'Jane was there. Doe was not.', 'Jane was there. Doe was not.'],
])('words are found %s', (_, text, cut) => expect(replaceSpans(text, findWords(text, [needle]), '[removed]')).toBe(cut))

test.each([
  ['with tags between them', '<p>I met <b>Jane</b> Doe.</p>', '<p>I met <b>[removed].</p>'],
  ['with tags within them', 'J<i>an</i>e Doe', '[removed]'],
  ['with entities', 'Jan&#101;&nbsp;Doe!', '[removed]!'],
  [
    'in an attribute',
    '<a title="Jane Doe" href="mailto:jane.doe@uni.example">she</a>',
    '<a title="[removed]" href="mailto:[removed]@uni.example">she</a>',
  ],
  ['in different lines of a table: not one name', '<td>Jane</td><td>Doe</td>', '<td>[removed]</td>'],
])('words are found in HTML %s', (_, html, cut) => expect(replaceSpans(html, findInHtml(html, [needle]), '[removed]')).toBe(cut))

test('words that are known by their hash alone are found as the words themselves are', () => {
  const hashed = hashedNeedle('a secret', 2, hashWords('a secret', normalise('Jane Doe')))
  const text = 'Jane Doe, Jane Dow, JANE\n> DOE'
  expect(findWords(text, [hashed])).toEqual(findWords(text, [needle]))
  expect(findWords(text, [hashedNeedle('another secret', 2, hashWords('a secret', 'jane doe'))])).toEqual([])
})

const crlf = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8')
const content = Buffer.from('%PDF a list of grades')
const mail = crlf(
  'From: Carla <carla@uni.example>',
  'To: "Jane Doe" <jane.doe@uni.example>, list@lists.example',
  'Subject: =?utf-8?Q?Caf=C3=A9_with_Jane?= =?utf-8?Q?_Doe?=',
  'Message-ID: <1@uni.example>',
  'X-Kept: as it is',
  'Content-Type: multipart/mixed; boundary=b1',
  '',
  'preamble',
  '--b1',
  'Content-Type: multipart/alternative; boundary=b2',
  '',
  '--b2',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Caf=E9 with Jane =',
  'Doe at noon.',
  '--b2',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p>Café with <b>Jane</b>&nbsp;Doe at noon.</p>').toString('base64'),
  '--b2--',
  '--b1',
  'Content-Type: application/pdf; name="grades of Jane Doe.pdf"',
  "Content-Disposition: attachment; filename*=utf-8''grades%20of%20Jane%20Doe.pdf",
  'Content-Transfer-Encoding: base64',
  '',
  content.toString('base64'),
  '--b1',
  'Content-Type: message/rfc822',
  '',
  'Subject: Jane Doe again',
  '',
  'I am Jane Doe.',
  '--b1--',
  '',
)

test('words go from header, text, HTML, names of files and attached mails; the rest stays byte for byte', () => {
  const cut = cutMail(mail, { needles: [needle] })
  const text = cut?.raw.toString('utf8') ?? ''
  expect(cut?.found).toBe(9)
  const read = readMessage(cut?.raw ?? Buffer.alloc(0))
  expect([read.subject, read.text, read.html]).toEqual([
    'Café with [removed]',
    expect.stringContaining('Café with [removed] at noon.'),
    '<p>Café with <b>[removed] at noon.</p>',
  ])
  expect(read.attachments.map((one) => one.filename)).toEqual(['grades of removed.pdf', ''])
  expect(Buffer.from(read.attachments[0]?.content ?? []).equals(content)).toBe(true)
  expect(read.attachments[1]?.content.toString()).toBe(
    'Subject: [removed] again\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nI am [removed].',
  )
  expect(text).toContain('X-Kept: as it is\r\n')
  expect(text).toContain('preamble\r\n--b1')
  expect(text).toContain('Message-ID: <1@uni.example>')
  expect(cutMail(cut?.raw ?? Buffer.alloc(0), { needles: [needle] })).toBe(undefined)
})

test('an attachment goes whole, and says so in its place', () => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const cut = cutMail(mail, { needles: [], attachments: new Set([sha256]) })
  const read = readMessage(cut?.raw ?? Buffer.alloc(0))
  expect(cut?.found).toBe(1)
  expect(cut?.raw.includes(content.toString('base64'))).toBe(false)
  expect(cut?.raw.includes('Jane Doe.pdf')).toBe(false)
  expect(read.text).toContain('[An attachment was removed.]')
  expect(read.attachments.map((one) => one.type)).toEqual(['message/rfc822'])
})

test('a mail that is only a text keeps its header', () => {
  const cut = cutMail(crlf('From: a@b.example', 'Subject: x', '', 'Jane Doe', ''), { needles: [needle] })
  expect(cut?.raw.toString()).toBe(
    'From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n[removed]\r\n',
  )
})

test('whatever a text is, no run of the words is left in it', () => {
  const words = fc.constantFrom('Jane', 'Doe', 'jane', 'and', ' ', '\n> ', '-', 'É', 'x')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const raw = crlf('Subject: s', '', parts.join(' '))
      const cut = cutMail(raw, { needles: [needle] })
      const after = readMessage(cut?.raw ?? raw)
      return findWords(after.text, [needle]).length === 0
    }),
  )
})
