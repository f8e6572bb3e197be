import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gathered } from '../src/edges/gathered.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { NotFound } from '../src/errors.ts'
import { loadActor } from '../src/groups/queries.ts'
import { readCalendar } from '../src/lib/mail/calendar.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { answerInvitation } from '../src/meetings/actions.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let slug = ''
beforeAll(async () => {
  world = await makeWorld()
  await world.db.updateTable('person').set({ zone: 'Australia/Perth' }).where('id', '=', world.maria.personId).execute()
  const hosts = `g${world.group.groupId}`
  slug = (await post(world.carla, '/meetings', { ...form, hosts })).headers.get('location')?.split('/').at(-1) ?? ''
  await world.settle()
})
afterAll(() => world.end())

const form = {
  ...{
    title: 'Autumn meeting; with “quotes”, commas, and a title that is longer than one line of seventy-five octets',
    quorumPercent: '50',
  },
  ...{ day: '2026-10-23', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', place: 'https://meet.example/room?a=1;b=2', public: 'on' },
}
const post = async (person: Person, path: string, fields: Record<string, string> = {}) => (await world.as(person)).post(path, fields)

/** The letters about calendars to somebody, in their order. */
const lettersTo = async ({ email }: Person) => {
  const rows = await world.db
    .selectFrom('letter')
    .innerJoin('delivery', 'delivery.letterId', 'letter.id')
    .select(['letter.bytes', 'letter.sealed', 'letter.kind', 'delivery.id', 'delivery.state'])
    .where('delivery.email', '=', email)
    .where('letter.kind', 'like', 'meetings.%')
    .orderBy('letter.id')
    .execute()
  return rows.map((row) => ({ ...row, bytes: world.open(row) }))
}
const lastTo = async (person: Person) => (await lettersTo(person)).at(-1)?.bytes ?? Buffer.from('')
const sent = () => world.db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).where('state', '=', 'queued').execute()

interface Part {
  head: string
  body: string
}

/** The leaves of a mail with their headers, decoded. */
function partsOf(text: string): Part[] {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const boundary = /^Content-Type: multipart[\s\S]*?boundary="([^"]+)"/im.exec(head)?.[1]
  if (!boundary) {
    const encoded = /^Content-Transfer-Encoding: base64/im.test(head)
    const quoted = /^Content-Transfer-Encoding: quoted-printable/im.test(head)
    const soft = quoted ? body.replaceAll('=\r\n', '') : body
    const bytes = quoted
      ? Buffer.from(
          soft.replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
      : undefined
    return [{ head, body: encoded ? Buffer.from(body, 'base64').toString('utf8') : (bytes?.toString('utf8') ?? body) }]
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.replace(/^\r\n/, '').replace(/\r\n$/, '')))
}

