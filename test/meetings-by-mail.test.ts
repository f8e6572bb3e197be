import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let slug = ''
beforeAll(async () => {
  world = await makeWorld()
  const form = {
    ...{ title: 'Autumn meeting', day: '2026-10-20', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on' },
    hosts: `g${world.group.groupId}`,
  }
  const made = await (await world.as(world.carla)).post('/meetings', form)
  slug = made.headers.get('location')?.split('/').at(-1) ?? ''
  await (await world.as(world.carla)).post(`/meetings/${slug}/agenda`, { title: 'Rollover', minutes: '20' })
  await world.settle()
  await tasks['meetings.agendas']?.({} as never, world.context)
})
afterAll(() => world.end())

const letterTo = async ({ email }: Person, kind: string) => {
  const row = await world.db
    .selectFrom('letter')
    .innerJoin('delivery', 'delivery.letterId', 'letter.id')
    .select(['letter.bytes', 'letter.sealed'])
    .where('letter.kind', '=', kind)
    .where('delivery.email', '=', email)
    .orderBy('letter.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && readMessage(world.open(row))
}

let count = 0
/** A mail to one of our addresses; answers with what became of it. */
async function mailFrom({ email }: Person, to: string, text: string, headers: string[] = []): Promise<string | null> {
  const head = [`From: <${email}>`, `To: <${to}>`, 'Subject: Re: meeting', `Message-ID: <m${++count}@x.example>`, ...headers].join('\r\n')
  const raw = `${head}\r\n\r\n${text}`
  await acceptMail(world.write, { raw: Buffer.from(raw), mailFrom: email, rcptTo: [to], via: 'mail' })
  await world.settle()
  return (await world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).fate
}

const quote = '\r\n\r\nOn 16 Oct 2026, Lectio Working Group wrote:\r\n> 1. Rollover\r\n> Is something missing?\r\n'

describe('an answer to the mailed agenda', () => {
  test('is an item: proposed by a member, put on the agenda by who leads', async () => {
    const agenda = await letterTo(world.maria, 'meetings.agenda')
    expect(agenda?.text).toContain('Total: 20 minutes')
    const to = agenda?.replyTo[0]?.address ?? ''
    expect(await mailFrom(world.maria, to, `Dear all,\r\n\r\nDates of the south\r\nTerms differ.${quote}`)).toBe('an item for the agenda')
    const items = () => world.db.selectFrom('agendaItem').select(['title', 'note', 'state']).orderBy('id').execute()
    expect((await items()).at(-1)).toEqual({ title: 'Dates of the south', note: 'Terms differ.', state: 'proposed' })
    expect((await letterTo(world.maria, 'meetings.item-taken'))?.text).toContain('your proposal “Dates of the south”')
    const own = (await letterTo(world.carla, 'meetings.agenda'))?.replyTo[0]?.address ?? ''
    await mailFrom(world.carla, own, 'Next dates')
    expect((await items()).at(-1)).toMatchObject({ title: 'Next dates', state: 'open' })
    const before = (await items()).length
    expect(await mailFrom(world.otto, to, 'Let me in')).toBe('refused: not from whom it was written to')
    expect(await items()).toHaveLength(before)
  })
})

describe('an answer in words to an invitation', () => {
  test('counts where it says yes or no, and comes from who was invited', async () => {
    const to = (await letterTo(world.maria, 'meetings.invited'))?.from?.address ?? ''
    const own = async () =>
      world.db
        .selectFrom('meetingInvitation')
        .select(['partstat', 'comment'])
        .where('personId', '=', world.maria.personId)
        .executeTakeFirstOrThrow()
    expect(await mailFrom(world.otto, to, 'No')).toBe('refused: not from whom it was written to')
    expect(await mailFrom(world.maria, to, 'Where is it?')).toBe('dropped: neither yes nor no')
    expect(await own()).toMatchObject({ partstat: 'needs-action' })
    expect((await letterTo(world.maria, 'inbound.not-done'))?.text).toContain('no “yes”, “maybe” or “no” in your answer')
    expect(await mailFrom(world.maria, to, `Yes, ten minutes late.${quote}`)).toBe('accepted')
    expect(await own()).toEqual({ partstat: 'accepted', comment: 'Yes, ten minutes late.' })
    // It stands in the marks of whoever reads it.
    const speaks = (locale: string) => world.db.updateTable('person').set({ locale }).where('id', '=', world.carla.personId).execute()
    await speaks('de')
    expect(await (await (await world.as(world.carla)).get(`/meetings/${slug}`)).text()).toContain(': „Yes, ten minutes late.“')
    await speaks('en')
  })

  test('is confirmed in its thread, with how to change it, a few times an hour; a program is not answered', async () => {
    const noted = async () => (await world.postbox()).filter(({ kind }) => kind === 'meetings.noted')
    expect(await noted()).toHaveLength(1)
    const letter = await letterTo(world.maria, 'meetings.noted')
    expect(letter).toMatchObject({ subject: 'Answer saved: Autumn meeting', inReplyTo: `m${count}@x.example` })
    expect(letter?.text).toMatch(/you will attend\.\n\n {2}Autumn meeting\n {2}Tuesday 20 October 2026[\s\S]*\/rsvp\//)
    const to = letter?.from?.address ?? ''
    const reply = ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:x', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
    await mailFrom(world.maria, to, reply, ['Content-Type: text/calendar; method=REPLY'])
    expect(await mailFrom(world.maria, to, 'Yes', ['Auto-Submitted: auto-replied'])).toContain('dropped')
    expect(await noted()).toHaveLength(1)
    expect(await mailFrom(world.maria, to, 'No')).toBe('declined')
    expect((await letterTo(world.maria, 'meetings.noted'))?.text).toContain('you will not attend')
    for (const _ of Array(8)) expect(await mailFrom(world.maria, to, 'Yes')).toBe('accepted')
    expect(await noted()).toHaveLength(6)
  })
})

test('those who lead hear once of decisions to look at again', async () => {
  const carla = await world.as(world.carla)
  await carla.post(`/meetings/${slug}/lines`, { key: crypto.randomUUID(), text: 'We meet on Thursdays.', version: '0' })
  const line = await world.db.selectFrom('minuteLine').select('id').executeTakeFirstOrThrow()
  await carla.post(`/meetings/${slug}/lines/${line.id}/decision`, {
    reviewOn: '2026-11-20',
    votesFor: '5',
    votesAgainst: '1',
    abstained: '0',
  })
  const letters = async () => world.db.selectFrom('letter').select('id').where('kind', '=', 'meetings.decisions-due').execute()
  await tasks['meetings.decisionsDue']?.({} as never, world.context)
  expect(await letters()).toEqual([])
  world.clock.now = new Date('2026-11-14T07:00:00Z')
  for (const _ of [1, 2]) await tasks['meetings.decisionsDue']?.({} as never, world.context)
  expect(await letters()).toHaveLength(1)
  expect((await letterTo(world.carla, 'meetings.decisions-due'))?.text).toContain(
    'D-1: We meet on Thursdays. (review due on 20 November 2026)',
  )
})

test('a program that is not invited, late or wrong gets the sentence of its refusal', async () => {
  const facts = { startsAt: '2026-12-01T10:00:00Z', endsAt: '2026-12-01T11:00:00Z', zone: 'Europe/Lisbon', title: 'By a program' }
  const carla = await world.as(world.carla)
  const none = await carla.ask('POST', '/api/v1/meetings', { ...facts, zone: 'Mars/Base', groupIds: [world.group.groupId] })
  expect(((await none.json()) as { errors: { field: string }[] }).errors).toEqual([expect.objectContaining({ field: 'zone' })])
  const made = await carla.ask('POST', '/api/v1/meetings', { ...facts, groupIds: [world.group.groupId] })
  const { slug: fresh } = (await made.json()) as { slug: string }
  expect((await (await world.as(world.otto)).ask('PUT', `/api/v1/meetings/${fresh}/answer`, { answer: 'accepted' })).status).toBe(404)
  expect((await (await world.as(world.maria)).ask('PUT', `/api/v1/meetings/${fresh}/answer`, { answer: 'declined' })).status).toBe(204)
  const invited = await carla.ask('GET', `/api/v1/meetings/${fresh}/invitations`)
  const { items } = (await invited.json()) as { items: { personId: number; partstat: string }[] }
  expect(items.find(({ personId }) => personId === world.maria.personId)?.partstat).toBe('declined')
  await carla.ask('POST', `/api/v1/meetings/${fresh}/cancel`, { reason: 'No time.' })
  expect((await (await world.as(world.maria)).ask('PUT', `/api/v1/meetings/${fresh}/answer`, { answer: 'accepted' })).status).toBe(409)
})

describe('an answer to minutes for checking', () => {
  test('is a correction, thanked for; who leads answers it before they approve', async () => {
    const carla = await world.as(world.carla)
    await carla.post(`/meetings/${slug}/lines`, { key: crypto.randomUUID(), text: 'Thanks to all.', version: '0' })
    expect((await carla.post(`/meetings/${slug}/minutes/circulate`)).status).toBe(303)
    await world.settle()
    const letter = await letterTo(world.maria, 'meetings.minutes')
    // What belongs to no item stands at the end, as on the page.
    expect(letter?.text).toMatch(/\n\nRollover\n\n[\s\S]*\n\nOther matters\n\n[\s\S]*- Thanks to all\./)
    const to = letter?.replyTo[0]?.address ?? ''
    expect(await mailFrom(world.otto, to, 'It was July')).toBe('refused: not from whom it was written to')
    expect(await mailFrom(world.maria, to, quote)).toBe('dropped: an answer without words')
    expect(await mailFrom(world.maria, to, `No, it was July.${quote}`)).toBe('a correction of the minutes')
    expect((await letterTo(world.maria, 'meetings.correction-taken'))?.text).toContain('We received your correction')
    const page = await (await carla.get(`/meetings/${slug}/minutes`)).text()
    expect(page).toContain('No, it was July.')
    expect(await (await carla.get('/today')).text()).toContain('1 correction to answer: Autumn meeting')
    const { id } = await world.db.selectFrom('minutesCorrection').select('id').executeTakeFirstOrThrow()
    expect((await carla.post(`/meetings/${slug}/corrections/${id}`, { to: 'taken', answer: 'Thank you.' })).status).toBe(303)
    await world.settle()
    const answered = await letterTo(world.maria, 'meetings.correction-settled')
    expect([answered?.subject, answered?.text]).toEqual([
      'Correction accepted: Autumn meeting',
      expect.stringMatching(/> No, it was July\.\n\nAnswer: Thank you\./),
    ])
  })

  test('that comes too late is nowhere, and whoever wrote it is told so', async () => {
    const to = (await letterTo(world.maria, 'meetings.minutes'))?.replyTo[0]?.address ?? ''
    await world.db.updateTable('meeting').set({ minutes: 'approved' }).where('slug', '=', slug).execute()
    expect(await mailFrom(world.maria, to, 'And not in Lisbon.')).toBe('refused: it cannot be done')
    const told = await world.db
      .selectFrom('letter')
      .innerJoin('delivery', 'delivery.letterId', 'letter.id')
      .select('letter.kind')
      .where('delivery.email', '=', world.maria.email)
      .orderBy('letter.id', 'desc')
      .executeTakeFirstOrThrow()
    expect(told.kind).toBe('inbound.not-done')
    await world.db.updateTable('meeting').set({ minutes: 'circulated' }).where('slug', '=', slug).execute()
  })
})

test('what comes when all is over, or answers an old letter, is told to be for nothing, and to nobody but whose word it is', async () => {
  const told = async (person: Person) => (await letterTo(person, 'inbound.not-done'))?.text ?? ''
  const invited = (await letterTo(world.maria, 'meetings.invited'))?.from?.address ?? ''
  const agenda = (await letterTo(world.maria, 'meetings.agenda'))?.replyTo[0]?.address ?? ''
  await (await world.as(world.carla)).post(`/meetings/${slug}/cancel`, { reason: 'Nobody has time.' })
  await world.settle()
  await world.db.deleteFrom('rateWindow').execute()
  expect(await mailFrom(world.maria, invited, 'Yes')).toBe('dropped: the meeting is over or cancelled')
  expect(await told(world.maria)).toContain('cancelled')
  // Its meeting was weeks ago.
  expect(await mailFrom(world.otto, agenda, 'Dates of the north')).toBe('dropped: the token is unknown or out of date')
  expect(await told(world.otto)).not.toContain('too old')
  expect(await mailFrom(world.maria, agenda, 'Dates of the north')).toBe('refused: the letter is out of date')
  expect(await told(world.maria)).toContain('too old')
})
