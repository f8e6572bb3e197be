import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../../test/growth.ts'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'

function read(lines: string[]) {
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

/** How mail systems tell a failure in their own words: `## system | author | subject | kind class status`, then the text. */
const forms = `
## Postfix | MAILER-DAEMON@mx.example | Undelivered Mail Returned to Sender | bounce address 5.1.1
For further assistance, please send mail to postmaster@mx.example

<anna@uni.example>: host mx.uni.example[192.0.2.1] said: 550 5.1.1
    <anna@uni.example>: User unknown (in reply to RCPT TO command)
## Postfix, a delay | MAILER-DAEMON@mx.example | Delayed Mail (still being retried) | delay policy 4.7.1
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #

<anna@uni.example>: host mx[192.0.2.1] said: 450 4.7.1 Greylisted, try later
## qmail | MAILER-DAEMON@q.example | failure notice | bounce address 5.1.2
Hi. This is the qmail-send program at q.example.
This is a permanent error; I've given up. Sorry it didn't work out.

<anna@uni.example>:
Sorry, I couldn't find any host named uni.example. (#5.1.2)

--- Below this line is a copy of the message.

To: otto@else.example
## Exim | Mailer-Daemon@ex.example | Mail delivery failed: returning message to sender | bounce mailbox 5.0.0
A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  anna@uni.example
    SMTP error from remote mail server after RCPT TO:<anna@uni.example>:
    host mx.uni.example [192.0.2.1]: 552 mailbox over quota
## Exim, a delay | Mailer-Daemon@ex.example | Warning: message 1abc delayed 24 hours | delay transport -
The address to which the message has not yet been delivered is:

  anna@uni.example
    Delay reason: Connection timed out

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals.
## sendmail | MAILER-DAEMON@sm.example | Returned mail: see transcript for details | bounce address 5.1.1
   ----- The following addresses had permanent fatal errors -----
<anna@uni.example>
    (reason: 550 5.1.1 User unknown)

   ----- Transcript of session follows -----
... while talking to mx.uni.example.:
>>> DATA
<<< 550 5.1.1 User unknown
## sendmail, a delay | MAILER-DAEMON@sm.example | Warning: could not send message for past 4 hours | delay transport -
    **      THIS IS A WARNING MESSAGE ONLY      **

   ----- The following addresses had transient non-fatal errors -----
<anna@uni.example>

   ----- Transcript of session follows -----
<anna@uni.example>... Deferred: Connection timed out with uni.example.
Will keep trying until message is 5 days old
## Courier | MAILER-DAEMON@c.example | NOTICE: mail delivery status. | bounce address 5.1.1
Your message to the following recipients cannot be delivered:

<anna@uni.example>:
    mx.uni.example [192.0.2.1]:
>>> RCPT TO:<anna@uni.example>
<<< 550 5.1.1 User unknown
## Exchange | postmaster@exch.example | Undeliverable: Hello | bounce address -
Your message

  To:      leganto-l@lists.example
  Subject: Hello

did not reach the following recipient(s):

anna@uni.example on Thu, 11 Jul 2002 16:54:54 -0300
    The recipient name is not recognized
## Exchange Online | postmaster@tenant.example | Undeliverable: Hello | bounce address -
Your message to anna@uni.example couldn't be delivered.

anna wasn't found at uni.example.

Unknown To address
## Domino | postmaster@notes.example | DELIVERY FAILURE: User anna not listed in Domino Directory | bounce address -
Your message

  Subject: Hello

was not delivered to:

  anna@uni.example

because:

  User anna (anna@uni.example) not listed in Domino Directory
## GroupWise | Mailer-Daemon@gw.example | Message status - undeliverable | bounce address -
The message that you sent was undeliverable to the following:

  anna@uni.example (no such recipient)
## CommuniGate Pro | MAILER-DAEMON@cg.example | Undeliverable mail: Hello | bounce address -
Failed to deliver to 'anna@uni.example'
SMTP module(domain uni.example) reports:
 anna@uni.example: no such user
## MDaemon | MDaemon@md.example | Permanent Delivery Failure | bounce address 5.0.0
The following addresses did NOT receive a copy of your message:

> anna@uni.example

--- Session Transcript ---
 <-- 550 unknown user
--- End Transcript ---
## hMailServer | mailer-daemon@hm.example | Message undeliverable: Hello | bounce address 5.1.1
The following recipient(s) could not be reached:

anna@uni.example
   Error Type: SMTP
   hMailServer sent: RCPT TO:<anna@uni.example>
   Remote server replied: 550 5.1.1 user unknown
## MailEnable | POSTMASTER@me.example | Message Delivery Failure | bounce address 5.0.0
MailEnable: Message could not be delivered to some recipients.

  Recipient: [SMTP:anna@uni.example]
  Reason: Remote SMTP Server Returned: 550 mailbox unavailable
## Kerio | mailer-daemon@k.example | Delivery failed: Hello | bounce policy 5.7.1
Your message could not be delivered to the following recipients:

<anna@uni.example>, failed
   remote server replied: 554 5.7.1 Message rejected because of your DMARC policy
## Netscape | Postmaster@ns.example | Mail System Error - Returned Mail | bounce address -
This Message was undeliverable due to the following reason:

The user(s) listed below are unknown at this site.

     <anna@uni.example>

Please reply to Postmaster@ns.example
if you feel this message to be in error.
## Gmail | mailer-daemon@googlemail.com | Delivery Status Notification (Failure) | bounce transport -
Delivery to the following recipient failed permanently:

     anna@uni.example

Technical details of permanent failure:
The recipient server did not accept our requests to connect.

----- Original message -----
To: otto@else.example
## Yahoo | MAILER-DAEMON@yahoo.example | Failure Notice | bounce mailbox -
Sorry, we were unable to deliver your message to the following address.

<anna@uni.example>:
This account has been disabled or discontinued.
## amavisd | postmaster@gw.example | Considered UNSOLICITED BULK EMAIL, apparently from you | bounce content -
A message from <leganto-l-bounces@lists.example> to:
-> anna@uni.example

was considered unsolicited bulk e-mail (UBE).
## Dovecot | postmaster@uni.example | Rejected: Hello | bounce mailbox -
Your message to <anna@uni.example> was automatically rejected:
Quota exceeded (mailbox for user is full)
## in German | mailer-daemon@de.example | Mail delivery failed | bounce mailbox -
Folgende Empfängeradresse konnte nicht erreicht werden:

anna@uni.example:
Postfach ist voll
## in French | postmaster@fr.example | Message non distribué | bounce address -
Votre message n'a pas pu être délivré à :

anna@uni.example
Destinataire inconnu
`
  .trim()
  .split(/^## /m)
  .filter(Boolean)
  .map((form) => {
    const [title = '', ...lines] = form.split('\n')
    const [system = '', from = '', subject = '', meaning = ''] = title.split(' | ')
    const [kind = '', reason = '', status = ''] = meaning.split(' ')
    return { system, mail: notice(from, subject, lines), kind, reason, status: status === '-' ? null : status }
  })

describe('a notice in plain words', () => {
  test.each(forms)('of $system names Anna and says why', ({ mail, kind, reason, status }) => {
    const answer = read(mail)
    expect(answer.kind).toBe(kind)
    expect(answer.recipients).toMatchObject([{ address: 'anna@uni.example', permanent: kind === 'bounce', class: reason, status }])
  })

  test('names an alias and what it stands for', () => {
    const lines = [
      '   ----- The following addresses had permanent fatal errors -----',
      'anna@host.uni.example',
      '    (expanded from: anna@uni.example)',
    ]
    const answer = read(notice('MAILER-DAEMON@sm.example', 'Returned mail: User unknown', lines))
    expect(answer.recipients.map(({ address }) => address)).toEqual(['anna@host.uni.example', 'anna@uni.example'])
  })

  test.each([
    [
      'whom to ask',
      '550 5.7.1 Access denied, banned sender. To be removed, please forward this message to delist@filter.example',
      'policy',
    ],
    ['who wrote', '553 5.1.8 Domain of sender address news@lists.example does not exist', 'policy'],
    ['whom else it knows', '552 5.2.2 Mailbox full; write to the new account otto@else.example', 'mailbox'],
  ])('does not take %s, of whom the server speaks in its answer, for the one that failed', (_, answer, meaning) => {
    for (const lines of [
      ['<anna@uni.example>:', '192.0.2.1 does not like recipient.', `Remote host said: ${answer}`, 'Giving up on 192.0.2.1.'],
      ['Delivery has failed to these recipients or groups:', '', 'anna@uni.example', answer],
    ])
      expect(read(notice('MAILER-DAEMON@mx.example', 'failure notice', lines)).recipients).toMatchObject([
        { address: 'anna@uni.example', class: meaning },
      ])
    // Where nobody else is named, they are.
    const alone = read(
      notice('MAILER-DAEMON@mx.example', 'failure notice', ['550 5.1.1 No such user here, unknown account anna@uni.example']),
    )
    expect(alone.recipients).toMatchObject([{ address: 'anna@uni.example', class: 'address' }])
  })

  test('does not take the reader of a list for the one that failed', () => {
    const lines = [
      'The mail could not be delivered.',
      '',
      '---- Original message ----',
      'From: otto@else.example',
      'To: vera@else.example',
      'List-Id: <leganto-l.lists.example>',
      '',
      'Hello',
    ]
    expect(read(notice('MAILER-DAEMON@mx.example', 'Mail Error', lines)).recipients).toEqual([])
  })
})

describe('whatever arrives', () => {
  const samples = [
    ...forms.map(({ mail }) => mail),
    notice('MAILER-DAEMON@mx.example', 'failure notice', ['Final-Recipient: rfc822; anna@uni.example', 'Action: failed', 'Status: 5.1.1']),
  ]

  test('is read without an error', () => {
    const mutated = fc.tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(4000), fc.nat(40), fc.oneof(fc.string(), fc.constantFrom('\n', '<', '@', ';', ':', '\0', 'ü')))),
    )
    fc.assert(
      fc.property(mutated, ([lines, edits]) => {
        let text = lines.join('\n')
        for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length)
        expect(['bounce', 'delay', 'complaint', 'auto-reply', 'none']).toContain(read(text.split('\n')).kind)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['one line without an end', 'a'],
    ['addresses', 'a@b.example,'],
    ['at-signs', '@'],
    ['dots', 'a.'],
    ['spaces', ' '],
    ['reply codes', '550 5.1.1 user '],
    ['words of failure', 'user account mailbox is not '],
    ['short lines', 'anna@uni.example: user\n'],
    ['status fields', 'Final-Recipient: rfc822; a@b.example\nAction: failed\n\n'],
  ])('of half a megabyte takes time that grows as it is long: %s', (name, part) =>
    expectLinear(250_000, (size) => {
      const text = part.repeat(size / part.length)
      return read(notice('MAILER-DAEMON@mx.example', 'failure notice', (name === 'dots' ? `a@${text}` : text).split('\n')))
    }),
  )
})
