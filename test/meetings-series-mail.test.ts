import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readCalendar } from '../src/lib/mail/calendar.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { openCalendars } from './interop/calendars.ts'
import { missing } from './interop/programs.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let path = ''
const mails: Buffer[] = []
const form = {
  ...{ title: 'Regular', cadence: 'every month', weekday: '5', nth: '4', time: '10:00', minutes: '60', zone: 'Europe/Lisbon' },
  ...{ firstOn: '2026-10-01', agendaDays: '7', silentDays: '14', quorumPercent: '0', public: 'on', place: 'https://meet.example/room' },
}
beforeAll(async () => {
  world = await makeWorld()
  path = (await post('/series', { ...form, hosts: `g${world.group.groupId}` })).headers.get('location') ?? ''
  await leave()
})
afterAll(() => world.end())

const post = async (to: string, fields: Record<string, string> = {}) => (await world.as(world.carla)).post(to, fields)
const letters = async () =>
  (await world.postbox()).filter(({ email, kind }) => email === world.maria.email && kind?.startsWith('meetings.'))
/** Everything is told, and has left. */
async function leave() {
  await world.settle()
  await world.db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).where('state', '=', 'queued').execute()
  const now = (await letters()).map(({ bytes }) => bytes ?? Buffer.from(''))
  const fresh = now.slice(mails.length)
  mails.push(...fresh)
  return fresh
}
const only = (fresh: Buffer[]): Buffer => {
  expect(fresh.map((one) => readMessage(one).subject)).toHaveLength(1)
  return fresh[0] ?? Buffer.from('')
}
const own = () =>
  world.db
    .selectFrom('meetingInvitation')
    .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
    .select(['slug', 'partstat'])
    .where('personId', '=', world.maria.personId)
    .where('meeting.state', '=', 'planned')
    .orderBy('startsAt')
    .execute()
