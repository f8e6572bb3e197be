import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program } from '../src/actor.ts'
import { moved } from '../src/events/jobs.ts'
import { appoint } from '../src/groups/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  // The site has a name of its own, beside those who host.
  await world.db.insertInto('siteLook').values({ name: 'Everything of ours', changedAt: world.clock.now }).execute()
  // Carla's role is a formal one; Stefan steers the user group.
  await world.db.updateTable('appointment').set({ formal: true }).where('personId', '=', world.carla.personId).execute()
  stefan = await world.addPerson('Stefan')
  await world.write((tx) =>
    appoint(tx, program(world.clock.now), {
      personId: stefan.personId,
      role: 'steering',
      communityId: world.group.communityId,
      fromOn: '2026-01-01',
    }),
  )
})
afterAll(() => world.end())
let stefan: Person

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
const as = (person?: Person) => {
  const name = person?.name ?? ''
  const found = browsers.get(name) ?? world.as(person)
  browsers.set(name, found)
  return found
}
const post = async (person: Person | undefined, path: string, fields: Record<string, string> = {}) => (await as(person)).post(path, fields)
const read = async (person: Person | undefined, path: string) => (await (await as(person)).get(path)).text()
const at = (iso: string) => {
  world.clock.now = new Date(iso)
  browsers.clear()
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
  return rows.map((row) => ({ ...row, message: readMessage(world.open(row)) }))
}

const form = {
  title: 'Annual conference',
  kind: 'conference',
  firstOn: '2027-03-26',
  lastOn: '2027-03-29',
  zone: 'Europe/Lisbon',
  place: 'Porto',
  online: 'on',
  public: 'on',
  expectsFormal: 'on',
}
const event = '/events/annual-conference-2027'

