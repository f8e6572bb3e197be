import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitor } from '../../src/actor.ts'
import { listEvidence } from '../../src/charter/records-queries.ts'
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

test('an address in the subject of a mail is no more told as a record than it is in the archive', async () => {
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Ask jo.doe@place.example', id: 'second@maria.example', text: 'Or me.' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  const measure = { subject: 'messages' as const, kind: 'cadence' as const, role: null, seriesId: null }
  const { evidence } = await listEvidence(world.db, visitor(world.clock.now), world.group.groupId, { measure, lineId: 0 })
  const titles = evidence.map(({ title }) => title).join()
  expect([titles.includes('Ask j'), titles.includes('jo.doe@')]).toEqual([true, false])
})
