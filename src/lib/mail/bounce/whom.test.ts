import { describe, expect, test } from 'vitest'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'

interface Mail {
  from: string
  subject: string
  lines: string[]
  path?: string | undefined
  to?: string
}

const ours = 'bounce+k7f3a9@lists.example'

function read({ from, subject, lines, path = '<>', to = ours }: Mail) {
  const head = [...(path ? [`Return-Path: ${path}`] : []), `From: ${from}`, `To: ${to}`, `Subject: ${subject}`]
  const raw = Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', ...lines, ''].join('\r\n'))
  const { kind, recipients } = readBounce(readMessage(raw), raw)
  return [kind, ...recipients.map((one) => `${one.address} ${one.class}`)].join(' ')
}

const returned = (...fields: string[]) => [
  '',
  ...fields,
  `Return-Path: <${ours}>`,
  'Received: from mx.lists.example by mx.uni.example with ESMTPS id 1',
  '\tfor <anna@uni.example>; Tue, 17 Nov 2026 09:30:02 +0100',
  'From: Otto <otto@else.example>',
  'To: leganto-l@lists.example',
  'Message-ID: <1@else.example>',
  'List-Id: <leganto-l.lists.example>',
  '',
  'Hello',
]

describe('whom a report is about that does not name them', () => {
  test.each([
    ['no such mailbox', 'User "anna" has no mailbox here. The message follows.', 'address'],
    ['Returned mail: User unknown', '550 anna... User unknown', 'address'],
    ['Unzustellbar', 'Der Benutzer anna ist auf diesem System nicht bekannt.', 'address'],
    ['Mail could not be delivered', 'The mailbox of the user is full. Contact postmaster@uni.example.', 'mailbox'],
  ])('the mail that it returns tells: %s', (subject, line, reason) =>
    expect(read({ from: 'MAILER-DAEMON@uni.example', subject, lines: [line, ...returned()] })).toBe(`bounce anna@uni.example ${reason}`),
  )

  test('by the field in which a server notes whom it took it for', () =>
    expect(
      read({
        from: 'MAILER-DAEMON@uni.example',
        subject: 'Returned mail',
        lines: ['No such user.', ...returned('Delivered-To: bert@uni.example')],
      }),
    ).toBe('bounce bert@uni.example address'))

  test.each(['leganto-l-bounces+anna=uni.example@lists.example', 'leganto-l-return-12-anna=uni.example@lists.example'])(
    'the address that it came to tells: %s',
    (to) =>
      expect(read({ from: 'MAILER-DAEMON@uni.example', subject: 'failure notice', lines: ['User unknown'], to })).toBe(
        'bounce anna@uni.example address',
      ),
  )

  test('it is not what a message is called', () => {
    for (const label of [
      'Identificativo messaggio',
      'Nachrichten-ID',
      'ID del mensaje',
      'Identifiant du message',
      'Message reference',
      'メッセージID',
    ])
      expect(
        read({
          from: 'posta@pec.example',
          subject: 'Mancata consegna',
          lines: ['Destinatario: anna@uni.example', 'Errore: casella inesistente', `${label}: opec2.20261117@pec.example`],
        }),
      ).toBe('bounce anna@uni.example address')
  })

  test('a form names its maker below, whose name is no signature', () =>
    expect(
      read({
        from: 'David <david@uni.example>',
        subject: 'Unzustellbar: Protokoll',
        lines: ['Empfänger:  "anna@uni.example"', 'Grund:      Der Benutzer ist unbekannt.', '', 'Tobit.Software David'],
      }),
    ).toBe('bounce anna@uni.example address'))

  test('it is not the address to use instead', () =>
    expect(
      read({
        from: 'MAILER-DAEMON@uni.example',
        subject: 'Unzustellbar',
        lines: ['anna@uni.example wird nicht mehr genutzt. Bitte verwenden Sie info@uni.example.'],
      }),
    ).toBe('bounce anna@uni.example address'))

  test('an alias has failed for the reason of what it was turned into', () =>
    expect(
      read({
        from: 'MAILER-DAEMON@uni.example',
        subject: 'Mail delivery failed',
        lines: ['  anna@uni.example', '    (generated from info@uni.example)', '    mailbox is full'],
      }),
    ).toBe('bounce info@uni.example mailbox'))

  test.each([
    ['  otto@else.example', '    (ultimately generated from info@uni.example)'],
    ['<otto@else.example> (expanded from', '    <info@uni.example>): host mx.else.example said:'],
  ])('and is named as it was written to: %s', (...lines) =>
    expect(read({ from: 'MAILER-DAEMON@uni.example', subject: 'Mail delivery failed', lines: [...lines, '    550 User unknown'] })).toBe(
      'bounce info@uni.example address',
    ),
  )
})

