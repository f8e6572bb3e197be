import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { tasks } from '../../src/edges/jobs/tasks.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { loadActor } from '../../src/groups/queries.ts'
import { addAction } from '../../src/groups/tasks/actions.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { findListsByName } from '../../src/list/queries.ts'
import { takeForwarded } from '../../src/requests/by-mail-actions.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let replyTo = ''
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
  const of = { groupId: world.group.groupId, ownerId: world.maria.personId, dueOn: '2026-10-14' }
  for (const title of ['One', 'Two', 'Three']) await world.write((tx) => addAction(tx, program(world.clock.now), { title, ...of }))
  await tasks['charter.remindActions']?.({} as never, world.context)
  const row = await world.db
    .selectFrom('letter')
    .select(['bytes', 'sealed'])
    .where('kind', '=', 'charter.actions-due')
    .executeTakeFirstOrThrow()
  replyTo = readMessage(world.open(row)).replyTo[0]?.address ?? ''
})
afterAll(() => world.end())

let count = 0
async function answer(text: string) {
  const from = world.maria.email
  const head = `From: <${from}>\r\nTo: <${replyTo}>\r\nSubject: Re: your actions\r\nMessage-ID: <late-${++count}@maria.example>\r\n`
  await acceptMail(world.write, { raw: Buffer.from(`${head}\r\n${text}`), mailFrom: from, rcptTo: [replyTo], via: 'mail' })
  await world.settle()
  return world.db.selectFrom('inbound').select(['state', 'fate']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
}
const states = async () => (await world.db.selectFrom('action').select('state').orderBy('id').execute()).map(({ state }) => state)
const close = (closedAt: Date | null) =>
  world.db.updateTable('workingGroup').set({ closedAt }).where('id', '=', world.group.groupId).execute()

test('an action that is somebody else’s by now costs no other, and nobody has to look at the mail', async () => {
  await world.db.updateTable('action').set({ ownerId: world.carla.personId }).where('title', '=', 'One').execute()
  expect(await answer('done 1\r\ndone 2')).toEqual({ state: 'settled', fate: 'an answer about actions' })
  expect(await states()).toEqual(['open', 'done', 'open'])
})

test('in a group that is closed nothing is changed by mail, and nobody has to look at it', async () => {
  await close(world.clock.now)
  expect(await answer('done 3')).toEqual({ state: 'settled', fate: 'an answer about actions' })
  expect(await states()).toEqual(['open', 'done', 'open'])
  await close(null)
})

test('who has left the group changes nothing by mail, and nobody has to look at it', async () => {
  await world.db.updateTable('appointment').set({ toOn: '2026-10-15' }).where('personId', '=', world.maria.personId).execute()
  expect(await answer('done 3')).toEqual({ state: 'settled', fate: 'an answer about actions' })
  expect(await states()).toEqual(['open', 'done', 'open'])
})

test('a user case that is refused leaves nothing', async () => {
  await close(world.clock.now)
  const raw = `From: Carla <${world.carla.email}>\r\nTo: <lectio-l@lists.localhost>\r\nSubject: Fwd: Gaps\r\n\r\nThe list has gaps, every week in term.`
  const fate = await world.write(async (tx) => {
    const [list] = await findListsByName(tx, ['lectio-l'])
    const actor = await loadActor(tx, world.carla.personId, world.clock.now, 'mail')
    const { rawId } = await tx.selectFrom('inbound').select('rawId').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    if (!list || !actor) throw new Error('no list')
    return takeForwarded(tx, actor, list, { rawId, message: readMessage(Buffer.from(raw)), mailDomain: world.site.mailDomain })
  })
  expect(fate).toBe('dropped: not theirs to collect')
  expect(await world.db.selectFrom('userCase').select('id').execute()).toEqual([])
  await close(null)
})
