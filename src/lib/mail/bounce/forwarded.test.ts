import { describe, expect, test } from 'vitest'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'

function read(from: string, subject: string, lines: string[], type = 'text/plain; charset=utf-8') {
  const path = /<.+>/.exec(from)?.[0] ?? '<>'
  const head = [`Return-Path: ${path}`, `From: ${from}`, 'To: bounce+k7f3a9@lists.example', `Subject: ${subject}`, 'MIME-Version: 1.0']
  const raw = Buffer.from([...head, `Content-Type: ${type}`, '', ...lines, ''].join('\r\n'))
  const { kind, recipients } = readBounce(readMessage(raw), raw)
  return [kind, ...recipients.map((one) => `${one.address} ${one.class}`)].join(' ')
}

const liz = 'Liz <liz@uni.example>'
const unknown = '<anna@uni.example>: host mx.uni.example said: 550 5.1.1 User unknown'

describe('a report that somebody passes on', () => {
  test.each([
    ['Fwd: failure notice', ['---------- Forwarded message ----------', 'From: MAILER-DAEMON@uni.example', 'Subject: failure notice']],
    ['WG: Unzustellbar', ['-----Ursprüngliche Nachricht-----', 'Von: Postmaster <postmaster@uni.example>', 'Betreff: Unzustellbar']],
    ['TR : Non remis', ['-------- Message transféré --------', 'Sujet : Non remis', 'De : mailer-daemon@uni.example']],
    ['FW: Undeliverable', ['________________', 'From: postmaster@uni.example', 'Sent: Tuesday', 'Subject: Undeliverable']],
    ['Fwd: failure notice', ['> From: MAILER-DAEMON@uni.example', '> Subject: failure notice']],
  ])('is read below their note: %s', (subject, heading) =>
    expect(read(liz, subject, ['I suppose it is for you. - Liz', '', ...heading, '', unknown])).toBe('bounce anna@uni.example address'),
  )

  test('is read beside their note', () => {
    const inner = ['From: MAILER-DAEMON@uni.example', 'Subject: failure notice', '', unknown]
    const parts = ['--b', 'Content-Type: text/plain', '', 'From our box. Liz', '--b', 'Content-Type: message/rfc822', '', ...inner, '--b--']
    expect(read(liz, 'Fwd: failure notice', parts, 'multipart/mixed; boundary=b')).toBe('bounce anna@uni.example address')
  })

  test.each([
    ['another house', 'Tom <tom@else.example>', 'MAILER-DAEMON@uni.example'],
    ['a person who wrote it', liz, 'Bert <bert@uni.example>'],
  ])('is none of %s', (_, who, author) =>
    expect(read(who, 'Fwd: failure notice', ['Look', '', `From: ${author}`, 'Subject: failure notice', '', unknown])).toBe('none'),
  )
})

describe('a report about a stream of mails is no failure', () => {
  test.each([
    ['Report Domain: uni.example Submitter: far.example Report-ID: <1>', 'Some messages were rejected.'],
    ['Your report', 'This is a DMARC aggregate report for lists.example. Messages were rejected because of the policy.'],
    ['DMARC-Bericht', 'Dies ist ein aggregierter DMARC-Bericht. 3 Nachrichten wurden abgelehnt.'],
    ['Informe', 'Informe agregado DMARC. Mensajes rechazados: 12.'],
    ['TLS', 'This is an aggregate TLS report. 3 sessions failed, messages could not be delivered.'],
  ])('%s', (subject, text) => expect(read('postmaster@far.example', subject, [text])).toBe('none'))

  test('but for the one that a server refuses by DMARC', () =>
    expect(read('postmaster@uni.example', 'Undeliverable: DMARC report', [unknown])).toBe('bounce anna@uni.example address'))
})

describe('a mail that imitates a report is none', () => {
  const link = 'https://login.example/verify.php?u=bounce@lists.example'
  test.each([
    ['Undelivered messages', `Your mailbox is full. Incoming messages could not be delivered: ${link}`],
    ['Unzustellbare Nachrichten', `Ihr Postfach ist voll. Klicken Sie hier: ${link}`],
    ['Messages non remis', `Votre boîte est pleine, cliquez ici: ${link}`],
  ])('%s', (subject, text) => expect(read('Mail Delivery System <support@login.example>', subject, [text])).toBe('none'))

  test('but for what names another, beside a link', () =>
    expect(read('postmaster@uni.example', 'Undeliverable', ['anna@uni.example: your mailbox is full.', 'https://uni.example/a@b'])).toBe(
      'bounce anna@uni.example mailbox',
    ))
})
