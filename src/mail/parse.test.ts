import { expect, test } from 'vitest'
import { parseMessage } from './parse.ts'

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
