import { describe, expect, test } from 'vitest'
import { isAutomatic } from './automatic.ts'
import { readMessage } from './parse.ts'

const why = (...lines: string[]) => isAutomatic(readMessage(Buffer.from([...lines, '', 'Hello', ''].join('\r\n'))))

describe('a program wrote it', () => {
  const marks: [what: string, fields: string[], reason: string][] = [
    [
      'an automatic reply (RFC 3834)',
      ['Auto-Submitted: auto-replied; owner-email="anna@uni.example"'],
      'auto-submitted: auto-replied; owner-email="anna@uni.example"',
    ],
    ['a generated notice', ['Auto-Submitted: auto-generated'], 'auto-submitted: auto-generated'],
    ['a mail from the empty sender', ['Return-Path: <>'], 'empty sender'],
    ['another list', ['List-Id: Readers <readers.example.org>'], 'list-id: Readers <readers.example.org>'],
    ['a bulk mail', ['Precedence: bulk'], 'precedence: bulk'],
    ['an old vacation program', ['X-Autoreply: yes'], 'x-autoreply: yes'],
    ['an Exchange auto-reply', ['X-Auto-Response-Suppress: All'], 'x-auto-response-suppress: All'],
    ['an absence notice known by its subject alone', ['Subject: Out of Office: your mail'], 'an absence notice by its subject'],
    ['the same in German', ['Subject: Automatische Antwort: Ihre Mail'], 'an absence notice by its subject'],
    ['a read receipt', ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x'], 'a report'],
  ]
  test.each(marks)('%s', (_what, fields, reason) => expect(why('From: Anna <anna@uni.example>', ...fields)).toBe(reason))

  test('mailer-daemon, postmaster, a no-reply address, nobody', () => {
    expect(why('From: MAILER-DAEMON@mx.example')).toBe('written by MAILER-DAEMON@mx.example')
    expect(why('From: Mail Delivery System <x@mx.example>')).toBe('written by x@mx.example')
    expect(why('From: noreply@tickets.example')).toBe('written by noreply@tickets.example')
    expect(why('From: <>')).toBe('written by the empty address')
  })

  test('the answer of a calendar', () => {
    const lines = [
      'From: anna@uni.example',
      'Subject: Accepted: Meeting',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Yes',
      '--x',
      'Content-Type: text/calendar; method=REPLY',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'END:VCALENDAR',
      '--x--',
    ]
    expect(why(...lines)).toBe('the answer of a calendar')
  })
})

test.each([
  ['an ordinary mail', ['Subject: Rollover']],
  ['a mail that says it is not automatic', ['Auto-Submitted: no']],
  ['a person who writes about being away', ['Subject: Re: who is out of the office in May?']],
  ['a suppression of nothing', ['X-Auto-Response-Suppress: None']],
])('a person wrote it: %s', (_what, fields) => expect(why('From: Anna <anna@uni.example>', ...fields)).toBeUndefined())
