import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callOff } from '../../src/ballots/calling-off/actions.ts'
import { extendBallot } from '../../src/ballots/core/actions.ts'
import { tasks } from '../../src/edges/jobs/tasks.ts'
import { keeper, passTo } from '../ballots.ts'
import { openDesk } from '../desk.ts'
import { lettersTo } from '../letters.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// Somebody who was of the group, and is not any more, tries what was theirs then.
let world: World
let carla: Awaited<ReturnType<World['as']>>
let maria: Awaited<ReturnType<World['as']>>
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  await openDesk(world)
})
afterAll(() => world.end())
beforeEach(async () => {
  carla = await world.as(world.carla)
  maria = await world.as(world.maria)
})

const day = 86_400_000
const goes = (person: World['maria'], toOn: string | null) =>
  world.db.updateTable('appointment').set({ toOn }).where('personId', '=', person.personId).execute()
const post = async (path: string, form: Record<string, string>, browser = carla) => {
  const answer = await browser.post(path, form)
  expect([path, answer.status]).toEqual([path, 303])
  return answer.headers.get('location') ?? ''
}

test('minutes and agendas that go out later keep to themselves what is internal', async () => {
  const form = {
    time: '10:00',
    minutes: '60',
    zone: 'UTC',
    place: 'https://meet.example/room',
    quorumPercent: '0',
    hosts: `g${world.group.groupId}`,
  }
  const path = await post('/meetings', { ...form, title: 'October', day: '2026-10-18', agendaDays: '1', public: 'on' })
  await post(`${path}/agenda`, { title: 'Whom we tell', minutes: '5', internal: 'on' })
  for (const [text, internal] of [
    ['Said aloud.', ''],
    ['Between us alone.', 'on'],
  ] as const)
    await post(`${path}/lines`, { key: crypto.randomUUID(), text, version: '0', ...(internal ? { internal } : {}) })
  await world.settle()
  world.clock.now = new Date(world.clock.now.getTime() + 3 * day)
  await goes(world.maria, '2026-10-17')
  await post(`${path}/minutes/circulate`, {})
  await world.settle()
  const letters = (await world.postbox()).filter(({ kind }) => kind === 'meetings.minutes' || kind?.includes('minutes'))
  const got = (email: string) =>
    letters
      .filter((one) => one.email === email)
      .map(({ bytes }) => `${bytes}`)
      .join('\n')
  expect([got(world.carla.email).includes('Said aloud.'), got(world.carla.email).includes('Between us alone.')]).toEqual([true, true])
  expect(got(world.maria.email)).not.toContain('Between us alone.')
  expect(await (await maria.get(path)).text()).not.toContain('Between us alone.')
})

test('a handover of before shows who left nothing that came since, and nobody the letters that are not theirs', async () => {
  await goes(world.maria, null)
  await world.give(world.maria, 'coordinator', world.group.groupId)
  const { carla: giver, maria: taker, modesto } = world
  const ids = { fromId: String(giver.personId), toId: String(taker.personId) }
  const path = await post('/roster/lectio/handovers', { role: 'coordinator', note: '', ...ids })
  await post('/roster/lectio/holdings', { role: 'coordinator', title: 'The account of the room', note: '' })
  const modestly = await (await (await world.as(modesto)).get(path)).text()
  expect([modestly.includes('The account of the room'), modestly.includes('Costs of the top twenty')]).toEqual([true, false])
  for (const browser of [carla, maria]) expect(await (await browser.get(path)).text()).toContain('Costs of the top twenty')

  await goes(world.maria, '2026-10-17')
  expect((await maria.get(path)).status).toBe(404)
  expect((await maria.post(path)).status).toBe(404)
  expect((await maria.ask('GET', `/api/v1${path}`)).status).toBe(404)
  await goes(world.carla, '2026-10-17')
  for (const said of [await carla.get(path), await carla.ask('GET', `/api/v1${path}`)]) {
    const text = await said.text()
    for (const hidden of ['Costs of the top twenty', 'The account of the room']) expect(text).not.toContain(hidden)
  }
  await goes(world.carla, null)
})

test('a task of the group is not theirs to read, to change or to be reminded of', async () => {
  await goes(world.maria, null)
  await post('/actions', {
    title: 'Ask for dates',
    group: 'lectio',
    ownerId: String(world.maria.personId),
    dueOn: '2026-10-20',
  })
  const { id } = await world.db.selectFrom('action').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const path = `/actions/${id}`
  expect((await maria.get(path)).status).toBe(200)
  await goes(world.maria, '2026-10-17')
  await world.db.updateTable('action').set({ title: 'What we say to the vendor' }).execute()
  expect((await maria.get(path)).status).toBe(404)
  expect((await maria.post(path, { title: 'Mine', ownerId: String(world.carla.personId) })).status).toBe(404)
  expect((await maria.post(`${path}/settle`, { state: 'done', outcome: 'No.' })).status).toBe(404)
  expect((await maria.ask('POST', `/api/v1/actions/${id}/state`, { state: 'done' })).status).toBe(404)
  for (const place of ['/actions', '/today', '/api/v1/actions?mine=true', '/api/v1/today'])
    expect(await (await maria.request('GET', place)).text()).not.toContain('What we say to the vendor')
  await tasks['charter.remindActions']?.({} as never, world.context)
  await world.settle()
  const told = (await world.postbox()).filter(({ email, bytes }) => email === world.maria.email && `${bytes}`.includes('What we say'))
  expect(told).toEqual([])
})

