import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCalls } from '../src/list/volunteers/jobs.ts'
import { openDesk } from './desk.ts'
import { lettersTo } from './letters.ts'
import { words } from './upload.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  await openDesk(world)
})
afterAll(() => world.end())

const see = async (person: World['carla'], path: string) => words(await (await (await world.as(person)).get(path)).text())

test('a handover lists what the role owns, passes it on in one act, and makes an action of what cannot move', async () => {
  const carla = await world.as(world.carla)
  const form = {
    role: 'coordinator',
    fromId: String(world.carla.personId),
    toId: String(world.susi.personId),
    note: 'Vera is quickest on Thursdays.',
  }
  // A member may hand over what is theirs alone, and is offered no more.
  const own = await (await (await world.as(world.maria)).get('/roster/lectio/handovers')).text()
  expect(/<input[^>]*name="fromId"[^>]*>/.exec(own)?.[0]).toMatch(new RegExp(`type="hidden"[^>]*value="${world.maria.personId}"`))
  expect(own).not.toMatch(/<select[^>]*name="fromId"/)
  // Who prepares it hands over first of all what is theirs, and comes to the roster from here.
  const offered = await (await carla.get('/roster/lectio/handovers')).text()
  const from = /<select[^>]*name="fromId"[\s\S]*?<\/select>/.exec(offered)?.[0] ?? ''
  expect(from).toMatch(new RegExp(`<option[^>]*value="${world.carla.personId}"[^>]*selected`))
  expect(offered).toMatch(/<a href="\/roster\/lectio\/edit">appoint the person on the roster<\/a>/)
  const early = await carla.post('/roster/lectio/handovers', form)
  expect([early.status, words(await early.text()).includes('Appoint this person on the roster first')]).toEqual([422, true])
  await carla.post('/roster/lectio/seats', { email: world.susi.email, role: 'coordinator', from: '2026-11-01' })
  await carla.post('/roster/lectio/holdings', { role: 'coordinator', title: 'Zoom account', note: 'Ask the secretariat.' })
  await carla.post('/actions', { title: 'Ask for the dates', group: 'lectio', ownerId: String(world.carla.personId), dueOn: '2026-10-30' })
  const prepared = await carla.post('/roster/lectio/handovers', form)
  const path = prepared.headers.get('location') ?? ''
  expect((await carla.post('/roster/lectio/handovers', form)).status).toBe(409)
  const page = await see(world.carla, path)
  for (const said of [
    'Nothing has moved yet',
    'Lectio Coordinator',
    'Costs of the top twenty',
    'Ask for the dates',
    'Zoom account',
    'Cannot move automatically',
    'Lectio-L',
  ])
    expect(page).toContain(said)
  expect((await (await world.as(world.otto)).post(path)).status).toBe(404)
  expect((await (await world.as(world.maria)).post(path)).status).toBe(404)

  // Whose role was ended since gets nothing of it.
  const hers = world.db.updateTable('appointment').where('personId', '=', world.susi.personId).where('role', '=', 'coordinator')
  await hers.set({ fromOn: '2026-10-01', toOn: '2026-10-15' }).execute()
  expect((await carla.post(path)).status).toBe(409)
  expect(await world.db.selectFrom('action').select('ownerId').execute()).toEqual([{ ownerId: world.carla.personId }])
  await hers.set({ fromOn: '2026-11-01', toOn: null }).execute()

  // Two buttons at the same instant: it is handed over once.
  const both = await Promise.all([carla.post(path), (await world.as(world.susi)).post(path)])
  expect(both.map((answer) => answer.status).sort()).toEqual([303, 409])
  expect(await world.db.selectFrom('correspondence').select('ownerId').executeTakeFirst()).toEqual({ ownerId: world.susi.personId })
  const owned = await world.db.selectFrom('action').select(['title', 'ownerId', 'source']).orderBy('id').execute()
  expect(owned).toEqual([
    { title: 'Ask for the dates', ownerId: world.susi.personId, source: '' },
    { title: 'Take over: Zoom account', ownerId: world.susi.personId, source: 'handover:1' },
  ])
  const after = await see(world.maria, path)
  expect(after).toContain('Handed over')
  expect(after).toContain('Vera is quickest on Thursdays.')
  await world.settle()
  expect((await lettersTo(world, world.susi.email, 'office.handed-over'))[0]?.text).toContain('1 item could not move automatically')
})

