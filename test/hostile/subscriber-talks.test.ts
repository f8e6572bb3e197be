import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { proposeTalk } from '../../src/talks/actions.ts'
import { mail } from '../mail.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// A message was proposed as a talk; until that has a day, only the group sees it.
let world: World
let messageId = 0
const facts = { abstract: 'How.', minutes: 20, language: 'en', visibility: 'group' as const }
beforeAll(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Students see gaps.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  messageId = (await world.db.selectFrom('message').select('id').executeTakeFirstOrThrow()).id
  const carla = await actorOf(world, world.carla)
  await world.write((tx) => proposeTalk(tx, carla, world.group.groupId, { ...facts, title: 'For our ears alone' }, messageId))
})
afterAll(() => world.end())

test('who proposes the same message again is not told what the group’s talk is called', async () => {
  const again = async (who: World['susi']) => {
    const actor = await actorOf(world, who)
    const propose = world.write((tx) => proposeTalk(tx, actor, world.group.groupId, { ...facts, title: 'Mine' }, messageId))
    return propose.then(String, ({ message }: Error) => message)
  }
  // Maria wrote it, and so speaks.
  expect([await again(world.susi), await again(world.maria)]).toEqual([
    'This message has already been proposed as a talk.',
    'This message has already been proposed as a talk: “For our ears alone”.',
  ])
})
