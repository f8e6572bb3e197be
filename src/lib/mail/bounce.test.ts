import { describe, expect, test } from 'vitest'
import type { BounceClass, Report } from './bounce/report.ts'
import { readBounce } from './bounce.ts'
import { readMessage } from './parse.ts'

function read(lines: string[]): Report {
  const raw = Buffer.from(lines.join('\r\n'))
  return readBounce(readMessage(raw), raw)
}

const notice = (from: string, subject: string, lines: string[]) => [
  'Return-Path: <>',
  `From: ${from}`,
  'To: leganto-l-bounces@lists.example',
  `Subject: ${subject}`,
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  ...lines,
  '',
]

const report = (type: string, text: string[], fields: string[]) => [
  'Return-Path: <>',
  'From: MAILER-DAEMON@mx.example',
  'To: leganto-l-bounces@lists.example',
  'Subject: Undelivered Mail Returned to Sender',
  `Content-Type: multipart/report; report-type=${type}; boundary=x`,
  '',
  '--x',
  'Content-Type: text/plain',
  '',
  ...text,
  '--x',
  `Content-Type: message/${type}`,
  '',
  ...fields,
  '--x',
  'Content-Type: text/rfc822-headers',
  '',
  'From: leganto-l@lists.example',
  'To: leganto-l@lists.example',
  'List-Id: <leganto-l.lists.example>',
  '--x--',
  '',
]

describe('a delivery status notification', () => {
  test('names each recipient with its class, its status and the words of the server', () => {
    const answer = read(
      report(
        'delivery-status',
        ['Your message could not be delivered.'],
        [
          'Reporting-MTA: dns; mx.example',
          '',
          'Original-Recipient: rfc822;Anna+2Blists@uni.example',
          'Final-Recipient: rfc822; anna@mail.uni.example',
          'Action: failed',
          'Status: 5.0.0',
          'Diagnostic-Code: smtp; 550 5.1.1 <anna@mail.uni.example>: Recipient',
          '  address rejected: User unknown in local recipient table',
          '',
          'Final-Recipient: rfc822; otto@uni.example',
          'Action: failed',
          'Status: 5.2.2',
          'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
        ],
      ),
    )
    expect(answer).toEqual({
      kind: 'bounce',
      recipients: [
        {
          address: 'Anna+lists@uni.example',
          permanent: true,
          class: 'address',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <anna@mail.uni.example>: Recipient address rejected: User unknown in local recipient table',
        },
        { address: 'otto@uni.example', permanent: true, class: 'mailbox', status: '5.2.2', diagnostic: '552 5.2.2 Mailbox full' },
      ],
    })
  })

  test('of a mail with a header in UTF-8 names addresses beyond ASCII, however they are written', () => {
    const group = (address: string) => [`Final-Recipient: utf-8; ${address}`, 'Action: failed', 'Status: 5.6.7', '']
    const fields = [
      'Reporting-MTA: dns; mx.example',
      '',
      ...group('jürgen@bücher.example'),
      ...group('z\\x{6FC}o\\x{EB}@x.example'),
      ...group('a\\x{0A}b@x.example'),
    ]
    const answer = read(report('global-delivery-status', ['SMTPUTF8 is required, but was not offered by host mx.example'], fields))
    expect(answer.recipients.map(({ address, status }) => [address, status])).toEqual([
      ['jürgen@bücher.example', '5.6.7'],
      ['z\u06fcoë@x.example', '5.6.7'],
      ['a\\x{0A}b@x.example', '5.6.7'],
    ])
    expect(answer.recipients.every((one) => one.permanent && one.class === 'content')).toBe(true)
  })

  test('of a delay is never permanent, even beside words of failure', () => {
    const fields = [
      'Final-Recipient: rfc822; anna@uni.example',
      'Action: delayed',
      'Status: 4.4.1',
      'Diagnostic-Code: smtp; 550 User unknown',
    ]
    expect(read(report('delivery-status', ['Delivery failed.'], fields))).toMatchObject({
      kind: 'delay',
      recipients: [{ address: 'anna@uni.example', permanent: false }],
    })
  })

  test('of a success counts against nobody', () => {
    const fields = ['Final-Recipient: rfc822; anna@uni.example', 'Action: delivered', 'Status: 2.0.0']
    expect(read(report('delivery-status', ['It arrived.'], fields))).toMatchObject({
      kind: 'auto-reply',
      recipients: [{ address: 'anna@uni.example', permanent: false, class: 'unknown' }],
    })
  })

  test('names the mailbox that was written to where the server names a file', () => {
    const fields = ['Action: failed', 'Final-Recipient: rfc822;/var/spool/anna', 'Status: 5.0.0']
    const lines = report('delivery-status', ['  save to /var/spool/anna', '    mailbox is full'], fields)
    expect(read(['X-Failed-Recipients: anna@uni.example', ...lines])).toMatchObject({
      recipients: [{ address: 'anna@uni.example', class: 'mailbox' }],
    })
  })
})

