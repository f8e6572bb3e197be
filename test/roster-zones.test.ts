import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { program } from '../src/actor.ts'
import { appoint, tellHolder } from '../src/groups/core/actions.ts'
import { todayOf } from '../src/time.ts'
import { makeWorld } from './world.ts'

test('where it is tomorrow already, who is appointed from today has the role and the letter at once, not once that day has come everywhere', async () => {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  const zoe = await world.addPerson('Zoe')
  const at = new Date('2031-10-16T22:00:00Z')
  const inSydney = { ...program(at), personId: world.carla.personId, zone: 'Australia/Sydney' }
  const term = { personId: zoe.personId, role: 'member' as const, groupId: world.group.groupId, fromOn: todayOf(inSydney) }
  const id = await world.write(async (tx) => {
    const made = await appoint(tx, inSydney, term)
    await tellHolder(tx, inSydney, made, term)
    return made
  })
  const kept = await world.db.selectFrom('appointment').select('fromOn').where('id', '=', id).executeTakeFirst()
  expect(kept).toEqual({ fromOn: '2031-10-16' })
  const waiting = sql<{ early: boolean }>`select run_at <= ${at} as early from graphile_worker.jobs where key = ${`charter.seated:${id}`}`
  expect((await waiting.execute(world.db)).rows).toEqual([{ early: true }])
})
