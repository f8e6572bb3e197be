import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { readCalendar } from './calendar.ts'

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:one@lists.example', ...lines, 'END:VEVENT')
const times = (...lines: string[]) => {
  const [only] = readCalendar(event(...lines)).events
  return [only?.start, only?.end]
}

/** A zone with one change a year, by the given rule. */
const zone = (name: string, offsets: [string, string], rule: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  `TZOFFSETFROM:${offsets[0]}`,
  `TZOFFSETTO:${offsets[1]}`,
  `RRULE:${rule}`,
  'END:STANDARD',
  'END:VTIMEZONE',
]

const berlin = [
  ...zone('W. Europe Standard Time', ['+0200', '+0100'], 'FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10').slice(0, -1),
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

test('Anna accepts: who, what, which version', () => {
  const text = calendar(
    'method:reply',
    'BEGIN:VEVENT',
    'UID:meeting-7@lists.example',
    'SEQUENCE:2',
    'STATUS:confirmed',
    'DTSTART:20261106T090000Z',
    'DTEND:20261106T100000Z',
    'ORGANIZER;CN="Leganto; the group":mailto:leganto-coordinator@lists.example',
    'ATTENDEE;PARTSTAT=accepted;CN=Anna:MAILTO:anna%2Blists@uni.exam',
    ' ple',
    'ATTENDEE;EMAIL="otto@uni.example":urn:uuid:1-2-3',
    'END:VEVENT',
  )
  expect(readCalendar(text)).toEqual({
    method: 'REPLY',
    events: [
      {
        uid: 'meeting-7@lists.example',
        sequence: 2,
        status: 'CONFIRMED',
        start: '2026-11-06T09:00:00Z',
        end: '2026-11-06T10:00:00Z',
        recurrence: null,
        rule: null,
        organizer: 'leganto-coordinator@lists.example',
        attendees: [
          { address: 'anna+lists@uni.example', partstat: 'ACCEPTED' },
          { address: 'otto@uni.example', partstat: 'NEEDS-ACTION' },
        ],
      },
    ],
  })
})

test.each([
  ['as an alternative', ['Content-Type: text/calendar; method=REPLY; charset=utf-8']],
  ['as a file', ['Content-Type: application/octet-stream', 'Content-Disposition: attachment; filename=invite.ics']],
])('the calendar in a mail is found: %s', (_where, type) => {
  const start = ['From: anna@uni.example', 'Subject: Accepted', 'Content-Type: multipart/mixed; boundary=x', '']
  const mail = [...start, '--x', 'Content-Type: text/plain', '', 'Yes', '--x', ...type, '', event('SEQUENCE:1'), '--x--', '']
  const read = readCalendar(Buffer.from(mail.join('\r\n')))
  expect(read).toMatchObject({ method: null, events: [{ uid: 'one@lists.example', sequence: 1 }] })
})

describe('a time', () => {
  test('in a zone of the tz database is an instant, also across the change of the clocks', () => {
    const [start, end] = times('DTSTART;TZID=Europe/Berlin:20261024T100000', 'DTEND;TZID=America/New_York:20261024T100000')
    expect([start, end]).toEqual(['2026-10-24T08:00:00Z', '2026-10-24T14:00:00Z'])
    expect(times('DTSTART;TZID=Europe/Berlin:20261024T100000', 'DURATION:P1DT2H')).toEqual(['2026-10-24T08:00:00Z', '2026-10-25T11:00:00Z'])
    expect(times('DTSTART;TZID=/x.org/2007/America/Argentina/Buenos_Aires:20260101T100000')).toEqual(['2026-01-01T13:00:00Z', null])
  })

  test('in a zone that the calendar defines, by the name that Windows gives it', () => {
    const lines = ['DTSTART;TZID="W. Europe Standard Time":20260701T100000', 'DTEND;TZID=W. Europe Standard Time:20261201T100000']
    const { events } = readCalendar(calendar(...berlin, 'BEGIN:VEVENT', ...lines, 'END:VEVENT'))
    expect(events).toMatchObject([{ start: '2026-07-01T08:00:00Z', end: '2026-12-01T09:00:00Z' }])
  })

  test('is that of the tz database where the calendar brings another definition of the same name', () => {
    const wrong = zone('Europe/Berlin', ['+0500', '+0500'], 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10')
    const read = (...lines: string[]) =>
      readCalendar(calendar(...lines, 'BEGIN:VEVENT', 'DTSTART;TZID=Europe/Berlin:20260701T100000', 'END:VEVENT'))
    expect(read(...wrong).events).toMatchObject([{ start: '2026-07-01T08:00:00Z' }])
    const named = zone('Ours', ['+0500', '+0500'], 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10')
    const located = [...named.slice(0, 2), 'X-LIC-LOCATION:Europe/Berlin', ...named.slice(2)]
    const { events } = readCalendar(calendar(...located, 'BEGIN:VEVENT', 'DTSTART;TZID=Ours:20260701T100000', 'END:VEVENT'))
    expect(events).toMatchObject([{ start: '2026-07-01T08:00:00Z' }])
  })

  test('before the first rule of a zone has the offset that this rule ends', () => {
    const late = zone('Late', ['+0300', '+0400'], 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3').map((line) =>
      line.replace('DTSTART:16010101T030000', 'DTSTART:20260329T020000'),
    )
    const { events } = readCalendar(calendar(...late, 'BEGIN:VEVENT', 'DTSTART;TZID=Late:20260115T100000', 'END:VEVENT'))
    expect(events).toMatchObject([{ start: '2026-01-15T07:00:00Z' }])
  })

  test('of whole days is a day', () => {
    expect(times('DTSTART:20041225')).toEqual(['2004-12-25', null])
    expect(times('DTSTART;TZID=Europe/Berlin:20041225')).toEqual(['2004-12-25', null])
    expect(times('DTSTART;VALUE=DATE:20261106', 'DTEND;VALUE=DATE:20261108')).toEqual(['2026-11-06', '2026-11-08'])
    expect(times('DTSTART:20261106', 'DURATION:P1W')).toEqual(['2026-11-06', '2026-11-13'])
  })

  test.each([
    ['Eastern Standard Time', '2026-07-01T14:00:00Z'],
    ['"Central Standard Time (Mexico)"', '2026-07-01T16:00:00Z'],
    ['FLE Standard Time', '2026-07-01T07:00:00Z'],
    ['GMT+0200', '2026-07-01T08:00:00Z'],
    ['UTC-5', '2026-07-01T15:00:00Z'],
    ['tzone://Microsoft/Utc', '2026-07-01T10:00:00Z'],
    ['UTC', '2026-07-01T10:00:00Z'],
    ['UTC-02', '2026-07-01T12:00:00Z'],
    ['W Europe Standard Time', '2026-07-01T08:00:00Z'],
    ['"Romance Daylight Time"', '2026-07-01T08:00:00Z'],
    ['Mountain', '2026-07-01T16:00:00Z'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome"', '2026-07-01T08:00:00Z'],
    ['"(GMT+01.00) Sarajevo/Warsaw/Zagreb"', '2026-07-01T08:00:00Z'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', '2026-07-01T14:00:00Z'],
    ['"(UTC-08:00) Pacific Time (US and Canada); Tijuana"', '2026-07-01T17:00:00Z'],
    ['"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', '2026-07-01T09:00:00Z'],
    ['"(UTC-11:00) Coordinated Universal Time-11"', '2026-07-01T21:00:00Z'],
    ['"Kuala Lumpur, Singapore"', '2026-07-01T02:00:00Z'],
    ['Brasilia', '2026-07-01T13:00:00Z'],
    ['Fiji Islands', '2026-06-30T22:00:00Z'],
  ])('in the zone %s without a definition', (name, start) => {
    expect(times(`DTSTART;TZID=${name}:20260701T100000`)).toEqual([start, null])
  })

  test('without a zone, or in one that nobody knows, stays on the wall clock', () => {
    expect(times('DTSTART;TZID=Phoenix Islands:20261106T100000')).toEqual(['2026-11-06T10:00:00', null])
    const [start, end] = times('DTSTART:20261106T100000', 'DTEND;TZID=Atlantis:20261106T113000')
    expect([start, end]).toEqual(['2026-11-06T10:00:00', '2026-11-06T11:30:00'])
  })

  test('with seconds left out or digits too many is read all the same', () => {
    expect(times('DTSTART:2026-11-06T10:00:00Z', 'DTEND:20261106T110000z')).toEqual(['2026-11-06T10:00:00Z', '2026-11-06T11:00:00Z'])
    expect(times('DTSTART;TZID=Europe/Berlin:2026-11-06T10:00', 'DTEND:2026-11-07')).toEqual(['2026-11-06T09:00:00Z', '2026-11-07'])
    expect(times('DTSTART:19970701T1300Z', 'DTEND:19970701T2100000Z')).toEqual(['1997-07-01T13:00:00Z', '1997-07-01T21:00:00Z'])
  })
})

test('a time may be written as other formats have it: an offset behind it, 24:00 for the end of the day', () => {
  expect(times('DTSTART:20260701T100000+0200', 'DTEND:2026-07-01T11:00-05:00')).toEqual(['2026-07-01T08:00:00Z', '2026-07-01T16:00:00Z'])
  const [start, end] = times('DTSTART;TZID=Europe/Berlin:20261231T230000', 'DTEND;TZID=Europe/Berlin:20261231T240000')
  expect([start, end]).toEqual(['2026-12-31T22:00:00Z', '2026-12-31T23:00:00Z'])
})

test('a time that is empty is none, and one in the form of other programs is read', () => {
  expect(times('DTSTART:20260701T100000Z', 'DTEND:', 'DURATION:PT1H')).toEqual(['2026-07-01T10:00:00Z', '2026-07-01T11:00:00Z'])
  expect(times('DTSTART:2026-07-01T10:00:00.000Z', 'DTEND:20260701T11:30Z')).toEqual(['2026-07-01T10:00:00Z', '2026-07-01T11:30:00Z'])
  expect(times('DTSTART:2026-07-01 10:00:00', 'DTEND;VALUE=DATE-TIME:20260702')).toEqual(['2026-07-01T10:00:00', '2026-07-02'])
})

test.each([
  ['ATTENDEE;PARTSTAT=ACCEPTED:mailto: anna@uni.example'],
  ['ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:<anna@uni.example>'],
  ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@uni.example?subject=Yes'],
  ['ATTENDEE;;PARTSTAT=ACCEPTED; CN=Anna;:mailto:anna@uni.example'],
  ['ATTENDEE;CN="Anna;; B: C";PARTSTAT=ACCEPTED :mailto:anna@uni.example'],
  ['ATTENDEE;PARTSTAT=ACCEPTED;CN=Anna: library:mailto:anna@uni.example'],
])('who answers is read of %s', (line) => {
  expect(readCalendar(event(line)).events[0]?.attendees).toEqual([{ address: 'anna@uni.example', partstat: 'ACCEPTED' }])
})

test('a zone is found by its name whatever its case, its blanks and its underscores are', () => {
  const own = zone(' 1', ['+0300', '+0300'], 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10')
  const read = (name: string) => readCalendar(calendar(...own, 'BEGIN:VEVENT', `DTSTART;TZID=${name}:20260701T100000`, 'END:VEVENT')).events
  expect(read('1')).toMatchObject([{ start: '2026-07-01T07:00:00Z' }])
  expect(read('" 1"')).toMatchObject([{ start: '2026-07-01T07:00:00Z' }])
  expect(read('America/New York')).toMatchObject([{ start: '2026-07-01T14:00:00Z' }])
  expect(read('Z')).toMatchObject([{ start: '2026-07-01T10:00:00Z' }])
})

test('a calendar in UTF-16 is read', () => {
  const bytes = Buffer.from(`\ufeff${event('DTSTART:20261106T100000Z')}`, 'utf16le')
  for (const input of [bytes, Buffer.from(bytes).swap16()])
    expect(readCalendar(input).events).toMatchObject([{ uid: 'one@lists.example', start: '2026-11-06T10:00:00Z' }])
})

test('an answer about one of a series says which, and a series how it repeats', () => {
  const one = readCalendar(event('DTSTART:20261106T100000Z', 'RECURRENCE-ID;TZID=Europe/Berlin:20261105T090000'))
  expect(one.events[0]).toMatchObject({ recurrence: '2026-11-05T08:00:00Z', rule: null })
  const all = readCalendar(event('DTSTART:20261106T100000Z', 'RRULE:FREQ=MONTHLY;BYDAY=1FR', 'RECURRENCE-ID:20261105'))
  expect(all.events[0]).toMatchObject({ recurrence: '2026-11-05', rule: 'FREQ=MONTHLY;BYDAY=1FR' })
})

test('what the answer does not need may be broken: a rule, an unfolded text, remarks after the end', () => {
  const lines = ['DTSTART:20261106T100000Z', 'RRULE:FREQ=SOMETIMES', 'DESCRIPTION:one', 'two', 'SUMMARY=none']
  expect(readCalendar(`${event(...lines)}X-SERVED-BY:cache 3\r\n`).events).toMatchObject([{ start: '2026-11-06T10:00:00Z' }])
})

describe('bad input is named with its line', () => {
  const cut = event('SEQUENCE:1').split('\r\n').slice(0, 4).join('\r\n')
  test.each([
    ['a text', 'Hello\nAnna', 'line 1: neither a calendar nor a mail that carries one'],
    ['nothing', '', 'line 1: neither a calendar nor a mail that carries one'],
    ['an event alone', 'BEGIN:VEVENT\nEND:VEVENT', 'line 1: "BEGIN:VEVENT" stands outside a VCALENDAR'],
    ['a calendar cut short', cut, 'line 3: VEVENT never ends'],
    [
      'ends that cross',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR',
      'line 3: "END:VCALENDAR" ends what did not begin; VEVENT of line 2 is open',
    ],
    ['a day that does not exist', event('DTSTART;VALUE=DATE:20260230'), 'line 5: DTSTART is no date or time: "20260230"'],
    ['a word for a time', event('SEQUENCE:1', 'DTEND:tomorrow'), 'line 6: DTEND is no date or time: "tomorrow"'],
    [
      'an endless duration',
      event('DTSTART:20260101T100000Z', 'DURATION:P99999999999999999W'),
      'line 6: DURATION is none: "DURATION:P99999999999999999W"',
    ],
    [
      'a parameter without value',
      event('ATTENDEE;CN:mailto:a@b.example'),
      'line 5: ATTENDEE cannot be read: "ATTENDEE;CN:mailto:a@b.example"',
    ],
  ])('%s', (_what, text, sentence) => expect(() => readCalendar(text)).toThrow(sentence))
})

describe('whatever arrives', () => {
  const lines = ['DTSTART;TZID=W. Europe Standard Time:20261106T100000', 'ATTENDEE;CN="A":mailto:a@b.example', 'DURATION:PT1H']
  const whole = calendar(...berlin, 'BEGIN:VEVENT', ...lines, 'END:VEVENT')
  const edit = fc.tuple(fc.nat(whole.length), fc.nat(30), fc.oneof(fc.string(), fc.constantFrom('\n', ':', ';', '"', '\n ', 'DTSTART')))

  test('gives a calendar or a sentence with a line', () => {
    fc.assert(
      fc.property(fc.array(edit), (edits) => {
        let text = whole
        for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length)
        try {
          expect(readCalendar(text).events).toBeInstanceOf(Array)
        } catch (error) {
          expect((error as Error).message).toMatch(/^line \d+: \S/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  const at = (name: string) => ['BEGIN:VEVENT', `DTSTART;TZID=${name}:20260101T000000`, 'END:VEVENT']
  const many = (count: number, of: (number: number) => string[]) =>
    Array.from({ length: count }, (_, number) => of(number).join('\r\n')).join('\r\n')
  const march = 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'
  test.each<[string, (share: number) => string]>([
    ['a zone that changes every second', () => calendar(...zone('Z', ['+0100', '+0200'], 'FREQ=SECONDLY'), ...at('Z'))],
    [
      'a zone that changes on a day that never comes',
      () => calendar(...zone('Z', ['+0100', '+0200'], 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), ...at('Z')),
    ],
    ['a thousand zones', (share) => calendar(many(1000 * share, (i) => [...zone(`Z${i}`, ['+0100', '+0200'], march), ...at(`Z${i}`)]))],
    [
      'a thousand names of places that are none',
      (share) => calendar(many(1000 * share, (i) => at(`"(UTC) ${i}${', Nowhere'.repeat(20)}"`))),
    ],
    ['a line of a megabyte', (share) => event(`ATTENDEE;CN=${'a'.repeat(1_000_000 * share)}:mailto:a@b.example`)],
    ['a hundred thousand guests', (share) => event(many(100_000 * share, (i) => [`ATTENDEE:mailto:a${i}@b.example`]))],
    ['a hundred thousand folds', (share) => event(`SUMMARY:a${'\r\n a'.repeat(100_000 * share)}`)],
    ['components in components', (share) => 'BEGIN:VCALENDAR\n'.repeat(100_000 * share) + 'END:VCALENDAR\n'.repeat(100_000 * share)],
  ])('is read in time that grows as it is long: %s', (_what, make) => expectLinear(1, (size) => readCalendar(make(size / 2))))
})