describe('the class of a refusal', () => {
  const classes: [words: string, meaning: BounceClass][] = [
    ['550 5.1.1 <anna@uni.example>: Recipient address rejected: User unknown in local recipient table', 'address'],
    ['550 5.4.1 Recipient address rejected: Access denied. AS(201806281)', 'address'],
    ['556 5.1.10 Domain does not accept mail (nullMX)', 'address'],
    ['550 5.1.6 Recipient no longer on server', 'address'],
    ['553 5.1.8 <list@lists.example>... Domain of sender address list@lists.example does not exist', 'policy'],
    ['550 Sender domain does not exist', 'policy'],
    ['550 5.1.0 Return-path domain could not be resolved', 'policy'],
    ['553 sorry, cannot verify your sender address', 'policy'],
    ['550 5.1.2 Recipient domain does not exist', 'address'],
    ["550-5.7.26 Unauthenticated email from lists.example is not accepted due to domain's DMARC policy", 'policy'],
    ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'policy'],
    ['550 5.7.1 Unable to relay', 'policy'],
    ['421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints', 'policy'],
    ['550 This account has been disabled or discontinued', 'mailbox'],
    ['554 30 Sorry, your message cannot be delivered. This mailbox is disabled (554.30).', 'address'],
    ['550 5.7.1 La casella riceve soltanto messaggi da indirizzi di posta elettronica certificata', 'policy'],
    ['550 Das Postfach nimmt nur De-Mail an', 'policy'],
    ['550 Casella inesistente. Gestore di posta elettronica certificata', 'address'],
    ['554 weil sie einen nicht zugelassenen Dateianhang enthält', 'content'],
    ['554 le type de fichier .zip n’est pas autorisé', 'content'],
    ['552 5.2.2 Over quota', 'mailbox'],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'mailbox'],
    ['452 4.3.1 Insufficient system storage', 'mailbox'],
    ['554 5.6.0 Message contains a virus', 'content'],
    ['552 5.3.4 Message size exceeds fixed limit', 'content'],
    ['451 4.4.0 DNS query failed', 'transport'],
    ['554 5.4.6 Too many hops', 'transport'],
    ['Name service error for name=uni.example type=MX: Host not found, try again', 'transport'],
    ['550 5.0.0', 'unknown'],
  ]
  test.each(classes)('%s', (words, meaning) => {
    const fields = ['Final-Recipient: rfc822; anna@uni.example', 'Action: failed', `Diagnostic-Code: smtp; ${words}`]
    expect(read(report('delivery-status', [''], fields)).recipients).toMatchObject([{ class: meaning }])
  })

  test('is not the address when the server took it and refused the message', () => {
    const lines = ['<anna@uni.example>: host mx.uni.example[192.0.2.1] said: 550 User unknown (in', '    reply to end of DATA command)']
    expect(read(notice('MAILER-DAEMON@mx.example', 'Undelivered Mail', lines)).recipients).toMatchObject([{ class: 'policy' }])
  })
})

