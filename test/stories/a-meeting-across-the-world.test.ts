import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWeb, type WebServer } from '../../src/edges/http/server.ts'
import { tasks } from '../../src/edges/jobs/tasks.ts'
import { calendarFiles, openCalendars } from '../interop/calendars.ts'
import { missing, run } from '../interop/programs.ts'
import { carriedOut } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

const noPrograms =
  missing('khal', 'vdirsyncer', 'calcurse') ??
  ((await run('/usr/bin/python3', ['-c', 'import icalendar'])).code === 0 ? undefined : 'python3-icalendar not installed')

interface Member {
  person: Person
  zone: string
  calendars: ReturnType<typeof openCalendars>
  /** The address of her own calendar. */
  feed: string
}

let world: World
let web: WebServer
const members = new Map<string, Member>()

beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
  web = await startWeb(world.ground)
})
afterAll(async () => {
  for (const { calendars } of members.values()) calendars.close()
  await web?.close()
  await world?.end()
})

/** Somebody with calendar programs in her zone, and a calendar address of her own. */
async function seat(person: Person, zone: string): Promise<Member> {
  await world.db.updateTable('person').set({ zone }).where('id', '=', person.personId).execute()
  const browser = await world.as(person)
  const said = await (await browser.post('/me/calendar')).text()
  const feed = /\/calendar\/[\w-]+\.ics/.exec(said)?.[0] ?? ''
  const member = { person, zone, calendars: openCalendars(zone), feed: `http://127.0.0.1:${web.port}${feed}` }
  members.set(person.name, member)
  return member
}

/** Hands over what waits in the outbox: each person opens what came, in its order. */
async function deliver(): Promise<void> {
  await world.settle()
  for (const { person, calendars } of members.values()) {
    const letters = await world.db
      .selectFrom('delivery')
      .innerJoin('letter', 'letter.id', 'delivery.letterId')
      .select(['delivery.id', 'letter.bytes', 'letter.sealed'])
      .where('delivery.email', '=', person.email)
      .where('delivery.state', '=', 'queued')
      .orderBy('delivery.id')
      .execute()
    await calendars.take(letters.map((letter) => world.open(letter)))
    for (const { id } of letters) await world.db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).where('id', '=', id).execute()
  }
}

/** What each of her programs shows. */
async function shownBy({ calendars, feed }: Member) {
  const [khal, python, vdirsyncer, calcurse] = await Promise.all([
    calendars.khal(),
    calendars.python(),
    calendars.vdirsyncer(feed),
    fetch(feed).then(async (answer) => calendars.calcurse(await answer.text())),
  ])
  // What is cancelled stays in sight with khal, which says so.
  return { khal: khal.filter((line) => !line.endsWith('CANCELLED')), python, vdirsyncer, calcurse }
}

/** Each of these people has these entries, at these hours of her own, and no others, in every program. */
async function expectEntries(wanted: Record<string, string[]>): Promise<void> {
  const shown = await Promise.all(Object.keys(wanted).map((name) => shownBy(members.get(name) as Member)))
  for (const [i, [name, entries]] of Object.entries(wanted).entries()) {
    const own = entries.toSorted()
    expect([name, shown[i]]).toEqual([name, { khal: own, python: own, vdirsyncer: own, calcurse: own }])
  }
}

const post = async (person: Person, path: string, form: Record<string, string> = {}) => (await world.as(person)).post(path, form)
const slugOf = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? ''

/** A date poll of these times, in Lisbon, closed on the first. */
async function findDate(title: string, slots: string[]): Promise<string> {
  const { id } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
  const form = { title, hosts: `g${id}`, zone: 'Europe/Lisbon', minutes: '60', closesOn: '2026-10-18', slots: slots.join('\n') }
  const poll = slugOf(await post(world.carla, '/polls', form))
  const times = await world.db
    .selectFrom('datePollSlot')
    .innerJoin('datePoll', 'datePoll.id', 'datePollSlot.pollId')
    .select('datePollSlot.id')
    .where('datePoll.slug', '=', poll)
    .orderBy('startsAt')
    .execute()
  for (const { person } of members.values()) await post(person, `/polls/${poll}`, { [`s${times[0]?.id}`]: 'yes' })
  return slugOf(await post(world.carla, `/polls/${poll}/close`, { slot: String(times[0]?.id) }))
}

