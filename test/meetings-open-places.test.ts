import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { makeWorld, type Person, type World } from './world.ts'

// The room or video link of a public meeting is there for everybody where its arranger says so.
let world: World
let hosts = ''
beforeAll(async () => {
  world = await makeWorld()
  hosts = `g${world.group.groupId}`
})
afterAll(() => world.end())

const room = 'https://meet.example/open-room'
const form = {
  ...{ title: 'Open meeting', day: '2026-10-23', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', quorumPercent: '0' },
  ...{ place: room, public: 'on', placeOpen: 'on' },
}
const post = async (person: Person, path: string, fields: Record<string, string>) => (await world.as(person)).post(path, fields)
const read = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()
/** A calendar file in one piece: its long lines are folded. */
const unfolded = (file: string) => file.replaceAll(/\r?\n /g, '')
const arrange = async (fields: Record<string, string> = {}) =>
  (await post(world.carla, '/meetings', { ...form, hosts, ...fields })).headers.get('location') ?? ''
const entryOf = async (path: string) =>
  unfolded(await read(undefined, '/meetings.ics'))
    .split('BEGIN:VEVENT')
    .find((entry) => entry.includes(`/${path.split('/').at(-1)}`)) ?? ''
const stored = (path: string) =>
  world.db
    .selectFrom('meeting')
    .select(['sequence', 'version', 'changedAt'])
    .where('slug', '=', path.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow()

test('everybody reads where it is, on its page, in calendars and by the API', async () => {
  const path = await arrange()
  for (const person of [undefined, world.susi]) {
    const page = await read(person, path)
    expect(page).toContain(`<a href="${room}">`)
    expect(page).toContain('Everyone can attend this meeting.')
    for (const hidden of ['only shown to people', 'To attend as a guest']) expect(page).not.toContain(hidden)
    expect(await read(person, `/api/v1${path}`)).toContain(room)
    expect(unfolded(await read(person, `${path}.ics`))).toContain(`LOCATION:${room}`)
  }
  const entry = await entryOf(path)
  expect(entry).toContain(`LOCATION:${room}`)
  expect(entry).toContain('Everyone can attend this meeting.')
  expect(entry).not.toContain('our page says how')
  expect(await read(world.carla, path)).not.toContain('Everyone can attend this meeting.')
})

test('where nobody has said yet where it is, guests still hear whom to ask', async () => {
  const page = await read(undefined, await arrange({ place: '' }))
  expect(page).toContain('To attend as a guest, ask')
  for (const wrong of ['Everyone can attend', 'only shown to people']) expect(page).not.toContain(wrong)
})

test('a meeting that is arranged by a program keeps its place to itself, unless it says so', async () => {
  const { title, zone, place } = { ...form, title: 'By program' }
  const body = { title, zone, place, startsAt: '2026-10-24T09:00:00Z', endsAt: '2026-10-24T10:00:00Z', groupIds: [world.group.groupId] }
  const carla = await world.as(world.carla)
  const { slug } = (await (await carla.ask('POST', '/api/v1/meetings', body)).json()) as { slug: string }
  const shown = async () => (await (await (await world.as()).get(`/api/v1/meetings/${slug}`)).json()) as object
  expect(await shown()).toMatchObject({ place: '', placeOpen: false })
  expect((await carla.ask('PATCH', `/api/v1/meetings/${slug}`, { placeOpen: true })).status).toBe(204)
  expect(await shown()).toMatchObject({ place, placeOpen: true })
  // A change of something else leaves it.
  expect((await carla.ask('PATCH', `/api/v1/meetings/${slug}`, { title: 'By a program' })).status).toBe(204)
  expect(await shown()).toMatchObject({ place, placeOpen: true })
})

test('the form shows what is ticked, for what the tick is, and offers none for a session', async () => {
  const path = await arrange()
  expect(await read(world.carla, `${path}/edit`)).toMatch(/<input[^>]*name="placeOpen"[^>]*checked/)
  const empty = await read(world.carla, '/meetings/new')
  expect(empty).toMatch(/<input[^>]*name="placeOpen"(?![^>]*checked)[^>]*>/)
  expect(empty).toContain('Only for meetings that are shown to everyone.')
  const session = await post(world.carla, '/show-and-tell/sessions', {
    ...{ title: 'Session', hosts: String(world.group.groupId), day: '2026-10-25', time: '10:00', minutes: '60' },
    ...{ zone: 'Europe/Lisbon', place: room, public: 'on' },
  })
  const at = (session.headers.get('location') ?? '').replace('/show-and-tell/sessions', '/meetings').replace(/\?.*/, '')
  expect(await read(world.carla, `${at}/edit`)).not.toContain('placeOpen')
})

test('the tick alone asks and mails nobody', async () => {
  const path = await arrange({ placeOpen: '' })
  await world.settle()
  const before = await stored(path)
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  const letters = async () => (await world.db.selectFrom('letter').select('id').where('kind', 'like', 'meetings.%').execute()).length
  const had = await letters()
  expect((await post(world.carla, path, form)).status).toBe(303)
  await world.settle()
  const { sequence, version, changedAt } = await stored(path)
  expect([sequence, version, await letters()]).toEqual([before.sequence, before.version, had])
  // Calendars that read the feed are told when its entry changed.
  expect(+changedAt).toBeGreaterThan(+before.changedAt)
})

test('a meeting that was private asks again whether everybody reads where it is', async () => {
  const path = await arrange()
  const closed = Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'public'))
  expect((await post(world.carla, path, closed)).status).toBe(303)
  const { placeOpen, ...again } = form
  expect(placeOpen).toBe('on')
  expect(await read(world.carla, `${path}/edit`)).toMatch(/<input[^>]*name="placeOpen"(?![^>]*checked)[^>]*>/)
  expect((await post(world.carla, path, again)).status).toBe(303)
  expect(await read(undefined, path)).not.toContain(room)
  // A program that makes it private and public again has not said so either.
  expect((await post(world.carla, path, form)).status).toBe(303)
  const carla = await world.as(world.carla)
  for (const shown of [false, true]) expect((await carla.ask('PATCH', `/api/v1${path}`, { public: shown })).status).toBe(204)
  expect(await read(undefined, path)).not.toContain(room)
})