describe('what is not a bounce', () => {
  test('a complaint names who complained', () => {
    const fields = ['Feedback-Type: abuse', 'User-Agent: FBL/1.0', 'Version: 1', 'Original-Rcpt-To: <anna@uni.example>']
    expect(read(report('feedback-report', ['An abuse report.'], fields))).toEqual({
      kind: 'complaint',
      recipients: [{ address: 'anna@uni.example', permanent: false, class: 'content', status: null, diagnostic: 'abuse' }],
    })
  })

  test('a report about failed authentication is nobody’s complaint', () => {
    const fields = ['Feedback-Type: auth-failure', 'Original-Rcpt-To: <anna@uni.example>']
    expect(read(report('feedback-report', [''], fields)).recipients).toMatchObject([{ class: 'policy', diagnostic: 'auth-failure' }])
  })

  test('Anna is out of the office, and names who can help', () => {
    const lines = [
      'Return-Path: <>',
      'From: Anna <anna@uni.example>',
      'To: leganto-l@lists.example',
      'Auto-Submitted: auto-replied',
      'Subject: Automatic reply: Undeliverable pages',
      '',
      'I am away. Please contact',
      '<otto@uni.example>: he will not fail you.',
      '',
    ]
    expect(read(lines)).toMatchObject({
      kind: 'auto-reply',
      recipients: [{ address: 'anna@uni.example', permanent: false, class: 'unknown' }],
    })
  })

  test('a subscriber asks about a bounce that they quote', () => {
    const lines = [
      'From: Maria <maria@example.org>',
      'To: leganto-l@lists.example',
      'Subject: Undeliverable mail?',
      '',
      'What does this mean?',
      '',
      '> <anna@uni.example>: host mx said: 550 5.1.1 User unknown',
      '',
    ]
    expect(read(lines)).toEqual({ kind: 'none', recipients: [] })
  })

  test('a notification of Amazon SES is read from its JSON', () => {
    const json = JSON.stringify({
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [
          { emailAddress: 'anna@uni.example', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
        ],
      },
    })
    expect(read(['From: no-reply@sns.example', 'To: ops@lists.example', 'Subject: AWS Notification Message', '', json, ''])).toMatchObject({
      kind: 'bounce',
      recipients: [
        { address: 'anna@uni.example', permanent: true, class: 'address', status: '5.1.1', diagnostic: '550 5.1.1 user unknown' },
      ],
    })
  })
})

test.each([
  ['Anna <anna@example.org>', 'Out of office: Failed ballot', 'I return in May. Bob is no longer at the office either.', 'auto-reply'],
  [
    'Anna <anna@example.org>',
    'Out of office: Failed ballot',
    'Ask bob@example.org; what was unknown at our office is no longer so.',
    'auto-reply',
  ],
  ['Anna <anna@example.org>', 'Autoreply: Delivery dates', 'All messages are refused until I return.', 'auto-reply'],
  ['Postmaster <postmaster@example.org>', 'Successful mail delivery report', 'Your message was delivered. Else it was relayed.', 'none'],
  ['Postmaster <postmaster@example.org>', 'Delivery held', 'A message sent to you was quarantined.', 'none'],
  ['Postmaster <postmaster@example.org>', 'Undelivered Mail Returned to Sender', 'No such user.', 'bounce'],
])('what names nobody is a bounce only where it says so: %s, %s', (from, subject, text, kind) => {
  const away = kind === 'auto-reply' ? ['Auto-Submitted: auto-replied'] : []
  const raw = Buffer.from(['Return-Path: <>', `From: ${from}`, `Subject: ${subject}`, ...away, '', text].join('\r\n'))
  expect(readBounce(readMessage(raw), raw).kind).toBe(kind)
})

test('who writes as a postmaster, from an address, is somebody who asks', () => {
  const from = ['Return-Path: <anna@example.org>', 'From: Postmaster Anna <postmaster@example.org>', 'Subject: Delivery question']
  expect(readBounce(readMessage(Buffer.from([...from, '', 'You asked about 550 spam policy of ours.'].join('\r\n')))).kind).toBe('none')
})

test('fields that a server lists of the failed mail do not end its words', () => {
  const fields = ['From: a@l.example', 'Message-ID: <x@l.example>', '', 'anna@example.org: mailbox full']
  const head = ['Return-Path: <>', 'From: postmaster@example.org', 'Subject: Undeliverable', '', 'postmaster@example.org says:']
  expect(readBounce(readMessage(Buffer.from([...head, ...fields].join('\r\n')))).recipients).toMatchObject([
    { address: 'anna@example.org', class: 'mailbox' },
  ])
})
