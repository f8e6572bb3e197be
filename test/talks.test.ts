import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gathered } from '../src/edges/gathered.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { setScanning } from '../src/files/scan/actions.ts'
import { readCalendar } from '../src/lib/mail/calendar.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { tellSlots } from '../src/talks/jobs.ts'
import { mail } from './mail.ts'
import { carriedOut, withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
const as = (person?: Person) => {
  const name = person?.name ?? ''
  const found = browsers.get(name) ?? world.as(person)
  browsers.set(name, found)
  return found
}
const post = async (person: Person | undefined, path: string, fields: Record<string, string> = {}) => (await as(person)).post(path, fields)
const read = async (person: Person | undefined, path: string) => (await (await as(person)).get(path)).text()
const turn = async () => {
  await (tasks['talks.turn'] as (payload: object, context: World['context']) => Promise<void>)({}, world.context)
  await world.settle()
}
const lettersTo = async (email: string, kind: string) => {
  const rows = await world.db
    .selectFrom('letter')
    .innerJoin('delivery', 'delivery.letterId', 'letter.id')
    .select(['letter.subject', 'letter.bytes', 'letter.sealed'])
    .where('delivery.email', '=', email)
    .where('letter.kind', '=', kind)
    .orderBy('letter.id')
    .execute()
  return rows.map((row) => ({ ...row, bytes: world.open(row), message: readMessage(world.open(row)) }))
}
const upload = async (person: Person | undefined, path: string, name: string, content: string) => {
  const form = new FormData()
  form.set('file', new File([content], name))
  const { cookies } = await as(person)
  return world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
}

const facts = {
  group: 'lectio',
  title: 'LTI without tears',
  abstract: 'Moodle, in four steps.',
  minutes: '25',
  language: 'en',
  visibility: 'public',
}
const talk = '/show-and-tell/lti-without-tears'
let session = ''
let sessionId = ''

describe('from a proposal to a certificate', () => {
  it('a subscriber proposes; the coordinator hears of it, the street sees nothing', async () => {
    const answer = await post(world.susi, '/show-and-tell', facts)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, talk])
    await world.settle()
    const [letter] = await lettersTo(world.carla.email, 'talks.proposed')
    expect(letter?.subject).toBe('Talk proposed: LTI without tears')
    expect(await read(world.carla, '/today')).toContain('Talk proposed: LTI without tears')
    expect((await (await as()).get(talk)).status).toBe(404)
    expect((await (await as(world.bruno)).get(talk)).status).toBe(404)
    expect(await read(world.maria, '/show-and-tell?view=backlog')).toContain('LTI without tears')
    expect(await read(world.bruno, '/show-and-tell?view=backlog')).not.toContain('LTI without tears')
  })

  it('says what is wrong beside the field and keeps what was typed', async () => {
    const answer = await post(world.susi, '/show-and-tell', { ...facts, title: 'A title that stays', abstract: '', minutes: '3' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="A title that stays"')
    expect(page).toMatch(/Description: [^<]+/)
  })

  it('is declined with a reason or not at all, and accepted on second thoughts', async () => {
    const without = await post(world.carla, `${talk}/decide`, { to: 'declined' })
    expect([without.status, await without.text()]).toEqual([
      422,
      expect.stringContaining('Enter a reason. The person who proposed the talk will read it.'),
    ])
    expect((await post(world.carla, `${talk}/decide`, { to: 'declined', reason: 'We had LTI in spring.' })).status).toBe(303)
    expect(await carriedOut(world, world.carla)).toBe(303)
    await world.settle()
    const [no] = await lettersTo(world.susi.email, 'talks.declined')
    expect(no?.message.text).toContain('We had LTI in spring.')
    expect((await post(world.carla, `${talk}/decide`, { to: 'accepted' })).status).toBe(303)
    expect(await carriedOut(world, world.carla)).toBe(303)
    await world.settle()
    expect(await lettersTo(world.susi.email, 'talks.accepted')).toHaveLength(1)
    expect((await post(world.carla, `${talk}/decide`, { to: 'accepted' })).status).toBe(409)
  })

  it('a session is arranged; an hour that does not exist is none', async () => {
    const form = {
      title: 'Winter session',
      hosts: String(world.group.groupId),
      day: '2027-03-28',
      time: '01:30',
      minutes: '60',
      zone: 'Europe/Lisbon',
      public: 'on',
    }
    const gap = await post(world.carla, '/show-and-tell/sessions', form)
    expect([gap.status, await gap.text()]).toEqual([422, expect.stringContaining('on 28 March 2027, so 01:30 does not exist')])
    const answer = await post(world.carla, '/show-and-tell/sessions', {
      ...form,
      day: '2026-11-20',
      time: '13:00',
      place: 'https://meet.example/show',
    })
    expect(answer.status).toBe(303)
    session = answer.headers.get('location') ?? ''
    expect(session).toBe('/show-and-tell/sessions/2026-11-20')
    sessionId = String((await world.db.selectFrom('meeting').select('id').where('slug', '=', '2026-11-20').executeTakeFirstOrThrow()).id)
    expect(await read(undefined, '/show-and-tell')).toContain('Winter session')
    expect(await read(undefined, session)).not.toContain('meet.example')
    expect(await read(world.carla, session)).toContain('<a href="https://meet.example/show">')
  })

  it('gets its slot: on the agenda, in the calendars of its speakers, once', async () => {
    expect(
      (await post(world.carla, `${talk}/speakers`, { name: 'Guest Gerda', email: 'gerda@gerda.example', from: 'Kelp College' })).status,
    ).toBe(303)
    const early = await post(world.carla, `${talk}/slot`, { meeting: sessionId, place: '1', consentUntil: '2026-11-19' })
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Choose a day after the talk.')])
    expect((await post(world.carla, `${talk}/slot`, { meeting: sessionId, place: '1' })).status).toBe(303)
    expect(await read(world.susi, talk)).toContain('<a href="https://meet.example/show">')
    // Somebody who looked before has not seen that.
    const second = await post(world.carla, `${talk}/slot`, { meeting: sessionId, place: '1' })
    expect([second.status, await second.text()]).toEqual([409, expect.stringContaining('added this talk to “Winter session”')])
    await world.settle()
    const [slot] = await lettersTo(world.susi.email, 'talks.slot')
    expect(slot?.message.text).toContain('/speaker/')
    expect(slot?.message.text).toContain('19 January 2027')
    expect(await lettersTo('gerda@gerda.example', 'talks.slot')).toHaveLength(1)
    const [invitation] = await lettersTo(world.susi.email, 'meetings.invited')
    const calendar = readCalendar(invitation?.bytes ?? Buffer.from(''))
    expect(calendar).toMatchObject({ method: 'REQUEST', events: [{ attendees: [{ address: world.susi.email, partstat: 'ACCEPTED' }] }] })
    const agenda = () => read(undefined, '/meetings/2026-11-20')
    const linked = `<a href="${talk}">Show and Tell: LTI without tears</a>`
    expect(await agenda()).toContain(linked)
    // A meeting may be for more people than a talk.
    const showTo = (visibility: 'group' | 'public') =>
      world.db.updateTable('talk').set({ visibility }).where('state', '=', 'scheduled').execute()
    await showTo('group')
    const closed = await agenda()
    expect([closed.includes('Show and Tell: LTI without tears'), closed.includes(linked)]).toEqual([true, false])
    await showTo('public')
    // What comes next is what Show and Tell begins with.
    const coming = await read(undefined, '/show-and-tell')
    expect(coming).toContain('LTI without tears')
    expect(coming).toMatch(/<a [^>]*view=coming[^>]*aria-current="page"/)
    expect(coming).toContain('<div class="split read-first">')
    expect(await read(undefined, '/show-and-tell?year=2025')).toMatch(/<a [^>]*view=given[^>]*aria-current="page"/)
    // Who speaks is a guest, whom no quorum counts.
    expect(await read(world.carla, `/meetings/2026-11-20`)).toMatch(/Susi <span class="meta">Guest · Attending/)
    // Who speaks, and when, stand below the title.
    const heading = /<header class="heading">.*?<\/header>/s.exec(await read(undefined, talk))?.[0]
    expect(heading).toContain('Guest Gerda')
    expect(heading).toContain('20 November 2026')
    // So few talks are seen at a glance; who looked for one still sees for what.
    expect(coming).not.toMatch(/<form[^>]*action="\/show-and-tell"/)
    expect(await read(undefined, '/show-and-tell?q=tears')).toMatch(/<form[^>]*action="\/show-and-tell"/)
    await turn()
    expect(await lettersTo(world.susi.email, 'talks.slot')).toHaveLength(1)
  })

  it('any subscriber registers, once, and gets it in her calendar; who takes it back gets a CANCEL', async () => {
    const { personId } = await world.addPerson('Lena')
    const lena = {
      name: 'Lena',
      email: 'lena@lena.example',
      personId,
      addressId: (await world.db.selectFrom('address').select('id').where('personId', '=', personId).executeTakeFirstOrThrow()).id,
    }
    expect((await post(lena, `${session}/register`)).status).toBe(404)
    await world.join(lena)
    expect((await post(lena, `${session}/register`)).status).toBe(303)
    const again = await post(lena, `${session}/register`)
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('already registered')])
    await world.settle()
    const [invited] = await lettersTo(lena.email, 'meetings.invited')
    expect(readCalendar(invited?.bytes ?? Buffer.from('')).method).toBe('REQUEST')
    expect(invited?.message.text).toContain('https://meet.example/show')
    expect(invited?.message.text).toContain('We have noted that you will attend this meeting.')
    const csv = await read(world.carla, `${session}/registrations.csv`)
    expect(csv).toContain('Lena,lena@lena.example,,Guest,Attending,,2026-10-16,')
    expect(csv).toContain('susi@susi.example,,Speaker,Attending')
    await world.db.updateTable('delivery').set({ state: 'sent' }).where('email', '=', lena.email).execute()
    // Who is invited as one of the group answers the invitation, and has nothing to take back.
    const mine = await read(world.carla, session)
    expect([mine.includes('/unregister"'), mine.includes('You are invited as a member of the group')]).toEqual([false, true])
    expect(await read(lena, session)).toContain('/unregister"')
    expect((await post(lena, `${session}/unregister`)).status).toBe(303)
    await world.settle()
    const [off] = await lettersTo(lena.email, 'meetings.cancelled')
    expect(readCalendar(off?.bytes ?? Buffer.from('')).method).toBe('CANCEL')
    // The session takes place: nobody is told that it is cancelled.
    expect(off?.message.subject).toMatch(/^Removed from your calendar: /)
    expect(off?.message.text).toContain('You no longer take part')
    expect((await post(lena, `${session}/unregister`)).status).toBe(409)
    expect((await post(lena, `${session}/register`)).status).toBe(303)
  })

  it('slides come from who speaks, and nobody else has them before the talk', async () => {
    expect(await read(world.susi, '/today')).toContain('Can we record your talk “LTI without tears”?')
    const lie = await upload(world.susi, `${talk}/files`, 'slides.pdf', 'no PDF')
    expect([lie.status, await lie.text()]).toEqual([422, expect.stringContaining('ends in .pdf, but its content')])
    expect((await upload(world.susi, `${talk}/files`, 'slides.txt', 'One slide')).status).toBe(303)
    const { id } = await world.db.selectFrom('talkFile').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect((await (await as(world.susi)).get(`${talk}/files/${id}`)).headers.get('content-disposition')).toContain('attachment')
    expect((await (await as()).get(`${talk}/files/${id}`)).status).toBe(404)
    expect((await (await as(world.otto)).get(`${talk}/files/${id}`)).status).toBe(404)
  })

  it('a guest brings her slides by her link, and takes them off again; another link or talk has nothing of them', async () => {
    const link = /\/speaker\/[a-z2-7]+/.exec((await lettersTo('gerda@gerda.example', 'talks.slot'))[0]?.message.text ?? '')?.[0] ?? ''
    expect(await read(undefined, link)).toContain('Slides and handouts')
    const lie = await upload(undefined, `${link}/slides`, 'slides.pdf', 'no PDF')
    expect([lie.status, await lie.text()]).toEqual([422, expect.stringContaining('ends in .pdf, but its content')])
    const none = await post(undefined, `${link}/slides`)
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Choose a file that is not empty.')])
    expect((await upload(undefined, `${link}/slides`, 'gerda.txt', 'Of Kelp College')).status).toBe(303)
    const page = await read(undefined, link)
    expect(page).toContain('gerda.txt')
    const [, file = ''] = new RegExp(`${link}/slides/(\\d+)"[^>]*>gerda`).exec(page) ?? []
    expect(await read(undefined, `${link}/slides/${file}`)).toBe('Of Kelp College')
    expect(await read(world.carla, `${talk}/arrange`)).toContain('gerda.txt')
    // Before the talk the street has nothing; with a link that somebody made up neither.
    expect((await (await as(world.otto)).get(`${talk}/files/${file}`)).status).toBe(404)
    const forged = link.replace(/\/speaker\/./, (start) => `/speaker/${start.endsWith('a') ? 'b' : 'a'}`)
    expect((await upload(undefined, `${forged}/slides`, 'x.txt', 'x')).status).toBe(404)
    expect((await post(undefined, `${forged}/slides/${file}/remove`)).status).toBe(404)
    expect((await post(undefined, `${link}/slides/${file}/remove`)).status).toBe(303)
    expect(await read(undefined, link)).not.toContain('gerda.txt')
    expect((await post(undefined, `${link}/slides/${file}/remove`)).status).toBe(404)

    // Not without end.
    for (let n = 0; n < 9; n++) expect((await upload(undefined, `${link}/slides`, `part ${n}.txt`, `Part ${n}`)).status).toBe(303)
    const eleventh = await upload(undefined, `${link}/slides`, 'one more.txt', 'One more')
    expect([eleventh.status, await eleventh.text()]).toEqual([409, expect.stringContaining('already has 10 files')])
  })

  it('with a virus scanner its page says what waits', async () => {
    const link = /\/speaker\/[a-z2-7]+/.exec((await lettersTo('gerda@gerda.example', 'talks.slot'))[0]?.message.text ?? '')?.[0] ?? ''
    const { id } = await world.db
      .selectFrom('talkFile')
      .innerJoin('file', 'file.id', 'talkFile.fileId')
      .select('talkFile.id')
      .where('file.name', '=', 'part 0.txt')
      .executeTakeFirstOrThrow()
    expect((await post(undefined, `${link}/slides/${id}/remove`)).status).toBe(303)
    await world.write((tx) => setScanning(tx, true))
    expect((await upload(undefined, `${link}/slides`, 'fresh.txt', 'Nobody has seen this')).status).toBe(303)
    await world.write((tx) => setScanning(tx, false))
    const page = await read(undefined, link)
    expect(page).toContain('1 file waits for the virus check.')
    expect(page).not.toContain('fresh.txt')
  })

  it('who joins its speakers later gets it in her calendar, and who is taken out a CANCEL', async () => {
    expect((await post(world.carla, `${talk}/speakers`, { email: world.bruno.email })).status).toBe(303)
    await world.settle()
    const [invited] = await lettersTo(world.bruno.email, 'meetings.invited')
    expect(readCalendar(invited?.bytes ?? Buffer.from('')).method).toBe('REQUEST')
    await world.db.updateTable('delivery').set({ state: 'sent' }).where('email', '=', world.bruno.email).execute()
    const { id } = await world.db
      .selectFrom('talkSpeaker')
      .select('id')
      .where('personId', '=', world.bruno.personId)
      .executeTakeFirstOrThrow()
    expect((await post(world.carla, `${talk}/speakers/${id}/remove`)).status).toBe(303)
    await world.settle()
    const [off] = await lettersTo(world.bruno.email, 'meetings.cancelled')
    expect(readCalendar(off?.bytes ?? Buffer.from('')).method).toBe('CANCEL')
  })

  it('reminds its speakers a week and a day before, once each', async () => {
    world.clock.now = new Date('2026-11-14T09:00:00Z')
    await turn()
    await turn()
    expect(await lettersTo(world.susi.email, 'talks.week')).toHaveLength(1)
    world.clock.now = new Date('2026-11-19T20:00:00Z')
    await turn()
    await turn()
    const days = await lettersTo(world.susi.email, 'talks.day')
    expect(days).toHaveLength(1)
    expect(days[0]?.message.text).toContain('We have your slides.')
    // One that waits for their morning leaves while they speak at that very time.
    const slot = await world.db
      .selectFrom('talkSpeaker')
      .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
      .innerJoin('meeting', 'meeting.id', 'talk.meetingId')
      .select(['talkSpeaker.id', 'meeting.startsAt'])
      .where('talkSpeaker.personId', '=', world.susi.personId)
      .where('talk.state', '=', 'scheduled')
      .executeTakeFirstOrThrow()
    const due = (at: Date) => gathered.due['talks.day']?.(world.db, { id: slot.id, at: at.toISOString() }, world.clock.now)
    expect([await due(slot.startsAt), await due(world.clock.now)]).toEqual([true, false])
  })

  it('is given when its session is over; a day later its speakers are thanked with a certificate', async () => {
    world.clock.now = new Date('2026-11-20T14:30:00Z')
    browsers.clear()
    await turn()
    expect(await read(undefined, '/show-and-tell')).toContain('LTI without tears')
    expect(await lettersTo(world.susi.email, 'talks.thanks')).toEqual([])
    world.clock.now = new Date('2026-11-21T14:30:00Z')
    await turn()
    await turn()
    const [thanks, ...more] = await lettersTo(world.susi.email, 'talks.thanks')
    expect(more).toEqual([])
    expect(thanks?.message.attachments[0]?.filename).toBe('certificate.pdf')
    expect(await lettersTo('gerda@gerda.example', 'talks.thanks')).toHaveLength(1)
    browsers.clear()
    const { id } = await world.db
      .selectFrom('talkSpeaker')
      .select('id')
      .where('personId', '=', world.susi.personId)
      .executeTakeFirstOrThrow()
    const pdf = await (await as(world.susi)).get(`${talk}/certificate/${id}`)
    expect([
      pdf.status,
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ]).toEqual([200, '%PDF-'])
    expect((await (await as(world.maria)).get(`${talk}/certificate/${id}`)).status).toBe(404)
  })
})

