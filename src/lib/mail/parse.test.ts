import { expect, test } from 'vitest'
import { parseAddresses } from './addresses.ts'
import { parseMessage, readMessage } from './parse.ts'

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8')

test('a mail with a text, its HTML and a file is read whole', async () => {
  const raw = mail(
    'From: =?utf-8?q?Mar=C3=ADa?= <maria@example.org>',
    'To: Readers: otto@example.org, "Vera, V." <vera@example.net>;',
    'Subject: =?iso-8859-1?Q?B=FCcher?=',
    ' and shelves',
    'Date: Fri, 6 Nov 2026 10:00:00 +0100 (CET)',
    'Message-ID: <one@example.org>',
    'In-Reply-To: <zero@example.org>',
    'References: <a@example.org>',
    '\t<zero@example.org>',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Sch=C3=B6ne=',
    ' Gr=C3=BC=C3=9Fe',
    '--inner',
    'Content-Type: text/html',
    '',
    '<p>Sch&ouml;ne Gr&uuml;&szlig;e</p>',
    '--inner--',
    '--outer',
    "Content-Disposition: attachment; filename*0*=utf-8''l%C3%; filename*1*=A4nder; filename*2=.csv",
    'Content-Type: text/csv',
    '',
    'a,b\r\n1,2',
    '--outer--',
    '',
  )
  const message = await parseMessage(raw)

  expect(message).toMatchObject({
    messageId: 'one@example.org',
    from: { name: 'María', address: 'maria@example.org' },
    to: [
      { name: '', address: 'otto@example.org' },
      { name: 'Vera, V.', address: 'vera@example.net' },
    ],
    subject: 'Bücher and shelves',
    date: new Date('2026-11-06T09:00:00Z'),
    inReplyTo: 'zero@example.org',
    references: ['a@example.org', 'zero@example.org'],
    text: 'Schöne Grüße',
    html: '<p>Sch&ouml;ne Gr&uuml;&szlig;e</p>',
    attachments: [{ filename: 'länder.csv', type: 'text/csv', size: 8, inline: false }],
    defects: [],
  })
  expect(Buffer.from(message.attachments[0]!.content).toString()).toBe('a,b\r\n1,2')
})

test('the reports of other machines stay whole, for those who read them', async () => {
  const report = (type: string, body: string) => ['--r', `Content-Type: ${type}`, '', body]
  const raw = mail(
    'From: Mail System <MAILER-DAEMON@example.org>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    ...report('text/plain', 'It failed.'),
    ...report('message/delivery-status', 'Reporting-MTA: dns; example.org'),
    ...report('Message/RFC822', 'Subject: One\r\n\r\nText'),
    ...report('text/rfc822-headers', 'Subject: Two'),
    ...report('message/feedback-report', 'Feedback-Type: abuse'),
    ...report('Text/Calendar; method=REPLY', 'BEGIN:VCALENDAR'),
    '--r--',
  )
  const message = await parseMessage(raw)

  expect(message.text).toBe('It failed.')
  expect(message.attachments.map((part) => [part.type, Buffer.from(part.content).toString()])).toEqual([
    ['message/delivery-status', 'Reporting-MTA: dns; example.org'],
    ['message/rfc822', 'Subject: One\r\n\r\nText'],
    ['text/rfc822-headers', 'Subject: Two'],
    ['message/feedback-report', 'Feedback-Type: abuse'],
    ['text/calendar', 'BEGIN:VCALENDAR'],
  ])
})