let number = 0
async function reply(lines: string[], method: string | undefined, text = '') {
  number++
  const to = readMessage(mails[0] ?? Buffer.from('')).from?.address ?? ''
  const type = method === undefined ? 'text/plain' : `text/calendar; method=${method}`
  const head = `From: <${world.maria.email}>\r\nTo: <${to}>\r\nSubject: x\r\nMessage-ID: <${number}@x.example>\r\nMIME-Version: 1.0`
  const body = method === undefined ? text : ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, ...lines, 'END:VCALENDAR'].join('\r\n')
  const raw = Buffer.from(`${head}\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`)
  await acceptMail(world.write, { raw, mailFrom: world.maria.email, rcptTo: [to], via: 'mail' })
  await world.settle()
}
const answer = (partstat: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${readCalendar(mails[0] ?? '').events[0]?.uid}`,
  'DTSTAMP:20261016T090000Z',
  ...more,
  `ATTENDEE;PARTSTAT=${partstat}:mailto:${world.maria.email}`,
  'END:VEVENT',
]

describe('a series in calendars', () => {
  test('comes in one mail, as one entry with its rule and one organizer, who is the sender', () => {
    const raw = only(mails)
    const text = raw.toString()
    const calendar = readCalendar(raw)
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      events: [{ start: '2026-10-23T09:00:00Z', rule: 'FREQ=MONTHLY;BYDAY=4FR', recurrence: null }],
    })
    expect(calendar.events).toHaveLength(1)
    expect(calendar.events[0]?.organizer).toBe(readMessage(raw).from?.address)
    expect(text).toContain('multipart/alternative')
    // Its hour stays on the wall, so its zone goes with it.
    const file = readMessage(raw).attachments.find(({ type }) => type === 'text/calendar')
    const said = Buffer.from(file?.content ?? '').toString()
    expect(said).toContain('DTSTART;TZID=Europe/Lisbon:20261023T100000')
    expect(said.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(said.match(/^UID:/gm)).toHaveLength(1)
  })

  test('is answered for all its dates in words, and for one date by a program', async () => {
    await reply([], undefined, 'Yes, with pleasure')
    expect(new Set((await own()).map(({ partstat }) => partstat))).toEqual(new Set(['accepted']))
    const noted = readMessage(only(await leave()))
    expect(noted).toMatchObject({ subject: 'Answer saved: Regular', inReplyTo: `${number}@x.example` })
    expect(noted.replyTo[0]?.address).toMatch(/^reply\+/)
    expect(noted.from?.name).toBe('Lectio Working Group')
    expect(noted.text).toContain('you will attend all dates still to come')
    await reply(answer('DECLINED', 'SEQUENCE:0', 'RECURRENCE-ID;TZID=Europe/Lisbon:20261127T100000'), 'REPLY')
    expect((await own()).map(({ partstat }) => partstat).slice(0, 3)).toEqual(['accepted', 'declined', 'accepted'])
    await reply(answer('TENTATIVE', 'SEQUENCE:0'), 'REPLY')
    expect(new Set((await own()).map(({ partstat }) => partstat))).toEqual(new Set(['tentative']))
  })

  test('tells of one meeting that moves, and of one that is off, by RECURRENCE-ID and what it was before', async () => {
    const [, second] = await own()
    const facts = {
      title: 'Regular',
      day: '2026-11-30',
      time: '15:00',
      minutes: '60',
      zone: 'Europe/Lisbon',
      place: form.place,
      public: 'on',
    }
    await post(`/meetings/${second?.slug}`, { ...facts, quorumPercent: '0' })
    const moved = only(await leave())
    const first = readCalendar(mails[0] ?? '').events[0]
    expect(readCalendar(moved)).toMatchObject({
      method: 'REQUEST',
      events: [
        {
          uid: first?.uid,
          organizer: first?.organizer,
          sequence: 1,
          recurrence: '2026-11-27T10:00:00Z',
          start: '2026-11-30T15:00:00Z',
          rule: null,
        },
      ],
    })
    expect(readMessage(moved).from?.address).toBe(first?.organizer)
    expect(readMessage(moved).text).toMatch(/Before the change:\s+Friday 27 November 2026/)
    const third = (await own())[2]
    await post(`/meetings/${third?.slug}/cancel`, { reason: 'Holidays.' })
    expect(readCalendar(only(await leave()))).toMatchObject({
      method: 'CANCEL',
      events: [{ uid: first?.uid, recurrence: '2026-12-25T10:00:00Z' }],
    })
  })

  const noKhal = missing('khal')
  test.skipIf(noKhal)(`shows every date in khal, at its hour on the wall${noKhal ? ` (skipped: ${noKhal})` : ''}`, async () => {
    const calendars = openCalendars('Europe/Lisbon')
    try {
      await calendars.take(mails.slice(0, 1))
      expect((await calendars.khal()).slice(0, 3)).toEqual([
        '2026-10-23 10:00 Regular',
        '2026-11-27 10:00 Regular',
        '2026-12-25 10:00 Regular',
      ])
    } finally {
      calendars.close()
    }
  })

  test('says nothing where the rule says it already: the year that goes on', async () => {
    world.clock.now = new Date('2026-11-01T09:00:00Z')
    await tasks['meetings.keepUp']?.({} as never, world.context)
    await tasks['meetings.tell']?.({} as never, world.context)
    expect(await leave()).toEqual([])
    expect((await own()).at(-1)?.slug).toBe('2027-05-28')
  })

  test('comes anew, with what is off in it, to who joins', async () => {
    const mei = await world.addPerson('Mei')
    await world.give(mei, 'member', world.group.groupId)
    await tasks['meetings.keepUp']?.({} as never, world.context)
    await tasks['meetings.tell']?.({} as never, world.context)
    await leave()
    const raw =
      (await world.postbox()).filter(({ email, kind }) => email === mei.email && kind === 'meetings.series').at(-1)?.bytes ??
      Buffer.from('')
    const file = Buffer.from(readMessage(raw).attachments.find(({ type }) => type === 'text/calendar')?.content ?? '').toString()
    expect(file).toContain('EXDATE;TZID=Europe/Lisbon:20261225T100000')
    expect(readCalendar(raw).events.map(({ recurrence }) => recurrence)).toEqual([null, '2026-11-27T10:00:00Z'])
  })

  test('changes as a whole in one mail with the next SEQUENCE, and an answer to before counts no more', async () => {
    await post(path, { ...form, time: '11:00', confirmed: 'yes' })
    const changed = only(await leave())
    // The meeting that is off stays off, at the new hour.
    expect(Buffer.from(readMessage(changed).attachments[0]?.content ?? '').toString()).toContain(
      'EXDATE;TZID=Europe/Lisbon:20261225T110000',
    )
    expect(readCalendar(changed).events[0]).toMatchObject({ sequence: 1, rule: 'FREQ=MONTHLY;BYDAY=4FR' })
    await reply(answer('ACCEPTED', 'SEQUENCE:0'), 'REPLY')
    expect(new Set((await own()).filter(({ slug }) => slug > '2026-11-01').map(({ partstat }) => partstat))).toEqual(
      new Set(['needs-action']),
    )
  })

  test('ends in one mail', async () => {
    await post(`${path}/end`, { reason: 'Enough.' })
    const raw = only(await leave())
    expect(readCalendar(raw)).toMatchObject({ method: 'CANCEL', events: [{ status: 'CANCELLED', recurrence: null, sequence: 2 }] })
  })
})