/** What in a letter is its own each time: ids, tokens, stamps, boundaries. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'UUID')
    .replaceAll(/(?:\r\n[ \t])?(reply\+)[a-z2-7]+(?:\r\n [a-z2-7]+)?(?:\r\n )?@/g, '$1TOKEN@')
    .replaceAll(/\/rsvp\/[a-z2-7]+/g, '/rsvp/TOKEN')
    .replaceAll(/^(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z/gm, '$1:STAMP')
    .replaceAll(/----_NmP-[\w-]+|--_NmP-[\w-]+/g, 'BOUNDARY')

const headersOf = (raw: Buffer): string => raw.toString('utf8').split('\r\n\r\n')[0] ?? ''
const shown = (raw: Buffer): string =>
  [headersOf(raw), ...partsOf(raw.toString('utf8')).map(({ head, body }) => `${head}\r\n\r\n${body}`)]
    .map(plain)
    .join('\r\n\r\n=== part ===\r\n')

/** The rules that every letter with a calendar keeps, whatever it says. */
function expectRules(raw: Buffer, method: 'REQUEST' | 'CANCEL', to: Person): void {
  const text = raw.toString('utf8')
  const calendars = partsOf(text).filter(({ head }) => /^Content-Type: (?:text\/calendar|application\/ics)/im.test(head))
  const [alternative, attached] = calendars
  // Beside the text, so that a mail program offers to answer, and attached for those that read only files (RFC 6047 §2.4).
  expect(text).toContain('multipart/alternative')
  expect(calendars).toHaveLength(2)
  expect(alternative?.head).toMatch(new RegExp(`^Content-Type: text/calendar;[\\s\\S]*method="?${method}"?`, 'im'))
  expect(alternative?.head).toMatch(/charset="?utf-8"?/i)
  expect(attached?.head).toMatch(/^Content-Disposition: attachment;[\s\S]*filename="?[\w.-]+\.ics"?/im)
  expect(attached?.body.trimEnd()).toBe(alternative?.body.trimEnd())
  const lines = (alternative?.body ?? '').split('\r\n')
  expect(alternative?.body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  const unfolded = (alternative?.body ?? '').replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const one = (name: string) => {
    const found = unfolded.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    expect([name, found]).toEqual([name, [expect.any(String)]])
    return found[0] ?? ''
  }
  expect(one('METHOD')).toBe(`METHOD:${method}`)
  for (const name of ['UID', 'SEQUENCE', 'DTSTAMP', 'SUMMARY']) one(name)
  // An instant is in UTC; none floats, and none needs a VTIMEZONE.
  for (const name of ['DTSTART', 'DTEND', 'DTSTAMP']) expect(one(name)).toMatch(/^[A-Z]+:\d{8}T\d{6}Z$/)
  expect(unfolded).not.toContain('BEGIN:VTIMEZONE')
  expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(unfolded.some((line) => line.startsWith('RRULE'))).toBe(false)
  // She alone is asked, and answers go where the mail came from.
  expect(one('ATTENDEE')).toMatch(new RegExp(`;PARTSTAT=[A-Z-]+;RSVP=TRUE.*:mailto:${to.email}$`))
  expect(one('ORGANIZER')).toMatch(new RegExp(`:mailto:${readMessage(raw).from?.address.replaceAll('+', '\\+')}$`))
  expect(one('STATUS')).toBe(method === 'CANCEL' ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED')
  expect(unfolded.filter((line) => line.startsWith('X-MICROSOFT'))).toEqual([
    `X-MICROSOFT-CDO-BUSYSTATUS:${method === 'CANCEL' ? 'FREE' : 'BUSY'}`,
  ])
}

describe('what leaves for Google, Outlook and the others', () => {
  test('is an invitation', async () => {
    const raw = await lastTo(world.maria)
    expectRules(raw, 'REQUEST', world.maria)
    await expect(shown(raw)).toMatchFileSnapshot('golden/invitation.eml')
  })

  test('is a move: the same UID, the next SEQUENCE', async () => {
    await sent()
    const before = readCalendar(await lastTo(world.maria)).events[0]
    await post(world.carla, `/meetings/${slug}`, { ...form, day: '2026-10-30' })
    await world.settle()
    const raw = await lastTo(world.maria)
    expectRules(raw, 'REQUEST', world.maria)
    expect(readCalendar(raw).events[0]).toMatchObject({ uid: before?.uid, sequence: 1 })
    await expect(shown(raw)).toMatchFileSnapshot('golden/move.eml')
  })

  test('says a new title without asking anew: SEQUENCE stays, and so does her answer', async () => {
    await sent()
    await post(world.maria, `/meetings/${slug}/answer`, { answer: 'accepted' })
    const page = await (await (await world.as(world.maria)).get(`/meetings/${slug}`)).text()
    expect(page).toContain('Your answer: I will attend')
    await post(world.carla, `/meetings/${slug}`, { ...form, day: '2026-10-30', title: 'Renamed' })
    await world.settle()
    expect(readCalendar(await lastTo(world.maria)).events[0]).toMatchObject({ sequence: 1, attendees: [{ partstat: 'ACCEPTED' }] })
  })

  test('is a cancellation, which never overtakes what it cancels', async () => {
    // The change of the title has not left: it is taken back, and she hears only that it is off.
    await post(world.carla, `/meetings/${slug}/cancel`, { reason: 'The vendor cannot.' })
    await world.settle()
    const letters = await lettersTo(world.maria)
    expect(letters.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'meetings.invited sent',
      'meetings.changed sent',
      'meetings.changed cancelled',
      'meetings.cancelled queued',
    ])
    const raw = await lastTo(world.maria)
    expectRules(raw, 'CANCEL', world.maria)
    expect(readCalendar(raw).events[0]).toMatchObject({ sequence: 2, status: 'CANCELLED' })
    await expect(shown(raw)).toMatchFileSnapshot('golden/cancellation.eml')
  })

  test('is nothing at all where it is off before any letter has left', async () => {
    const made = await post(world.carla, '/meetings', { ...form, title: 'Never', hosts: `g${world.group.groupId}` })
    await world.settle()
    const never = made.headers.get('location') ?? ''
    await post(world.carla, `${never}/cancel`, { reason: 'A mistake.' })
    await world.settle()
    expect((await lettersTo(world.maria)).slice(4).map(({ kind, state }) => `${kind} ${state}`)).toEqual(['meetings.invited cancelled'])
  })
})

describe('who is invited', () => {
  let path = ''
  beforeAll(async () => {
    const made = await post(world.carla, '/meetings', { ...form, title: 'Soon', day: '2026-10-17', hosts: `g${world.group.groupId}` })
    path = made.headers.get('location') ?? ''
    await world.settle()
  })
  const own = () =>
    world.db
      .selectFrom('meetingInvitation')
      .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
      .select(['partstat', 'counterAt', 'uid', 'meetingInvitation.comment'])
      .where('meeting.title', '=', 'Soon')
      .where('personId', '=', world.maria.personId)
      .executeTakeFirstOrThrow()

  test('proposes another time with her calendar program, and who arranges sees it', async () => {
    const to = readMessage(await lastTo(world.maria)).from?.address ?? ''
    const { uid } = await own()
    const counter = [
      ...[
        'BEGIN:VCALENDAR',
        'PRODID:-//Example//Calendar//EN',
        'VERSION:2.0',
        'METHOD:COUNTER',
        'BEGIN:VEVENT',
        `UID:${uid}`,
        'SEQUENCE:0',
      ],
      ...['DTSTAMP:20261016T090000Z', 'DTSTART:20261017T130000Z', 'DTEND:20261017T140000Z', `ORGANIZER:mailto:${to}`],
      ...[`ATTENDEE;PARTSTAT=TENTATIVE:mailto:${world.maria.email}`, 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')
    const head = `From: <${world.maria.email}>\r\nTo: <${to}>\r\nSubject: New time\r\nMessage-ID: <counter@x.example>\r\nMIME-Version: 1.0`
    const raw = Buffer.from(`${head}\r\nContent-Type: text/calendar; method=COUNTER; charset=utf-8\r\n\r\n${counter}`)
    await acceptMail(world.write, { raw, mailFrom: world.maria.email, rcptTo: [to], via: 'mail' })
    await world.settle()
    expect(await own()).toMatchObject({ partstat: 'tentative', counterAt: new Date('2026-10-17T13:00:00Z') })
    expect(await (await (await world.as(world.carla)).get(path)).text()).toContain('proposes')
  })

  test('answers by the link in the letter without signing in; to look at it changes nothing', async () => {
    const link = /http\S+\/rsvp\/\S+/.exec(readMessage(await lastTo(world.maria)).text)?.[0] ?? ''
    const visitor = await world.as()
    const at = new URL(link).pathname
    expect(await (await visitor.get(at)).text()).toContain('Soon')
    expect((await own()).partstat).toBe('tentative')
    expect((await visitor.post(at, { answer: 'declined', comment: 'Too late for me.' })).status).toBe(303)
    expect(await own()).toMatchObject({ partstat: 'declined', comment: 'Too late for me.' })
    expect((await visitor.post(`${at.slice(0, -3)}aaa`, { answer: 'accepted' })).status).toBe(404)
  })

  test('is the only one who answers it', async () => {
    const { id } = await world.db
      .selectFrom('meetingInvitation')
      .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
      .select('meetingInvitation.id')
      .where('meeting.title', '=', 'Soon')
      .where('personId', '=', world.maria.personId)
      .executeTakeFirstOrThrow()
    const carla = await loadActor(world.db, world.carla.personId, world.clock.now, 'web')
    const answer = { partstat: 'accepted', via: 'web' } as const
    await expect(world.write(async (tx) => carla && answerInvitation(tx, carla, id, answer))).rejects.toThrow(NotFound)
    expect((await own()).partstat).toBe('declined')
  })

  test('is reminded the day before, once, at her own hour with the link, unless she has declined', async () => {
    world.clock.now = new Date('2026-10-16T12:00:00Z')
    for (const _ of [1, 2]) await tasks['meetings.remind']?.({} as never, world.context)
    const reminders = (await lettersTo(world.carla)).filter(({ kind }) => kind === 'meetings.reminder')
    expect(reminders).toHaveLength(1)
    const { text } = readMessage(reminders[0]?.bytes ?? Buffer.from(''))
    expect(text).toContain('10:00')
    expect(text).toContain(`${world.site.baseUrl}${path}`)
    expect((await lettersTo(world.maria)).filter(({ kind }) => kind === 'meetings.reminder')).toEqual([])
  })

  test('hears nothing in the morning of what she has declined, or what is at another time now', async () => {
    const due = async ({ personId }: Person, at?: string) => {
      const { id, startsAt } = await world.db
        .selectFrom('meetingInvitation')
        .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
        .select(['meetingInvitation.id', 'meeting.startsAt'])
        .where('meeting.title', '=', 'Soon')
        .where('meetingInvitation.personId', '=', personId)
        .executeTakeFirstOrThrow()
      return gathered.due['meetings.reminder']?.(world.db, { id, at: at ?? startsAt.toISOString() }, world.clock.now)
    }
    expect([await due(world.carla), await due(world.maria)]).toEqual([true, false])
    expect(await due(world.carla, '2026-10-17T10:00:00.000Z')).toBe(false)
  })

  test('has a calendar address of her own, which opens nothing once it is taken back', async () => {
    const maria = await world.as(world.maria)
    const made = async () => /\/calendar\/[\w-]+\.ics/.exec(await (await maria.post('/me/calendar')).text())?.[0] ?? ''
    const feed = await made()
    const visitor = await world.as()
    const text = await (await visitor.get(feed)).text()
    expect(text).toContain('meet.example')
    expect(readCalendar(text).events.length).toBeGreaterThan(0)
    // Beside it stand events that she may see, and what is hers to do by a day: hers alone, in no language but her own.
    await post(world.carla, '/actions', {
      group: 'lectio',
      title: 'Write to Quillon',
      dueOn: '2026-10-20',
      ownerId: String(world.maria.personId),
    })
    await post(world.carla, '/actions', { group: 'lectio', title: 'Ask Susi', dueOn: '2026-10-20', ownerId: String(world.carla.personId) })
    const whole = (await (await visitor.get(feed)).text()).replaceAll('\r\n ', '')
    expect(whole).toMatch(/DTSTART;VALUE=DATE:20261020\r\n[\s\S]*SUMMARY:Your task: Write to Quillon[\s\S]*TRANSP:TRANSPARENT/)
    expect(whole).not.toContain('Ask Susi')
    expect(whole.match(/LAST-MODIFIED/g)?.length).toBe(1)
    const { headers } = await visitor.get(feed)
    expect((await visitor.get(feed, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
    expect(await (await maria.get('/me')).text()).toContain('Last read on')
    await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.maria.personId).execute()
    expect(await (await visitor.get(feed)).text()).toContain('SUMMARY:Ihre Aufgabe: Write to Quillon')
    await world.db.updateTable('person').set({ locale: 'en' }).where('id', '=', world.maria.personId).execute()
    // A new address ends the one before.
    const second = await made()
    expect([(await visitor.get(feed)).status, (await visitor.get(second)).status]).toEqual([404, 200])
    await maria.post('/me/calendar/revoke')
    expect((await visitor.get(second)).status).not.toBe(200)
  })
})
