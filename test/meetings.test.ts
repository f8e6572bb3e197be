import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program } from '../src/actor.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { appoint } from '../src/groups/actions.ts'
import { addAction } from '../src/groups/tasks/actions.ts'
import { readCalendar } from '../src/lib/mail/calendar.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { findMeeting } from '../src/meetings/queries.ts'
import { carriedOut } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.db.updateTable('person').set({ zone: 'Australia/Perth' }).where('id', '=', world.maria.personId).execute()
  await world.db.updateTable('person').set({ zone: 'Europe/Lisbon' }).where('id', '=', world.carla.personId).execute()
})
afterAll(() => world.end())

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
/** One browser for each person. */
const as = (person?: Person) => {
  const name = person?.name ?? ''
  const found = browsers.get(name) ?? world.as(person)
  browsers.set(name, found)
  return found
}
const post = async (person: Person, path: string, fields: Record<string, string> = {}, headers?: Record<string, string>) =>
  (await as(person)).post(path, fields, headers)
const read = async (person: Person | undefined, path: string) => (await (await as(person)).get(path)).text()
const receive = async (from: string, to: string, raw: string) => {
  await acceptMail(world.write, { raw: Buffer.from(raw), mailFrom: from, rcptTo: [to], via: 'mail' })
  await world.settle()
}

/** The letters to an address since the last look, with the calendar that each carries. */
async function calendarsTo(email: string, since: number) {
  const rows = await world.db
    .selectFrom('letter')
    .innerJoin('delivery', 'delivery.letterId', 'letter.id')
    .select(['letter.id', 'letter.subject', 'letter.bytes', 'letter.sealed', 'letter.kind', 'delivery.state'])
    .where('delivery.email', '=', email)
    .where('letter.id', '>', since)
    .orderBy('letter.id')
    .execute()
  return rows.map((row) => ({ ...row, bytes: world.open(row), message: readMessage(world.open(row)) }))
}
const lastLetter = async () =>
  Number(
    (
      await world.db
        .selectFrom('letter')
        .select((e) => e.fn.max('id').as('id'))
        .executeTakeFirst()
    )?.id ?? 0,
  )

const form = {
  title: 'Autumn meeting',
  day: '2026-10-23',
  time: '10:00',
  minutes: '60',
  zone: 'Europe/Lisbon',
  place: 'https://meet.example/room',
  quorumPercent: '50',
  public: 'on',
}
const hosts = async () => {
  const { id } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
  return `g${id}`
}

const reply = (email: string, to: string, uid: string, sequence: number, partstat: string) => {
  const text = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//Calendar//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    'DTSTAMP:20261016T090000Z',
    'DTSTART:20261023T090000Z',
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${email}`,
    `ORGANIZER:mailto:${to}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return `From: <${email}>\r\nTo: <${to}>\r\nSubject: answer\r\nMessage-ID: <${Math.random()}@example>\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n${text}`
}

