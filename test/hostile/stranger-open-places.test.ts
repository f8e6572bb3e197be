import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'

// Somebody from outside looks for the link by which meetings are joined: they would sit in a call that is not theirs.
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const room = 'https://meet.example/secret-room'
const form = {
  ...{ title: 'Quarterly', day: '2026-10-23', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', quorumPercent: '0' },
  place: room,
}
const unfolded = (text: string) => text.replaceAll(/\r?\n /g, '')

async function change(path: string, fields: Record<string, string>) {
  const answer = await (await world.as(world.carla)).post(path, { ...form, ...fields })
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '')
}

/** All doors through which a stranger might read of a meeting. */
const doorsOf = (path: string) => [
  path,
  `${path}.ics`,
  `${path}/minutes`,
  `${path}/edit`,
  '/meetings',
  '/meetings?when=past',
  '/meetings.ics',
  `/api/v1${path}`,
  `/api/v1${path}/agenda`,
  '/api/v1/meetings',
  '/api/v1/series',
  '/search?q=quarterly',
  '/search?q=meet.example',
  '/api/v1/search?q=quarterly',
  '/',
  '/feed.atom',
  '/feed.json',
  '/sitemap.xml',
]

async function expectHidden(path: string, link = 'secret-room') {
  for (const who of ['visitor', 'susi', 'bruno', 'otto'] as const) {
    const reader = await world.as(who === 'visitor' ? undefined : world[who])
    for (const door of doorsOf(path)) expect(unfolded(await (await reader.get(door)).text()), `${who} ${door}`).not.toContain(link)
  }
}

describe('a meeting', () => {
  let path = ''
  beforeAll(async () => {
    path = await change('/meetings', { hosts: `g${world.group.groupId}`, public: 'on' })
    await world.settle()
  })

  test('keeps its link without the tick', () => expectHidden(path))

  test('shows it with the tick, and forgets the tick once it is private again', async () => {
    await change(path, { public: 'on', placeOpen: 'on' })
    const visitor = await world.as()
    for (const door of [path, `${path}.ics`, '/meetings.ics', `/api/v1${path}`, '/api/v1/meetings'])
      expect(unfolded(await (await visitor.get(door)).text()), door).toContain('secret-room')
    await change(path, { placeOpen: 'on' })
    const { placeOpen } = await world.db
      .selectFrom('meeting')
      .select('placeOpen')
      .where('slug', '=', path.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow()
    expect(placeOpen).toBe(false)
    await expectHidden(path)
    const answers = [path, `${path}.ics`, `/api/v1${path}`].map(async (door) => (await visitor.get(door)).status)
    expect(await Promise.all(answers)).toEqual([404, 404, 401])
  })

  test('never shows its recording for it', async () => {
    await change(path, { public: 'on', placeOpen: 'on' })
    await world.db
      .updateTable('meeting')
      .set({ recordingUrl: 'https://meet.example/recording' })
      .where('slug', '=', path.split('/').at(-1) ?? '')
      .execute()
    expect(await (await (await world.as()).get(path)).text()).not.toContain('meet.example/recording')
  })
})

test('a session for which people register keeps its link, whatever a program says', async () => {
  const carla = await world.as(world.carla)
  const { quorumPercent: _, ...session } = form
  const made = await carla.post('/show-and-tell/sessions', {
    ...session,
    hosts: String(world.group.groupId),
    public: 'on',
    place: 'https://meet.example/stage',
  })
  const path = (made.headers.get('location') ?? '').replace('/show-and-tell/sessions', '/meetings').replace(/\?.*/, '')
  expect((await carla.ask('PATCH', `/api/v1${path}`, { placeOpen: true })).status).toBe(204)
  await expectHidden(path, 'meet.example/stage')
  const visitor = await world.as()
  expect(await (await visitor.get(path.replace('/meetings', '/show-and-tell/sessions'))).text()).not.toContain('meet.example/stage')
})

test('who does not arrange a meeting opens nothing', async () => {
  const path = await change('/meetings', { hosts: `g${world.group.groupId}`, public: 'on', title: 'Ours alone' })
  for (const person of [undefined, world.susi, world.otto, world.maria]) {
    const reader = await world.as(person)
    expect((await reader.ask('PATCH', `/api/v1${path}`, { placeOpen: true })).status).toBeGreaterThanOrEqual(401)
    await reader.post(path, { ...form, public: 'on', placeOpen: 'on' })
  }
  expect(await (await (await world.as()).get(path)).text()).not.toContain('secret-room')
})
