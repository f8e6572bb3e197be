import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../../test/growth.ts'
import { readBounce } from '../bounce.ts'
import { readMessage } from '../parse.ts'
import { outcomeIn } from './table.ts'

function read(subject: string, lines: string[]) {
  const head = ['Return-Path: <>', 'From: postmaster@uni.example', 'To: bounce+k7f3a9@lists.example', `Subject: ${subject}`]
  const raw = Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', ...lines, ''].join('\r\n'))
  const { kind, recipients } = readBounce(readMessage(raw), raw)
  return [kind, ...recipients.map((one) => `${one.address} ${one.permanent} ${one.class}`)].join(' ')
}

describe('a table of recipients', () => {
  test.each([
    [['anna@uni.example; Delayed; 4.4.1 (no answer)', 'bert@uni.example; Delivered; 2.0.0'], 'delay anna@uni.example false transport'],
    [['anna@uni.example   Relayed   2.1.5', 'bert@uni.example   Failed    5.1.1 unknown user'], 'bounce bert@uni.example true address'],
    [['anna@uni.example: verzögert; 4.2.2 Postfach voll', 'bert@uni.example: zugestellt'], 'delay anna@uni.example false mailbox'],
    [
      ['anna@uni.example | Différé | 4.4.1', 'bert@uni.example | Échec | 5.1.1 utilisateur inconnu'],
      'bounce anna@uni.example false transport bert@uni.example true address',
    ],
    [
      ['anna@uni.example; Expanded; 2.1.5', 'bert@uni.example; 2.0.0'],
      'auto-reply anna@uni.example false unknown bert@uni.example false unknown',
    ],
  ])('tells of each what became of the mail: %s', (lines, report) => expect(read('Delivery Notification', lines)).toBe(report))

  test('who has given up has failed, by whatever code', () =>
    expect(read('Undelivered', ['<anna@uni.example>: 4.4.1 connection timed out', "I've given up."])).toBe(
      'bounce anna@uni.example true transport',
    ))

  test('a sentence is none', () => {
    expect(outcomeIn('delivered your mail to a server that refused it')).toBeUndefined()
    expect(outcomeIn('550 5.1.1 unknown')).toBeUndefined()
  })

  test.each([' ', 'delivered ', 'a b  ', '; '])('is read in time that grows as it is long: %s', (part) =>
    expectLinear(100_000, (size) => outcomeIn(part.repeat(size / part.length))),
  )
})

describe('who tries no more, and quotes the answer that ended it', () => {
  test.each([
    'No further attempts will be made.',
    'Es werden keine weiteren Zustellversuche unternommen.',
    'Aucune nouvelle tentative ne sera effectuée.',
    'Nessun altro tentativo sarà fatto.',
  ])('has failed: %s', (end) =>
    expect(read('Report', ['The message to anna@uni.example was delayed.', 'Reply: 550 5.7.1 Helo command rejected', end])).toBe(
      'bounce anna@uni.example true policy',
    ),
  )

  test('has not, where it says so of later', () =>
    expect(
      read('Warning', [
        'The message to anna@uni.example has been delayed: 421 4.4.1 timeout.',
        'After 5 days no further attempts will be made.',
      ]),
    ).toBe('delay anna@uni.example false transport'))
})
