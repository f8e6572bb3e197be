import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { appoint } from '../src/groups/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let group = ''
beforeAll(async () => {
  world = await makeWorld()
  group = `g${world.group.groupId}`
  for (const [person, zone] of [
    [world.carla, 'Europe/Lisbon'],
    [world.maria, 'Australia/Perth'],
  ] as const)
    await world.db.updateTable('person').set({ zone }).where('id', '=', person.personId).execute()
  const lee = await world.addPerson('Lee')
  await world.db.updateTable('person').set({ zone: 'America/Los_Angeles' }).where('id', '=', lee.personId).execute()
  await world.write((tx) =>
    appoint(tx, program(world.clock.now), {
      personId: lee.personId,
      role: 'member',
      groupId: world.group.groupId,
      fromOn: '2026-01-01',
    }),
  )
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string> = {}) => (await world.as(person)).post(path, form)
const read = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()
const meeting = (day: string, time: string) => ({
  ...{ title: 'Night', day, time, minutes: '60', zone: 'Europe/Lisbon', public: 'on', hosts: group },
})

test('the ledger shows what a year has cost each, and the times offered spare who has borne most', async () => {
  const now = world.clock.now
  // Two meetings at four in the afternoon in Lisbon: eleven at night, then midnight in Perth.
  world.clock.now = new Date('2026-06-01T00:00:00Z')
  await post(world.carla, '/meetings', meeting('2026-06-10', '16:00'))
  await post(world.carla, '/meetings', meeting('2026-01-14', '16:00'))
  await post(world.carla, '/meetings', meeting('2026-07-08', '18:00'))
  world.clock.now = now
  const page = await read(world.carla, '/polls/new')
  const points = [...page.matchAll(/class="name">(\w+)<\/span>.*?aria-label="\w+, month by month: ([\d., ]+)".*?class="value">([\d.]+)</gs)]
  const ledger = new Map(points.map(([, name, months = '', sum]) => [name, { months: months.split(', ').map(Number), sum: Number(sum) }]))
  expect([...ledger.keys()][0]).toBe('Maria')
  for (const { months, sum } of ledger.values()) {
    expect(months).toHaveLength(12)
    expect(months.reduce((total, one) => total + one, 0)).toBeCloseTo(sum)
  }
  expect(ledger.get('Maria')?.sum).toBeGreaterThan(ledger.get('Lee')?.sum ?? 99)
  // By day in Perth: none of the times offered lies between eight in the morning and midnight in Lisbon but the first two hours.
  const offered = /<textarea[^>]*name="slots"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? ''
  const times = offered.match(/\d\d:\d\d/g) ?? []
  expect(times.length).toBeGreaterThan(2)
  for (const time of times) expect(Number(time.slice(0, 2)) <= 9).toBe(true)
})

test('a poll says of each time whom it burdens, and what anybody would then have borne', async () => {
  const slots = '2026-11-18 09:00\n2026-11-18 16:00'
  const poll = { title: 'Which', hosts: group, zone: 'Europe/Lisbon', minutes: '60', closesOn: '2026-11-01', slots }
  const made = await post(world.carla, '/polls', poll)
  const page = await read(world.maria, made.headers.get('location') ?? '')
  expect(page).toMatch(/Points for a time outside working hours: [^.]*Lee 6[^.]*\. With this time, no one has more than/)
  expect(page).toMatch(/Points for a time outside working hours: [^.]*Maria 6[^.]*\. With this time, no one has more than/)
})

test('a series shows a rotation that shares the burden, and whose hour clocks move, on which day', async () => {
  const series = {
    ...{ title: 'Rotating', hosts: group, cadence: 'every month', weekday: '3', nth: '2', time: '16:00', minutes: '60' },
    ...{ zone: 'Europe/Lisbon', firstOn: '2027-03-01', agendaDays: '7', silentDays: '14', quorumPercent: '0', public: 'on' },
  }
  const made = await post(world.carla, '/series', series)
  const path = made.headers.get('location') ?? ''
  const page = await read(world.carla, path)
  expect(page).toContain('Fair times in rotation')
  expect(page).toContain('1 hour earlier for Maria')
  expect(await read(world.maria, path)).not.toContain('Fair times in rotation')
  const april = '/meetings/2027-04-14'
  expect((await read(world.maria, april)).replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')).toMatch(
    /Clock change on 28 March 2027: this meeting is 1 hour earlier for you than before\./,
  )
  expect(await read(world.carla, april)).not.toContain('Clock change')
  await world.settle()
  // Until the first meeting by the other clock is over, the page says it.
  world.clock.now = new Date('2027-04-13T16:00:00Z')
  expect(await read(world.carla, path)).toContain('1 hour earlier for Maria')
  await world.db.updateTable('person').set({ zone: 'Australia/Sydney' }).where('name', '=', 'Lee').execute()
  await tasks['meetings.remind']?.({} as never, world.context)
  const letter = (await world.postbox()).filter(({ kind, email }) => kind === 'meetings.reminder' && email === world.maria.email).at(-1)
  expect(readMessage(letter?.bytes ?? Buffer.from('')).text).toContain('28 March 2027')
  const leaving = async (email: string) => {
    const letters = world.db.selectFrom('delivery').innerJoin('letter', 'letter.id', 'delivery.letterId').select('nextAt')
    const rows = letters.where('letter.kind', '=', 'meetings.reminder').where('email', '=', email).orderBy('delivery.id', 'desc')
    return (await rows.executeTakeFirstOrThrow()).nextAt.toISOString()
  }
  // Two in the morning in Sydney, the day before: still “tomorrow” at seven.
  expect(await leaving('lee@lee.example')).toBe('2027-04-13T21:00:00.000Z')
  expect(await leaving(world.carla.email)).toBe('2027-04-13T16:00:00.000Z')
})

test('a series in everybody’s working hours is offered no other hours', async () => {
  await world.db.updateTable('person').set({ zone: 'Europe/Lisbon' }).execute()
  const series = {
    ...{ title: 'At ease', hosts: group, cadence: 'every month', weekday: '3', nth: '2', time: '10:00', minutes: '60' },
    ...{ zone: 'Europe/Lisbon', firstOn: '2027-05-01', agendaDays: '7', silentDays: '14', quorumPercent: '0', public: 'on' },
  }
  const path = (await post(world.carla, '/series', series)).headers.get('location') ?? ''
  const page = await read(world.carla, path)
  expect(page).toContain('At ease')
  expect(page).not.toContain('Fair times in rotation')
})