describe('a recording', () => {
  const recording = { url: 'https://video.example/lti', length: '24:10', chapters: '0:00 Welcome\n5:30 The four steps' }
  const record = (fields: Partial<typeof recording> = {}) => post(world.carla, `${talk}/recording`, { ...recording, ...fields })
  const linkOf = async (email: string) =>
    /\/speaker\/[a-z2-7]+/.exec((await lettersTo(email, 'talks.slot'))[0]?.message.text ?? '')?.[0] ?? ''

  it('is linked once everybody who spoke has agreed, by the web or by the link in a letter', async () => {
    const without = await record()
    expect([without.status, await without.text()]).toEqual([403, expect.stringContaining('No consent to the recording yet')])
    expect((await post(world.susi, `${talk}/consent`, { answer: 'yes' })).status).toBe(303)
    const link = await linkOf('gerda@gerda.example')
    expect(await read(undefined, link)).toContain('You have not answered yet.')
    expect((await record()).status).toBe(403)
    expect((await post(undefined, link, { answer: 'yes' })).status).toBe(303)
    expect((await record()).status).toBe(303)
    const page = await read(undefined, talk)
    expect(page).toContain('https://video.example/lti#t=330')
    expect(await read(undefined, '/show-and-tell/feed.atom')).toContain('https://video.example/lti')
  })

  it.each([
    [{ url: 'http://video.example/lti' }, 'Enter a link that begins with https://.'],
    [{ url: 'javascript:alert(1)' }, 'Enter a link that begins with https://.'],
    [{ chapters: '5:30 B\n0:10 A' }, 'Line 2: 0:10 is not after 5:30.'],
    [{ chapters: '30:00 B' }, 'Line 1: the recording ends at 24:10.'],
    [{ length: 'long' }, 'Enter a length like 21:40 or 1:05:30.'],
  ])('is refused with %j, and stays as it was', async (fields, sentence) => {
    const answer = await record(fields)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await read(undefined, talk)).toContain('https://video.example/lti#t=330')
  })

  it('is off every page in the moment in which a speaker takes her yes back', async () => {
    expect((await post(undefined, await linkOf('gerda@gerda.example'), { answer: 'no' })).status).toBe(303)
    for (const person of [undefined, world.susi, world.maria, world.carla])
      for (const path of [talk, '/show-and-tell/feed.atom', '/show-and-tell'])
        expect(await read(person, path)).not.toContain('video.example')
    expect(await read(world.carla, `${talk}/arrange`)).not.toContain('video.example')
    expect(await world.db.selectFrom('talkChapter').selectAll().execute()).toEqual([])
    await world.settle()
    const [gone] = await lettersTo(world.carla.email, 'talks.recording-withdrawn')
    expect(gone?.message.text).toContain('https://video.example/lti')
  })

  it('stays where the yes can no longer be taken back', async () => {
    await post(undefined, await linkOf('gerda@gerda.example'), { answer: 'yes' })
    expect((await record()).status).toBe(303)
    world.clock.now = new Date('2027-01-20T09:00:00Z')
    browsers.clear()
    const late = await post(world.susi, `${talk}/consent`, { answer: 'no' })
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('The time to withdraw consent ended on 2027-01-19')])
    expect(await read(undefined, talk)).toContain('https://video.example/lti')
    world.clock.now = new Date('2026-11-21T14:30:00Z')
    browsers.clear()
  })
})

