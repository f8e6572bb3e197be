import { describe, expect, test } from 'vitest'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'

function read(fields: string[], ...body: string[]) {
  const raw = Buffer.from(['From: MAILER-DAEMON@mx.example', 'To: bounce+k7f3a9@lists.example', ...fields, '', ...body, ''].join('\r\n'))
  const { kind, recipients } = readBounce(readMessage(raw), raw)
  return [kind, ...recipients.map((one) => `${one.address.split('@')[0]} ${one.class}`)].join(', ')
}

const notice = (...lines: string[]) => read(['Return-Path: <>', 'Subject: Undeliverable'], ...lines)

/** Each of `groups`: whom it is about, the action, the code, and the answer. */
const status = (text: string, ...groups: string[][]) =>
  read(
    ['Return-Path: <>', 'Subject: Undeliverable', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'],
    ...['--x', 'Content-Type: text/plain; charset=utf-8', '', text, '--x', 'Content-Type: message/delivery-status', ''],
    ...['Reporting-MTA: dns; mx.example', ''],
    ...groups.flatMap(([who = '', action = '', code = '', answer = '']) => [
      `Final-Recipient: rfc822; ${who}@uni.example`,
      `Action: ${action}`,
      `Status: ${code}`,
      ...(answer ? [`Diagnostic-Code: smtp; ${answer}`] : []),
      '',
    ]),
    '--x--',
  )

describe('a report about several', () => {
  const both = 'anna@uni.example, bert@uni.example: one of them is unknown, and the mailbox of the other is full.'
  test('judges each by its own answer', () =>
    expect(
      status(
        both,
        ['anna', 'failed', '5.1.1', '550 5.1.1 Wer soll das sein? Benutzer unbekannt'],
        ['bert', 'failed', '5.2.2', '552 5.2.2 Kein Platz'],
      ),
    ).toBe('bounce, anna address, bert mailbox'))

  test('judges each by its own code, where nothing else is its own', () =>
    expect(status(both, ['anna', 'failed', '5.1.1'], ['bert', 'failed', '5.2.2'])).toBe('bounce, anna address, bert mailbox'))

  test('keeps the advice at the end from the last', () =>
    expect(
      notice(
        '<bert@uni.example>: 552 mailbox is full',
        '<anna@uni.example>: 550 no such person',
        '',
        'A full mailbox takes mail when it was emptied.',
      ),
    ).toBe('bounce, bert mailbox, anna address'))

  test('in a notification tells of each apart', () =>
    expect(
      notice(
        JSON.stringify([
          { event: 'bounce', email: 'anna@uni.example', status: '5.1.1', reason: '550 5.1.1 No one of that name' },
          { event: 'bounce', email: 'bert@uni.example', status: '5.2.2', reason: '552 5.2.2 Mailbox full' },
        ]),
      ),
    ).toBe('bounce, anna address, bert mailbox'))
})

describe('a refusal of our host', () => {
  test('is told in the words beside the fields', () =>
    expect(
      status('<anna@uni.example>: host mx said: 554 Ask your postmaster (in reply to initial greeting command)', [
        'anna',
        'failed',
        '5.0.0',
        '554 Ask your postmaster',
      ]),
    ).toBe('bounce, anna policy'))

  test.each([
    '<anna@uni.example>: Connected to 192.0.2.7 but my name was rejected. Remote host said: 550 no',
    '<anna@uni.example>: 554 no, in response to the banner',
    '<anna@uni.example>: ... while talking to mx.uni.example.: <<< 554 no',
  ])('stands in a notice: %s', (line) => expect(notice(line)).toBe('bounce, anna policy'))

  test('is none where another host was asked for the recipient after it', () =>
    expect(
      status('mx1: 554 no (in reply to HELO command)', ['anna', 'failed', '5.1.1', '550 5.1.1 User unknown (in reply to RCPT TO command)']),
    ).toBe('bounce, anna address'))
})

describe('an answer within another', () => {
  test.each([
    ['450 4.1.1 not verified: host inside said: 550 5.1.1 No such person', 'address'],
    ['451 4.3.0 Rückfrage: Server innen antwortete: 550 Benutzer unbekannt', 'address'],
    ['450 4.1.1 not verified: host inside said: 450 4.1.1 User unknown', 'transport'],
    ['450 4.1.7 Sender address rejected: host outside said: 550 5.1.1 User unknown', 'policy'],
  ])('%s', (answer, kind) => expect(status('Not delivered.', ['anna', 'failed', '4.1.1', answer])).toBe(`bounce, anna ${kind}`))
})

describe('a code that is the report’s own, beside an answer without one', () => {
  test.each([
    ['550 Administrative prohibition', 'policy'],
    ['550 We have refused this', 'policy'],
    ['550 No account of that name', 'address'],
    ['550 Mailbox unavailable', 'address'],
    ['550 5.1.1 Administrative prohibition', 'address'],
  ])('%s', (answer, kind) => expect(status('550 5.1.1 User unknown', ['anna', 'failed', '5.1.1', answer])).toBe(`bounce, anna ${kind}`))
})

describe('what a server asks of whom it writes to', () => {
  test.each(['please DO NOT REPLY to this email.', 'Please do not respond to this message.', 'Do not answer this mail.'])(
    'is no reason: %s',
    (asks) =>
      expect(
        notice('Hi!', `This is the mail system, ${asks}`, '', 'anna@uni.example: 550 Requested action not taken: mailbox unavailable'),
      ).toBe('bounce, anna address'),
  )
})

describe('a delay by its field', () => {
  const answer = ['anna', 'delayed', '4.0.0', '550 No account of that name']
  test.each(['Delivery failed permanently.', 'Die Zustellung ist endgültig gescheitert.', 'La remise a échoué définitivement.'])(
    'is a failure by its words: %s',
    (text) => expect(status(text, answer)).toBe('bounce, anna address'),
  )
  test('is a delay where somebody tries again', () => expect(status('Delivery failed. We will retry.', answer)).toMatch(/^delay/))
})