test('an action is its owner’s and the group’s: done, reopened, changed, and nobody else’s', async () => {
  const susi = await world.as(world.susi)
  expect(await see(world.susi, '/actions')).toContain('Ask for the dates')
  expect((await susi.post('/actions/1/settle', { state: 'done', outcome: 'They are set.' })).status).toBe(303)
  expect((await susi.post('/actions/1/settle', { state: 'done' })).status).toBe(409)
  expect(await see(world.maria, '/actions?view=settled')).toContain('Ask for the dates')
  expect((await (await world.as(world.maria)).post('/actions/1/settle', { state: 'open' })).status).toBe(404)
  expect((await susi.post('/actions/1/settle', { state: 'open' })).status).toBe(303)
  const outsider = await susi.post('/actions/1', { title: 'Ask', ownerId: String(world.otto.personId) })
  expect([outsider.status, words(await outsider.text()).includes('Choose a member of the group')]).toEqual([422, true])
  expect((await (await world.as(world.bruno)).get('/actions/1')).status).toBe(404)
})

test('subscribers offer, the committee appoints, runners-up are kept and get what falls vacant', async () => {
  const carla = await world.as(world.carla)
  const call = {
    group: 'lectio',
    role: 'member',
    seats: '1',
    text: 'Two hours a month.',
    fromOn: '2027-01-01',
    toOn: '2028-12-31',
    closesOn: '2026-11-15',
    list: 'lectio-l',
  }
  expect((await carla.post('/calls', { ...call, closesOn: '2026-01-01' })).status).toBe(422)
  expect((await carla.post('/calls', { ...call, toOn: '2026-12-31' })).status).toBe(422)
  const path = (await carla.post('/calls', call)).headers.get('location') ?? ''
  await world.settle()
  expect((await world.postbox()).map((one) => one.post)).toContain('Call for volunteers: Lectio Working Group')

  const [susi, maria] = [await world.as(world.susi), await world.as(world.maria)]
  expect((await susi.post(`${path}/offer`, { text: 'I know rollover.' })).status).toBe(303)
  expect((await susi.post(`${path}/offer`, { text: 'I know rollover well.' })).status).toBe(303)
  await world.join(world.modesto)
  expect((await (await world.as(world.modesto)).post(`${path}/offer`, { text: 'I moderate.' })).status).toBe(303)
  expect((await (await world.as(world.otto)).get(path)).status).toBe(404)
  // Who offered is for those who decide.
  expect(await see(world.maria, path)).not.toContain('I know rollover well.')
  expect(await see(world.carla, path)).toContain('I know rollover well.')
  expect((await maria.post(`${path}/decide`)).status).toBe(404)

  const offers = await world.db.selectFrom('volunteerOffer').select(['id', 'personId']).orderBy('id').execute()
  const [first, second] = offers.map((one) => one.id)
  const tooMany = await carla.post(`${path}/decide`, { [`outcome-${first}`]: 'appointed', [`outcome-${second}`]: 'appointed' })
  expect([tooMany.status, words(await tooMany.text()).includes('This call has 1 seat.')]).toEqual([422, true])
  expect((await carla.post(`${path}/decide`, { [`outcome-${first}`]: 'appointed' })).status).toBe(422)

  const now = world.clock.now
  world.clock.now = new Date('2026-11-16T07:00:00Z')
  await closeCalls({}, world.context)
  await closeCalls({}, world.context)
  expect((await lettersTo(world, world.carla.email, 'office.call-closed')).length).toBe(1)
  expect((await susi.post(`${path}/offer`, { text: 'Late' })).status).toBe(409)
  world.clock.now = now

  const decision = { [`outcome-${first}`]: 'appointed', [`outcome-${second}`]: 'runner_up', [`place-${second}`]: '1' }
  expect((await carla.post(`${path}/decide`, decision)).status).toBe(303)
  expect((await carla.post(`${path}/decide`, decision)).status).toBe(409)
  await world.settle()
  expect((await lettersTo(world, world.susi.email, 'office.offer-decided'))[0]?.text).toContain('You have been appointed')
  expect((await lettersTo(world, world.modesto.email, 'office.offer-decided'))[0]?.text).toContain('You are a runner-up')
  const seat = await world.db.selectFrom('appointment').selectAll().where('how', 'like', '%groups.hows.volunteer%').executeTakeFirst()
  expect(seat).toMatchObject({ personId: world.susi.personId, role: 'member', fromOn: '2027-01-01', toOn: '2028-12-31' })

  expect((await carla.post(`${path}/runners-up/${second}`)).status).toBe(303)
  expect((await carla.post(`${path}/runners-up/${second}`)).status).toBe(404)
})