describe('the manager of another list', () => {
  const refusals: [string, string, string, string | undefined][] = [
    [
      'owner-chess@lists.else.example',
      'BOUNCE chess: Non-member submission',
      'Your message to chess@lists.else.example was not distributed: the sender is not on the list of subscribers.',
      undefined,
    ],
    [
      'chess-owner@lists.else.example',
      'Request to mailing list Chess rejected',
      'Your request to the chess@lists.else.example mailing list has been rejected by the list moderator.',
      undefined,
    ],
    [
      'chess-help@lists.else.example',
      'Returned post for chess@lists.else.example',
      "I'm sorry, your message was not accepted by the moderator.",
      '<>',
    ],
    [
      'LISTSERV@lists.else.example',
      'Rejected posting to CHESS@LISTS.ELSE.EXAMPLE',
      'You are not authorized to send mail to the list from your bounce+...@LISTS.EXAMPLE account.',
      '<>',
    ],
    [
      'sympa@lists.else.example',
      'Message non distribué',
      'Votre message pour la liste chess@lists.else.example a été rejeté : seuls les abonnés peuvent y écrire.',
      '<>',
    ],
  ]
  test.each(refusals)('that refuses a post has a reason of its own: %s, %s', (from, subject, line, path) =>
    expect(read({ from, subject, lines: [line], path: path ?? '' }).toLowerCase()).toBe('bounce chess@lists.else.example policy'),
  )

  test('that keeps it for somebody to see has refused nothing', () => {
    const lines = [
      "Your mail to 'Chess' is being held until the list moderator can review it.",
      'Post by non-member to a members-only list',
    ]
    expect(
      read({
        from: 'chess-bounces@lists.else.example',
        subject: 'Your message to Chess awaits approval',
        lines,
        path: '<chess-bounces@lists.else.example>',
      }),
    ).toBe('none')
    expect(
      read({
        from: 'sympa@lists.else.example',
        subject: 'Welcome',
        lines: ['You are subscribed now. Messages from non-members are rejected.'],
        path: '<sympa@lists.else.example>',
      }),
    ).toBe('none')
  })
})

describe('a program that nobody can answer', () => {
  test.each([
    ["Votre message destiné à anna@uni.example a été considéré comme indésirable par le filtre et n'a pas été transmis.", 'content'],
    ['We could not forward your mail to anna@uni.example: 552 5.2.2 Mailbox full', 'mailbox'],
    ['Ihre Nachricht an anna@uni.example wurde wegen eines Virus nicht weitergeleitet.', 'content'],
  ])('is believed by its reason: %s', (line, reason) =>
    expect(read({ from: 'Filter <noreply@uni.example>', subject: 'Information', lines: [line] })).toBe(`bounce anna@uni.example ${reason}`),
  )

  test.each([
    'The account anna@uni.example was deleted as requested.',
    'Backup of mailbox anna@uni.example failed: disk full.',
    'A new sign-in to the account anna@uni.example was blocked. If it was you, ignore this mail.',
    'Your message to anna@uni.example was delivered on Tuesday.',
    'User unknown, mailbox full: our tips. Write to anna@uni.example. Unsubscribe here.',
  ])('but tells of no failed mail: %s', (line) =>
    expect(read({ from: 'System <noreply@uni.example>', subject: 'Information', lines: [line] })).not.toMatch(/^(?:bounce|delay)/),
  )
})

describe('an event of a provider', () => {
  const events = (list: object[], heading: string[] = []) =>
    read({ from: 'events@hooks.example', subject: 'Events', lines: [...heading, JSON.stringify(list)] })

  test('that arrived is none beside one that failed', () =>
    expect(
      events([
        { email: 'bert@uni.example', event: 'delivered' },
        { email: 'anna@uni.example', event: 'bounce', reason: '550 5.1.1 no such user' },
      ]),
    ).toBe('bounce anna@uni.example address'))

  test('may stand below a heading, and be called hard without a reason', () =>
    expect(
      events(
        [{ notificationType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'anna@uni.example' }] } }],
        ['New event:', ''],
      ),
    ).toBe('bounce anna@uni.example address'))

  test('may be laid out as fields, and nothing else', () => {
    const fields = ['event: failed', 'recipient: anna@uni.example', 'delivery-status.message: 550 5.1.1 no such user']
    const read1 = (lines: string[]) => read({ from: 'events@hooks.example', path: 'events@hooks.example', subject: 'Event', lines })
    expect(read1(fields)).toBe('bounce anna@uni.example address')
    expect(read1(['What is this?', '', ...fields])).toBe('none')
    expect(read1(['status: failed', 'build: 12', 'email: anna@uni.example'])).toBe('none')
  })
})

describe('a filter that stopped what we sent', () => {
  test.each([
    [
      'Gate <noreply@gate.uni.example>',
      '[VIRUS] Mail was refused',
      'Refused a message that carried your sender address.\nRecipient: anna@uni.example',
    ],
    [
      'Virenscanner <viren-scan@uni.example>',
      'Fund in Ihrer Nachricht',
      'Ihre E-Mail an anna@uni.example war infiziert und wurde nicht zugestellt.',
    ],
    ['Antivirus <no-reply@uni.example>', 'Message blocked', 'The mail you sent to anna@uni.example had malware in it.'],
  ])('%s', (from, subject, text) =>
    expect(read({ from, subject, lines: text.split('\n'), path: '<noreply@gate.uni.example>' })).toMatch(
      /^bounce anna@uni\.example (?:content|policy)$/,
    ),
  )
  test('is no person who tells of one, and nobody who writes of viruses', () => {
    const lines = ['A virus makes that mails are refused. Ask bert@else.example.']
    expect(read({ from: 'Security News <noreply@news.example>', subject: 'Mails refused', lines, path: '<noreply@news.example>' })).toBe(
      'none',
    )
    expect(read({ from: 'Anna <anna@uni.example>', subject: 'Virus in your mail', lines, path: '<anna@uni.example>' })).toBe('none')
  })
})