describe('a meeting', () => {
  let slug = ''
  let uid = ''
  let organizer = ''

  it('invites everybody of the group with an entry of her own, in UTC', async () => {
    const before = await lastLetter()
    // A quorum that was emptied is not none.
    expect((await post(world.carla, '/meetings', { ...form, hosts: await hosts(), quorumPercent: '' })).status).toBe(422)
    const answer = await post(world.carla, '/meetings', { ...form, hosts: await hosts() })
    expect(answer.status).toBe(303)
    slug = answer.headers.get('location')?.split('/').at(-1) ?? ''
    expect(slug).toBe('2026-10-23')
    await world.settle()
    const [letter] = await calendarsTo(world.maria.email, before)
    expect(letter?.subject).toContain('Invitation: Autumn meeting')
    // Perth is seven hours ahead of Lisbon in summer.
    expect(letter?.message.text).toContain('17:00')
    const calendar = readCalendar(letter?.bytes ?? Buffer.from(''))
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      events: [{ sequence: 0, start: '2026-10-23T09:00:00Z', end: '2026-10-23T10:00:00Z', attendees: [{ address: world.maria.email }] }],
    })
    expect(calendar.events[0]?.attendees).toHaveLength(1)
    uid = calendar.events[0]?.uid ?? ''
    organizer = calendar.events[0]?.organizer ?? ''
    expect(letter?.message.from?.address).toBe(organizer)
    expect(await calendarsTo(world.susi.email, before)).toEqual([])
  })

  it('tells nobody twice, however often the job runs', async () => {
    const before = await lastLetter()
    await tasks['meetings.tell']?.({} as never, world.context)
    expect(await lastLetter()).toBe(before)
  })

  it('takes the answer of a calendar program, and none for another or from somebody else', async () => {
    const partstat = async () =>
      (
        await world.db
          .selectFrom('meetingInvitation')
          .select('partstat')
          .where('personId', '=', world.maria.personId)
          .executeTakeFirstOrThrow()
      ).partstat
    await receive('stranger@x.example', organizer, reply('stranger@x.example', organizer, uid, 0, 'DECLINED'))
    await receive(world.maria.email, organizer, reply(world.maria.email, organizer, 'another', 0, 'DECLINED'))
    expect(await partstat()).toBe('needs-action')
    await receive(world.maria.email, organizer, reply(world.maria.email, organizer, uid, 0, 'ACCEPTED'))
    expect(await partstat()).toBe('accepted')
  })

  it('moves in calendars when it is moved, and asks anew; an answer to the old time does not count', async () => {
    const before = await lastLetter()
    const moved = await post(world.carla, `/meetings/${slug}`, { ...form, day: '2026-10-30' })
    expect(moved.status).toBe(303)
    await world.settle()
    const [letter] = await calendarsTo(world.maria.email, before)
    expect(readCalendar(letter?.bytes ?? Buffer.from(''))).toMatchObject({
      method: 'REQUEST',
      // Clocks in Lisbon have changed by then.
      events: [{ uid, sequence: 1, start: '2026-10-30T10:00:00Z' }],
    })
    await receive(world.maria.email, organizer, reply(world.maria.email, organizer, uid, 0, 'ACCEPTED'))
    const row = await world.db
      .selectFrom('meetingInvitation')
      .select('partstat')
      .where('personId', '=', world.maria.personId)
      .executeTakeFirstOrThrow()
    expect(row.partstat).toBe('needs-action')
  })

  it('reaches who joins later, and is taken from who leaves', async () => {
    const before = await lastLetter()
    const { id } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
    const appointment = await world.write((tx) =>
      appoint(tx, program(world.clock.now), { personId: world.susi.personId, role: 'member', groupId: id, fromOn: '2026-01-01' }),
    )
    await tasks['meetings.keepUp']?.({} as never, world.context)
    await tasks['meetings.tell']?.({} as never, world.context)
    const [invited] = await calendarsTo(world.susi.email, before)
    expect(readCalendar(invited?.bytes ?? Buffer.from(''))).toMatchObject({ method: 'REQUEST', events: [{ uid, sequence: 1 }] })
    await world.db.updateTable('delivery').set({ state: 'sent' }).where('email', '=', world.susi.email).execute()
    await world.db.updateTable('appointment').set({ toOn: '2026-10-01' }).where('id', '=', appointment).execute()
    await tasks['meetings.keepUp']?.({} as never, world.context)
    await tasks['meetings.tell']?.({} as never, world.context)
    const letters = await calendarsTo(world.susi.email, before)
    expect(readCalendar(letters.at(-1)?.bytes ?? Buffer.from(''))).toMatchObject({
      method: 'CANCEL',
      events: [{ uid, status: 'CANCELLED' }],
    })
  })

  it('keeps its joining details from the street, in page and feed', async () => {
    const page = await read(undefined, `/meetings/${slug}`)
    expect(page).toContain('Autumn meeting')
    expect(page).not.toContain('meet.example')
    const feed = await read(undefined, '/meetings.ics')
    expect(new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents('vevent')).toHaveLength(1)
    expect(feed).not.toContain('meet.example')
    // A program that has a calendar already hears that it has, whenever it asks.
    for (const path of ['/meetings.ics', '/ballots.ics']) {
      const etag = (await world.app.request(`http://rapport.test${path}`)).headers.get('etag') ?? ''
      world.clock.now = new Date(world.clock.now.getTime() + 1_000)
      const again = await world.app.request(`http://rapport.test${path}`, { headers: { 'if-none-match': etag } })
      expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
    }
    const heading = (text: string) => /<header class="heading">.*?<\/header>/s.exec(text)?.[0]
    expect(heading(page)).not.toContain('https://')
    // Who comes finds the way in without scrolling, on a phone too.
    expect(heading(await read(world.maria, `/meetings/${slug}`))).toContain('<a href="https://meet.example/room">')
  })

  it('takes up what waits, once, and tells the street nothing of it', async () => {
    const carla = await world.as(world.carla)
    const fill = async () => {
      const filled = await carla.post(`/meetings/${slug}/agenda/fill`)
      return (await carla.get(filled.headers.get('location') ?? '')).text()
    }
    expect(await fill()).toContain('No unfinished work. The agenda is unchanged.')
    const { id } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
    await world.write((tx) =>
      addAction(tx, program(world.clock.now), {
        title: 'Count the broken links',
        groupId: id,
        ownerId: world.maria.personId,
        dueOn: '2026-10-01',
      }),
    )
    for (const _ of [1, 2]) expect(await fill()).toContain('Unfinished work added')
    const inside = await read(world.maria, `/meetings/${slug}`)
    expect(inside.match(/Open tasks: 1/g)).toHaveLength(1)
    expect(inside).toContain('Count the broken links (Maria, due 1 October 2026)')
    expect(await read(undefined, `/meetings/${slug}`)).not.toContain('broken links')
  })

  it('sends its agenda some days before, once, with what waits on it', async () => {
    const made = await post(world.carla, '/meetings', { ...form, hosts: await hosts(), day: '2026-10-21', title: 'Soon' })
    const soon = made.headers.get('location')?.split('/').at(-1) ?? ''
    await post(world.carla, `/meetings/${soon}/agenda`, { title: 'Rollover', minutes: '20' })
    await world.settle()
    const before = await lastLetter()
    for (const _ of [1, 2]) await tasks['meetings.agendas']?.({} as never, world.context)
    const letters = (await calendarsTo(world.maria.email, before)).filter(({ kind }) => kind === 'meetings.agenda')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.message.text).toContain('1. Rollover (20′)')
    expect(letters[0]?.message.text).toContain('Open tasks: 1')
    // They lead to the tasks that were counted, which are those of the group.
    expect(await read(world.carla, `/meetings/${soon}/minutes`)).toContain('href="/actions?view=group"')
    await post(world.carla, `/meetings/${soon}/cancel`, { reason: 'Not this week.' })
    // What is called off gets no new item, and nobody was there: neither is offered any more.
    const page = `/meetings/${soon}`
    expect(await read(world.carla, page)).not.toContain(`${page}/attendance`)
    expect(await read(world.carla, `${page}/attendance`)).toMatch(
      /<button[^>]*disabled[\s\S]*This meeting is cancelled, so you cannot change it/,
    )
    expect(await read(world.carla, `${page}/minutes`)).not.toMatch(/\/(?:agenda|agenda\/fill|attendance)"/)
    expect((await post(world.carla, `${page}/agenda`, { title: 'One more' })).status).toBe(409)
    for (const form of ['edit', 'cancel'])
      expect([form, (await (await as(world.carla)).get(`${page}/${form}`)).status]).toEqual([form, 409])
  })

  it('is refused at an hour that no clock shows, and asked about at one that clocks show twice', async () => {
    const gap = await post(world.carla, '/meetings', { ...form, hosts: await hosts(), day: '2027-03-28', time: '01:30' })
    expect(gap.status).toBe(422)
    expect(await gap.text()).toContain('01:30 does not exist')
    const twice = await post(world.carla, '/meetings', { ...form, hosts: await hosts(), day: '2026-10-25', time: '01:30' })
    expect(await twice.text()).toContain('Before the clocks go back')
  })

  it('has minutes that several write at once without losing a line', async () => {
    const write = (who: typeof world.carla, key: string, text: string, version = 0) =>
      post(who, `/meetings/${slug}/lines`, { key, text, version: String(version) }, { accept: 'application/json' })
    const keys = Array.from({ length: 20 }, () => crypto.randomUUID())
    await Promise.all(keys.map((key, i) => write(i % 2 ? world.carla : world.maria, key, `line ${i}`)))
    const lines = await world.db.selectFrom('minuteLine').select(['text']).execute()
    expect(lines.map(({ text }) => text).sort()).toEqual(keys.map((_, i) => `line ${i}`).sort())
    // Sent again, it is the same line.
    await write(world.carla, keys[0] as string, 'line 0')
    expect(await world.db.selectFrom('minuteLine').select('id').execute()).toHaveLength(20)
    // Two who change one line from the same version: both texts are kept.
    const [one, two] = await Promise.all([
      write(world.carla, keys[0] as string, 'Carla', 1),
      write(world.maria, keys[0] as string, 'Maria', 1),
    ])
    const answers = [await one.json(), await two.json()] as { conflict: boolean }[]
    expect(answers.map(({ conflict }) => conflict).sort()).toEqual([false, true])
    expect(await read(world.carla, `/meetings/${slug}/minutes`)).toContain('Choose the text to keep')
  })

  it('gives a line to the register of decisions, and its minutes to the public once they are approved', async () => {
    const lines = await world.db.selectFrom('minuteLine').select(['id', 'text']).orderBy('id').execute()
    await post(world.carla, `/meetings/${slug}/lines/${lines[1]?.id}/decision`, {})
    // Corrected afterwards, the decision says what the minutes say; so does a task.
    const [decided, task] = [lines[1]?.id ?? 0, lines.at(-1)?.id ?? 0]
    // A day before the meeting may be meant, and is said.
    const made = await post(world.carla, `/meetings/${slug}/lines/${task}/action`, { dueOn: '2020-01-02' })
    expect([made.status, decodeURIComponent(made.headers.get('set-cookie') ?? '')]).toEqual([
      303,
      expect.stringContaining('it is before the meeting'),
    ])
    for (const id of [decided, task]) {
      const { key, version } = await world.db.selectFrom('minuteLine').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const corrected = { key, version: String(version), text: `We meet in **July**, says ${id === task ? 'a task' : 'a decision'}.` }
      expect((await post(world.carla, `/meetings/${slug}/lines`, corrected)).status).toBe(303)
    }
    const { id: decisionId } = await world.db.selectFrom('decision').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(await read(world.carla, `/decisions/${decisionId}`)).toContain('We meet in <strong>July</strong>, says a decision.')
    const { title } = await world.db.selectFrom('action').select('title').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(title).toBe('We meet in **July**, says a task.')
    const secret = lines[2]
    // They were written at once, so any of them may be at a place; that of two authors has both texts.
    const open = `>${lines.slice(3).find(({ text }) => text.startsWith('line '))?.text}<`
    await world.db
      .updateTable('minuteLine')
      .set({ internal: true, text: 'between us' })
      .where('id', '=', secret?.id ?? 0)
      .execute()
    await post(world.carla, `/meetings/${slug}/minutes/circulate`, {})
    // Whoever is to check them finds at once where: before what else comes on the agenda.
    const sent = await read(world.maria, `/meetings/${slug}/minutes`)
    expect(sent).toMatch(/href="#checking".*id="checking".*id="add-item"/s)
    await post(world.maria, `/meetings/${slug}/corrections`, { text: 'It was Tuesday.' })
    const { now } = world.clock
    world.clock.now = new Date('2026-10-30T10:30:00Z')
    expect((await post(world.carla, `/meetings/${slug}/minutes/approve`, {})).status).toBe(409)
    const correction = await world.db.selectFrom('minutesCorrection').select('id').executeTakeFirstOrThrow()
    const settled = await post(world.carla, `/meetings/${slug}/corrections/${correction.id}`, { to: 'left', answer: 'No.' })
    expect(settled.headers.get('location')).toBe(`/meetings/${slug}/minutes#checking`)
    expect(decodeURIComponent(settled.headers.get('set-cookie') ?? '')).toContain('Correction declined.')
    expect(await read(undefined, `/meetings/${slug}`)).not.toContain(open)
    const both = await Promise.all([1, 2].map(() => post(world.carla, `/meetings/${slug}/minutes/approve`, {})))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await carriedOut(world, world.carla)).toBe(303)
    world.clock.now = now
    const page = await read(undefined, `/meetings/${slug}`)
    expect(page).toContain(open)
    expect(page).toContain('D-1')
    expect(page).not.toContain('between us')
    // What was spoken about stands below the minutes, which stand below the meeting; on a page of its own below the meeting alone.
    const headings = (text: string) =>
      [...text.slice(text.indexOf('<main'), text.indexOf('</main>')).matchAll(/<h([1-6])/g)].map(([, level]) => level).join('')
    expect(headings(await read(world.maria, `/meetings/${slug}`))).toMatch(/^123+/)
    expect(headings(await read(world.maria, `/meetings/${slug}/minutes`))).toMatch(/^12+$/)
    const pdf = await (await as()).get(`/meetings/${slug}/minutes.pdf`)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('is approved by silence where nobody corrects it in time', async () => {
    const made = await post(world.carla, '/meetings', { ...form, hosts: await hosts(), day: '2026-10-20', title: 'Quiet' })
    await world.settle()
    const quiet = made.headers.get('location')?.split('/').at(-1) ?? ''
    await post(world.carla, `/meetings/${quiet}/lines`, { key: crypto.randomUUID(), text: 'said', version: '0' })
    await post(world.carla, `/meetings/${quiet}/minutes/circulate`, {})
    const { id } = await world.db.selectFrom('meeting').select('id').where('slug', '=', quiet).executeTakeFirstOrThrow()
    const now = world.clock.now
    await tasks['meetings.silence']?.({} as never, world.context)
    expect((await findMeeting(world.db, id))?.minutes).toBe('circulated')
    // The days to check what was written ahead begin with the meeting.
    world.clock.now = new Date(now.getTime() + 15 * 86_400_000)
    await tasks['meetings.silence']?.({} as never, world.context)
    expect((await findMeeting(world.db, id))?.minutes).toBe('circulated')
    world.clock.now = new Date(now.getTime() + 19 * 86_400_000)
    await tasks['meetings.silence']?.({} as never, world.context)
    world.clock.now = now
    await world.settle()
    expect(await findMeeting(world.db, id)).toMatchObject({ minutes: 'approved', approvedBy: 'silence' })
  })
})

