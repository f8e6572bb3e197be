import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gathered } from '../src/edges/gathered.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readCalendar } from '../src/lib/mail/calendar.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let vera: Person
let hosts = ''
beforeAll(async () => {
  world = await makeWorld()
  vera = await world.addPerson('Vera')
  await world.give(vera, 'vendor_guest', world.group.groupId)
  await world.db.updateTable('person').set({ zone: 'Australia/Perth' }).where('id', '=', world.maria.personId).execute()
  hosts = `g${world.group.groupId}`
})
afterAll(() => world.end())

const slots = '2026-11-18 10:00\n2026-11-19 08:30\n2026-11-20 10:00'
const form = { zone: 'Europe/Lisbon', minutes: '30', closesOn: '2026-10-20', slots, public: 'on' }
const start = async (title: string, more: Record<string, string> = {}) =>
  (await (await world.as(world.carla)).post('/polls', { ...form, title, hosts, ...more })).headers.get('location') ?? ''
const read = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()
const lettersTo = async (email: string) =>
  (await world.postbox())
    .filter((one) => one.email === email)
    .map(({ bytes, kind }) => ({ kind, ...readMessage(bytes ?? Buffer.from('')) }))
const lastTo = async (email: string) => {
  const last = (await lettersTo(email)).at(-1)
  if (!last) throw new Error(`no letter to ${email}`)
  return last
}
const linkIn = (text: string) => new URL(/http\S+\/dates\/\S+/.exec(text)?.[0] ?? '').pathname
const slotIds = async (poll: string) =>
  (
    await world.db
      .selectFrom('datePollSlot')
      .innerJoin('datePoll', 'datePoll.id', 'datePollSlot.pollId')
      .select('datePollSlot.id')
      .where('datePoll.slug', '=', poll.split('/').at(-1) ?? '')
      .orderBy('startsAt')
      .execute()
  ).map(({ id }) => id)
const answersOf = async (email: string, poll: string) =>
  world.db
    .selectFrom('datePollAnswer')
    .innerJoin('datePollSlot', 'datePollSlot.id', 'datePollAnswer.slotId')
    .innerJoin('datePoll', 'datePoll.id', 'datePollSlot.pollId')
    .innerJoin('address', 'address.personId', 'datePollAnswer.personId')
    .select(['datePollSlot.id', 'answer'])
    .where('datePoll.slug', '=', poll.split('/').at(-1) ?? '')
    .where('address.email', '=', email)
    .orderBy('datePollSlot.startsAt')
    .execute()
const reply = async (from: string, text: string, number: string) => {
  const to = (await lastTo(from)).from?.address ?? ''
  const head = `From: <${from}>\r\nTo: <${to}>\r\nSubject: Re: dates\r\nMessage-ID: <${number}@x.example>\r\nMIME-Version: 1.0`
  const raw = Buffer.from(`${head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`)
  await acceptMail(world.write, { raw, mailFrom: from, rcptTo: [to], via: 'mail' })
  await world.settle()
}

test('a last day that is too late is asked for again beside its field', async () => {
  const late = await (await world.as(world.carla)).post('/polls', { ...form, title: 'Too late', hosts, closesOn: '2026-11-19' })
  expect(late.status).toBe(422)
  expect(await late.text()).toMatch(/<input[^>]*name="closesOn"[^>]*aria-invalid="true"/)
})

test('a poll asks who arranges it for their own answer first, and then for their choice', async () => {
  const own = await start('Whose turn')
  const firsts = async () => [...(await read(world.carla, own)).matchAll(/class="button primary"[^>]*>([^<]*)/g)].map(([, words]) => words)
  expect(await firsts()).toEqual(['Save answer'])
  const [first] = await slotIds(own)
  expect((await (await world.as(world.carla)).post(own, { [`s${first}`]: 'yes' })).status).toBe(303)
  expect(await firsts()).toEqual(['Choose this time'])
  // Of others below, nobody is reminded of this one.
  await world.db
    .updateTable('datePoll')
    .set({ closedAt: world.clock.now })
    .where('slug', '=', own.split('/').at(-1) ?? '')
    .execute()
})

