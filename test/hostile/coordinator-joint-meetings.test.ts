import { afterAll, beforeAll, expect, test } from 'vitest'
import { inPairs } from '../ballots.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// Several groups meet together where somebody arranges for each of them. Who leads one alone invites the other.
let world: World
let own: string
let other: string
beforeAll(async () => {
  world = await makeWorld()
  own = `g${world.group.groupId}`
  const { id } = await world.db.selectFrom('workingGroup').select('id').where('slug', '=', 'catalogo').executeTakeFirstOrThrow()
  other = `g${id}`
})
afterAll(() => world.end())

const zone = 'Europe/Lisbon'
const slots = '2026-11-18 10:00\n2026-11-19 08:30'
const all: [string, Record<string, string>][] = [
  ['/meetings', { title: 'Ours', day: '2026-11-18', time: '10:00', minutes: '60', zone, public: 'on' }],
  ['/polls', { title: 'Ours', zone, minutes: '30', closesOn: '2026-10-20', slots, public: 'on' }],
  [
    '/series',
    {
      ...{ title: 'Ours', cadence: 'every month', weekday: '5', nth: '4', time: '10:00', minutes: '60', zone, firstOn: '2026-10-01' },
      ...{ agendaDays: '7', silentDays: '14', quorumPercent: '0', public: 'on', place: '' },
    },
  ],
  ['/events', { title: 'Ours', kind: 'conference', firstOn: '2027-03-26', lastOn: '2027-03-29', zone, place: 'Porto', public: 'on' }],
]
const post = async (person: Person, path: string, form: Record<string, string>, hosts: string[]) =>
  (await world.as(person)).post(path, inPairs({ ...form, hosts }))

test('who leads one group arranges nothing in the name of another, nor of the user group', async () => {
  for (const [path, form] of all) {
    for (const more of [other, `c${world.group.communityId}`])
      expect([path, more, (await post(world.carla, path, form, [own, more])).status]).toEqual([path, more, 404])
    expect([path, (await post(world.carla, path, form, [own])).status]).toEqual([path, 303])
    // Who arranges for each does so for all.
    expect([path, (await post(world.ada, path, form, [own, other])).status]).toEqual([path, 303])
  }
  const body = { title: 'Ours', startsAt: '2026-11-18T10:00:00Z', endsAt: '2026-11-18T11:00:00Z', zone }
  const groupIds = [own, other].map((host) => Number(host.slice(1)))
  const byProgram = await (await world.as(world.carla)).ask('POST', '/api/v1/meetings', { ...body, groupIds })
  expect(byProgram.status).toBe(404)
})

test('what was asked for several groups is concluded by who leads one of them', async () => {
  const made = await post(world.ada, '/polls', { ...all[1]?.[1], title: 'Together' }, [own, other])
  const poll = made.headers.get('location') ?? ''
  const slot = await world.db
    .selectFrom('datePollSlot')
    .innerJoin('datePoll', 'datePoll.id', 'datePollSlot.pollId')
    .select('datePollSlot.id')
    .where('datePoll.title', '=', 'Together')
    .executeTakeFirstOrThrow()
  expect((await (await world.as(world.carla)).post(`${poll}/close`, { slot: String(slot.id) })).status).toBe(303)
})