describe('an annual conference of the user group', () => {
  it('is arranged by its steering committee, with days that can be', async () => {
    const hosts = `c${world.group.communityId}`
    const backwards = await post(stefan, '/events', { ...form, hosts, lastOn: '2027-03-25' })
    expect([backwards.status, await backwards.text()]).toEqual([
      422,
      expect.stringContaining('Choose a last day that is not before the first day.'),
    ])
    const nowhere = await post(stefan, '/events', { ...form, hosts, place: '', online: '' })
    expect(await nowhere.text()).toContain('Enter a place, or mark the event as online.')
    // Who leads a group does not arrange for the user group.
    expect((await post(world.carla, '/events', { ...form, hosts })).status).toBe(404)
    const made = await post(stefan, '/events', { ...form, hosts })
    expect([made.status, made.headers.get('location')]).toEqual([303, event])
  })

  it('expects the holders of formal roles, who are told with a file for their calendars', async () => {
    await world.settle()
    const [letter] = await lettersTo(world.carla.email, 'events.expected')
    expect(letter?.subject).toContain('Attendance expected: Annual conference')
    const file = Buffer.from(letter?.message.attachments[0]?.content ?? '').toString()
    expect(file).toContain('DTSTART;VALUE=DATE:20270326')
    expect(file).toContain('DTEND;VALUE=DATE:20270330')
    expect(await lettersTo(stefan.email, 'events.expected')).toHaveLength(1)
    expect(await lettersTo(world.maria.email, 'events.expected')).toEqual([])
    expect(await read(world.carla, '/today')).toContain('Will you attend Annual conference?')
    expect(await read(undefined, `${event}.ics`)).toContain('SUMMARY:Annual conference')
  })

  it('takes answers: a reason from who is expected, days within its own', async () => {
    const silent = await post(world.carla, `${event}/answer`, { answer: 'not_coming' })
    expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('Enter a reason, because people with your role')])
    const outside = await post(world.carla, `${event}/answer`, { answer: 'coming', fromOn: '2027-03-20' })
    expect([outside.status, await outside.text()]).toEqual([
      422,
      expect.stringContaining('Choose a day from 26 March 2027 to 29 March 2027'),
    ])
    expect((await post(world.carla, `${event}/answer`, { answer: 'coming', fromOn: '2027-03-27' })).status).toBe(303)
    expect((await post(world.susi, `${event}/answer`, { answer: 'online' })).status).toBe(303)
    expect((await post(world.otto, `${event}/answer`, { answer: 'coming' })).status).toBe(404)
    const people = await read(world.maria, `${event}/people`)
    expect(people).toContain('Attending: 2 · Expected: 2')
    expect(people).toMatch(/Attending, 27\s–\s29 March 2027/u)
    expect(await read(world.carla, event)).toMatch(/Your answer: Attending, 27\s–\s29 March 2027/u)
    expect((await (await as(world.susi)).get(`${event}/people`)).status).toBe(404)
  })

  const session = { title: 'What the group did', day: '2027-03-27', from: '10:00', to: '10:45', room: 'Aula', presented: 'on' }

  it.each([
    [{ day: '2027-03-30' }, 'Choose a day from 26 March 2027 to 29 March 2027'],
    [{ from: '11:00' }, 'Choose an end after the start.'],
    [{ day: '2027-03-28', from: '01:30', to: '03:00' }, 'The clocks go forward in Lisbon on 28 March 2027, so 01:30 does not exist.'],
    [{ link: 'http://video.example/1' }, 'Enter a link that begins with https://.'],
  ])('refuses a session with %j', async (fields, sentence) => {
    const answer = await post(stefan, `${event}/sessions`, { ...session, ...fields })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await read(undefined, event)).not.toContain('What the group did')
  })

  it('shows who spoke and what the group presented', async () => {
    const made = await post(stefan, `${event}/sessions`, session)
    const path = made.headers.get('location') ?? ''
    expect((await post(stefan, `${path}/speakers`, { email: world.carla.email, role: 'speaker' })).status).toBe(303)
    const twice = await post(stefan, `${path}/speakers`, { email: world.carla.email, role: 'chair' })
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('This person is already a speaker.')])
    expect((await post(stefan, `${path}/speakers`, { name: 'Gerda', from: 'Kelp College', role: 'chair' })).status).toBe(303)
    const page = await read(undefined, event)
    expect(page).toContain('Presented by the group')
    expect(page).toMatch(/Carla/)
    expect(page).toContain('Gerda (Kelp College), Chair')
    const shorter = await post(stefan, event, { ...form, firstOn: '2027-03-28' })
    expect([shorter.status, await shorter.text()]).toEqual([422, expect.stringContaining('is outside these dates')])
  })

  it('notes what happened, with reasons, once it has begun; organisers take it along', async () => {
    expect((await post(stefan, `${event}/people`, {})).status).toBe(409)
    at('2027-03-30T09:00:00Z')
    expect(await read(stefan, '/today')).toContain('Record attendance: Annual conference')
    // As they had answered, where that is how it was; and back.
    const { id } = await world.db
      .selectFrom('event')
      .select('id')
      .where('slug', '=', event.slice('/events/'.length))
      .executeTakeFirstOrThrow()
    expect((await post(stefan, '/today/decide', { key: `presence:${id}`, choice: 'yes' })).status).toBe(303)
    await post(stefan, '/today/undo', { batch: /name="batch" value="(\d+)"/.exec(await read(stefan, '/today'))?.[1] ?? '' })
    const fields = {
      [`p${world.carla.personId}`]: 'in_person',
      [`p${stefan.personId}`]: 'apologies',
      [`r${stefan.personId}`]: 'A strike of the railways',
      [`p${world.susi.personId}`]: 'online',
    }
    expect((await post(stefan, `${event}/people`, fields)).status).toBe(303)
    expect(await read(world.maria, `${event}/people`)).toContain('Present: 2 · Expected people present in person: 1 of 2')
    // Who is not named stays as they were noted.
    const late = { [`p${stefan.personId}`]: 'apologies', [`r${stefan.personId}`]: 'A strike of the railways' }
    expect((await post(stefan, `${event}/people`, late)).status).toBe(303)
    expect(await read(world.maria, `${event}/people`)).toContain('Present: 2 · Expected people present in person: 1 of 2')
    const csv = await read(stefan, `${event}/people.csv`)
    expect(csv).toContain('A strike of the railways')
    expect(csv).toContain('Absent')
    expect(csv).not.toContain('not coming')
    expect(csv).toContain('Carla')
    expect(await read(stefan, '/today')).not.toContain('Record attendance: Annual conference')
    at('2026-10-16T09:00:00Z')
  })

  it('tells whoever was to come of new days, and that it is off', async () => {
    expect((await post(stefan, event, { ...form, lastOn: '2027-03-30' })).status).toBe(303)
    // What is changed right after it takes nothing of that away.
    expect((await post(stefan, event, { ...form, lastOn: '2027-03-30', place: 'Porto, at the river' })).status).toBe(303)
    await world.settle()
    expect(await lettersTo(world.carla.email, 'events.moved')).toHaveLength(1)
    // Who was invited since knows the new days, also when the job is done again.
    const { now } = world.clock
    const { eventId } = await world.db
      .updateTable('eventParticipation')
      .set({ invitedAt: new Date(now.getTime() + 1_000) })
      .where('personId', '=', world.carla.personId)
      .returning('eventId')
      .executeTakeFirstOrThrow()
    await moved({ eventId, at: now.toISOString() }, world.context)
    expect(await lettersTo(world.carla.email, 'events.moved')).toHaveLength(1)
    expect((await post(stefan, `${event}/cancel`, { reason: '' })).status).toBe(422)
    expect((await post(stefan, `${event}/cancel`, { reason: 'The house burnt down.' })).status).toBe(303)
    await world.settle()
    const [off] = await lettersTo(world.susi.email, 'events.cancelled')
    expect(off?.message.text).toContain('The house burnt down.')
    expect(await read(undefined, event)).toContain('This event is cancelled.')
    expect((await post(world.carla, `${event}/answer`, { answer: 'coming' })).status).toBe(409)
  })
})

