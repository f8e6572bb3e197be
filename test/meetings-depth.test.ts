import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { readCalendar } from '../src/lib/mail/calendar.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { readTable } from '../src/lib/sheet/read.ts'
import { carriedOut } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let group = 0
beforeAll(async () => {
  world = await makeWorld()
  group = world.group.groupId
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string> = {}) => (await world.as(person)).post(path, form)
const read = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()
const ask = async (person: Person | undefined, method: string, path: string, body?: object) =>
  (await world.as(person)).ask(method, `/api/v1${path}`, body)
const day = { day: '2026-12-10', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', place: 'https://meet.example/room', public: 'on' }
async function arrange(title: string, form: Record<string, string> = {}): Promise<string> {
  const made = await post(world.carla, '/meetings', { ...day, title, hosts: `g${group}`, ...form })
  expect(made.status).toBe(303)
  await world.settle()
  return made.headers.get('location') ?? ''
}
const write = (path: string, text: string, form: Record<string, string> = {}) =>
  post(world.carla, `${path}/lines`, { key: crypto.randomUUID(), text, version: '0', ...form })
/** What is done while the meeting of the tenth of December takes place. */
async function during<T>(deed: () => Promise<T>, at = '2026-12-10T10:30:00Z'): Promise<T> {
  const { now } = world.clock
  world.clock.now = new Date(at)
  const done = await deed()
  world.clock.now = now
  return done
}
/** Approves the minutes at once. */
const approve = (path: string) =>
  during(async () => {
    expect((await post(world.carla, `${path}/minutes/approve`)).status).toBe(303)
    expect(await carriedOut(world, world.carla)).toBe(303)
  })
const found = async (person: Person | undefined, q: string) => {
  const { items } = (await (await ask(person, 'GET', `/search?${new URLSearchParams({ q })}`)).json()) as {
    items: { kind: string; path: string }[]
  }
  return items.map(({ kind, path }) => `${kind} ${path}`).toSorted()
}

test('the list of meetings says what its reader has answered, and Today where it is once it is near', async () => {
  const path = await arrange('Answered in the list')
  const row = async (person: Person | undefined) =>
    new RegExp(`href="${path}".*?</li>`, 's').exec(await read(person, '/meetings'))?.[0]?.replaceAll(/<[^>]+>/g, ' ') ?? ''
  expect(await row(world.maria)).toContain('Will you attend?')
  await post(world.maria, `${path}/answer`, { answer: 'accepted' })
  expect(await row(world.maria)).toContain('Your answer: I will attend')
  expect(await row(world.carla)).toContain('Will you attend?')
  // Who is not invited is asked nothing and hears nobody's answer.
  for (const stranger of [world.susi, undefined]) expect(await row(stranger)).not.toMatch(/attend/)
  expect(await read(world.maria, '/today')).not.toContain('https://meet.example/room')
  const near = await during(() => read(world.maria, '/today'), '2026-12-09T12:00:00Z')
  expect(near).toContain('<a href="https://meet.example/room">')
  // Once it is over nobody is led to an empty room.
  expect(await read(world.maria, path)).toContain('<a href="https://meet.example/room">')
  expect(await during(() => read(world.maria, path), '2026-12-10T11:00:01Z')).not.toContain('meet.example')
  await post(world.carla, `${path}/cancel`, { reason: 'No.' })
})

describe('in search', () => {
  test('a planned meeting is found by its name, day and agenda, by whoever may know of it', async () => {
    const open = await arrange('Zephyr colloquium')
    await post(world.carla, `${open}/agenda`, { title: 'Marzipan budget' })
    await post(world.carla, `${open}/agenda`, { title: 'Quarrelsome neighbours', internal: 'on' })
    expect(await found(undefined, 'zephyr')).toEqual([`meeting ${open}`])
    expect(await found(undefined, 'marzipan')).toEqual([`meeting ${open}`])
    expect(await found(undefined, 'quarrelsome')).toEqual([])
    await post(world.carla, `${open}/cancel`, { reason: 'No.' })
    expect(await found(undefined, 'zephyr')).toEqual([])
  })

  test('a meeting that the group keeps to itself is found by the group alone', async () => {
    const { public: _, ...inside } = day
    const made = await post(world.carla, '/meetings', { ...inside, title: 'Xylophone evening', hosts: `g${group}` })
    const path = made.headers.get('location') ?? ''
    expect(await found(world.maria, 'xylophone')).toEqual([`meeting ${path}`])
    for (const person of [undefined, world.otto, world.susi]) expect(await found(person, 'xylophone')).toEqual([])
  })

  test('minutes are found by everybody, what stays inside by the group alone', async () => {
    const path = await arrange('Spring review')
    await write(path, 'The barometer was replaced.')
    await write(path, 'The hygrometer was lost by a colleague.', { internal: 'on' })
    await post(world.carla, `${path}/minutes/circulate`)
    await approve(path)
    await world.settle()
    expect(await found(undefined, 'barometer')).toEqual([`minutes ${path}`])
    expect(await found(world.maria, 'barometer')).toEqual([`minutes ${path}`])
    expect(await found(world.maria, 'hygrometer')).toEqual([`minutes-inside ${path}`])
    expect(await found(world.maria, 'hygrometer is:minutes')).toEqual([`minutes-inside ${path}`])
    // By what they are and their day, in any language.
    for (const q of ['minutes spring 10 december 2026', 'Protokoll spring review Dezember'])
      expect(await found(world.maria, q), q).toEqual([`minutes ${path}`])
    for (const person of [undefined, world.otto, world.susi]) expect(await found(person, 'hygrometer')).toEqual([])
    expect(await read(undefined, path)).toContain('barometer')
    expect(await read(undefined, path)).not.toContain('hygrometer')
  })
})

describe('on the page of the minutes', () => {
  let path = ''
  beforeAll(async () => {
    path = await arrange('Boxed', { quorumPercent: '60' })
  })

  test('who is there is ticked beside the lines, and the quorum is counted at once', async () => {
    expect(await read(world.carla, `${path}/minutes`)).toContain('Quorum: 2 of 2')
    const tick = async (fields: Record<string, string>) =>
      (await world.as(world.carla)).post(`${path}/attendance`, fields, { accept: 'application/json' })
    expect(await (await tick({ [`p${world.maria.personId}`]: 'present' })).json()).toEqual({
      said: '1 of 2 present · Quorum of 2 not reached',
    })
    // The other one is untouched by what was not on this form.
    expect(await (await tick({ [`p${world.carla.personId}`]: 'late' })).json()).toEqual({
      said: '2 of 2 present · Quorum of 2 reached',
    })
    const back = await post(world.carla, `${path}/attendance`, { from: 'minutes', [`p${world.maria.personId}`]: 'apologies' })
    expect(back.headers.get('location')).toBe(`${path}/minutes`)
    expect(await read(world.carla, path)).toContain('Quorum of 2 not reached')
    expect(await read(world.maria, `${path}/minutes`)).not.toContain('Save attendance')
  })

  test('time boxes are added up and held against the meeting', async () => {
    await post(world.carla, `${path}/agenda`, { title: 'First', minutes: '40' })
    expect(await read(world.carla, `${path}/minutes`)).toContain('40 of 60 minutes planned')
    await post(world.carla, `${path}/agenda`, { title: 'Second', minutes: '30' })
    expect(await read(world.carla, `${path}/minutes`)).toContain('70 minutes planned, but the meeting lasts 60')
    const refused = await post(world.carla, `${path}/agenda`, { title: 'Third', minutes: 'long' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Third"')
  })

  test('they tell who was there: the group by name, the public by number', async () => {
    await write(path, 'Said.')
    await post(world.carla, `${path}/minutes/circulate`)
    await approve(path)
    const inside = await read(world.maria, path)
    for (const words of ['Absent with notice:', 'Came late:', 'Maria']) expect(inside).toContain(words)
    const outside = await read(undefined, path)
    expect(outside).toContain('1 of 2 present. Quorum of 2 not reached.')
    expect(outside).not.toContain('Maria')
  })

  test('nobody approves them before the meeting has begun, also where it was moved to a later day', async () => {
    const path = await arrange('To come')
    await write(path, 'Written ahead.')
    await post(world.carla, `${path}/minutes/circulate`)
    const row = () =>
      world.db
        .selectFrom('meeting')
        .select(['minutes', 'state'])
        .where('slug', '=', path.split('/').at(-1) ?? '')
        .executeTakeFirstOrThrow()
    expect(await row()).toEqual({ minutes: 'circulated', state: 'planned' })
    expect(await read(world.carla, `${path}/minutes`)).not.toContain('Approve and publish')
    const refused = await post(world.carla, `${path}/minutes/approve`)
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('The meeting has not started yet.')])
    expect((await ask(world.carla, 'POST', `${path}/minutes/state`, { state: 'approved' })).status).toBe(409)
    expect((await post(world.carla, path, { ...day, title: 'To come', day: '2026-12-12' })).status).toBe(303)
    await during(async () => {
      expect(await read(world.carla, `${path}/minutes`)).not.toContain('Approve and publish')
      expect((await post(world.carla, `${path}/minutes/approve`)).status).toBe(409)
    })
    await during(async () => {
      expect(await read(world.carla, `${path}/minutes`)).toContain('Approve and publish')
      expect((await post(world.carla, `${path}/minutes/approve`)).status).toBe(303)
      expect(await carriedOut(world, world.carla)).toBe(303)
    }, '2026-12-12T10:00:00Z')
    expect(await row()).toEqual({ minutes: 'approved', state: 'held' })
  })

  test('approved, they stand on the page of the meeting, which leads to their approval and to nothing first', async () => {
    const path = await arrange('Read at once')
    expect(await read(world.carla, path)).toMatch(/<a class="button[^"]*" href="[^"]*\/minutes"/)
    await write(path, 'Said once.')
    await post(world.carla, `${path}/minutes/circulate`)
    await approve(path)
    const page = await read(world.carla, path)
    expect(page).toContain(`<a href="${path}/minutes">Approval</a>`)
    expect(page).not.toMatch(/<a class="button[^"]*" href="[^"]*\/minutes"/)
  })

  test('that is saved as it was sends nobody anything and says so', async () => {
    const path = await arrange('As it was')
    const carla = await world.as(world.carla)
    const saved = async (place: string) => {
      expect((await carla.post(path, { ...day, title: 'As it was', place })).status).toBe(303)
      return /Nothing changed\.|Meeting saved\./.exec(await (await carla.get(path)).text())?.[0]
    }
    expect([await saved(day.place), await saved('https://meet.example/other')]).toEqual(['Nothing changed.', 'Meeting saved.'])
  })

  test('the next meeting approves them, by the item that stands on its agenda', async () => {
    const first = await arrange('Earlier', { day: '2026-12-15' })
    await write(first, 'Said earlier.')
    await post(world.carla, `${first}/minutes/circulate`)
    const next = await arrange('Later', { day: '2026-12-17' })
    await post(world.carla, `${next}/agenda/fill`)
    expect(await read(world.carla, `${next}/minutes`)).not.toContain('Approve these minutes')
    expect(await during(() => read(world.carla, `${next}/minutes`), '2026-12-17T10:00:00Z')).toContain('Approve these minutes')
    const item = await world.db.selectFrom('agendaItem').select('id').where('source', 'like', 'minutes:%').executeTakeFirstOrThrow()
    const at = `${next}/agenda/${item.id}/state`
    expect((await post(world.maria, at, { to: 'approved' })).status).toBe(404)
    expect((await post(world.carla, at, { to: 'approved' })).status).toBe(409)
    await during(async () => {
      expect((await post(world.carla, at, { to: 'approved' })).status).toBe(303)
      expect((await post(world.carla, at, { to: 'approved' })).status).toBe(409)
    }, '2026-12-17T10:30:00Z')
    expect(await read(world.carla, `${first}/minutes`)).toContain('at the next meeting')
    expect(await read(undefined, first)).toContain('Said earlier.')
  })
})

describe('approved minutes go to the list', () => {
  const listId = async (name = 'lectio-l') =>
    (await world.db.selectFrom('list').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  const posts = async () =>
    (await world.postbox()).filter(({ post: subject }) => subject?.startsWith('Minutes approved: ')).map(({ post: it }) => it)
  const join = async (person: Person) => {
    const { id } = await world.db.selectFrom('address').select('id').where('personId', '=', person.personId).executeTakeFirstOrThrow()
    await world.db
      .insertInto('subscription')
      .values({ listId: await listId(), personId: person.personId, addressId: id, since: world.clock.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  test('of the series, once, without what stays inside', async () => {
    await join(world.carla)
    const path = await arrange('Mailed', { minutesListId: String(await listId()) })
    await write(path, 'For all to read.')
    await write(path, 'For us alone.', { internal: 'on' })
    await post(world.carla, `${path}/minutes/circulate`)
    await approve(path)
    await world.settle()
    await tasks['meetings.minutesToList']?.({ meetingId: 0 } as never, world.context)
    await world.settle()
    expect(new Set(await posts())).toEqual(new Set(['Minutes approved: Mailed, 10 December 2026']))
    const row = await world.db.selectFrom('message').select('text').where('subject', 'like', 'Minutes approved: Mailed%').execute()
    expect(row).toHaveLength(1)
    expect(row[0]?.text).toContain('For all to read.')
    expect(row[0]?.text).not.toContain('For us alone.')
    expect(await read(world.carla, `${path}/minutes`)).toContain('Sent to the list')
  })

  test('is refused for a list that is not theirs, and said where it cannot be', async () => {
    const other = await world.db.selectFrom('list').select('id').where('groupId', '<>', group).executeTakeFirstOrThrow()
    const refused = await post(world.carla, '/meetings', { ...day, title: 'x', hosts: `g${group}`, minutesListId: String(other.id) })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Choose a list of the groups that meet.')])
    const { public: _, ...inside } = day
    const made = await post(world.carla, '/meetings', {
      ...inside,
      title: 'Between us',
      hosts: `g${group}`,
      minutesListId: String(await listId()),
    })
    const path = made.headers.get('location') ?? ''
    await write(path, 'Secret.')
    await post(world.carla, `${path}/minutes/circulate`)
    await approve(path)
    await world.settle()
    expect(await read(world.carla, `${path}/minutes`)).toContain('reaches people outside the group, and this meeting is not public.')
    expect(new Set(await posts()).size).toBe(1)
  })

  test('and who has them from there gets no letter besides, but who gets a digest does', async () => {
    await join(world.carla)
    await join(world.maria)
    const lettersOf = async (title: string) =>
      (await world.postbox())
        .filter(({ kind, subject }) => kind === 'meetings.published' && subject?.includes(title))
        .map(({ email }) => email)
    const approved = async (title: string, facts: Record<string, string> = {}) => {
      const path = await arrange(title, facts)
      await write(path, 'For all.')
      await post(world.carla, `${path}/minutes/circulate`)
      await approve(path)
      await world.settle()
      return lettersOf(title)
    }
    const all = await approved('To nobody else')
    expect(all).toEqual(expect.arrayContaining([world.carla.email, world.maria.email]))
    const minutesListId = String(await listId())
    const subscription = world.db.updateTable('subscription').where('personId', '=', world.maria.personId)
    await subscription.set({ receiving: 'mime_digest' }).execute()
    expect(await approved('To the list', { minutesListId })).toEqual(all.filter((email) => email !== world.carla.email))
    await subscription.set({ receiving: 'each' }).execute()
    expect(await approved('To each on the list', { minutesListId })).not.toContain(world.maria.email)
    // The list passes over who muted what it is about.
    const { id: subscriptionId } = await world.db
      .selectFrom('subscription')
      .select('id')
      .where('personId', '=', world.maria.personId)
      .executeTakeFirstOrThrow()
    await world.db.insertInto('subscriptionTopic').values({ subscriptionId, topic: 'rollover', choice: 'mute' }).execute()
    expect(await approved('On #rollover', { minutesListId })).toContain(world.maria.email)
    await world.db.deleteFrom('subscriptionTopic').where('subscriptionId', '=', subscriptionId).execute()
  })

  test('by hand, where nobody had said so before', async () => {
    const path = await arrange('By hand')
    await write(path, 'Later mailed.')
    await post(world.carla, `${path}/minutes/circulate`)
    expect((await post(world.carla, `${path}/minutes/mail`, { minutesListId: String(await listId()) })).status).toBe(409)
    await approve(path)
    await world.settle()
    expect((await post(world.carla, `${path}/minutes/mail`, { minutesListId: String(await listId()) })).status).toBe(303)
    // The job writes the mail, and then the mail is sorted.
    for (const _ of [1, 2]) await world.settle()
    expect(new Set(await posts())).toContain('Minutes approved: By hand, 10 December 2026')
    expect((await post(world.carla, `${path}/minutes/mail`, { minutesListId: String(await listId()) })).status).toBe(409)
  })
})

const series = {
  ...{ title: 'Endless', everyN: 1, everyUnit: 'week', weekday: 2, firstOn: '2026-10-20', startsAt: '10:00', minutes: 45 },
  zone: 'Europe/Lisbon',
}

describe('for programs', () => {
  const meetingsOf = (title: string) =>
    world.db
      .selectFrom('meeting')
      .select(['startsAt', 'state', 'sequence', 'place'])
      .where('title', '=', title)
      .orderBy('startsAt')
      .execute()

  test('a series without end has six meetings ahead, and goes on having them', async () => {
    const made = await ask(world.carla, 'POST', '/series', { ...series, groupIds: [group] })
    expect([made.status, await made.json()]).toEqual([201, { slug: 'endless' }])
    expect(await meetingsOf('Endless')).toHaveLength(6)
    const now = world.clock.now
    world.clock.now = new Date('2026-11-05T09:00:00Z')
    for (const _ of [1, 2]) await tasks['meetings.keepUp']?.({} as never, world.context)
    const later = await meetingsOf('Endless')
    expect(later.filter(({ startsAt }) => startsAt > world.clock.now)).toHaveLength(6)
    expect(later).toHaveLength(9)
    // Ten in the morning in Lisbon on both sides of the clock change.
    expect(later.slice(0, 2).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-10-20T09:00:00.000Z',
      '2026-10-27T10:00:00.000Z',
    ])
    world.clock.now = now
  })

  test('it is changed as a whole, and ended', async () => {
    expect((await ask(world.maria, 'PATCH', '/series/endless', { place: 'Room 2' })).status).toBe(404)
    const odd = await ask(world.carla, 'PATCH', '/series/endless', { lastOn: '2020-01-01' })
    expect([odd.status, ((await odd.json()) as { errors: { field: string }[] }).errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'lastOn' })],
    ])
    await world.settle()
    expect((await ask(world.carla, 'PATCH', '/series/endless', { place: 'Room 2', startsAt: '11:00' })).status).toBe(204)
    const moved = await meetingsOf('Endless')
    expect(moved.every(({ place }) => place === 'Room 2')).toBe(true)
    expect(moved[0]?.startsAt.toISOString()).toBe('2026-10-20T10:00:00.000Z')
    const shown = (await (await ask(world.carla, 'GET', '/series/endless')).json()) as { everyN: number; cadence: string; lastOn: null }
    expect(shown).toMatchObject({ everyN: 1, everyUnit: 'week', cadence: 'every week', lastOn: null })
    expect((await ask(world.carla, 'POST', '/series/endless/end', { reason: 'Enough.' })).status).toBe(204)
    expect((await meetingsOf('Endless')).every(({ state }) => state === 'cancelled')).toBe(true)
  })

  test('a user group has a series of its own, to which its steering and the holders of formal roles are invited', async () => {
    const stella = await world.addPerson('Stella')
    const { communityId } = world.group
    await world.db
      .insertInto('appointment')
      .values({ personId: stella.personId, role: 'steering', communityId, fromOn: '2026-01-01', formal: true })
      .execute()
    await world.db.updateTable('appointment').set({ formal: true }).where('personId', '=', world.carla.personId).execute()
    const own = { ...series, title: 'Conference call', everyUnit: 'month', everyN: 3, nth: 1, kind: 'call', communityIds: [communityId] }
    expect((await ask(world.maria, 'POST', '/series', own)).status).toBe(404)
    expect((await ask(stella, 'POST', '/series', own)).status).toBe(201)
    const [first] = await world.db
      .selectFrom('meeting')
      .select(['id', 'kind'])
      .where('title', '=', 'Conference call')
      .orderBy('startsAt')
      .execute()
    expect(first?.kind).toBe('call')
    const invited = await world.db
      .selectFrom('meetingInvitation')
      .innerJoin('person', 'person.id', 'meetingInvitation.personId')
      .select('person.name')
      .where('meetingId', '=', first?.id ?? 0)
      .orderBy('person.name')
      .execute()
    // Maria is a member without a formal role.
    expect(invited.map(({ name }) => name)).toEqual(expect.arrayContaining(['Carla', 'Stella']))
    expect(invited.map(({ name }) => name)).not.toContain('Maria')
  })

  test('two groups meet together in one meeting, and each person is asked once', async () => {
    const other = await world.db.selectFrom('workingGroup').select('id').where('id', '<>', group).executeTakeFirstOrThrow()
    await world.give(world.carla, 'coordinator', other.id)
    const joint = { ...series, title: 'Joint', everyUnit: 'month', everyN: 3, nth: -1, groupIds: [group, other.id] }
    expect((await ask(world.carla, 'POST', '/series', joint)).status).toBe(201)
    const meetings = await meetingsOf('Joint')
    expect(meetings.length).toBeGreaterThan(2)
    const invited = await world.db
      .selectFrom('meetingInvitation')
      .innerJoin('meeting', 'meeting.id', 'meetingInvitation.meetingId')
      .innerJoin('person', 'person.id', 'meetingInvitation.personId')
      .select('person.name')
      .where('meeting.title', '=', 'Joint')
      .where('meeting.startsAt', '=', meetings[0]?.startsAt ?? new Date())
      .orderBy('person.name')
      .execute()
    expect(invited.map(({ name }) => name)).toEqual(['Bruno', 'Carla', 'Maria'])
  })

  test('a poll is started, answered and closed', async () => {
    const poll = { title: 'Which day', groupIds: [group], zone: 'Europe/Lisbon', minutes: 30, closesAt: '2026-10-20T12:00:00Z' }
    const few = await ask(world.carla, 'POST', '/polls', { ...poll, slots: ['2026-11-18T10:00:00Z'] })
    expect(((await few.json()) as { errors: { field: string }[] }).errors).toEqual([expect.objectContaining({ field: 'slots' })])
    const made = await ask(world.carla, 'POST', '/polls', { ...poll, slots: ['2026-11-18T10:00:00Z', '2026-11-19T10:00:00Z'] })
    const { slug } = (await made.json()) as { slug: string }
    const shown = (await (await ask(world.maria, 'GET', `/polls/${slug}`)).json()) as { slots: { id: number }[] }
    const slotId = shown.slots[1]?.id
    const listed = async (person: Person) => ((await (await ask(person, 'GET', '/polls')).json()) as { items: { slug: string }[] }).items
    expect((await listed(world.maria)).map((one) => one.slug)).toContain(slug)
    expect(await listed(world.otto)).toEqual([])
    expect(await read(world.maria, '/meetings')).toContain(`href="/polls/${slug}"`)
    // Once its time is over, who arranges is asked to choose.
    const now = world.clock.now
    world.clock.now = new Date('2026-10-21T09:00:00Z')
    expect(await read(world.carla, '/today')).toContain('Choose a date: Which day')
    expect(await read(world.maria, '/today')).not.toContain('Choose a time')
    // When its last time is over there is nothing to choose any more.
    world.clock.now = new Date('2026-11-19T10:00:00Z')
    expect(await read(world.carla, '/today')).not.toContain('Choose a date: Which day')
    expect(await listed(world.maria)).toEqual([])
    world.clock.now = now
    expect((await ask(world.maria, 'PUT', `/polls/${slug}/answer`, { answers: [{ slotId, answer: 'yes' }] })).status).toBe(204)
    expect((await ask(world.carla, 'POST', `/polls/${slug}/close`, { slotId })).status).toBe(201)
    expect((await meetingsOf('Which day'))[0]?.startsAt.toISOString()).toBe('2026-11-19T10:00:00.000Z')
  })

  test('a decision is looked at again, and gives way to a later one', async () => {
    const path = await arrange('Deciding')
    for (const text of ['We meet on Fridays.', 'We meet on Mondays.']) await write(path, text)
    const lines = await world.db
      .selectFrom('minuteLine')
      .select(['id', 'text'])
      .where('text', 'like', 'We meet on%')
      .orderBy('id')
      .execute()
    const vote = { votesFor: '5', votesAgainst: '1', abstained: '2' }
    for (const { id } of lines) await post(world.carla, `${path}/lines/${id}/decision`, vote)
    const decisions = await world.db
      .selectFrom('decision')
      .select(['id', 'number'])
      .where('text', 'like', 'We meet on%')
      .orderBy('id')
      .execute()
    const [first, second] = decisions
    const page = await read(world.maria, `/decisions/${first?.id}`)
    for (const words of ['5 for, 1 against, 2 abstained', `href="${path}"`]) expect(page).toContain(words)
    expect((await ask(world.carla, 'POST', `/decisions/${first?.id}/review`, { reviewOn: '2020-01-01' })).status).toBe(422)
    expect((await ask(world.carla, 'POST', `/decisions/${first?.id}/review`, { reviewOn: '2027-10-01' })).status).toBe(204)
    expect((await ask(world.maria, 'POST', `/decisions/${first?.id}/supersede`, { byNumber: second?.number })).status).toBe(404)
    expect((await ask(world.carla, 'POST', `/decisions/${first?.id}/supersede`, { byNumber: second?.number })).status).toBe(204)
    expect(await (await ask(world.carla, 'GET', `/decisions/${first?.id}`)).json()).toMatchObject({
      reviewOn: '2027-10-01',
      supersededBy: second?.id,
    })

    // The files hold what the page lists, with its filters.
    const reader = await world.as(world.maria)
    const table = async (path: string) =>
      (await readTable(new Uint8Array(await (await reader.get(`/decisions/export.${path}`)).arrayBuffer()))).rows.map(({ cells }) => cells)
    const said = { 'Replaced by': `D-${second?.number}`, For: '5', Against: '1', Abstained: '2', Meeting: 'Deciding' }
    for (const kind of ['csv', 'xlsx']) {
      const { 'Next review on': review, ...rest } = (await table(`${kind}?state=superseded&q=fridays&group=lectio`))[0] ?? {}
      expect([rest, String(review)], kind).toEqual([
        expect.objectContaining({ Number: `D-${first?.number}`, Decision: 'We meet on Fridays.', Status: 'Replaced', ...said }),
        '2027-10-01',
      ])
      expect((await table(`${kind}?q=we+meet+on&state=standing`)).map(({ Decision, Status }) => [Decision, Status])).toEqual([
        ['We meet on Mondays.', 'In force'],
      ])
    }
    const listed = await read(world.maria, '/decisions?state=superseded&q=fridays')
    expect(listed).toContain('href="/decisions/export.csv?state=superseded&amp;q=fridays"')

    // Whoever may read the first alone hears that it was replaced, and not by which one.
    await world.db
      .updateTable('meeting')
      .set({ minutes: 'approved', public: true })
      .where('slug', '=', path.split('/')[2] ?? '')
      .execute()
    const inside = (internal: boolean) =>
      world.db
        .updateTable('decision')
        .set({ internal })
        .where('id', '=', second?.id ?? 0)
        .execute()
    const visitor = async () => (await world.app.request(`http://rapport.test/decisions/${first?.id}`)).text()
    // Why it was made stands in the minutes: each reads there what they may.
    const { id: meetingId } = await world.db
      .selectFrom('meeting')
      .select('id')
      .where('slug', '=', path.split('/')[2] ?? '')
      .executeTakeFirstOrThrow()
    const minutes = (why: string) => `## Days\n\n${why}\n\n- D-${first?.number}: We meet.\n\n## Other matters\n\nTea.\n`
    const texts = { text: minutes('Carla cannot on Fridays.'), publicText: minutes('Fridays are full.') }
    await world.db
      .insertInto('minutesVersion')
      .values({ meetingId, n: 900, kind: 'approved', ...texts, madeAt: world.clock.now })
      .execute()
    expect(await visitor()).toContain('Fridays are full.')
    for (const said of ['Carla cannot', 'Tea.']) expect(await visitor()).not.toContain(said)
    expect(await read(world.carla, `/decisions/${first?.id}`)).toContain('Carla cannot on Fridays.')
    await inside(false)
    expect(await visitor()).toContain(`Replaced by D-${second?.number}`)
    await inside(true)
    expect(await visitor()).toContain('Replaced')
    for (const said of [`D-${second?.number}`, `/decisions/${second?.id}`]) expect(await visitor()).not.toContain(said)
    const told = await (await world.app.request(`http://rapport.test/api/v1/decisions/${first?.id}`)).json()
    expect(told).toMatchObject({ superseded: true, supersededBy: null })
    expect(await read(world.maria, `/decisions/${first?.id}`)).toContain(`Replaced by D-${second?.number}`)
    await world.db
      .updateTable('decision')
      .set({ text: 'Meet **often**.' })
      .where('id', '=', first?.id ?? 0)
      .execute()
    expect(await read(world.maria, '/decisions')).toContain('>Meet often.<')
  })
})

describe('pages for everybody', () => {
  test.each([
    ['de', 'Kommende', 'Tagesordnung', 'Beschlüsse'],
    ['fr', 'À venir', 'Ordre du jour', 'Décisions'],
    ['es', 'Próximas', 'Orden del día', 'Decisiones'],
  ])('speak the reader’s language: %s', async (language, toCome, agenda, decisions) => {
    const path = await arrange(`In ${language}`)
    const visitor = await world.as()
    const text = async (at: string) => (await visitor.get(`${at}?lang=${language}`)).text()
    expect(await text('/meetings')).toContain(toCome)
    expect(await text(path)).toContain(agenda)
    expect(await text('/decisions')).toContain(`<h1 dir="auto">${decisions}</h1>`)
    expect(await text('/series/joint')).toContain(toCome)
  })
})

describe('a word with two meanings', () => {
  test('is asked about, and the answer is enough', async () => {
    const form = {
      ...{
        title: 'Twice',
        hosts: `g${group}`,
        cadence: 'bi-weekly',
        weekday: '3',
        nth: '1',
        time: '10:00',
        minutes: '60',
        zone: 'Europe/Lisbon',
      },
      firstOn: '2026-11-01',
    }
    const asked = await (await post(world.carla, '/series', form)).text()
    for (const one of ['every 2 weeks', 'every week']) expect(asked).toContain(`value="${one}"`)
    expect((await post(world.carla, '/series', { ...form, meaning: 'every 2 weeks' })).status).toBe(303)
    const made = await world.db.selectFrom('meetingSeries').select(['everyN', 'everyUnit']).where('title', '=', 'Twice').execute()
    expect(made).toEqual([{ everyN: 2, everyUnit: 'week' }])
  })
})

describe('a crowd', () => {
  test('of 400 is invited, moved and cancelled by the door, each with a calendar of her own', async () => {
    const { id } = await world.db.selectFrom('workingGroup').select('id').where('id', '<>', group).executeTakeFirstOrThrow()
    await world.write(async (tx) => {
      for (let i = 0; i < 400; i++) {
        const { ensurePerson } = await import('../src/people/actions.ts')
        const { appoint } = await import('../src/groups/actions.ts')
        const person = { name: `Person ${i}`, email: `person${i}@crowd.example`, verified: true }
        const { personId } = await ensurePerson(tx, program(world.clock.now), person)
        await appoint(tx, program(world.clock.now), { personId, role: 'member', groupId: id, fromOn: '2026-01-01' })
      }
    })
    const told = async () =>
      (await world.postbox()).filter(({ email, kind }) => email.endsWith('@crowd.example') && kind?.startsWith('meetings.'))
    const facts = {
      title: 'A crowd',
      startsAt: '2026-12-01T10:00:00Z',
      endsAt: '2026-12-01T11:00:00Z',
      zone: 'Europe/Lisbon',
      groupIds: [id],
    }
    const { slug } = (await (await ask(world.bruno, 'POST', '/meetings', facts)).json()) as { slug: string }
    await world.settle()
    const invited = await told()
    expect(invited).toHaveLength(400)
    for (const { email, bytes } of invited.slice(0, 20))
      expect(readCalendar(bytes ?? Buffer.from('')).events[0]?.attendees.map(({ address }) => address)).toEqual([email])
    expect(new Set(invited.map(({ bytes }) => readMessage(bytes ?? Buffer.from('')).from?.address)).size).toBe(400)
    await world.db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).execute()
    const to = { startsAt: '2026-12-02T10:00:00Z', endsAt: '2026-12-02T11:00:00Z' }
    expect((await ask(world.bruno, 'PATCH', `/meetings/${slug}`, to)).status).toBe(204)
    await world.settle()
    expect(await told()).toHaveLength(800)
    await world.db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).execute()
    await ask(world.bruno, 'POST', `/meetings/${slug}/cancel`, { reason: 'Too many.' })
    await world.settle()
    const all = await told()
    expect(all).toHaveLength(1_200)
    expect(readCalendar(all.at(-1)?.bytes ?? Buffer.from(''))).toMatchObject({ method: 'CANCEL', events: [{ sequence: 2 }] })
    for (const path of [`/meetings/${slug}`, `/meetings/${slug}/minutes`, `/meetings/${slug}/attendance`])
      expect((await (await world.as(world.bruno)).get(path)).status).toBe(200)
  })
})