describe('a slot', () => {
  it('goes with its meeting: a session that is cancelled sets its talks free', async () => {
    await post(world.maria, '/show-and-tell', { ...facts, title: 'Moving from another system' })
    const moving = '/show-and-tell/moving-from-another-system'
    await post(world.carla, `${moving}/decide`, { to: 'accepted' })
    await carriedOut(world, world.carla)
    const made = await post(world.carla, '/meetings', {
      ...{
        title: 'December meeting',
        day: '2026-12-11',
        time: '10:00',
        minutes: '60',
        zone: 'Europe/Lisbon',
        place: '',
        quorumPercent: '0',
      },
      hosts: `g${world.group.groupId}`,
      public: 'on',
    })
    const slug = made.headers.get('location')?.split('/').at(-1) ?? ''
    const { id } = await world.db.selectFrom('meeting').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
    expect((await post(world.carla, `${moving}/slot`, { meeting: String(id), place: '1' })).status).toBe(303)
    expect(await read(world.maria, `/meetings/${slug}`)).toContain('Show and Tell: Moving from another system')
    await post(world.carla, `/meetings/${slug}/cancel`, { reason: 'Too many are away.' })
    await turn()
    expect(await read(world.carla, `${moving}/arrange`)).toContain('Save date')
    expect((await post(world.maria, `${moving}/withdraw`, { reason: '' })).status).toBe(422)
    expect((await post(world.maria, `${moving}/withdraw`, { reason: 'Next year.' })).status).toBe(303)
    await world.settle()
    expect(await lettersTo(world.maria.email, 'talks.withdrawn')).toEqual([])
    // Those who arrange have a gap in their programme.
    expect((await lettersTo(world.carla.email, 'talks.withdrawn'))[0]?.message.text).toContain('Next year.')
  })
})