describe('a date poll that asks others besides the group', () => {
  const eve = 'eve@elsewhere.example'
  let poll = ''
  beforeAll(async () => {
    poll = await start('Costing talks', {
      seats: `g${world.group.groupId}.vendor_guest`,
      people: `Eve Stone <${eve}>\nbruno@bruno.example`,
    })
    await world.settle()
  })

  test('opens for the vendor’s guest, for another group’s coordinator and for nobody else', async () => {
    const status = async (person: Person) => (await (await world.as(person)).get(poll)).status
    expect(await Promise.all([vera, world.bruno, world.maria, world.susi, world.otto].map(status))).toEqual([200, 200, 200, 404, 404])
  })

  test('is answered by somebody without an account, by their own link; looking changes nothing', async () => {
    const letter = await lastTo(eve)
    expect(letter.subject).toContain('Costing talks')
    expect(letter.text).toContain('  1. ')
    const visitor = await world.as()
    const path = linkIn(letter.text)
    expect(await (await visitor.get(path)).text()).toContain('Eve Stone')
    expect(await answersOf(eve, poll)).toEqual([])
    const [first] = await slotIds(poll)
    expect((await visitor.post(path, { [`s${first}`]: 'yes', browserZone: 'America/New_York' })).status).toBe(303)
    // What she left open is no “no”.
    expect(await answersOf(eve, poll)).toEqual([{ id: first, answer: 'yes' }])
    // Her own hours from now on, and those of any zone that she asks for.
    expect((await (await visitor.get(path)).text()).replaceAll(/<[^>]+>/g, '')).toContain('05:00 for you')
    expect((await (await visitor.get(`${path}?zone=Asia/Tokyo`)).text()).replaceAll(/<[^>]+>/g, '')).toContain('19:00 for you')
  })

  test('shows a guest no names but their own, and nothing of the group', async () => {
    const [first] = await slotIds(poll)
    await (await world.as(world.maria)).post(poll, { [`s${first}`]: 'maybe', comment: 'Late for me' })
    const page = await read(vera, poll)
    const main = page.slice(page.indexOf('<main'))
    for (const inner of [/Maria/, /Carla/, /\bEve\b/, /Late for me/, /Unsocial hours/]) expect(main).not.toMatch(inner)
    expect(main).toContain('1 yes, 1 maybe, 0 no')
    expect(await read(world.maria, poll)).toContain('Late for me')
    const api = await (await world.as(vera)).ask('GET', `/api/v1${poll}`)
    expect(((await api.json()) as { answers: unknown[] }).answers).toEqual([])
  })

  test('draws who can when, and leaves open what is not answered', async () => {
    const grid = /<table class="grid">[\s\S]*?<\/table>/.exec(await read(world.carla, poll))?.[0] ?? ''
    expect(grid).toContain('Eve Stone')
    expect(grid.match(/no answer/g)?.length).toBe(4)
    expect(grid).toContain('1 (+1)')
  })

  test('closes a link that is replaced, and one of whom it asks no more', async () => {
    const carla = await world.as(world.carla)
    const old = linkIn((await lastTo(eve)).text)
    const id = (
      await world.db
        .selectFrom('datePollInvitation')
        .select('id')
        .where('email', '=', eve)
        .where('withdrawnAt', 'is', null)
        .executeTakeFirstOrThrow()
    ).id
    expect((await carla.post(`${poll}/links/${id}`)).status).toBe(303)
    await world.settle()
    const visitor = await world.as()
    const fresh = linkIn((await lastTo(eve)).text)
    expect(fresh).not.toBe(old)
    // Signed out, only what fits no page at all is 404.
    expect((await visitor.get(old)).status).not.toBe(200)
    expect((await visitor.post(old, {})).status).toBe(404)
    expect((await visitor.get(fresh)).status).toBe(200)
    const invitee = /invitees\/(\d+)\/remove"[^>]*>[\s\S]*?Remove guest: Eve Stone/.exec(await read(world.carla, poll))
    const ids = [...(await read(world.carla, poll)).matchAll(/invitees\/(\d+)\/remove/g)].map(([, one]) => one)
    expect(invitee).not.toBeNull()
    expect(ids).toHaveLength(3)
    expect((await carla.post(`${poll}/invitees/${ids[1]}/remove`)).status).toBe(303)
    expect((await visitor.get(fresh)).status).not.toBe(200)
    // Her answer does not count any more.
    expect(await read(world.carla, poll)).toContain('0 yes, 1 maybe, 0 no')
  })

  test('invites its guests to the meeting that comes of it, and they see that meeting alone', async () => {
    const [, second] = await slotIds(poll)
    const closed = await (await world.as(world.carla)).post(`${poll}/close`, { slot: String(second) })
    const meeting = closed.headers.get('location') ?? ''
    await world.settle()
    const letter = await lastTo(vera.email)
    expect(letter.kind).toBe('meetings.invited')
    expect(letter.text).not.toContain(meeting)
    const raw = (await world.postbox()).filter(({ email }) => email === vera.email).at(-1)?.bytes ?? Buffer.from('')
    expect(readCalendar(raw)).toMatchObject({ method: 'REQUEST', events: [{ start: '2026-11-19T08:30:00Z' }] })
    expect(raw.toString()).toContain('multipart/alternative')
    await (await world.as(world.carla)).post(`${meeting}/agenda`, { title: 'Between us', internal: 'on' })
    const page = await read(vera, meeting)
    expect(page).toContain('Costing talks')
    expect(page.slice(page.indexOf('<main'))).not.toContain('Maria')
    const rsvp = new URL(/http\S+\/rsvp\/\S+/.exec(letter.text)?.[0] ?? '').pathname
    expect(await read(undefined, rsvp)).toContain('Costing talks')
    // The minutes' page says to a guest what it says to everybody.
    const minutes = await read(vera, `${meeting}/minutes`)
    expect(minutes.slice(minutes.indexOf('<main'))).not.toMatch(/Maria|Carla|Between us/)
    for (const inner of [`${meeting}/attendance`, `${meeting}/edit`, `${meeting}/lines/changes`])
      expect([inner, (await (await world.as(vera)).get(inner)).status]).toEqual([inner, 404])
    for (const inner of ['invitations', 'lines'])
      expect([inner, (await (await world.as(vera)).ask('GET', `/api/v1${meeting}/${inner}`)).status]).toEqual([inner, 404])
  })
})