describe('a call for the strand', () => {
  const conference = '/events/vendor-days-2027'
  const proposal = { title: 'Rollover in a weekend', text: 'How we did it.', minutes: '30' }
  let path = ''

  it('is open on its days, for whoever is on the list', async () => {
    await post(world.carla, '/events', { ...form, title: 'Vendor days', kind: 'vendor_meeting', hosts: `g${world.group.groupId}` })
    expect((await (await as(world.susi)).get(`${conference}/propose`)).status).toBe(409)
    const unseen = await post(world.carla, `${conference}/call`, { callText: 'Short.' })
    expect([unseen.status, await unseen.text()]).toEqual([422, expect.stringContaining('Enter both dates of the call.')])
    const late = await post(world.carla, `${conference}/call`, { callOpensOn: '2026-10-01', callClosesOn: '2027-04-01' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('The event begins on 26 March 2027.')])
    expect(
      (await post(world.carla, `${conference}/call`, { callText: 'Short.', callOpensOn: '2026-10-01', callClosesOn: '2026-11-01' })).status,
    ).toBe(303)
    const page = await read(undefined, conference)
    expect(page).toContain('Proposals until 1 November 2026')
    // A programme that is empty is worth saying to whoever fills it.
    expect(page).not.toContain('Programme')
    expect(await read(world.carla, conference)).toContain('No programme yet')
    // When and where stand below the title, and there alone.
    expect(page.slice(page.indexOf('<main')).match(/Porto/g)).toHaveLength(1)
    const made = await post(world.susi, `${conference}/proposals`, proposal)
    path = made.headers.get('location') ?? ''
    expect(made.status).toBe(303)
    expect((await post(world.otto, `${conference}/proposals`, proposal)).status).toBe(404)
    expect((await (await as(world.bruno)).get(path)).status).toBe(404)
  })

  it('is reviewed by the group, not by the proposer, and decided once it is closed', async () => {
    expect((await post(world.maria, `${path}/review`, { score: '5', comment: 'Everybody asks for it.' })).status).toBe(303)
    expect((await post(world.maria, `${path}/review`, { score: '4', comment: 'Everybody asks for it.' })).status).toBe(303)
    expect((await post(world.carla, `${path}/review`, { score: '3' })).status).toBe(303)
    const unsaid = await post(world.carla, `${path}/review`, { comment: 'Good.' })
    expect([unsaid.status, await unsaid.text()]).toEqual([422, expect.stringContaining('Choose one of the options.')])
    expect((await post(world.susi, `${path}/review`, { score: '5' })).status).toBe(404)
    expect(await read(world.carla, path)).toContain('3.5 of 5')
    expect(await read(world.susi, path)).not.toContain('Everybody asks for it.')
    const early = await post(world.carla, `${path}/decide`, { to: 'accepted' })
    expect([early.status, await early.text()]).toEqual([409, expect.stringContaining('open until 1 November 2026')])
    at('2026-11-02T09:00:00Z')
    expect((await post(world.susi, `${conference}/proposals`, proposal)).status).toBe(409)
    expect(await read(world.modesto, '/today')).toContain('1 proposal needs your score: Vendor days')
    expect((await post(world.carla, `${path}/decide`, { to: 'accepted', reason: 'On the first day.' })).status).toBe(303)
  })

  it('is told to all at once, and then stands', async () => {
    expect(await read(world.susi, path)).not.toContain('On the first day.')
    expect(await lettersTo(world.susi.email, 'events.accepted')).toEqual([])
    expect((await post(world.carla, `${conference}/proposals/tell`)).status).toBe(303)
    await world.settle()
    const [letter] = await lettersTo(world.susi.email, 'events.accepted')
    expect(letter?.message.text).toContain('On the first day.')
    expect(await read(world.susi, path)).toContain('On the first day.')
    expect((await post(world.carla, `${conference}/proposals/tell`)).status).toBe(409)
    expect((await post(world.carla, `${path}/decide`, { to: 'declined' })).status).toBe(409)
  })

  it('has its accepted proposals in the programme: a session with its author, who is told', async () => {
    const id = path.split('/').at(-1) ?? ''
    const place = { title: 'Rollover in a weekend', day: '2027-03-26', from: '10:00', to: '10:30', room: 'Hall B', proposal: id }
    expect(await read(world.carla, path)).toContain('Add to programme')
    expect(await read(world.carla, '/today')).toContain('1 accepted proposal without a time: Vendor days')
    const blank = await read(world.carla, `${conference}/sessions/new?proposal=${id}`)
    for (const words of ['Proposed by Susi', 'value="Rollover in a weekend"', 'How we did it.']) expect(blank).toContain(words)
    expect((await post(world.susi, `${conference}/sessions`, place)).status).toBe(404)

    // Outside the days of the event it stands nowhere, and the form knows its proposal still.
    const outside = await post(world.carla, `${conference}/sessions`, { ...place, day: '2027-04-26' })
    const text = await outside.text()
    expect([outside.status, text]).toEqual([422, expect.stringContaining('Choose a day from')])
    expect(text.match(/name="proposal"/g)).toHaveLength(1)
    expect(text).toContain(`name="proposal" value="${id}"`)
    expect(await read(undefined, conference)).not.toContain('Hall B')

    const made = await post(world.carla, `${conference}/sessions`, place)
    expect(made.status).toBe(303)
    await world.settle()
    const [letter] = await lettersTo(world.susi.email, 'events.placed')
    expect(letter?.message.text).toContain('Hall B')
    expect(letter?.subject).toContain('26 March 2027')
    expect(await read(undefined, conference)).toMatch(/Rollover in a weekend[\s\S]*Susi/)
    // Once nothing can be proposed, what is held comes first.
    expect(await read(undefined, conference)).toMatch(/Programme[\s\S]*Call for proposals/)
    expect(await read(world.carla, '/today')).not.toContain('accepted proposal without a time')
    expect(await read(world.susi, path)).toContain('In the programme')
    const again = await post(world.carla, `${conference}/sessions`, place)
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('already in the programme')])

    // A new hour is told; a new room alone is not.
    const session = made.headers.get('location') ?? ''
    expect((await post(world.carla, session, { ...place, from: '11:00', to: '11:30' })).status).toBe(303)
    expect((await post(world.carla, session, { ...place, from: '11:00', to: '11:30', room: 'Hall C' })).status).toBe(303)
    await world.settle()
    const letters = await lettersTo(world.susi.email, 'events.placed')
    expect(letters).toHaveLength(2)
    expect(letters[1]?.message.text).toContain('11:00')
    expect(letters[1]?.subject).toContain('New time of your session')
  })

  it('is called by its author what it is now, in the programme too', async () => {
    expect(await read(world.susi, path)).toContain('Edit proposal')
    expect((await post(world.susi, path, { ...proposal, title: 'Rollover in two days' })).status).toBe(303)
    expect(await read(undefined, conference)).toContain('Rollover in two days')
    expect((await post(world.susi, path, proposal)).status).toBe(303)
  })

  it('takes slides from who speaks, and from nobody else', async () => {
    const session = `${conference}${/\/sessions\/\d+/.exec(await read(world.carla, path))?.[0]}`
    expect(await read(world.susi, conference)).toContain(`href="${session}">Add slides</a>`)
    const page = await read(world.susi, session)
    expect([page.includes('Add file'), page.includes('Remove from programme')]).toEqual([true, false])
    const send = async (person: Person) => {
      const body = new FormData()
      body.append('file', new File(['A slide'], 'slides.txt', { type: 'text/plain' }))
      const cookie = [...(await as(person)).cookies].map(([key, value]) => `${key}=${value}`).join('; ')
      const headers = { origin: 'http://rapport.test', cookie }
      return world.app.request(`http://rapport.test${session}/files`, { method: 'POST', body, headers })
    }
    expect([(await send(world.bruno)).status, (await send(world.susi)).status]).toEqual([404, 303])
    expect(await read(undefined, conference)).toContain('slides.txt')
    const [, file] = /\/files\/(\d+)\/remove/.exec(await read(world.susi, session)) ?? []
    expect((await post(world.bruno, `${session}/files/${file}/remove`)).status).toBe(404)
    expect((await post(world.susi, session, { title: 'Mine', day: '2027-03-26', from: '11:00', to: '11:30' })).status).toBe(404)
    expect((await post(world.susi, `${session}/files/${file}/remove`)).status).toBe(303)
  })

  it('tells who loses their place, and who gets one later', async () => {
    const session = /\/sessions\/\d+/.exec(await read(world.carla, path))?.[0] ?? ''
    expect((await post(world.carla, `${conference}${session}/remove`)).status).toBe(303)
    await world.settle()
    const [removed] = await lettersTo(world.susi.email, 'events.removed')
    expect(removed?.message.text).toContain('no longer in the programme of Vendor days')
    expect(await read(world.susi, path)).toContain('Waiting list')
    expect(await read(world.carla, '/today')).not.toContain('accepted proposal without a time')
    const same = await post(world.carla, `${path}/decide`, { to: 'waiting' })
    expect(same.status).toBe(409)
    expect((await post(world.carla, `${path}/decide`, { to: 'accepted' })).status).toBe(303)
    await world.settle()
    expect(await lettersTo(world.susi.email, 'events.accepted')).toHaveLength(2)
    const id = path.split('/').at(-1) ?? ''
    const place = { title: 'Rollover in a weekend', day: '2027-03-27', from: '10:00', to: '10:30', room: 'Hall C', proposal: id }
    expect((await post(world.carla, `${conference}/sessions`, place)).status).toBe(303)
  })

  it('tells who speaks of new days, though they have answered nothing', async () => {
    await world.settle()
    expect(
      (await post(world.carla, conference, { ...form, title: 'Vendor days', kind: 'vendor_meeting', lastOn: '2027-03-28' })).status,
    ).toBe(303)
    await world.settle()
    expect((await lettersTo(world.susi.email, 'events.moved')).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/Vendor days, 26\s?–\s?28 March 2027/u),
    )
  })

  it('loses the session of who withdraws, and those who arrange hear of the gap', async () => {
    // Until the event: afterwards it is neither done nor offered.
    const { now } = world.clock
    const offer = 'Withdraw proposal'
    expect(await read(world.susi, path)).toContain(offer)
    world.clock.now = new Date('2027-04-20T09:00:00Z')
    expect(await read(world.susi, path)).not.toContain(offer)
    expect((await post(world.susi, `${path}/withdraw`)).status).toBe(409)
    expect((await (await as(world.carla)).get(`${conference}/cancel`)).status).toBe(409)
    world.clock.now = now
    expect((await (await as(world.carla)).get(`${conference}/cancel`)).status).toBe(200)
    expect((await post(world.susi, `${path}/withdraw`)).status).toBe(303)
    await world.settle()
    expect(await read(undefined, conference)).not.toContain('Hall C')
    const [gap] = await lettersTo(world.carla.email, 'events.gap')
    expect(gap?.message.text).toContain('Susi has withdrawn “Rollover in a weekend”')
    const id = path.split('/').at(-1) ?? ''
    const late = await post(world.carla, `${conference}/sessions`, {
      title: 'X',
      day: '2027-03-26',
      from: '10:00',
      to: '10:30',
      proposal: id,
    })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('This proposal is withdrawn.')])
  })
})

it('writes as those who host it, whatever it writes about', async () => {
  const letters = (await world.postbox()).filter(({ kind }) => kind?.startsWith('events.'))
  const senders = letters.map(({ kind, bytes }) => [kind, readMessage(bytes ?? Buffer.alloc(0)).from?.name ?? ''] as const)
  for (const kind of ['accepted', 'expected', 'gap', 'moved', 'placed', 'removed'])
    expect(senders.map(([sent]) => sent)).toContain(`events.${kind}`)
  // One that a working group hosts, and those of the user group.
  for (const [kind, name] of senders)
    expect([kind, name]).toEqual([kind, expect.stringMatching(/^(Library Systems Users|Lectio Working Group)$/)])
})