describe.skipIf(noPrograms)(`A meeting across the world${noPrograms ? ` (skipped: ${noPrograms})` : ''}`, () => {
  test('from a date poll to approved minutes', async () => {
    // Given members in Perth, Lisbon and Los Angeles
    const lee = await world.addPerson('Lee')
    await world.give(lee, 'member', world.group.groupId)
    await seat(world.maria, 'Australia/Perth')
    await seat(world.carla, 'Europe/Lisbon')
    await seat(lee, 'America/Los_Angeles')

    // when the date poll closes
    const autumn = await findDate('Autumn meeting', ['2026-10-22 16:00', '2026-10-23 16:00'])
    const winter = await findDate('Winter meeting', ['2026-11-05 16:00', '2026-11-12 16:00'])
    await deliver()

    // then each has one entry in her own calendar program at the right local time on both sides of a clock change
    const winterly = {
      Maria: '2026-11-06 00:00 Winter meeting',
      Carla: '2026-11-05 16:00 Winter meeting',
      Lee: '2026-11-05 08:00 Winter meeting',
    }
    await expectEntries({
      Maria: ['2026-10-22 23:00 Autumn meeting', winterly.Maria],
      Carla: ['2026-10-22 16:00 Autumn meeting', winterly.Carla],
      Lee: ['2026-10-22 08:00 Autumn meeting', winterly.Lee],
    })

    // a late joiner gets it too
    await seat(world.susi, 'Europe/Berlin')
    await world.give(world.susi, 'member', world.group.groupId)
    await tasks['meetings.keepUp']?.({} as never, world.context)
    await tasks['meetings.tell']?.({} as never, world.context)
    await deliver()
    await expectEntries({ Susi: ['2026-10-22 17:00 Autumn meeting', '2026-11-05 17:00 Winter meeting'] })

    // a new date moves it: clocks have gone back in Europe by then, and not yet in America
    const change = { title: 'Autumn meeting', day: '2026-10-29', time: '16:00', minutes: '60', zone: 'Europe/Lisbon', quorumPercent: '0' }
    expect((await post(world.carla, `/meetings/${autumn}`, { ...change, public: 'on' })).status).toBe(303)
    await deliver()
    await expectEntries({
      Maria: ['2026-10-30 00:00 Autumn meeting', winterly.Maria],
      Carla: ['2026-10-29 16:00 Autumn meeting', winterly.Carla],
      Lee: ['2026-10-29 09:00 Autumn meeting', winterly.Lee],
      Susi: ['2026-10-29 17:00 Autumn meeting', '2026-11-05 17:00 Winter meeting'],
    })

    // and a cancellation removes it
    await post(world.carla, `/meetings/${winter}/cancel`, { reason: 'The vendor cannot.' })
    await deliver()
    await expectEntries({
      Maria: ['2026-10-30 00:00 Autumn meeting'],
      Carla: ['2026-10-29 16:00 Autumn meeting'],
      Lee: ['2026-10-29 09:00 Autumn meeting'],
      Susi: ['2026-10-29 17:00 Autumn meeting'],
    })

    // and the minutes with their actions are on the public page two clicks after approval
    world.clock.now = new Date('2026-10-29T17:00:00Z')
    await post(world.maria, `/meetings/${autumn}/lines`, { key: crypto.randomUUID(), text: 'Collect two more figures.', version: '0' })
    const line = await world.db.selectFrom('minuteLine').select('id').executeTakeFirstOrThrow()
    await post(world.carla, `/meetings/${autumn}/lines/${line.id}/action`, { ownerId: String(lee.personId), dueOn: '2026-11-12' })
    await post(world.carla, `/meetings/${autumn}/minutes/circulate`)
    expect((await post(world.carla, `/meetings/${autumn}/minutes/approve`)).status).toBe(303)
    expect(await carriedOut(world, world.carla)).toBe(303)
    const visitor = await world.as()
    const front = await (await visitor.get('/')).text()
    expect(front).toContain('href="/meetings"')
    const meetings = await (await visitor.get('/meetings')).text()
    expect(meetings).toContain(`href="/meetings/${autumn}"`)
    const page = await (await visitor.get(`/meetings/${autumn}`)).text()
    expect(page).toContain('Collect two more figures.')
    expect(page).toContain('Lee, due 12 November 2026')
  })

  test('what a letter carries twice is the same', async () => {
    const letters = await world.db.selectFrom('letter').select(['bytes', 'sealed']).where('kind', '=', 'meetings.changed').execute()
    expect(letters.length).toBeGreaterThan(0)
    for (const letter of letters) expect(calendarFiles(world.open(letter))).toHaveLength(1)
  })
})
