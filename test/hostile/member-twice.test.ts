import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import type { Tx } from '../../src/lib/db/rows.ts'
import { askToJoin } from '../../src/list/actions.ts'
import { startNew } from '../../src/operations/first-weeks/actions.ts'
import { guessZone } from '../../src/people/actions.ts'
import { addGuest, removeGuest } from '../../src/people/guests/actions.ts'
import { tellStory, withdrawStory } from '../../src/requests/stories-actions.ts'
import { addHook, endHook } from '../../src/webhooks/actions.ts'
import { actorOf } from '../requests-world.ts'
import { behind } from '../waiting.ts'
import { makeWorld, type World } from '../world.ts'

// The same form is sent twice at the same instant, or two forms of one person.
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

test('what is removed, ended or left out twice at the same instant is so once', async () => {
  const { db, write, site, group } = world
  const [carla, ada] = [await actorOf(world, world.carla), await actorOf(world, world.ada)]
  const story = { kind: 'success' as const, title: 'How we do it', text: 'So.', visibility: 'subscribers' as const }
  const made = await write(async (tx) => ({
    guest: (await addGuest(tx, ada, { kind: 'site', name: 'Wiki', redirects: 'https://wiki.example/back' })).id,
    story: await tellStory(tx, carla, group.groupId, story),
    hook: (await addHook(tx, carla, site.secret, { name: 'Mine', url: 'https://hook.example/', events: ['meeting.made'] })).id,
  }))
  const acts: Record<string, (tx: Tx) => Promise<unknown>> = {
    'guest.removed': (tx) => removeGuest(tx, ada, made.guest),
    'story.withdrawn': (tx) => withdrawStory(tx, carla, made.story),
    'webhook.ended': (tx) => endHook(tx, carla, made.hook),
  }
  for (const act of Object.values(acts))
    await behind(world, act, () =>
      write(act).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      }),
    )
  const lines = await db.selectFrom('journal').select('action').where('action', 'in', Object.keys(acts)).execute()
  expect(lines.map(({ action }) => action).toSorted()).toEqual(Object.keys(acts).toSorted())

  const skip = (tx: Tx) => startNew(tx, carla, 'lectio')
  await behind(world, skip, () => write(skip))
  const [steps, skipped] = [
    await db.selectFrom('firstStep').select('step').where('groupId', '=', group.groupId).execute(),
    await db.selectFrom('journal').select('id').where('action', '=', 'group.stepSkipped').execute(),
  ]
  expect(steps.length).toBeGreaterThan(0)
  expect(skipped).toHaveLength(steps.length)
})

test('who applies to a list from several pages at once does not wait for themselves in a circle', async () => {
  const { write, db, listId, susi } = world
  const hers = await actorOf(world, susi)
  const list = await db
    .selectFrom('list')
    .select(['id', 'groupId', 'joinPolicy', 'closedAt'])
    .where('id', '=', listId)
    .executeTakeFirstOrThrow()
  const wanted = { name: 'Susi', email: susi.email, locale: 'en' }
  // What one page has begun to write names her; the other comes to her zone before that is over.
  await write(async (tx) => {
    await askToJoin(tx, hers, list, wanted)
    await write(async (other) => {
      await sql`set local lock_timeout = '1s'`.execute(other)
      await guessZone(other, hers, susi.personId, 'Europe/Lisbon')
    })
  })
  const { zone } = await db.selectFrom('person').select('zone').where('id', '=', susi.personId).executeTakeFirstOrThrow()
  expect(zone).toBe('Europe/Lisbon')
})
