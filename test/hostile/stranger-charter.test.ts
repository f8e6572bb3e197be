import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { adoptTemplate, lineOf } from '../charter.ts'
import { mail } from '../mail.ts'
import { fillRequests } from '../requests-world.ts'
import { makeWorld, type World } from '../world.ts'

// What a charter's clause is held against is shared with everybody; each record is its own readers' all the same.
let world: World
let page = ''
beforeAll(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Students see gaps.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await fillRequests(world)
  await adoptTemplate(world)
  page = `/charter/clauses/${await lineOf(world, 'O5')}`
  expect((await (await world.as(world.carla)).post(`${page}/readers`, { readers: 'public' })).status).toBe(303)
})
afterAll(() => world.end())

const readBy = async (name: 'visitor' | 'otto' | 'maria') => {
  const answer = await (await world.as(name === 'visitor' ? undefined : world[name])).get(page)
  return [answer.status, (await answer.text()).includes('Forty calls in week two')]
}

test.each([
  ['open', 'no'],
  ['open', 'vendor'],
  ['draft', 'public'],
] as const)('a user case that is %s, and whose author said %s to being quoted, is named to nobody outside', async (state, consent) => {
  await world.db.updateTable('userCase').set({ state, consent, visibility: 'public' }).execute()
  expect([await readBy('visitor'), await readBy('otto'), await readBy('maria')]).toEqual([
    [200, false],
    [200, false],
    [200, true],
  ])
})

test('one that everybody reads is', async () => {
  await world.db.updateTable('userCase').set({ state: 'open', consent: 'public', visibility: 'public' }).execute()
  expect(await readBy('visitor')).toEqual([200, true])
})