test.each<[string, string, Buffer, string, number[]?]>([
  ['a charset that the runtime lacks', 'cp437', Buffer.from('Gr\x81\xe1e', 'latin1'), 'Grüße'],
  ['no charset, and UTF-8', '', Buffer.from('Grüße'), 'Grüße'],
  ['no charset, and Latin-1', '', Buffer.from('Grüße', 'latin1'), 'Grüße'],
  ['a wrong UTF-8', 'utf-8', Buffer.from('Grüße', 'latin1'), 'Grüße'],
  ['a charset that nobody knows', 'x-klingon', Buffer.from('Grüße'), 'Grüße'],
  ['ASCII that is none', 'us-ascii', Buffer.from('Grüße'), 'Grüße'],
  ['ISO-2022-JP', 'iso-2022-jp', Buffer.from('\x1b$B?M\x1b(B', 'latin1'), '人'],
  ['UTF-7', 'utf-7', Buffer.from('Gr+APwA3w-e'), 'Grüße'],
  ['UTF-16', 'utf-16le', Buffer.from('Grüße', 'utf16le'), 'Grüße'],
  ['UTF-16 that says its order of bytes', 'utf-16', Buffer.from('Grüße', 'utf16le').swap16(), 'Grüße', [0xfe, 0xff]],
  ['the Korean of Windows', 'ks_c_5601-1987', Buffer.from('8c63b9e6', 'hex'), '똠방'],
  ['the Korean of Windows by another name', 'x-windows-949', Buffer.from('8c63b9e6', 'hex'), '똠방'],
  ['Korean in seven bits', 'iso-2022-kr', Buffer.from('\x1b$)C\x0eGQ1[\x0f!\r\n', 'latin1'), '한글!\n'],
  ['the Chinese of Hong Kong', 'big5', Buffer.from('adbbb4e49df2', 'hex'), '香港𨋢'],
  ['Chinese in seven bits', 'hz-gb-2312', Buffer.from('a~{<:Ky~}~~~{2;S{\nb'), 'a己所~不欲\nb'],
  ['the Japanese of Windows', 'cp50221', Buffer.from('\x1b$B?M\x1b(I1\x1b(B', 'latin1'), '人ｱ'],
  ['a charset with an x', 'x-mac-greek', Buffer.from('e1', 'hex'), 'α'],
])('a text in %s is read', async (_, charset, bytes, text, before = []) => {
  const header = `Content-Type: text/plain; charset="${charset}"\r\nContent-Transfer-Encoding: base64\r\n\r\n`
  const content = Buffer.concat([Buffer.from(before), bytes]).toString('base64')
  expect((await parseMessage(Buffer.from(header + content))).text).toBe(text)
})

test('a header of raw 8-bit text is read, whatever its charset', async () => {
  const header = (bytes: Buffer) => Buffer.concat([Buffer.from('Subject: '), bytes, Buffer.from('\r\n\r\n')])
  expect((await parseMessage(header(Buffer.from('Bücher')))).subject).toBe('Bücher')
  expect((await parseMessage(header(Buffer.from('Bücher', 'latin1')))).subject).toBe('Bücher')
  expect((await parseMessage(header(Buffer.from('=?iso-8859-1?Q?B\xfccher?=', 'latin1')))).subject).toBe('Bücher')
  expect((await parseMessage(header(Buffer.from('=?cp437?Q?B=81cher?=')))).subject).toBe('Bücher')
})

test.each([
  ['=?utf-8?B?5pel5pw=?=\r\n =?utf-8?B?rOiqng==?=', '日本語'],
  ['=?utf-8?Q?f=C3?= =?UTF-8?B?vHI=?=', 'für'],
  ['=?utf-8?Q?a?= =?koi8-r?Q?=C1?= b', 'aа b'],
  ['=?euc-kr?B?jGM=?= =?utf-8*ko?Q?!?=', '똠!'],
  ['=?iso-2022-jp?B?GyRCJCIkJA==?= =?iso-2022-jp?Q?_and_more?=', 'あい and more'],
  ['=?iso-2022-jp?B?GyRCJCI=?= =?iso-2022-jp?B?JCQbKEI=?=', 'あい'],
  ['=?utf-8?Q?caf=E9?= =?utf-8?Q?_f=C3=BCr?=', 'café für'],
])('the words %s are "%s", wherever they were cut', async (field, text) => {
  expect((await parseMessage(mail(`Subject: ${field}`, `From: ${field} <a@example.org>`, '', ''))).subject).toBe(text)
  expect((await parseMessage(mail(`From: ${field} <a@example.org>`, '', ''))).from).toEqual({ name: text, address: 'a@example.org' })
})

test.each([
  ['Lee, Ann <ann@example.org>', 'ann@example.org'],
  ['Ann <@relay.example,@other.example:ann@example.org>', 'ann@example.org'],
  ['Ann <ann @ example.org>', 'ann@example.org'],
])('a mail from %s is from %s', async (field, address) => {
  expect((await parseMessage(mail(`From: ${field}`, '', ''))).from?.address).toBe(address)
})

test('a mail of HTML alone has a text, and links keep their addresses', async () => {
  const message = await parseMessage(
    mail(
      'Content-Type: text/html; charset=utf-8',
      '',
      '<h1>News</h1><p>See <a href="https://example.org/a">here</a>.</p><blockquote>Why?</blockquote>',
    ),
  )
  expect(message.text).toBe('News\n\nSee here <https://example.org/a>.\n\n> Why?')
})

