import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { appoint } from '../../src/groups/actions.ts'
import { proposeTalk } from '../../src/talks/actions.ts'
import { inPairs } from '../ballots.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// A steering committee arranges for its user group, whose working groups keep some things to themselves.
let world: World
const zone = 'Europe/Lisbon'
const made = { inner: 0, open: 0, event: '' }
beforeAll(async () => {
  world = await makeWorld()
  await world.write((tx) =>
    appoint(tx, program(world.clock.now), {
      ...{ personId: world.otto.personId, role: 'steering', communityId: world.group.communityId, fromOn: '2026-01-01' },
    }),
  )
  const carla = await actorOf(world, world.carla)
  const propose = async (title: string, visibility: 'group' | 'public') => {
    const facts = { title, abstract: 'How.', minutes: 20, language: 'en', visibility }
    const slug = await world.write((tx) => proposeTalk(tx, carla, world.group.groupId, facts))
    await world.db.updateTable('talk').set({ state: 'accepted' }).where('slug', '=', slug).execute()
    return (await world.db.selectFrom('talk').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
  }
  made.inner = await propose('For our ears alone', 'group')
  made.open = await propose('For every ear', 'public')
  const otto = await world.as(world.otto)
  const hosts = [`c${world.group.communityId}`]
  const form = {
    title: 'The conference',
    kind: 'conference',
    firstOn: '2027-03-26',
    lastOn: '2027-03-29',
    zone,
    place: 'Porto',
    public: 'on',
  }
  const answer = await otto.post('/events', inPairs({ ...form, hosts }))
  expect(answer.status).toBe(303)
  made.event = /\/events\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
})
afterAll(() => world.end())

const session = { title: 'Morning', day: '2027-03-26', from: '10:00', to: '11:00' }

test('who arranges an event is not offered a talk that a group keeps to itself, and cannot name it', async () => {
  const otto = await world.as(world.otto)
  const form = await (await otto.get(`/events/${made.event}/sessions/new`)).text()
  expect([form.includes('For every ear'), form.includes('For our ears')]).toEqual([true, false])
  const add = async (talk: number) => (await otto.post(`/events/${made.event}/sessions`, { ...session, talk: String(talk) })).status
  expect([await add(made.inner), await add(made.open)]).toEqual([422, 303])
})

test('one that somebody of the group has put there stays, unread', async () => {
  const otto = await world.as(world.otto)
  const { id } = await world.db.selectFrom('eventSession').select('id').executeTakeFirstOrThrow()
  await world.db.updateTable('eventSession').set({ talkId: made.inner }).where('id', '=', id).execute()
  const path = `/events/${made.event}/sessions/${id}`
  expect(await (await otto.get(path)).text()).not.toContain('For our ears')
  expect((await otto.post(path, { ...session, title: 'Early morning' })).status).toBe(303)
  const after = await world.db.selectFrom('eventSession').select(['title', 'talkId']).where('id', '=', id).executeTakeFirstOrThrow()
  expect(after).toEqual({ title: 'Early morning', talkId: made.inner })
})

test('who oversees a group is not told of its next meeting where that is its own', async () => {
  const carla = await world.as(world.carla)
  const arrange = async (title: string, day: string, open: object) => {
    const form = { title, day, time: '10:00', minutes: '60', zone, ...open }
    expect((await carla.post('/meetings', inPairs({ ...form, hosts: [`g${world.group.groupId}`] }))).status).toBe(303)
  }
  await arrange('Between us alone', '2026-11-10', {})
  await arrange('For all', '2026-11-20', { public: 'on' })
  const otto = await world.as(world.otto)
  expect(await (await otto.get('/overview')).text()).not.toContain('2026-11-10')
  const { items } = (await (await otto.get('/api/v1/overview')).json()) as { items: { slug: string; nextMeeting: unknown }[] }
  expect(items.find(({ slug }) => slug === 'lectio')?.nextMeeting).toMatchObject({ title: 'For all' })
})