describe('an answer by mail', () => {
  let poll = ''
  beforeAll(async () => {
    poll = await start('By mail')
    await world.settle()
  })

  test('in words is taken, and who wrote hears what was understood', async () => {
    const ids = await slotIds(poll)
    await reply(world.maria.email, '1 yes, 2 vielleicht\n\n> 3 no', 'first')
    expect(await answersOf(world.maria.email, poll)).toEqual([
      { id: ids[0], answer: 'yes' },
      { id: ids[1], answer: 'maybe' },
    ])
    const noted = await lastTo(world.maria.email)
    expect(noted.kind).toBe('meetings.poll-noted')
    expect(noted.text).toMatch(/1\. .*: yes\n.*2\. .*: maybe\n.*3\. .*: no answer/)
  })

  test('that says nothing of the times changes nothing, and is answered', async () => {
    await reply(world.maria.email, 'I am away that week.', 'second')
    expect((await answersOf(world.maria.email, poll)).length).toBe(2)
    expect((await lastTo(world.maria.email)).kind).toBe('meetings.poll-unread')
  })

  test('from somebody else than whom it was written to counts for nobody', async () => {
    const to = (await lastTo(world.maria.email)).from?.address ?? ''
    const raw = Buffer.from(`From: <${world.otto.email}>\r\nTo: <${to}>\r\nSubject: x\r\nMessage-ID: <other@x.example>\r\n\r\nall no\r\n`)
    await acceptMail(world.write, { raw, mailFrom: world.otto.email, rcptTo: [to], via: 'mail' })
    await world.settle()
    expect((await answersOf(world.maria.email, poll)).map(({ answer }) => answer)).toEqual(['yes', 'maybe'])
  })

  test('who has said nothing is reminded a day before it closes, once', async () => {
    world.clock.now = new Date('2026-10-20T09:00:00Z')
    for (const _ of [1, 2]) await tasks['meetings.remindDates']?.({} as never, world.context)
    const reminders = async (email: string) => (await lettersTo(email)).filter(({ kind }) => kind === 'meetings.poll-reminder').length
    expect([await reminders(world.carla.email), await reminders(world.maria.email)]).toEqual([1, 0])
    // One that waits for their morning does not leave once they have answered.
    const invitation = ({ personId }: Person) =>
      world.db
        .selectFrom('datePollInvitation')
        .innerJoin('datePoll', 'datePoll.id', 'datePollInvitation.pollId')
        .select('datePollInvitation.id')
        .where('datePoll.slug', '=', poll.split('/').at(-1) ?? '')
        .where('datePollInvitation.personId', '=', personId)
        .executeTakeFirstOrThrow()
    const due = async (person: Person, at = world.clock.now) =>
      gathered.due['meetings.poll-reminder']?.(world.db, await invitation(person), at)
    expect([await due(world.carla), await due(world.maria)]).toEqual([true, false])
    expect(await due(world.carla, new Date('2026-10-22T09:00:00Z'))).toBe(false)
  })

  test('that comes after it was closed is told so', async () => {
    const [first] = await slotIds(poll)
    await (await world.as(world.carla)).post(`${poll}/close`, { slot: String(first) })
    const letter = (await lettersTo(world.maria.email)).find(({ kind }) => kind === 'meetings.poll-noted')
    const to = letter?.from?.address ?? ''
    const raw = Buffer.from(`From: <${world.maria.email}>\r\nTo: <${to}>\r\nSubject: x\r\nMessage-ID: <late@x.example>\r\n\r\n3 yes\r\n`)
    await acceptMail(world.write, { raw, mailFrom: world.maria.email, rcptTo: [to], via: 'mail' })
    await world.settle()
    const closed = (await lettersTo(world.maria.email)).find(({ kind }) => kind === 'meetings.poll-closed')
    expect(closed?.text).toContain('See the dates and your answers on your page.')
    expect(closed?.text).not.toContain('Or answer on your page.')
    expect((await answersOf(world.maria.email, poll)).length).toBe(2)
  })
})