test('a mail that is text of another kind is its text, and data is a file', async () => {
  const read = async (type: string) => {
    const { text, attachments } = await parseMessage(mail(`Content-Type: ${type}`, '', '# Minutes'))
    return [text, attachments.length]
  }
  expect(await read('text/markdown; charset=utf-8')).toEqual(['# Minutes', 0])
  const enriched = await parseMessage(
    mail('Content-Type: text/enriched', '', '<bold>Minutes</bold> of <color><param>red</param><<May></color>'),
  )
  expect(enriched.text).toBe('Minutes of <May>')
  expect(await read('text/markdown; name=a.md')).toEqual(['', 1])
  expect(await read('text/calendar')).toEqual(['', 1])
  expect(await read('text/rtf')).toEqual(['', 1])
})

test('where the text beside HTML is empty, the HTML is read', async () => {
  const part = (type: string, body: string) => ['--b', `Content-Type: ${type}`, '', body]
  const message = await parseMessage(
    mail('Content-Type: multipart/alternative; boundary=b', '', ...part('text/plain', ' '), ...part('text/html', '<p>Hello</p>'), '--b--'),
  )
  expect(message.text).toBe('Hello')
})

test.each([
  ['', null],
  ['one@example.org', 'one@example.org'],
  ['<one@example.org>', 'one@example.org'],
  ['< one@example.org >', 'one@example.org'],
  ['<one>', 'one'],
  ['one', null],
  ['<>', null],
  ['"a" <b@c>', 'b@c'],
  ['=?utf-8?q?=3Cone=2E123=40exa?=\r\n =?utf-8?q?mple=2Eorg=3E?=', 'one.123@example.org'],
])('the Message-ID "%s" is %s', async (field, id) => {
  expect((await parseMessage(mail(`Message-ID: ${field}`, '', ''))).messageId).toBe(id)
})

test.each([
  ['Fri, 6 Nov 2026 10:00:00 +0100', '2026-11-06T09:00:00.000Z'],
  ['6 Nov 26 10:00 EST', '2026-11-06T15:00:00.000Z'],
  ['Fri Nov  6 10:00:00 2026', '2026-11-06T10:00:00.000Z'],
  ['Fri Nov  6 10:00:00 PST 2026', '2026-11-06T18:00:00.000Z'],
  ['Fri, 06 Nov 1998 10.00.00 GMT', '1998-11-06T10:00:00.000Z'],
  ['2026-11-06T10:00:00Z', '2026-11-06T10:00:00.000Z'],
  ['Sun, 31 Jan 1970 00:00:00 -0000 (comment (nested))', '1970-01-31T00:00:00.000Z'],
  ['Fri , 6 Nov 2026 10 : 00 : 00 +0000', '2026-11-06T10:00:00.000Z'],
  ['Fri, 6 Nov 2026 10:00:00 PM', '2026-11-06T22:00:00.000Z'],
  ['Fri, Nov 6 2026 10:00:00 +0100', '2026-11-06T09:00:00.000Z'],
  ['Nov 6 26 10:00:00 PM -0500', '2026-11-07T03:00:00.000Z'],
  ['Fri, 6 Nov 2026 10:00:00 0530', '2026-11-06T04:30:00.000Z'],
  ['Fri, 6 Nov 2026 10:00:00 700', '2026-11-06T03:00:00.000Z'],
  ['Fri, 6 Nov 2026 10:00:00 12345678901', '2026-11-06T10:00:00.000Z'],
  ['Fri Nov  6 10:00:00 2026 0100', '2026-11-06T09:00:00.000Z'],
  ['Fri Nov 06 10:00:00 +0100 2026', '2026-11-06T09:00:00.000Z'],
  ['Fri, 6 Nov 2026 10:00:00 NST', '2026-11-06T13:30:00.000Z'],
  ['30 Feb 2026 10:00:00 +0000', null],
  ['yesterday', null],
])('the date "%s" is %s', async (field, iso) => {
  expect((await parseMessage(mail(`Date: ${field}`, '', ''))).date?.toISOString() ?? null).toBe(iso)
})

