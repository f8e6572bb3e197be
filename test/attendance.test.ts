import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let stella: Person
let group = ''
let community = ''
beforeAll(async () => {
  world = await makeWorld()
  group = `g${world.group.groupId}`
  community = `c${world.group.communityId}`
  stella = await world.addPerson('Stella')
  await world.db
    .insertInto('appointment')
    .values({ personId: stella.personId, role: 'steering', communityId: world.group.communityId, fromOn: '2026-01-01', formal: true })
    .execute()
  await world.db.updateTable('person').set({ zone: 'Australia/Perth' }).where('id', '=', world.maria.personId).execute()
  await world.db.updateTable('appointment').set({ formal: true }).where('role', '=', 'coordinator').execute()
})
afterAll(() => world.end())

const post = async (person: Person, path: string, form: Record<string, string>) => (await world.as(person)).post(path, form)
const read = async (person: Person, path: string) => (await (await world.as(person)).get(path)).text()

/** A meeting that has been, with who was there. */
async function hold(who: Person, day: string, form: Record<string, string>, there: Map<Person, Record<string, string>>) {
  const before = world.clock.now
  world.clock.now = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000)
  const facts = { title: 'Call', day, time: '10:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on', ...form }
  const made = await post(who, '/meetings', facts)
  const path = made.headers.get('location') ?? ''
  const ticks = [...there].flatMap(([{ personId }, { attendance = '', reason = '', accepted = '' }]) => [
    [`p${personId}`, attendance],
    [`r${personId}`, reason],
    [`a${personId}`, accepted],
  ])
  world.clock.now = before
  expect((await post(who, `${path}/attendance`, Object.fromEntries(ticks))).status).toBe(303)
  return path
}

describe('attendance', () => {
  test('at a user group’s own calls the holders of formal roles are expected, and steering arranges them', async () => {
    const call = { hosts: community, kind: 'call' }
    const { carla, bruno } = world
    const first = await hold(stella, '2026-03-10', call, new Map([[carla, { attendance: 'present' }]]))
    const invited = await world.db.selectFrom('meetingInvitation').select(['personId', 'formal']).orderBy('personId').execute()
    expect(invited.map(({ personId }) => personId)).toEqual([carla.personId, bruno.personId, stella.personId])
    expect((await post(world.maria, `${first}/attendance`, {})).status).toBe(404)
    await hold(stella, '2026-05-12', call, new Map([[carla, { attendance: 'apologies', reason: 'Ill', accepted: 'yes' }]]))
    await hold(stella, '2026-07-14', call, new Map([[carla, { attendance: 'absent' }]]))
  })

  test('is held against what is expected, with reasons that were accepted', async () => {
    const rule = { of: community, kind: 'call', formalOnly: 'on', perYear: '4', note: 'Terms of reference, R5' }
    const both = await post(stella, '/attendance/rules', { ...rule, sharePercent: '50' })
    expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('not both')])
    expect((await post(world.maria, '/attendance/rules', rule)).status).toBe(404)
    expect((await post(stella, '/attendance/rules', rule)).status).toBe(303)
    const page = await read(stella, `/attendance?of=${community}`)
    expect(page).toContain('People with a role: Conference calls, at least 4 a year')
    // Three calls, one of them excused: two were to be attended, one was.
    expect(page).toContain('Conference calls: 1, too few (minimum 2)')
    expect(page).toContain('absent with an accepted reason')
    expect((await (await world.as(world.maria)).get(`/attendance?of=${community}`)).status).toBe(404)
  })

  test('is told by role and by region, and leaves as a table', async () => {
    const there = new Map([
      [world.carla, { attendance: 'present' }],
      [world.maria, { attendance: 'late' }],
    ])
    await hold(world.carla, '2026-06-09', { hosts: group, title: 'June' }, there)
    const page = await read(world.maria, `/attendance?of=${group}`)
    for (const words of ['Australia', 'Coordinator', 'Attended 1 of 1 meeting']) expect(page).toContain(words)
    expect(page).not.toContain('Ill')
    const csv = await read(world.maria, `/attendance/export.csv?of=${group}`)
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(csv).toContain('June,Meetings,2026-06-09,Maria,Member,No,Australia,Came late')
    const api = await (await world.as(world.maria)).ask('GET', `/api/v1/attendance?of=${group}&year=2026`)
    expect(((await api.json()) as { items: unknown[] }).items).toHaveLength(2)
  })

  test('stands on a person’s own service record', async () => {
    expect(await read(world.carla, '/me/record')).toContain('2 of 4 meetings attended, 1 excused')
    expect(await read(world.otto, '/me/record')).not.toContain('meetings attended')
  })
})
