import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { readCalendar } from '../calendar.ts'
import { type NewEvent, writeCalendar } from './write.ts'

const event: NewEvent = {
  uid: 'meeting-12@lists.example.org',
  sequence: 2,
  stampedAt: new Date('2026-09-23T08:30:15.250Z'),
  changedAt: new Date('2026-09-22T10:00:00Z'),
  startsAt: new Date('2026-10-23T09:00:00Z'),
  endsAt: new Date('2026-10-23T10:00:00Z'),
  summary: 'Lectio Working Group; October, 2026',
  description: 'Agenda:\n1. Rollover\nhttps://rapport.example/meetings/2026-10-23',
  location: 'https://meet.example/room?a=1;b=2',
  url: 'https://rapport.example/meetings/2026-10-23',
  organizer: { name: 'Lectio "Working" Group', address: 'reply+abc@lists.example.org' },
  attendees: [{ name: 'Renée Ødegård', address: 'renee@uni.example', partstat: 'ACCEPTED' }],
  alarmMinutes: 30,
}

describe('an invitation', () => {
  const text = writeCalendar([event], { method: 'REQUEST' })

  it('is read back as it was meant', () => {
    expect(readCalendar(text)).toEqual({
      method: 'REQUEST',
      events: [
        {
          uid: event.uid,
          sequence: 2,
          status: 'CONFIRMED',
          start: '2026-10-23T09:00:00Z',
          end: '2026-10-23T10:00:00Z',
          recurrence: null,
          rule: null,
          organizer: 'reply+abc@lists.example.org',
          attendees: [{ address: 'renee@uni.example', partstat: 'ACCEPTED' }],
        },
      ],
    })
  })

  it('has lines of 75 octets at most, each ended by CRLF', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('says when the meeting changed, and when this was written', () => {
    expect(text).toContain('DTSTAMP:20260923T083015Z')
    expect(text).toContain('LAST-MODIFIED:20260922T100000Z')
  })

  it('is free once it is cancelled, and reminds nobody', () => {
    const cancelled = writeCalendar([{ ...event, sequence: 3, cancelled: true }], { method: 'CANCEL' })
    expect(cancelled).toContain('STATUS:CANCELLED')
    expect(cancelled).not.toContain('VALARM')
  })
})

it('a feed says once, in one way, how often to come back', () => {
  const text = writeCalendar([event], { name: 'Meetings' })
  expect(text.match(/^REFRESH-INTERVAL.*$/gm)).toEqual(['REFRESH-INTERVAL;VALUE=DURATION:PT1H'])
})

it('any words come back from a feed unharmed', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())
  fc.assert(
    fc.property(words, words, (summary, description) => {
      const text = writeCalendar([{ ...event, summary, description }])
      const [read] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
      expect(read?.getFirstPropertyValue('summary') ?? '').toBe(summary)
      expect(read?.getFirstPropertyValue('description') ?? '').toBe(description)
    }),
  )
})

it.each(['\r', '\n', '\r\n', '\u2028', '\u2029', '\0'])('words and names with %j in them begin no line of their own', (end) => {
  const words = `Words${end}ATTENDEE:mailto:eve@x.example`
  const text = writeCalendar(
    [
      {
        ...event,
        summary: words,
        description: words,
        location: words,
        organizer: { name: `"${words}`, address: 'board@x.example' },
        attendees: [{ name: words, address: 'renee@uni.example' }],
      },
    ],
    { name: words },
  )
  const lines = text.split(/\r\n|[\r\n\u2028\u2029\0]/)
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  expect(readCalendar(text).events[0]?.attendees).toEqual([{ address: 'renee@uni.example', partstat: 'NEEDS-ACTION' }])
})
