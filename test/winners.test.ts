import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from './ballots.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
let ballot = 0
let path = ''
let request = 0
beforeAll(async () => {
  world = await makeVendorWorld()
  const harbour = await addInstitution(world, 'Old Harbour Library', [world.susi])
  ;[request = 0] = await world.askFor({ title: 'A request that is there already' })
  const { cycleId, roundOne, roundTwo, at } = await openCycle(world)
  ballot = roundTwo
  path = `/ballots/${roundTwo}/commitments`
  await addWishes(world, cycleId, ['Bulk complete', 'Warn before the licence ends', 'A student view'])
  const susi = await world.as(world.susi)
  const cast = async (id: number) =>
    susi.post(`/ballots/${id}/papers/${await voterOf(world, id, harbour)}`, { act: 'cast', 'v-1': '20', 'v-2': '18', 'v-3': '12' })
  await passTo(world, at(20))
  // What is put to the vote is a request, made of what was put forward where that names none.
  const voted = await world.db
    .selectFrom('ballotOption')
    .innerJoin('request', 'request.id', 'ballotOption.requestId')
    .select(['request.title', 'request.text', 'request.visibility', 'request.createdBy'])
    .where('ballotId', '=', roundOne)
    .orderBy('number')
    .execute()
  expect(voted.map(({ title }) => title)).toEqual(['Bulk complete', 'Warn before the licence ends', 'A student view'])
  expect(voted[0]).toMatchObject({ text: 'What Bulk complete is for.', visibility: 'public', createdBy: world.carla.personId })
  // A ballot of before may have options without one.
  for (const table of ['ballotOption', 'wish'] as const) await world.db.updateTable(table).set({ requestId: null }).execute()
  await cast(roundOne)
  await passTo(world, at(30))
  expect((await (await world.as(world.carla)).get(`/ballots/${roundOne}/commitments`)).status).toBe(404)
  const costs = { 'cost-1': '8', 'cost-2': '5', 'cost-3': '4' }
  await (await world.as(world.carla)).post(`/cycles/${cycleId}/costing`, costs)
  await passTo(world, at(40))
  expect((await (await world.as(world.carla)).get(path)).status).toBe(404)
  await cast(roundTwo)
  await passTo(world, at(50))
})
afterAll(() => world.end())

const commitments = () =>
  world.db
    .selectFrom('commitment')
    .innerJoin('request', 'request.id', 'commitment.requestId')
    .select(['request.title', 'commitment.points', 'commitment.year', 'request.stage', 'request.visibility'])
    .orderBy('commitment.id')
    .execute()

describe('commitments from a result', () => {
  test('are the coordinator’s to record, and nobody else’s', async () => {
    for (const person of [world.maria, world.vera, world.otto, world.susi]) {
      const as = await world.as(person)
      expect((await as.get(path)).status).toBe(404)
      expect((await as.post(path, { year: '2027', 'take-1': 'on', 'points-1': '8' })).status).toBe(404)
    }
    expect(await commitments()).toEqual([])
  })

  test('are all of them or none: what is wrong stands beside its line, and what was typed stays', async () => {
    const carla = await world.as(world.carla)
    const refused = await carla.post(path, {
      year: '2027',
      'take-1': 'on',
      'points-1': '8',
      'take-2': 'on',
      'points-2': 'five',
      'take-3': 'on',
      'points-3': '4',
      'request-3': '999999',
    })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Enter a whole number of points, for example 8.')
    expect(page).toContain('value="five"')
    const unknown = await carla.post(path, {
      year: '2027',
      'take-1': 'on',
      'points-1': '8',
      'take-3': 'on',
      'points-3': '4',
      'request-3': '999999',
    })
    expect([unknown.status, (await unknown.text()).includes('There is no request 999999. Check the number.')]).toEqual([422, true])
    const none = await carla.post(path, { year: '2027' })
    expect([none.status, (await none.text()).includes('Choose at least one option.')]).toEqual([422, true])
    const lost = await carla.post(path, { year: '2027', 'take-9': 'on', 'points-9': '1' })
    expect(lost.status).toBe(422)
    expect(await commitments()).toEqual([])
    expect(await world.db.selectFrom('capacity').select('year').execute()).toEqual([])
  })

  test('make a request of a wish that has none, take the one that is named, and write the capacity down', async () => {
    const carla = await world.as(world.carla)
    const form = await (await carla.get(path)).text()
    expect(form).toContain('The vendor’s cost: 8')
    // Each asks for its request, with those that are there.
    expect(form).toMatch(/<noscript><select name="request-2"[\s\S]*?A request that is there already/)
    const made = await carla.post(path, {
      year: '2027',
      capacity: '20',
      'take-1': 'on',
      'points-1': '8',
      'take-2': 'on',
      'points-2': '5',
      'request-2': String(request),
    })
    expect([made.status, made.headers.get('location')]).toEqual([303, '/commitments?group=lectio'])
    expect(await commitments()).toEqual([
      { title: 'Bulk complete', points: 8, year: 2027, stage: 'committed', visibility: 'public' },
      { title: 'A request that is there already', points: 5, year: 2027, stage: 'committed', visibility: 'subscribers' },
    ])
    expect(await world.db.selectFrom('capacity').select(['year', 'points']).execute()).toEqual([{ year: 2027, points: 20 }])
    // The words that were voted on stay.
    const option = await world.db
      .selectFrom('ballotOption')
      .select(['title', 'requestId'])
      .where('ballotId', '=', ballot)
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    expect(option).toEqual({ title: 'Warn before the licence ends', requestId: request })
    const page = await (await carla.get(`/requests/${request}`)).text()
    expect(page).toContain(`href="/ballots/${ballot}/results"`)
    expect(page).toContain('chosen in round two')
  })

  test('are made once: also after one was carried over or dropped', async () => {
    const carla = await world.as(world.carla)
    const again = { year: '2028', 'take-1': 'on', 'points-1': '8' }
    const twice = await carla.post(path, again)
    expect([twice.status, (await twice.text()).includes('This option is already recorded as a promise.')]).toEqual([422, true])
    const first = await world.db.selectFrom('commitment').select('id').orderBy('id').executeTakeFirstOrThrow()
    const carried = await carla.post(`/commitments/${first.id}/carry`, { year: '2028', reason: 'Half of it is done.' })
    expect(carried.status).toBe(303)
    const on = carried.headers.get('location') ?? ''
    expect((await carla.post(path, again)).status).toBe(422)
    expect(await (await carla.get(on)).text()).toContain(`href="/ballots/${ballot}/results"`)
    expect((await carla.post(`${on}/drop`, { reason: 'The team is needed elsewhere.' })).status).toBe(303)
    expect((await carla.post(path, again)).status).toBe(422)
    expect(await commitments()).toHaveLength(3)
  })

  test('come by the API, too', async () => {
    const carla = await world.as(world.carla)
    const listed = (await (await carla.get(`/api/v1${path}`)).json()) as { items: { number: number; standing: string }[] }
    expect(listed.items.map(({ number, standing }) => [number, standing])).toEqual([
      [1, 'committed'],
      [2, 'committed'],
      [3, 'waiting'],
    ])
  })

  test('show to the public only once they may be heard of', async () => {
    const { id } = await world.db.selectFrom('commitment').select('id').where('requestId', '=', request).executeTakeFirstOrThrow()
    const results = async (person?: typeof world.susi) => (await (await world.as(person)).get(`/ballots/${ballot}/results`)).text()
    expect(await results()).not.toContain(`href="/commitments/${id}"`)
    expect(await results(world.susi)).toContain(`href="/commitments/${id}"`)
  })
})