describe('a meeting with guests', () => {
  let meeting = ''
  const mei = 'mei@straits.example'
  beforeAll(async () => {
    const facts = {
      title: 'With guests',
      day: '2026-10-22',
      time: '10:00',
      minutes: '60',
      zone: 'Europe/Lisbon',
      place: 'https://meet.example/room',
    }
    const made = await (await world.as(world.carla)).post('/meetings', { ...facts, hosts, people: `${mei}, Mei Chen` })
    meeting = made.headers.get('location') ?? ''
    await world.settle()
  })

  test('tells a guest without an account where it is, on the page of their link alone', async () => {
    const letter = await lastTo(mei)
    const rsvp = new URL(/http\S+\/rsvp\/\S+/.exec(letter.text)?.[0] ?? '').pathname
    const visitor = await world.as()
    expect(await (await visitor.get(rsvp)).text()).toContain('https://meet.example/room')
    // In their own hours, once they are known.
    const { personId } = await world.db.selectFrom('address').select('personId').where('email', '=', mei).executeTakeFirstOrThrow()
    await world.db.updateTable('person').set({ zone: 'Asia/Singapore', zoneFrom: 'browser' }).where('id', '=', personId).execute()
    expect(await (await visitor.get(rsvp)).text()).toContain('for you')
    expect((await visitor.get(meeting)).status).toBe(404)
    expect((await visitor.post(rsvp, { answer: 'accepted' })).status).toBe(303)
  })

  test('stands on Today as an open invitation and as the next meeting, for guests too', async () => {
    await (await world.as(world.carla)).post(`${meeting}/invitees`, { seats: `g${world.group.groupId}.vendor_guest` })
    const page = await read(vera, '/today')
    expect(page).toContain('Invitation: With guests')
    expect(page).toContain('Next meeting')
    await (await world.as(vera)).post(`${meeting}/answer`, { answer: 'accepted' })
    const after = await read(vera, '/today')
    expect(after).not.toContain('Invitation: With guests')
    expect(after).toContain('You will attend')
  })

  test('notes in one click all who said yes as present, guests too, once it has begun', async () => {
    const carla = await world.as(world.carla)
    expect((await carla.post(`${meeting}/attendance/as-answered`)).status).toBe(409)
    world.clock.now = new Date('2026-10-22T09:30:00Z')
    expect(await (await carla.get(`${meeting}/attendance`)).text()).toContain('Mark as present: all 2 people who said yes')
    expect((await carla.post(`${meeting}/attendance/as-answered`)).status).toBe(303)
    const noted = await world.db
      .selectFrom('meetingInvitation')
      .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
      .select('email')
      .where('slug', '=', meeting.split('/').at(-1) ?? '')
      .where('attendance', '=', 'present')
      .orderBy('email')
      .execute()
    expect(noted.map(({ email }) => email)).toEqual([mei, vera.email])
  })

  test('does not count guests among those who are expected', async () => {
    world.clock.now = new Date('2026-10-22T10:30:00Z')
    const csv = await read(world.carla, '/attendance/export.csv')
    expect(csv).toContain('Maria')
    expect(csv).not.toContain('Mei Chen')
  })
})

test('who only looks at a table is not asked for times', async () => {
  await start('Who is asked', { closesOn: '2026-11-10' })
  await world.settle()
  expect(await read(world.carla, '/today')).toContain('Answer the date poll: Who is asked')
  expect(await read(world.ada, '/today')).not.toContain('Who is asked')
})