describe('a message', () => {
  it('becomes a proposal of its writer, once', async () => {
    const raw = mail({
      from: 'Maria <maria@maria.example>',
      subject: 'Re: A week with the keyboard alone',
      id: 'keyboard@maria.example',
      text: 'We tried it for a week.',
    })
    await acceptMail(world.write, { raw, mailFrom: world.maria.email, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
    await world.settle()
    const { id } = await world.db
      .selectFrom('message')
      .select('id')
      .where('messageId', '=', 'keyboard@maria.example')
      .executeTakeFirstOrThrow()
    expect((await (await as(world.otto)).get(`/show-and-tell/propose?message=${id}`)).status).toBe(404)
    expect(await read(world.carla, `/show-and-tell/propose?message=${id}`)).toContain('value="A week with the keyboard alone"')
    const fields = { ...facts, title: 'A week with the keyboard alone', message: String(id) }
    const made = await post(world.carla, '/show-and-tell', fields)
    const path = made.headers.get('location') ?? ''
    expect(made.status).toBe(303)
    const page = await read(world.maria, path)
    expect(page).toContain('keyboard%40maria.example')
    expect(await read(world.maria, `${path}/arrange`)).toContain('Maria')
    const again = await post(world.susi, '/show-and-tell', fields)
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('has already been proposed')])
  })
})