describe('a series', () => {
  const series = {
    ...{ title: 'Open hour', cadence: 'every 2 months', weekday: '5', nth: '4', time: '10:00', minutes: '60', zone: 'Europe/Lisbon' },
    ...{ firstOn: '2027-01-01', agendaDays: '7', silentDays: '14', quorumPercent: '0', place: room, public: 'on' },
  }
  let path = ''
  const meetings = async () => {
    const rows = await world.db
      .selectFrom('meeting')
      .innerJoin('meetingSeries', 'meetingSeries.id', 'meeting.seriesId')
      .select(['meeting.slug', 'meeting.version', 'meeting.sequence', 'meeting.placeOpen', 'meetingSeries.sequence as ofSeries'])
      .where('meetingSeries.title', '=', 'Open hour')
      .orderBy('meeting.id')
      .execute()
    return rows
  }
  beforeAll(async () => {
    path = (await post(world.carla, '/series', { ...series, hosts })).headers.get('location') ?? ''
    await world.settle()
  })

  test('gives it to its meetings, and mails nobody for it', async () => {
    const [first, ...more] = await meetings()
    expect([first?.placeOpen, more.length > 2]).toEqual([false, true])
    expect(await read(undefined, `/meetings/${first?.slug}`)).not.toContain(room)
    const preview = await (await post(world.carla, path, { ...series, placeOpen: 'on' })).text()
    expect(preview).toContain('No one gets an email')
    expect(preview.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Room or video link shown to everyone\s+No\s+Yes/)
    const had = await meetings()
    expect((await post(world.carla, path, { ...series, placeOpen: 'on', confirmed: 'yes' })).status).toBe(303)
    const got = await meetings()
    expect(got.every(({ placeOpen }) => placeOpen)).toBe(true)
    const told = ({ version, sequence, ofSeries }: (typeof got)[number]) => [version, sequence, ofSeries]
    expect(got.map(told)).toEqual(had.map(told))
    expect(await read(undefined, `/meetings/${first?.slug}`)).toContain(room)
    expect(await read(world.carla, `${path}/edit`)).toMatch(/<input[^>]*name="placeOpen"[^>]*checked/)
  })

  test('gives it to those that are made later, and keeps it when a program changes something else', async () => {
    const carla = await world.as(world.carla)
    expect((await carla.ask('PATCH', `/api/v1${path}`, { minutes: 45 })).status).toBe(204)
    expect((await meetings()).every(({ placeOpen }) => placeOpen)).toBe(true)
    const { length } = await meetings()
    world.clock.now = new Date('2027-06-01T12:00:00Z')
    await tasks['meetings.keepUp']?.({} as never, world.context)
    const later = await meetings()
    expect(later.length).toBeGreaterThan(length)
    expect(later.every(({ placeOpen }) => placeOpen)).toBe(true)
  })

  test('made private and public again, keeps it to those invited', async () => {
    const carla = await world.as(world.carla)
    for (const shown of [false, true]) expect((await carla.ask('PATCH', `/api/v1${path}`, { public: shown })).status).toBe(204)
    const { placeOpen } = await world.db
      .selectFrom('meetingSeries')
      .select('placeOpen')
      .where('title', '=', 'Open hour')
      .executeTakeFirstOrThrow()
    expect([placeOpen, (await meetings()).at(-1)?.placeOpen]).toEqual([false, false])
  })
})
