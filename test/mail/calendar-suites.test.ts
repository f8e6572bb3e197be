import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { readComponents } from '../../src/lib/mail/calendar/components.ts'
import { readProperty } from '../../src/lib/mail/calendar/property.ts'
import { readCalendar } from '../../src/lib/mail/calendar.ts'
import { sharedData } from '../shared.ts'

const folder = sharedData('icalendar')

const files = (suite: string, ending = /\.(?:ics|txt)$/) =>
  readdirSync(join(folder ?? '', suite), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .sort()
const load = (suite: string, file: string) => readFileSync(join(folder ?? '', suite, file))

/** The sentence of a file that cannot be read; undefined for one that can. */
function whyNot(input: string | Uint8Array): string | undefined {
  try {
    readCalendar(input)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** The sentences of all files of a suite that cannot be read. */
const refused = (suite: string) =>
  Object.fromEntries(files(suite).flatMap((file) => (whyNot(load(suite, file)) ? [[file, whyNot(load(suite, file))]] : [])))

/** The CalDAV tester writes dates and people as `$now.year.1:`, `$email1:`. */
const fill = (template: string) =>
  template
    .replace(/\$now\.year\.(\d):/g, (_all, years) => String(2026 + Number(years)))
    .replace(/\$now\.(\d):/g, (_all, days) => `2026010${1 + Number(days)}`)
    .replace(/\$([a-z]+\d*):/g, '$1')

describe.skipIf(!folder)('scheduling messages (iTIP)', () => {
  test('every object of the CalDAV tester is read', () => {
    const all = files('caldavtester')
    for (const file of all) {
      const { events } = readCalendar(fill(load('caldavtester', file).toString('utf8')))
      for (const event of events)
        expect([file, event.uid, event.start]).toEqual([file, expect.any(String), expect.stringMatching(/^\d{4}-\d\d-\d\d/)])
    }
    console.log(`caldavtester: ${all.length} of ${all.length} read`)
  })

  test('every message of the exchanges in RFC 5546 and RFC 6638 is read', () => {
    let [all, methods] = [0, new Set<string | null>()]
    for (const file of files('stalwart-itip').filter((name) => name !== 'put_validation.txt')) {
      for (const text of load('stalwart-itip', file)
        .toString('utf8')
        .match(/^BEGIN:VCALENDAR[\s\S]*?^END:VCALENDAR/gm) ?? []) {
        const { method, events } = readCalendar(text)
        const count = text.match(/^BEGIN:VEVENT/gm)?.length ?? 0
        expect(events).toHaveLength(count)
        all += 1
        methods.add(method)
      }
    }
    console.log(`stalwart-itip: ${all} messages read, ${[...methods].join(', ')}`)
    expect(all).toBeGreaterThan(50)
    expect([...methods]).toEqual(expect.arrayContaining(['REQUEST', 'REPLY', 'CANCEL']))
  })

  test('an answer says who accepts which version', () => {
    const text = load('stalwart-itip', 'rfc5546_event_single.txt').toString('utf8')
    const [reply = ''] = text.match(/^BEGIN:VCALENDAR\s+METHOD:REPLY[\s\S]*?^END:VCALENDAR/m) ?? []
    expect(readCalendar(reply)).toMatchObject({
      method: 'REPLY',
      events: [
        {
          uid: 'calsrv.example.com-873970198738777@example.com',
          organizer: 'a@example.com',
          attendees: [{ address: 'b@example.com', partstat: 'ACCEPTED' }],
        },
      ],
    })
  })

  test('an invitation in a mail is read', () => {
    expect(readCalendar(load('libical', 'simple-mime.txt'))).toMatchObject({
      method: 'REQUEST',
      events: [{ start: '1997-06-21T17:00:00Z', end: '1997-06-21T17:30:00Z', organizer: 'foo1@example.com', attendees: { length: 3 } }],
    })
  })
})

describe.skipIf(!folder)('every file, one by one', () => {
  interface Count {
    files: number
    read: number
    /** Read, and a message of iTIP: it says what it asks for. */
    itip: number
    /** Not read, with a sentence that names the line. */
    refused: number
  }
  const countFiles = (suite: string): Count => {
    const count: Count = { files: 0, read: 0, itip: 0, refused: 0 }
    for (const file of readdirSync(join(folder ?? '', suite), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      count.files += 1
      const raw = readFileSync(join(file.parentPath, file.name))
      try {
        const { method } = readCalendar(suite === 'caldavtester' ? fill(raw.toString('utf8')) : raw)
        count.read += 1
        if (method) count.itip += 1
      } catch (error) {
        expect([file.name, (error as Error).message]).toEqual([file.name, expect.stringMatching(/^line \d+: .+/)])
        count.refused += 1
      }
    }
    return count
  }

  test('is read, or gets a sentence that names the line; nothing else happens', () => {
    const suites = ['caldavtester', 'ical.js', 'ical4j', 'libical', 'python-icalendar', 'stalwart-itip']
    const counts = Object.fromEntries(suites.map((suite) => [suite, countFiles(suite)]))
    for (const [suite, { files, read, itip, refused }] of Object.entries(counts))
      console.log(`${suite}: ${files} files, ${read} read (${itip} of them messages), ${refused} with a sentence`)
    expect(counts).toEqual({
      caldavtester: { files: 196, read: 196, itip: 8, refused: 0 },
      // The JSON beside its files, and cards.
      'ical.js': { files: 38, read: 23, itip: 0, refused: 15 },
      ical4j: { files: 55, read: 54, itip: 22, refused: 1 },
      libical: { files: 23, read: 15, itip: 10, refused: 8 },
      // Components that stand alone, and what is broken on purpose.
      'python-icalendar': { files: 77, read: 50, itip: 13, refused: 27 },
      // Scripts, which hold calendars: the next test reads those.
      'stalwart-itip': { files: 5, read: 0, itip: 0, refused: 5 },
    })
    const sum = (pick: (count: Count) => number) => Object.values(counts).reduce((total, count) => total + pick(count), 0)
    expect([sum(({ files }) => files), sum(({ read }) => read), sum(({ refused }) => refused)]).toEqual([394, 338, 56])
  })

  test('of the scripts, every calendar is read, and each message says what the script says of it', () => {
    const counts = Object.fromEntries(files('stalwart-itip').map((file) => [file, { calendars: 0, messages: 0, starts: 0, answers: 0 }]))
    for (const [file, count] of Object.entries(counts)) {
      const script = load('stalwart-itip', file).toString('utf8')
      for (const [, before = '', text = ''] of script.matchAll(/((?:^(?!END:|BEGIN:).*\n)*)^(BEGIN:VCALENDAR[\s\S]*?^END:VCALENDAR)/gm)) {
        const { method, events } = readCalendar(text)
        count.calendars += 1
        if (!method) continue
        count.messages += 1
        const [event] = events
        // In UTC, as seconds since 1970.
        const start = /^summary\.dtstart: Time\(ItipTime \{ start: (\d+), tz_id: 32768/m.exec(before)?.[1]
        if (event?.start?.endsWith('Z') && start) {
          count.starts += 1
          expect([file, Date.parse(event.start) / 1_000]).toEqual([file, Number(start)])
        }
        const [, from, answer] = /^from: (\S+)[\s\S]*?^summary: rsvp ([A-Z-]+)/m.exec(before) ?? []
        if (!event || !answer) continue
        count.answers += 1
        expect([file, method, event.attendees.find(({ address }) => address === from)?.partstat]).toEqual([file, 'REPLY', answer])
      }
      console.log(
        `${file}: ${count.calendars} calendars, ${count.messages} messages, ${count.starts} times and ${count.answers} answers agree`,
      )
    }
    expect(counts).toEqual({
      'put_validation.txt': { calendars: 17, messages: 3, starts: 3, answers: 0 },
      'rfc5546_event_single.txt': { calendars: 27, messages: 10, starts: 10, answers: 4 },
      'rfc5546_todo.txt': { calendars: 20, messages: 11, starts: 0, answers: 0 },
      'rfc6638_recurring.txt': { calendars: 9, messages: 3, starts: 0, answers: 2 },
      'rfc6638_single.txt': { calendars: 8, messages: 2, starts: 2, answers: 1 },
    })
  })
})

describe.skipIf(!folder)('calendars of other suites', () => {
  test('ical4j: every valid one is read', () => expect(refused('ical4j/samples/valid')).toEqual({}))
  test('ical4j: exports of clients are read', () => expect(refused('ical4j/transform')).toEqual({}))

  // The others break rules that the answer does not need: no PRODID, two UIDs, a bad RRULE, lines that are not folded.
  test('ical4j: of the invalid ones, those without a calendar get a sentence, the others are read', () =>
    expect(refused('ical4j/samples/invalid')).toEqual({ 'overlaps.ics': 'line 1: "BEGIN:VEVENT" stands outside a VCALENDAR' }))

  test('ical.js: all but cards are read', () => expect(refused('ical.js')).toEqual({}))

  test('libical: all are read but what is no calendar', () =>
    expect(refused('libical')).toEqual({
      'issue253.ics': 'line 1: "BEGIN:VCALENDAR\\u001d" stands outside a VCALENDAR',
      'issue339.ics': 'line 1: "BEGIN:VCARD" stands outside a VCALENDAR',
      'overlaps.ics': 'line 1: "BEGIN:VEVENT" stands outside a VCALENDAR',
      'recur-errors.ics': 'line 1: "BEGIN:VEVENT" stands outside a VCALENDAR',
      'zday.ics': 'line 11: "END:DAYLIGHT" ends what did not begin; VTIMEZONE of line 6 is open',
    }))

  test('python-icalendar: all calendars are read but those broken on purpose', () =>
    expect(refused('python-icalendar/calendars')).toEqual({
      'big_bad_calendar.ics': 'line 1: VCALENDAR never ends',
      'fuzz_testcase_invalid_month.ics': 'line 1: "BEGIN:V" stands outside a VCALENDAR',
      'invalid_duration.ics': 'line 8: DURATION is none: "DURATION:P999999999999999999W"',
      'issue_1081_invalid_start_valid_end.ics': 'line 6: DTSTART is no date or time: "INVALID-DATE"',
    }))
})

/** The instant of a time on the clocks of the zone that its name ends with; undefined where no zone is called so. */
function asNamed(tzid: unknown, { year, month, day, hour, minute, second }: ICAL.Time): string | undefined {
  const name = /[A-Z][A-Za-z]+\/[A-Za-z_]+$/.exec(String(tzid))?.[0]
  if (name === undefined) return undefined
  try {
    return new Date(Temporal.ZonedDateTime.from({ year, month, day, hour, minute, second, timeZone: name }).epochMilliseconds)
      .toISOString()
      .replace('.000Z', 'Z')
  } catch {
    return undefined
  }
}

describe.skipIf(!folder)('agreement with ical.js', () => {
  type JCal = [
    name: string,
    properties: [name: string, parameters: Record<string, string>, type: string, value: unknown, second?: unknown][],
  ]

  test('each property of its parser suite reads as the jCal beside it says', () => {
    let all = 0
    for (const file of files('ical.js/parser', /\.ics$/)) {
      const [, properties] = JSON.parse(load('ical.js/parser', file.replace('.ics', '.json')).toString('utf8')) as JCal
      const [calendar] = readComponents(load('ical.js/parser', file).toString('utf8'))
      const lines = calendar?.lines ?? []
      expect(
        lines.map((line) => line.name.toLowerCase()),
        file,
      ).toEqual(properties.map(([name]) => name))
      for (const [number, [, parameters, type, value, second]] of properties.entries()) {
        if (typeof value !== 'string' || second !== undefined) continue
        all += 1
        expect([file, readProperty(lines[number]!)]).toEqual([file, expect.objectContaining({ parameters, type, value })])
      }
    }
    console.log(`ical.js: ${all} properties agree with their jCal`)
  })

  test('every instant in a zone that a calendar defines is the one that ical.js computes', () => {
    let [all, alike] = [0, 0]
    for (const suite of ['ical4j/samples/valid', 'ical.js', 'libical', 'python-icalendar/calendars']) {
      for (const file of files(suite, /\.ics$/)) {
        if (whyNot(load(suite, file))) continue
        let parsed: unknown
        try {
          parsed = ICAL.parse(load(suite, file).toString('utf8'))
        } catch {
          continue // Something beside the times, which ical.js reads and we do not.
        }
        const calendars = (Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]).map(
          (one) => new ICAL.Component(one as string),
        )
        const theirs = calendars.flatMap((one) => one.getAllSubcomponents('vevent'))
        for (const [number, event] of readCalendar(load(suite, file)).events.entries()) {
          const property = theirs[number]?.getFirstProperty('dtstart')
          // A day that does not say so: ical.js refuses it.
          if (!property || /T::$/.test(String((property.jCal as unknown[])[3]))) continue
          const start = property.getFirstValue()
          if (!(start instanceof ICAL.Time) || !event.start?.endsWith('Z') || start.zone === ICAL.Timezone.localTimezone) continue
          all += 1
          if (start.toJSDate().getTime() === Date.parse(event.start)) alike += 1
          // A zone that is known by its name is what that name means, not what a program wrote about it years ago.
          else if (event.start === asNamed(property.getParameter('tzid'), start)) alike += 1
          else console.log(`${suite}/${file}: ${event.start}, ical.js ${start.toJSDate().toISOString()}`)
        }
      }
    }
    console.log(`ical.js: ${alike} of ${all} instants alike`)
    expect(alike).toBe(all)
  })
})