describe('a talk in a session that only the group sees', () => {
  const mine = '/show-and-tell/shelves-by-colour'
  const inner = '/show-and-tell/sessions/2026-12-10'

  it('tells who proposed it and speaks when and where, and nobody else', async () => {
    const form = { title: 'Inner session', hosts: String(world.group.groupId), day: '2026-12-10', time: '13:00', minutes: '60' }
    await post(world.carla, '/show-and-tell/sessions', { ...form, zone: 'Europe/Lisbon', place: 'https://meet.example/inner' })
    const { id } = await world.db.selectFrom('meeting').select('id').where('slug', '=', '2026-12-10').executeTakeFirstOrThrow()
    await post(world.susi, '/show-and-tell', { ...facts, title: 'Shelves by colour' })
    await post(world.carla, `${mine}/decide`, { to: 'accepted' })
    await carriedOut(world, world.carla)
    await post(world.carla, `${mine}/slot`, { meeting: String(id), place: '1' })
    await world.settle()
    const letter = (await lettersTo(world.susi.email, 'talks.slot')).at(-1)
    for (const said of ['10 December 2026', 'https://meet.example/inner']) expect(letter?.message.text).toContain(said)
    const page = await read(world.susi, mine)
    for (const said of ['10 December 2026', `href="${inner}"`, 'https://meet.example/inner']) expect(page).toContain(said)
    expect(await read(world.susi, inner)).toContain('https://meet.example/inner')
    expect((await (await as(world.susi)).get('/meetings/2026-12-10')).status).toBe(200)
    for (const said of ['Inner session', inner, 'meet.example']) expect(await read(undefined, mine)).not.toContain(said)
    expect((await (await as()).get(inner)).status).toBe(404)
  })

  it('tells who proposed it without speaking the day, and not where to go in', async () => {
    const { id } = await world.db
      .selectFrom('talkSpeaker')
      .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
      .select('talkSpeaker.id')
      .where('talk.slug', '=', 'shelves-by-colour')
      .executeTakeFirstOrThrow()
    await post(world.carla, `${mine}/speakers`, { name: 'Guest Gerda', email: 'gerda@gerda.example', from: 'Kelp College' })
    expect((await post(world.carla, `${mine}/speakers/${id}/remove`)).status).toBe(303)
    await world.settle()
    const page = await read(world.susi, mine)
    expect(page).toContain('10 December 2026')
    for (const said of ['Inner session', inner, 'meet.example']) expect(page).not.toContain(said)
    expect((await (await as(world.susi)).get(inner)).status).toBe(404)
  })

  it('writes to who proposed it without speaking when it is, once for each date, and not where to go in', async () => {
    const { id } = await world.db.selectFrom('meeting').select('id').where('slug', '=', '2026-12-10').executeTakeFirstOrThrow()
    const labels = '/show-and-tell/labels-by-hand'
    await post(world.susi, '/show-and-tell', { ...facts, title: 'Labels by hand' })
    await post(world.carla, `${labels}/decide`, { to: 'accepted' })
    await carriedOut(world, world.carla)
    await post(world.carla, `${labels}/speakers`, { name: 'Guest Gerda', email: 'gerda@gerda.example', from: 'Kelp College' })
    const own = await world.db
      .selectFrom('talkSpeaker')
      .select('id')
      .where('personId', '=', world.susi.personId)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await post(world.carla, `${labels}/speakers/${own.id}/remove`)
    expect((await post(world.carla, `${labels}/slot`, { meeting: String(id), place: '2' })).status).toBe(303)
    await world.settle()
    await turn()
    // Not of the talk in which she was to speak herself, and which she was told of then.
    const [letter, ...more] = await lettersTo(world.susi.email, 'talks.scheduled')
    expect([letter?.subject, more]).toEqual(['Date of the talk: Labels by hand, 10 December 2026', []])
    const text = letter?.message.text ?? ''
    expect(text).toContain('  Labels by hand\n  Thursday 10 December 2026 at 13:00 Lisbon time\n')
    expect(text).toContain(`http://rapport.test${labels}`)
    for (const said of ['meet.example', '/speaker/']) expect(text).not.toContain(said)

    await world.db
      .updateTable('meeting')
      .set({ startsAt: new Date('2026-12-11T13:00:00Z'), endsAt: new Date('2026-12-11T14:00:00Z') })
      .where('id', '=', id)
      .execute()
    await turn()
    await turn()
    const subjects = (await lettersTo(world.susi.email, 'talks.scheduled')).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.includes('Labels'))).toEqual([
      'Date of the talk: Labels by hand, 10 December 2026',
      'New date of the talk: Labels by hand, 11 December 2026',
    ])
  })

  it('writes to nobody of a date that is taken away at that very moment', async () => {
    const talk = await world.db
      .selectFrom('talk')
      .select(['id', 'meetingId'])
      .where('slug', '=', 'labels-by-hand')
      .executeTakeFirstOrThrow()
    const sent = (await lettersTo(world.susi.email, 'talks.scheduled')).length
    const set = (row: { state: 'accepted' | 'scheduled'; meetingId: number | null; proposerToldFor?: null }) =>
      world.db.updateTable('talk').set(row).where('id', '=', talk.id).execute()
    await set({ state: 'scheduled', meetingId: talk.meetingId, proposerToldFor: null })
    // Nobody speaks, so that what is written first is about who proposed it.
    await world.db.updateTable('talk').set({ state: 'accepted' }).where('state', '=', 'scheduled').where('id', '<>', talk.id).execute()
    await world.db.deleteFrom('talkSpeaker').where('talkId', '=', talk.id).execute()
    const write: World['context']['write'] = async (does) => {
      await set({ state: 'accepted', meetingId: null })
      return world.context.write(does)
    }
    await tellSlots({}, { ...world.context, write })
    await world.settle()
    expect(await lettersTo(world.susi.email, 'talks.scheduled')).toHaveLength(sent)
    // With its slot it would have been one.
    await set({ state: 'scheduled', meetingId: talk.meetingId })
    await tellSlots({}, world.context)
    await world.settle()
    expect(await lettersTo(world.susi.email, 'talks.scheduled')).toHaveLength(sent + 1)
  })
})