describe('a series', () => {
  it('asks which of the two meanings of “bi-monthly” is meant', async () => {
    const series = {
      title: 'Regular',
      hosts: await hosts(),
      cadence: 'bi-monthly',
      weekday: '5',
      nth: '4',
      time: '10:00',
      minutes: '60',
      zone: 'Europe/Lisbon',
      firstOn: '2026-11-01',
      agendaDays: '7',
      silentDays: '14',
      quorumPercent: '0',
    }
    const asked = await post(world.carla, '/series', series)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('every 2 months or every 2 weeks')
    const before = await lastLetter()
    const begun = await post(world.carla, '/series', { ...series, cadence: 'every 2 months' })
    expect(begun.headers.get('location')).toBe('/series/regular')
    await world.settle()
    const [letter, ...more] = await calendarsTo(world.maria.email, before)
    expect(more).toEqual([])
    // One entry with its rule.
    expect(letter?.message.attachments.filter(({ type }) => type === 'text/calendar')).toHaveLength(1)
    expect(readCalendar(letter?.bytes ?? Buffer.from(''))).toMatchObject({
      method: 'REQUEST',
      events: [{ rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=4FR' }],
    })
    // A change is shown first, then told in one mail.
    const preview = await post(world.carla, '/series/regular', { ...series, cadence: 'every 2 months', time: '11:00' })
    expect(await preview.text()).toContain('6 meetings get new dates')
    expect(await lastLetter()).toBe(letter?.id ?? 0)
    // What changes is named, and whether anybody needs to know of it.
    const place = await (await post(world.carla, '/series/regular', { ...series, cadence: 'every 2 months', place: 'Room 2' })).text()
    for (const words of ['No dates change · 2 people get one email each', 'Place', 'No place', 'Room 2']) expect(place).toContain(words)
    const quorum = await (await post(world.carla, '/series/regular', { ...series, cadence: 'every 2 months', quorumPercent: '40' })).text()
    expect(quorum).toContain('No dates change · No one gets an email')
    expect(await lastLetter()).toBe(letter?.id ?? 0)
    await post(world.carla, '/series/regular', { ...series, cadence: 'every 2 months', time: '11:00', confirmed: 'yes' })
    await world.settle()
    const changed = await calendarsTo(world.maria.email, letter?.id ?? 0)
    expect(changed).toHaveLength(1)
    // The first letter had not left: it is taken back, so that nothing is told twice.
    expect((await calendarsTo(world.maria.email, before))[0]?.state).toBe('cancelled')

    // The meeting of today keeps its day, and one that was put off keeps the one that it got.
    const { now } = world.clock
    const datesMove = async (at: string) => {
      world.clock.now = new Date(at)
      const change = { ...series, cadence: 'every 2 months', time: '11:00', place: 'Room 2' }
      return !(await (await post(world.carla, '/series/regular', change)).text()).includes('No dates change')
    }
    expect(await datesMove('2026-11-27T08:00:00Z')).toBe(false)
    const first = world.db.updateTable('meeting').where('startsAt', '=', new Date('2026-11-27T11:00:00Z'))
    await first.set({ startsAt: new Date('2026-11-30T11:00:00Z'), endsAt: new Date('2026-11-30T12:00:00Z') }).execute()
    expect([await datesMove('2026-11-27T08:00:00Z'), await datesMove('2026-11-28T08:00:00Z')]).toEqual([false, false])
    await post(world.carla, '/series/regular', { ...series, cadence: 'every 2 months', time: '11:00', place: 'Room 2', confirmed: 'yes' })
    const put = await world.db.selectFrom('meeting').select('startsAt').where('place', '=', 'Room 2').orderBy('startsAt').limit(2).execute()
    expect(put.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toEqual(['2026-11-30', '2027-01-22'])
    world.clock.now = now
  })
})

describe('a date poll', () => {
  it('makes the meeting when it is closed', async () => {
    const started = await post(world.carla, '/polls', {
      title: 'Extra',
      hosts: await hosts(),
      zone: 'Europe/Lisbon',
      minutes: '30',
      closesOn: '2026-10-20',
      slots: '2026-11-18 10:00\n2026-11-19 08:30',
    })
    expect(started.headers.get('location')).toBe('/polls/extra')
    const slots = await world.db.selectFrom('datePollSlot').select('id').orderBy('id').execute()
    await post(world.maria, '/polls/extra', { [`s${slots[1]?.id}`]: 'yes' })
    expect((await (await as(world.susi)).get('/polls/extra')).status).toBe(404)
    const both = await Promise.all([1, 2].map(() => post(world.carla, '/polls/extra/close', { slot: String(slots[1]?.id) })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await world.db.selectFrom('meeting').select('startsAt').where('title', '=', 'Extra').execute()).toEqual([
      { startsAt: new Date('2026-11-19T08:30:00Z') },
    ])
  })

  it('is not closed with a time that is over, and calls none of those the best', async () => {
    await post(world.carla, '/polls', {
      title: 'Late',
      hosts: await hosts(),
      zone: 'Europe/Lisbon',
      minutes: '30',
      closesOn: '2026-10-20',
      slots: '2026-11-18 10:00\n2026-11-19 08:30',
    })
    const { id } = await world.db.selectFrom('datePoll').select('id').where('slug', '=', 'late').executeTakeFirstOrThrow()
    const [first, second] = await world.db.selectFrom('datePollSlot').select('id').where('pollId', '=', id).orderBy('startsAt').execute()
    await post(world.maria, '/polls/late', { [`s${first?.id}`]: 'yes', [`s${second?.id}`]: 'no' })
    const before = world.clock.now
    world.clock.now = new Date('2026-11-18T12:00:00Z')
    const page = await (await (await as(world.carla)).get('/polls/late')).text()
    const refused = await post(world.carla, '/polls/late/close', { slot: String(first?.id) })
    const taken = await post(world.carla, '/polls/late/close', { slot: String(second?.id) })
    world.clock.now = before
    expect([page.includes(`value="${first?.id}"`), page.includes(`value="${second?.id}"`)]).toEqual([false, true])
    expect([refused.status, (await refused.text()).includes('This time is over.')]).toEqual([422, true])
    expect(taken.status).toBe(303)
  })

  it('names the line of a time that it cannot read', async () => {
    const refused = await post(world.carla, '/polls', {
      title: 'Extra',
      hosts: await hosts(),
      zone: 'Europe/Lisbon',
      minutes: '30',
      closesOn: '2026-10-20',
      slots: '2026-11-18 10:00\nnext week',
    })
    expect(await refused.text()).toContain('Line 2:')
  })
})

it('shows of one group alone its series and its minutes as well', async () => {
  const { slug } = await world.db.selectFrom('meetingSeries').select('slug').orderBy('id').executeTakeFirstOrThrow()
  const [all, own, others] = [
    await read(world.carla, '/meetings'),
    await read(world.carla, '/meetings?group=lectio'),
    await read(world.carla, '/meetings?group=catalogo'),
  ]
  expect([all, own, others].map((page) => page.includes(`/series/${slug}`))).toEqual([true, true, false])
  expect(others).not.toContain('Latest minutes')
})
