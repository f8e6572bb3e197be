import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeTalk } from '../../src/talks/actions.ts'
import { actorOf } from '../requests-world.ts'
import { fillTalks } from '../talks-world.ts'
import { makeWorld, type World } from '../world.ts'

// A talk that everybody may hear of is given in a meeting that is the group's own.
let world: World
let slug = ''
beforeAll(async () => {
  world = await makeWorld()
  await fillTalks(world)
  const talk = await world.db
    .selectFrom('talk')
    .select(['id', 'slug', 'meetingId'])
    .where('meetingId', 'is not', null)
    .executeTakeFirstOrThrow()
  slug = talk.slug
  await world.db.updateTable('talk').set({ visibility: 'public' }).where('id', '=', talk.id).execute()
  await world.db
    .updateTable('meeting')
    .set({ public: false, title: 'Between us alone', slug: 'between-us' })
    .where('id', '=', talk.meetingId)
    .execute()
})
afterAll(() => world.end())

test.each(['visitor', 'otto', 'susi', 'bruno'] as const)('%s reads nothing of the meeting', async (name) => {
  const reader = await world.as(name === 'visitor' ? undefined : world[name])
  for (const path of [
    `/show-and-tell/${slug}`,
    '/show-and-tell?view=given',
    '/show-and-tell/feed.atom',
    `/api/v1/talks/${slug}`,
    '/api/v1/talks?view=given',
    '/search?q=between',
  ]) {
    const said = await (await reader.get(path)).text()
    for (const hidden of ['Between us', 'between-us']) expect(said, path).not.toContain(hidden)
  }
})

test('who is of the group does', async () => {
  const maria = await world.as(world.maria)
  expect(await (await maria.get(`/show-and-tell/${slug}`)).text()).toContain('Between us alone')
  expect(await (await maria.get(`/api/v1/talks/${slug}`)).json()).toMatchObject({ session: 'between-us' })
})

describe('a talk that the group keeps to itself, in a session that everybody may come to', () => {
  const hidden = 'For our ears alone'
  beforeAll(async () => {
    const { id, meetingId } = await world.db
      .selectFrom('talk')
      .select(['id', 'meetingId'])
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    await world.db.updateTable('talk').set({ state: 'scheduled' }).where('id', '=', id).execute()
    const open = { public: true, kind: 'show_and_tell', title: 'Open session', slug: 'open-session', state: 'planned' } as const
    const endsAt = new Date(world.clock.now.getTime() + 86_400_000)
    await world.db
      .updateTable('meeting')
      .set({ ...open, startsAt: world.clock.now, endsAt })
      .where('id', '=', meetingId)
      .execute()
    await showTo('group')
  })
  const showTo = async (visibility: 'group' | 'subscribers') => {
    const carla = await actorOf(world, world.carla)
    const facts = { title: hidden, abstract: '', minutes: 20, language: 'en', visibility }
    await world.write((tx) => changeTalk(tx, carla, slug, facts))
  }
  const doors = [
    '/show-and-tell/sessions/open-session',
    '/api/v1/talk-sessions/open-session',
    '/meetings/open-session',
    '/show-and-tell',
    '/api/v1/meetings/open-session',
    '/api/v1/meetings/open-session/agenda',
    '/meetings/open-session.ics',
    '/search?q=ears',
  ]

  test.each(['visitor', 'otto', 'susi', 'bruno'] as const)('is not on its programme for %s, nor counted', async (name) => {
    const reader = await world.as(name === 'visitor' ? undefined : world[name])
    const all = await Promise.all(doors.map(async (path) => (await reader.get(path)).text()))
    expect(all.join('\n')).toContain('Open session')
    expect(all.join('\n')).not.toContain(hidden)
    expect(all.join('\n')).not.toContain(slug)
  })

  test('is there for the group, and for who arranges the session', async () => {
    for (const person of [world.maria, world.carla, world.ada]) {
      const reader = await world.as(person)
      for (const path of doors.slice(0, 3)) expect(await (await reader.get(path)).text(), path).toContain(hidden)
    }
  })

  test('is on the agenda for who is on a list, where it is for them; for nobody else', async () => {
    await showTo('subscribers')
    const agenda = async (name?: 'susi' | 'otto') => (await (await world.as(name && world[name])).get('/meetings/open-session')).text()
    expect(await agenda('susi')).toContain(`<a href="/show-and-tell/${slug}">Show and Tell: ${hidden}</a>`)
    for (const name of [undefined, 'otto'] as const) expect(await agenda(name)).not.toContain(hidden)
  })
})