test('what is written at the table is not read on by who has left it, and makes nobody else known', async () => {
  await goes(world.maria, null)
  const form = { time: '10:00', minutes: '60', zone: 'UTC', place: '', quorumPercent: '0', hosts: `g${world.group.groupId}` }
  const path = await post('/meetings', { ...form, title: 'November', day: '2026-11-18' })
  const stream = await maria.get(`${path}/lines/changes`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await goes(world.maria, '2026-10-17')
  await carla.post(`${path}/lines`, { key: crypto.randomUUID(), text: 'Not for her.', version: '0' }, { accept: 'application/json' })
  let heard = ''
  for (let part = await reader?.read(); part && !part.done && !heard.includes('Not for'); part = await reader?.read()) heard += part.value
  expect(heard).not.toContain('Not for her.')

  const line = await world.db.selectFrom('minuteLine').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const task = await carla.post(`${path}/lines/${line.id}/action`, { ownerId: String(world.otto.personId) })
  expect([task.status, (await task.text()).includes('Otto')]).toEqual([422, false])
})

test.each([
  ['signed out there', (browser: typeof maria) => browser.post('/sign-out')],
  ['signed out that browser from another one', async () => (await world.as(world.maria)).post('/me/sessions/end-others')],
])('nor by whoever holds a page that was open when its person has %s', async (_, signOut) => {
  await goes(world.maria, null)
  const form = { time: '10:00', minutes: '60', zone: 'UTC', place: '', quorumPercent: '0', hosts: `g${world.group.groupId}` }
  const path = await post('/meetings', { ...form, title: 'December', day: '2026-12-18' })
  const stream = await maria.get(`${path}/lines/changes`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await signOut(maria)
  await carla.post(`${path}/lines`, { key: crypto.randomUUID(), text: 'Not for them.', version: '0' }, { accept: 'application/json' })
  let heard = ''
  for (let part = await reader?.read(); part && !part.done && !heard.includes('Not for'); part = await reader?.read()) heard += part.value
  expect(heard).not.toContain('Not for them.')
})

test('what they gave is counted for ever, and called by its number where they may not read it', async () => {
  await goes(world.maria, null)
  const path = await post('/requests', { kind: 'idea', title: 'A hint', text: 'A hint.', visibility: 'group', group: 'lectio' }, maria)
  await world.db.updateTable('request').set({ title: 'What the vendor must not hear' }).execute()
  const given = `/roster/contributions/${world.maria.personId}`
  expect(await (await maria.get(given)).text()).toContain('What the vendor must not hear')
  await goes(world.maria, '2026-10-17')
  const page = await (await maria.get(given)).text()
  expect([page.includes('What the vendor must not hear'), page.includes(path)]).toEqual([false, true])
})

describe('a motion that is open while they go', () => {
  const hers = async () => (await world.postbox()).filter(({ email, kind }) => email === world.maria.email && kind?.startsWith('ballots.'))
  const put = async (way: string, title: string) => {
    await goes(world.maria, null)
    const question = 'Shall we ask another vendor?'
    const path = await post('/motions', { title, question, way, secrecy: 'public', closesAt: '2026-11-20T12:00', zone: 'UTC' })
    await world.settle()
    expect((await hers()).some(({ subject }) => subject?.includes(title))).toBe(true)
    await goes(world.maria, '2026-10-17')
    expect((await maria.get(path)).status).toBe(404)
    return { path, id: Number(/\d+/.exec(path)?.[0]) }
  }

  test('no letter tells them what is objected, put off, called off or decided', async () => {
    const { path, id } = await put('consent', 'Look elsewhere')
    const other = await put('vote', 'Look about')
    const before = (await hers()).length
    await post(`${path}/objection`, { reason: 'They would hear of it.' })
    await world.settle()
    for (const one of [id, other.id])
      await world.write((tx) => extendBallot(tx, keeper(world), one, { closesAt: new Date('2026-11-21T12:00:00Z'), reason: 'Holidays' }))
    await world.settle()
    await passTo(world, new Date('2026-11-19T13:00:00Z'))
    await world.write((tx) => callOff(tx, keeper(world), other.id, 'We have one already'))
    await world.settle()
    await passTo(world, new Date('2026-11-21T12:00:00Z'))
    expect((await hers()).slice(before).map(({ kind, subject }) => [kind, subject])).toEqual([])
    for (const kind of ['extended', 'remind', 'called-off', 'counted'])
      expect((await lettersTo(world, world.carla.email, `ballots.${kind}`)).length, kind).toBeGreaterThan(0)
  })
})