test.each([
  ['attachment; filename="../../etc/passwd"', '../../etc/passwd'],
  ['attachment; filename="C:\\\\Users\\\\maria\\\\a.doc"', 'C:\\Users\\maria\\a.doc'],
  ["attachment; filename*=iso-8859-1''B%FCcher.pdf", 'Bücher.pdf'],
  ['attachment; filename="=?utf-8?q?B=C3=BCcher.pdf?="', 'Bücher.pdf'],
  ['attachment; filename=two words.pdf', 'two words.pdf'],
  ['attachment; filename=a.pdf size=10', 'a.pdf'],
  ['attachment; filename=minutes(2).pdf', 'minutes(2).pdf'],
  ['attachment; filename=minutes (2).pdf', 'minutes (2).pdf'],
  ['attachment; filename=a.pdf (the agenda); size=10', 'a.pdf'],
  ['attachment; (its name) filename=(c) a.pdf', 'a.pdf'],
  ['attachment; filename="a.pdf\\', 'a.pdf'],
  ["attachment; filename*0*=iso-8859-15''%a4.pdf; filename*=iso-8859-1''%a4.pdf", '¤.pdf'],
  ['attachment; filename*0=a; filename*1=.pdf; filename*0=b', 'a.pdf'],
  ['attachment; filename=a.pdf; filename*1=b; filename*2=.pdf', 'a.pdf'],
  ['attachment; filename*1=b; filename*2=.pdf', 'b.pdf'],
  ['attachment', ''],
])('the file of "%s" is named "%s"', async (disposition, name) => {
  const message = await parseMessage(mail('Content-Type: application/pdf', `Content-Disposition: ${disposition}`, '', 'x'))
  expect(message.attachments[0]?.filename).toBe(name)
})

test.each<[string, [name: string, address: string][]]>([
  ['Weber, Anna <anna@uni.example>', [['Weber, Anna', 'anna@uni.example']]],
  [
    'Weber, Anna, Dr. <anna@uni.example>, ben@uni.example',
    [
      ['Weber, Anna, Dr.', 'anna@uni.example'],
      ['', 'ben@uni.example'],
    ],
  ],
  [
    'Weber; Anna <anna@uni.example>',
    [
      ['Weber', ''],
      ['Anna', 'anna@uni.example'],
    ],
  ],
  [
    'Anna <anna@uni.example> Ben <ben@uni.example>',
    [
      ['Anna', 'anna@uni.example'],
      ['Ben', 'ben@uni.example'],
    ],
  ],
  ['Anna <anna . weber @ uni . example >', [['Anna', 'anna.weber@uni.example']]],
  ['Anna <anna(at work)@uni.(the old one)example>', [['Anna', 'anna@uni.example']]],
  ['<anna@uni.example.>', [['', 'anna@uni.example']]],
  ['Anna <"anna ( ) ."@uni.example>', [['Anna', '"anna ( ) ."@uni.example']]],
])('the mailboxes of %j', (field, mailboxes) => {
  expect(parseAddresses(field).map(({ name, address }) => [name, address])).toEqual(mailboxes)
})

test.each([
  ['=?utf-8?q?Why_not??=', 'Why not?'],
  ['=?utf-8?q?Why?_What?.pdf?=', 'Why? What?.pdf'],
  ['=?utf-8?q?never =?utf-8?q?ended?=', '=?utf-8?q?never ended'],
  ['=?utf-8?q?Gr=C3=BC=C3=9?= =?utf-8?q?Fe?=', 'Grüße'],
  ['=?utf-8?q?Gr=?= =?utf-8?q?C3=BC=C3=9Fe?=', 'Grüße'],
  ['=?iso-8859-1?b?R3L83?= =?iso-8859-1?b?2U=?=', 'Grüße'],
  ['=?utf-8?b?w6Q?= =?utf-8?b?w7Y?=', 'äö'],
])('the subject %j is %j', (field, subject) => {
  expect(readMessage(Buffer.from(`Subject: ${field}\n\n`)).subject).toBe(subject)
})

test('a first field that is indented is one', () => {
  expect(readMessage(Buffer.from(' From: anna@uni.example\nSubject: a\n b\n\nx'))).toMatchObject({
    from: { address: 'anna@uni.example' },
    subject: 'a b',
  })
})

test('a text that is called base64 and is none is shown; base64 in pieces is read', () => {
  const text = (body: string) => readMessage(Buffer.from(`Content-Transfer-Encoding: base64\n\n${body}\n`)).text
  expect(text('Dear all,\nplease find the minutes below.')).toBe('Dear all,\nplease find the minutes below.\n')
  const encoded = Buffer.from('Dear all,\nplease find the minutes below.').toString('base64')
  expect(text(encoded.replace(/.{20}/g, '$& '))).toBe('Dear all,\nplease find the minutes below.')
  expect(text(encoded.replace(/.{20}/g, '$&\n  '))).toBe('Dear all,\nplease find the minutes below.')
})
